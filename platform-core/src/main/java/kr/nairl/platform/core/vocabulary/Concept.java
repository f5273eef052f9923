package kr.nairl.platform.core.vocabulary;

import java.util.List;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A concept of the vocabulary. People propose one by typing a topic that no label names yet; it can be used at once and
 * is confirmed when the lab takes it into its glossary. A concept that is used is never deleted, only merged into another.
 *
 * @param label preferred label; at least one language is there
 * @param abbreviation acronym as people write it
 * @param alternatives other labels, by language and label
 * @param confirmed whether the lab's glossary holds it; otherwise somebody proposed it
 */
public record Concept(
        ConceptId id,
        String slug,
        LocalizedText label,
        @Nullable String abbreviation,
        List<Alternative> alternatives,
        boolean confirmed) {

    /** The longest label. */
    public static final int LABEL_MAX = 120;

    /** The longest abbreviation. */
    public static final int ABBREVIATION_MAX = 40;

    public Concept {
        alternatives = List.copyOf(alternatives);
    }

    /** Another label for the same concept. */
    public record Alternative(Language language, String label) {}

    /** What pages show of it. */
    public Topic topic() {
        return new Topic(id, slug, label);
    }

    /** Every form that names the concept, preferred ones first. */
    public List<String> labels() {
        return Stream.concat(
                        Stream.of(label.ko(), label.en(), abbreviation),
                        alternatives.stream().map(Alternative::label))
                .filter(form -> form != null)
                .map(form -> (String) form)
                .toList();
    }
}
