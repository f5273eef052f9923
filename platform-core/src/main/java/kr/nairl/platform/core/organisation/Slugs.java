package kr.nairl.platform.core.organisation;

import java.text.Normalizer;
import java.util.Locale;
import kr.nairl.platform.core.shared.LocalizedText;

/** A name in Latin letters, as the stable part of an organisation's address, made once and never changed. */
public final class Slugs {

    private static final int MAX = 60;
    private static final String[] INITIALS = {
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"
    };
    private static final String[] VOWELS = {
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
        "ui", "i"
    };
    private static final String[] FINALS = {
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t"
    };

    private Slugs() {}

    /** From the English name, else from the Korean one romanised (Revised Romanization, syllable by syllable). */
    public static String of(LocalizedText name) {
        String english = latin(name.en() == null ? "" : name.en());
        if (!english.isEmpty()) {
            return english;
        }
        String korean = name.ko() == null ? "" : name.ko();
        String romanised = latin(korean.replaceAll("\\(주\\)|㈜|주식회사", " "));
        return romanised.isEmpty() ? "organisation" : romanised;
    }

    private static String latin(String text) {
        StringBuilder letters = new StringBuilder();
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            if (c >= 0xAC00 && c <= 0xD7A3) {
                int syllable = c - 0xAC00;
                letters.append(INITIALS[syllable / 588])
                        .append(VOWELS[syllable % 588 / 28])
                        .append(FINALS[syllable % 28]);
            } else {
                letters.append(c);
            }
        }
        String plain = Normalizer.normalize(letters, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(MAX, plain.length()));
        return cut.replaceAll("^-|-$", "");
    }
}
