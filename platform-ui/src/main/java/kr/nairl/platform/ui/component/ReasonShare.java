package kr.nairl.platform.ui.component;

import java.io.Serializable;

/**
 * How much one concept carries of a match.
 *
 * @param label the concept in the reader's language
 * @param share part of the whole, between 0 and 1
 */
public record ReasonShare(String label, double share) implements Serializable {
    public ReasonShare {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie between 0 and 1: " + share);
        }
    }
}
