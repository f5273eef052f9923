package kr.nairl.platform.core.vocabulary;

import java.util.Set;

/**
 * A concept with its place in the vocabulary and where it comes from.
 *
 * @param broader concepts one step broader
 * @param source the project that its labels come from
 * @param licence SPDX identifier of that project's licence
 */
public record VocabularyEntry(Concept concept, Set<ConceptId> broader, String source, String licence) {

    public VocabularyEntry {
        broader = Set.copyOf(broader);
    }
}
