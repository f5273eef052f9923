package kr.nairl.platform.api.shared;

import java.util.List;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.Topic;
import org.springframework.stereotype.Component;

/** Topics, which the API names by their slugs. */
@Component
public class Topics {

    private final Concepts concepts;

    Topics(Concepts concepts) {
        this.concepts = concepts;
    }

    /**
     * A topic of the glossary.
     *
     * @param slug its stable name
     */
    public record Named(String slug, Text label) {

        public static Named of(Topic topic) {
            return new Named(topic.slug(), Text.of(topic.label()));
        }
    }

    /**
     * The ids of these slugs, in their order.
     *
     * @throws InvalidInputException on field {@code topics}, code {@code unknown}, when one is in no glossary
     */
    public List<ConceptId> ids(Actor actor, List<String> slugs) {
        if (slugs.isEmpty()) {
            return List.of();
        }
        List<Concept> found = concepts.bySlugs(actor, slugs);
        return slugs.stream()
                .map(slug -> found.stream()
                        .filter(concept -> concept.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInputException("topics", "unknown", slug))
                        .id())
                .toList();
    }
}
