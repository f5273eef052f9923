package kr.nairl.platform.core.lab;

import kr.nairl.platform.core.research.SubProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which ties a list shows.
 *
 * @param text part of the organisation's name, initial consonants too; null or blank for all
 * @param subProject null for all
 */
public record TieFilter(@Nullable String text, @Nullable SubProjectId subProject) {

    /** All ties. */
    public static final TieFilter ALL = new TieFilter(null, null);
}
