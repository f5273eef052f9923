package kr.nairl.platform.ui.component;

import java.io.Serializable;

/**
 * A text as a form holds it: either language may still be empty.
 *
 * @param ko Korean, or an empty string
 * @param en English, or an empty string
 */
public record Bilingual(String ko, String en) implements Serializable {
    public static final Bilingual EMPTY = new Bilingual("", "");

    public boolean isEmpty() {
        return ko.isBlank() && en.isBlank();
    }
}
