package kr.nairl.platform.core.vocabulary;

import java.util.List;

/**
 * A concept with its neighbours.
 *
 * @param broader one step broader, by slug
 * @param narrower one step narrower, by slug
 * @param version for {@link GlossaryDesk}'s writes
 */
public record ConceptSheet(
        VocabularyEntry entry, List<Topic> broader, List<Topic> narrower, ConceptUses uses, int version) {

    public ConceptSheet {
        broader = List.copyOf(broader);
        narrower = List.copyOf(narrower);
    }

    public Concept concept() {
        return entry.concept();
    }
}
