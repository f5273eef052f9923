package kr.nairl.platform.core.privacy;

/**
 * What a person's data may be used for, each agreed to by itself. The words stand in the bundles under the version named
 * here; new words are a new version, and what was agreed to before keeps its own.
 */
public enum Purpose {
    /** Keeping the account and working together. Nobody has an account without it; who takes it back leaves. */
    USE(true, "2026-11"),
    /** The newsletter by mail. Refusing it costs nothing. */
    NEWS(false, "2026-11");

    private final boolean required;
    private final String version;

    Purpose(boolean required, String version) {
        this.required = required;
        this.version = version;
    }

    /** Does nobody have an account without it? */
    public boolean isRequired() {
        return required;
    }

    /** Of the words that are asked now. */
    public String version() {
        return version;
    }
}
