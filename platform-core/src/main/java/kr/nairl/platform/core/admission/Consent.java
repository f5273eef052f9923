package kr.nairl.platform.core.admission;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an applicant is asked to agree to, each by itself. The words stand in the public pages' bundles under the version
 * named here; new words are a new version, and what was agreed to before keeps its own.
 */
public enum Consent {
    /** That the data of the application are kept and used to answer it. */
    PRIVACY(true, "2026-11"),
    /** That the lab's managers write to the contact about the application. */
    CONTACT(true, "2026-11"),
    /** That the newsletter comes by mail. Refusing it costs nothing. */
    NEWS(false, "2026-11");

    private final boolean required;
    private final String version;

    Consent(boolean required, String version) {
        this.required = required;
        this.version = version;
    }

    /** Can nobody apply without it? */
    public boolean isRequired() {
        return required;
    }

    /** Of the text that is asked now. */
    public String version() {
        return version;
    }

    /** Those that nobody can apply without. */
    public static Set<Consent> required() {
        return Arrays.stream(values())
                .filter(Consent::isRequired)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Consent.class)));
    }
}
