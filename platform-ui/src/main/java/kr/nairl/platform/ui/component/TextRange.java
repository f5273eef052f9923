package kr.nairl.platform.ui.component;

import java.io.Serializable;

/**
 * A part of a text.
 *
 * @param from index of its first char
 * @param to index after its last char
 */
public record TextRange(int from, int to) implements Serializable {
    public TextRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("not a range: " + from + "–" + to);
        }
    }
}
