package kr.nairl.platform.core.vocabulary;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The concepts as stored. Every method runs in the caller's transaction. */
public interface StoredConcepts {

    /** Concepts with a label that holds what was typed, best first. */
    List<Concept> search(String typed, int limit);

    /** In no particular order; unknown ids are left out. */
    List<Concept> byIds(Collection<ConceptId> ids);

    /** In no particular order; unknown slugs are left out. */
    List<Concept> bySlugs(Collection<String> slugs);

    /** Concepts with a label that reads like this one when spaces and punctuation are left out; confirmed ones first. */
    List<Concept> likelyNamed(String label);

    /** Adds a concept unless its slug is taken, and answers whether it was added. */
    boolean add(VocabularyEntry entry, Instant now);

    /** The whole vocabulary, by slug. */
    List<VocabularyEntry> all();

    /** Adds all of these. Their broader concepts must be among them or stored already. */
    void addAll(List<VocabularyEntry> entries, Instant now);

    /** Brings stored concepts, found by id, to these forms. */
    void replaceAll(List<VocabularyEntry> entries);
}
