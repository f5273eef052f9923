package kr.nairl.platform.core.newsletter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The drawings that a story may open with. */
public enum Illustration {
    POSE,
    ROBOT,
    SCALING,
    MOLECULE,
    WEB,
    INTERACTION,
    TALK,
    OPENING;

    /** Its lower-case name, as stored and as written in a story's front matter. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The drawing of this key, if there is one. */
    public static Optional<Illustration> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
