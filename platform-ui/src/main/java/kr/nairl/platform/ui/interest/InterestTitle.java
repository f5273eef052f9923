package kr.nairl.platform.ui.interest;

import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The title that a draft goes by until it is given one: how its need begins. */
final class InterestTitle {

    private static final int ROOM = 60;

    private InterestTitle() {}

    static LocalizedText from(LocalizedText need) {
        return LocalizedText.of(beginning(need.exactly(Language.KO)), beginning(need.exactly(Language.EN)));
    }

    private static @Nullable String beginning(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String line = text.strip().lines().findFirst().orElse("").strip();
        if (line.codePointCount(0, line.length()) <= ROOM) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, ROOM));
        int space = cut.lastIndexOf(' ');
        return (space > 0 ? cut.substring(0, space) : cut).strip() + "…";
    }
}
