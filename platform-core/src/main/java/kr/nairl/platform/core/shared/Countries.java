package kr.nairl.platform.core.shared;

import java.util.Locale;
import java.util.Set;

/** The countries of ISO 3166-1. */
public final class Countries {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    /** Is this an alpha-2 code that exists? */
    public static boolean has(String code) {
        return CODES.contains(code);
    }
}
