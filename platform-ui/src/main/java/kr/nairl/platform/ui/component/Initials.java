package kr.nairl.platform.ui.component;

import java.util.Locale;
import java.util.regex.Pattern;

/** One or two letters that stand for a name where there is no picture. */
final class Initials {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern COMPANY_FORM = Pattern.compile("^(\\(주\\)|㈜|주식회사|\\(유\\)|유한회사|재단법인|사단법인)\\s*");

    private Initials() {}

    /** A Korean name gives its family name, which stands first; any other gives its first and its last initial. */
    static String ofPerson(String name) {
        String[] parts = SPACE.split(name.strip());
        String first = firstLetter(parts[0]);
        if (first.isEmpty() || isHangul(first)) {
            return first;
        }
        return parts.length == 1 ? first : first + firstLetter(parts[parts.length - 1]);
    }

    /** The first letter of an organisation's name, past its legal form. */
    static String ofOrganisation(String name) {
        return firstLetter(COMPANY_FORM.matcher(name.strip()).replaceFirst(""));
    }

    private static String firstLetter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(point -> Character.toString(point).toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static boolean isHangul(String letter) {
        return Character.UnicodeScript.of(letter.codePointAt(0)) == Character.UnicodeScript.HANGUL;
    }
}
