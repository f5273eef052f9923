package kr.nairl.platform.core.lab;

import kr.nairl.platform.core.research.SubProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which ties a list shows, and in which order.
 *
 * @param text part of the organisation's name, initial consonants too; null or blank for all
 * @param subProject null for all
 * @param openOnly only those with a request that waits for an answer
 */
public record TieFilter(@Nullable String text, @Nullable SubProjectId subProject, boolean openOnly, Order order) {

    /** What comes first; ties that are equal in it follow by their last contact. */
    public enum Order {
        /** The latest first. */
        LAST_CONTACT,
        /** The most first. */
        SENT,
        /** The most first. */
        ACCEPTED,
        /** By Korean name, or the English one where there is no other. */
        ORGANISATION
    }

    /** All ties, last contact first. */
    public static final TieFilter ALL = new TieFilter(null, null, false, Order.LAST_CONTACT);

    /** Does it leave any ties out? */
    boolean narrows() {
        return (text != null && !text.isBlank()) || subProject != null || openOnly;
    }

    /** Those of one sub-project, last contact first. */
    public static TieFilter of(SubProjectId subProject) {
        return new TieFilter(null, subProject, false, Order.LAST_CONTACT);
    }
}
