package kr.nairl.platform.core.organisation;

/** How a person wants pages to look. */
public enum Theme {
    /** As the device says. */
    SYSTEM,
    LIGHT,
    DARK
}
