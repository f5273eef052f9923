package kr.nairl.platform.core.vocabulary;

import java.util.List;

/**
 * A concept in a list.
 *
 * @param broader one step broader, by slug
 */
public record ConceptRow(Concept concept, List<Topic> broader) {

    public ConceptRow {
        broader = List.copyOf(broader);
    }
}
