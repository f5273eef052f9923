package kr.nairl.platform.ui.shell;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the lab shows itself: data, so that another lab can run the platform.
 *
 * @param name for the page title and the signed-out pages, in the reader's language
 * @param colour brand colour as #rrggbb, or null for the one in {@code tokens.css}
 * @param logo same-origin address of a square logo, or null for the drawn mark
 */
public record LabLook(
        String name, @Nullable String colour, @Nullable String logo) implements Serializable {
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    public LabLook {
        if (colour != null && !HEX.matcher(colour).matches()) {
            throw new IllegalArgumentException("a brand colour is #rrggbb: " + colour);
        }
    }
}
