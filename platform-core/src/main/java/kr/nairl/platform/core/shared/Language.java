package kr.nairl.platform.core.shared;

import java.util.Locale;

/** The two equal languages of the product. */
public enum Language {
    KO(Locale.KOREAN),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** Lower-case ISO 639-1 code as it stands in paths and in the database: {@code ko} or {@code en}. */
    public String code() {
        return locale.getLanguage();
    }

    /** The other one. */
    public Language other() {
        return this == KO ? EN : KO;
    }

    /** English for every English locale, Korean for all others. */
    public static Language of(Locale locale) {
        return "en".equals(locale.getLanguage()) ? EN : KO;
    }

    /** Reads {@code ko} or {@code en}; {@link IllegalArgumentException} for anything else. */
    public static Language ofCode(String code) {
        return switch (code) {
            case "ko" -> KO;
            case "en" -> EN;
            default -> throw new IllegalArgumentException("no such language: " + code);
        };
    }
}
