package kr.nairl.platform.ui.shell;

import java.util.Locale;
import kr.nairl.platform.ui.component.Glyph;
import org.jspecify.annotations.Nullable;

/** Light, dark, or as the reader's system is set. */
public enum Theme {
    SYSTEM(Glyph.MONITOR),
    LIGHT(Glyph.SUN),
    DARK(Glyph.MOON);

    private final Glyph glyph;

    Theme(Glyph glyph) {
        this.glyph = glyph;
    }

    /** The value of {@code data-theme} and of the cookie; 'system' sets no attribute. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of that code; {@link #SYSTEM} for none or an unknown one. */
    public static Theme ofCode(@Nullable String code) {
        for (Theme theme : values()) {
            if (theme.code().equals(code)) {
                return theme;
            }
        }
        return SYSTEM;
    }

    Glyph glyph() {
        return glyph;
    }
}
