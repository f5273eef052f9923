package kr.nairl.platform.core.research;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Whether a list of authors names a researcher. Names are compared by the family name and the first letter of the given
 * one, in either order, so that a wrong yes is likelier than a wrong no.
 *
 * @param name the researcher's
 */
record Authorship(LocalizedText name) {

    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,.]+");

    /** Are there authors, all in scripts that the researcher's name is known in, and none of them the researcher? */
    boolean isDenied(List<String> authors) {
        return !authors.isEmpty()
                && authors.stream().noneMatch(this::isMe)
                && authors.stream().allMatch(author -> own(author) != null);
    }

    private boolean isMe(String author) {
        String own = own(author);
        if (own == null) {
            return false;
        }
        if (HANGUL.matcher(author).find()) {
            return BETWEEN.matcher(own)
                    .replaceAll("")
                    .equals(BETWEEN.matcher(author).replaceAll(""));
        }
        List<String> mine = parts(own);
        List<String> theirs = parts(author);
        return !mine.isEmpty()
                && !theirs.isEmpty()
                && (fits(mine.getLast(), mine.getFirst(), theirs) || fits(mine.getFirst(), mine.getLast(), theirs));
    }

    private @Nullable String own(String author) {
        return HANGUL.matcher(author).find() ? name.ko() : name.en();
    }

    private static boolean fits(String family, String given, List<String> author) {
        return author.contains(family)
                && author.stream().anyMatch(part -> !part.equals(family) && part.charAt(0) == given.charAt(0));
    }

    private static List<String> parts(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN.split(plain))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
