package kr.nairl.platform.core.interest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.TermProposals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Research terms proposed for what a company needs, for its people to take or leave. What leaves the house for it is what
 * every signed-in person may read once the interest is open, and nothing that is kept for fewer.
 */
@Component
public class TopicSuggestions {

    private static final int LIKELY = 10;

    private final TermProposals proposals;
    private final Concepts concepts;

    TopicSuggestions(TermProposals proposals, Concepts concepts) {
        this.proposals = proposals;
        this.concepts = concepts;
    }

    /** Does this installation have somebody to ask? */
    @ForEveryone
    public boolean isOn() {
        return proposals.isOn();
    }

    /** Whom a text is sent to: a host's name; empty when nobody is asked. */
    @ForEveryone
    public String where() {
        return proposals.where();
    }

    /**
     * Asks for terms. May take half a minute.
     *
     * @throws ForbiddenException for all but members of a company
     */
    public Outcome suggest(Actor actor, InterestWords words) {
        actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        String text = outward(words);
        if (text.isBlank()) {
            return new Outcome.Confidential();
        }
        return switch (proposals.propose(text)) {
            case TermProposals.Answer.Failed(TermProposals.Failure why) -> new Outcome.Failed(why);
            case TermProposals.Answer.Told(List<LocalizedText> terms) ->
                new Outcome.Suggested(known(actor, terms, words.topics()));
        };
    }

    /** What may leave the house. */
    private static String outward(InterestWords words) {
        Stream<LocalizedText> parts = Stream.of(
                outward(words.audience()) ? words.title() : LocalizedText.EMPTY,
                outward(words.audience(InterestField.NEED)) ? words.need() : LocalizedText.EMPTY);
        return parts.flatMap(part -> Stream.of(part.ko(), part.en()))
                .filter(part -> part != null)
                .collect(Collectors.joining("\n"));
    }

    private static boolean outward(Audience audience) {
        return audience == Audience.PUBLIC || audience == Audience.MEMBERS;
    }

    /** With the concepts that these terms name, without those that were chosen already. */
    private List<Suggestion> known(Actor actor, List<LocalizedText> terms, List<ConceptId> chosen) {
        Set<ConceptId> taken = new HashSet<>(chosen);
        List<Suggestion> suggestions = new ArrayList<>();
        for (LocalizedText term : terms) {
            Concept concept = Stream.of(term.en(), term.ko())
                    .filter(form -> form != null)
                    .flatMap(form -> concepts.search(actor, form, LIKELY).stream()
                            .filter(found -> found.labels().stream().anyMatch(label -> same(label, form))))
                    .findFirst()
                    .orElse(null);
            if (concept == null || taken.add(concept.id())) {
                suggestions.add(new Suggestion(concept == null ? term : concept.label(), concept));
            }
        }
        return suggestions;
    }

    private static boolean same(String one, String other) {
        return squashed(one).equals(squashed(other));
    }

    private static String squashed(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]+", "");
    }

    /**
     * A term to take or leave.
     *
     * @param concept what the vocabulary has of it; null when nothing yet
     */
    public record Suggestion(LocalizedText label, @Nullable Concept concept) {}

    /** What came of asking. */
    public sealed interface Outcome {

        /** @param terms the most telling first; may be empty */
        record Suggested(List<Suggestion> terms) implements Outcome {
            public Suggested {
                terms = List.copyOf(terms);
            }
        }

        /** Nothing was asked: all that is written is kept for fewer than all signed-in people. */
        record Confidential() implements Outcome {}

        record Failed(TermProposals.Failure why) implements Outcome {}
    }
}
