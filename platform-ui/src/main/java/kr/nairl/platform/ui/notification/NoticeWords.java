package kr.nairl.platform.ui.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.nairl.platform.core.notification.Notice;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.PlatformMessages;

/** How notices are put in words, the same in the bell and in the inbox. */
public final class NoticeWords {

    private NoticeWords() {}

    /** The notice in one line of the reader's language. */
    public static String text(PlatformMessages messages, Locale reader, Notice notice) {
        Language language = Language.of(reader);
        int count = count(notice);
        return messages.getTranslation(
                "notice." + notice.kind(),
                reader,
                word(notice.parameters(), "organisation", language),
                word(notice.parameters(), "title", language),
                roles(messages, reader, notice.parameters().getOrDefault("roles", "")),
                count,
                word(notice.parameters(), "first", language),
                count - 1);
    }

    /** How many things it tells of: one, unless it says otherwise. */
    private static int count(Notice notice) {
        String count = notice.parameters().getOrDefault("count", "1");
        return count.matches("\\d{1,6}") ? Integer.parseInt(count) : 1;
    }

    private static String roles(PlatformMessages messages, Locale reader, String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> messages.getTranslation("role." + name, reader))
                .collect(Collectors.joining(" · "));
    }

    /** Good news in its own colour. */
    public static Tone tone(Notice notice) {
        return notice.kind().endsWith(".accepted") ? Tone.OK : Tone.BRAND;
    }

    /** A plain value, or its form in the reader's language, or the other one. */
    private static String word(Map<String, String> parameters, String key, Language language) {
        return Optional.ofNullable(parameters.get(key))
                .or(() -> Optional.ofNullable(parameters.get(key + "." + language.code())))
                .or(() -> Optional.ofNullable(
                        parameters.get(key + "." + language.other().code())))
                .orElse("");
    }
}
