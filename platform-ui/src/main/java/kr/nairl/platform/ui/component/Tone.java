package kr.nairl.platform.ui.component;

import java.io.Serializable;

/**
 * What a colour says. The names are those of the tokens in {@code tokens.css}; a page never names a colour itself.
 *
 * @param css the class that {@code components.css} gives the tone's ink and ground to
 */
public record Tone(String css) implements Serializable {
    public static final Tone NEUTRAL = new Tone("neutral");
    public static final Tone BRAND = new Tone("brand");
    public static final Tone OK = new Tone("ok");
    public static final Tone WARN = new Tone("warn");
    public static final Tone BAD = new Tone("bad");

    private static final int SUB_PROJECT_COLOURS = 6;

    /**
     * The colour that a sub-project keeps everywhere.
     *
     * @param number the sub-project's number, counted from 1; colours repeat after six
     */
    public static Tone subProject(int number) {
        return new Tone("sp" + (Math.floorMod(number - 1, SUB_PROJECT_COLOURS) + 1));
    }
}
