package kr.nairl.platform.core.vocabulary;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;

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

    /** Lets nobody else write the glossary until the transaction ends. */
    void hold();

    /** Those that pass, whole labels first when a text is searched for, then by label in the reader's language. */
    Page<ConceptRow> page(ConceptFilter filter, Language reader, PageRequest request);

    /** Concepts that have narrower ones and none broader, by slug. */
    List<Topic> tops();

    Optional<ConceptSheet> sheet(String slug);

    /** The concepts one step broader than each; those without are left out. */
    Map<ConceptId, Set<ConceptId>> hierarchy();

    /** Brings a stored concept to this form if the version still stands, and answers whether it did. */
    boolean replace(VocabularyEntry entry, int version);

    /** Does anything stand on it, seen by the actor or not? */
    boolean inUse(ConceptId id);

    /** Moves all uses of the first to the second and takes the first away. */
    void merge(ConceptId merged, ConceptId kept);

    /** Deletes it if the version still stands, and answers whether it did. */
    boolean delete(ConceptId id, int version);
}
