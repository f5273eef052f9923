package kr.nairl.platform.core.shared;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The normalised form that names are found by: lower case, without spaces and punctuation, each text followed by the
 * initial consonants (초성) of its Hangul, so that {@code 김승룡} is found by {@code 승룡}, {@code ㄱㅅㄹ} and, through its
 * English form, {@code seungryong}.
 */
public final class SearchKey {

    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final char SEPARATOR = '|';

    private SearchKey() {}

    /** The key of these texts; missing ones are left out. */
    public static String of(@Nullable String... texts) {
        StringBuilder key = new StringBuilder();
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                String plain = normalise(text);
                key.append(SEPARATOR).append(plain);
                String initials = initials(plain);
                if (!initials.equals(plain)) {
                    key.append(SEPARATOR).append(initials);
                }
            }
        }
        return key.append(SEPARATOR).toString();
    }

    /** The pattern for SQL LIKE that finds keys holding what a person typed; everything when nothing was typed. */
    public static String pattern(String typed) {
        return "%" + normalise(typed) + "%";
    }

    private static String normalise(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(composed.length());
        // Compatibility jamo survive NFKC as conjoining jamo; people type the compatibility ones.
        composed.chars()
                .map(SearchKey::compatible)
                .filter(Character::isLetterOrDigit)
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static int compatible(int c) {
        return c >= 0x1100 && c < 0x1100 + INITIALS.length() ? INITIALS.charAt(c - 0x1100) : c;
    }

    private static String initials(String plain) {
        StringBuilder result = new StringBuilder(plain.length());
        for (char c : plain.toCharArray()) {
            result.append(c >= 0xAC00 && c <= 0xD7A3 ? INITIALS.charAt((c - 0xAC00) / 588) : c);
        }
        return result.toString();
    }
}
