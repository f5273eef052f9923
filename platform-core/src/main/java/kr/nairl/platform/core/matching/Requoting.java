package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.interest.Interests;
import kr.nairl.platform.core.matching.MatchRow.Asked;
import kr.nairl.platform.core.matching.MatchRow.Quote;
import kr.nairl.platform.core.matching.MatchRow.ReasonShare;
import kr.nairl.platform.core.matching.MatchRow.SharedSentence;
import kr.nairl.platform.core.matching.MatchRow.Who;
import kr.nairl.platform.core.matching.MatchRow.Why;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.Researchers;
import kr.nairl.platform.core.research.StoredSubProjects;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.Topic;
import org.springframework.stereotype.Component;

/**
 * Turns the engine's matches into rows, reading everything that they name again in the actor's transaction. A subject that
 * the actor may not see is left out; so is a sentence that does not stand in its source any more, and a match that would
 * be left without any of its sentences, since its score rests on what nobody can show.
 */
@Component
class Requoting {

    private final Researchers researchers;
    private final StoredSubProjects subProjects;
    private final Interests interests;
    private final List<ExpertDocuments> documents;
    private final Concepts concepts;

    Requoting(
            Researchers researchers,
            StoredSubProjects subProjects,
            Interests interests,
            List<ExpertDocuments> documents,
            Concepts concepts) {
        this.researchers = researchers;
        this.subProjects = subProjects;
        this.interests = interests;
        this.documents = List.copyOf(documents);
        this.concepts = concepts;
    }

    /** What was read again as the actor. */
    private record Reread(
            Map<Subject, Who> who,
            Map<Subject, Map<SourceReference, String>> texts,
            Map<SourceReference.Kind, Map<UUID, LocalizedText>> titles,
            Map<ConceptId, Topic> topics,
            Map<Integer, SubProjectName> subProjects) {

        LocalizedText title(SourceReference source) {
            return titles.getOrDefault(source.kind(), Map.of()).getOrDefault(source.row(), LocalizedText.EMPTY);
        }

        boolean stands(Subject subject, Evidence.Quote quote) {
            String text = texts.getOrDefault(subject, Map.of()).get(quote.source());
            return text != null && text.contains(quote.sentence());
        }
    }

    /** The rows of these matches, in their order. Runs in the actor's transaction. */
    List<MatchRow> rows(Actor actor, List<Match> matches, Set<Audience> visible) {
        Reread reread = reread(actor, matches, visible);
        return matches.stream().flatMap(match -> row(match, reread).stream()).toList();
    }

    private static Optional<MatchRow> row(Match match, Reread reread) {
        Who who = reread.who().get(match.subject());
        if (who == null) {
            return Optional.empty();
        }
        List<SharedSentence> quotes = match.evidence().stream()
                .filter(evidence -> reread.stands(match.subject(), evidence.found()))
                .map(evidence -> new SharedSentence(
                        quote(evidence.found(), reread),
                        asked(evidence.asked(), reread),
                        evidence.reasons().stream()
                                .map(reason -> why(reason, reread))
                                .toList()))
                .toList();
        if (quotes.isEmpty() && !match.evidence().isEmpty()) {
            return Optional.empty();
        }
        List<ReasonShare> shares = match.shares().stream()
                .map(share -> new ReasonShare(why(share.reason(), reread), share.part()))
                .toList();
        return Optional.of(new MatchRow(who, match.score(), match.strength(), shares, quotes, List.of()));
    }

    private static Quote quote(Evidence.Quote quote, Reread reread) {
        return new Quote(quote.source(), reread.title(quote.source()), quote.sentence(), quote.highlights());
    }

    private static Asked asked(Evidence.Asked asked, Reread reread) {
        return switch (asked) {
            case Evidence.Asked.Sentence(Evidence.Quote quote) -> new Asked.Sentence(quote(quote, reread));
            case Evidence.Asked.Topic(Reason.SharedConcept concept) ->
                new Asked.ChosenTopic(topic(concept.asked(), reread));
        };
    }

    private static Why why(Reason reason, Reread reread) {
        return switch (reason) {
            case Reason.SharedConcept(ConceptId asked, ConceptId found) ->
                asked.equals(found)
                        ? new Why.SameConcept(topic(found, reread))
                        : new Why.NearConcept(topic(asked, reread), topic(found, reread));
            case Reason.ImpliedConcept(ConceptId implied, ConceptId found) ->
                new Why.ImpliedConcept(topic(implied, reread), topic(found, reread));
            case Reason.SharedWord(String word, var language) -> new Why.SameWord(word, language);
            case Reason.TranslatedWord(String word, var language, String found) ->
                new Why.TranslatedWord(word, language, found);
            case Reason.AlikeInMeaning() -> new Why.AlikeInMeaning();
            case Reason.SameSubProject(int number) -> {
                SubProjectName name = reread.subProjects().get(number);
                yield name == null ? new Why.Smaller(1) : new Why.SameSubProject(name);
            }
            case Reason.Smaller(int count) -> new Why.Smaller(count);
        };
    }

    private static Topic topic(ConceptId id, Reread reread) {
        Topic topic = reread.topics().get(id);
        if (topic == null) {
            // Concepts are never deleted, and everybody may read them.
            throw new IllegalStateException("no concept " + id);
        }
        return topic;
    }

    private Reread reread(Actor actor, List<Match> matches, Set<Audience> visible) {
        Map<Subject, Who> who = new HashMap<>();
        Map<Subject, Map<SourceReference, String>> texts = new HashMap<>();
        readResearchers(matches, who);
        readAreas(matches, who);
        readInterests(actor, matches, visible, who, texts);
        readDocuments(who.keySet(), visible, texts);
        return new Reread(who, texts, titles(matches), topics(actor, matches), subProjects(matches));
    }

    private void readResearchers(List<Match> matches, Map<Subject, Who> who) {
        List<ResearcherId> ids = subjects(matches, Subject.Researcher.class)
                .map(Subject.Researcher::id)
                .toList();
        if (!ids.isEmpty()) {
            researchers
                    .cards(ids)
                    .forEach(card -> who.put(new Subject.Researcher(card.id()), new Who.Researcher(card)));
        }
    }

    private void readAreas(List<Match> matches, Map<Subject, Who> who) {
        List<ResearchAreaId> ids =
                subjects(matches, Subject.Area.class).map(Subject.Area::id).toList();
        if (!ids.isEmpty()) {
            subProjects.areas(ids).forEach(card -> who.put(new Subject.Area(card.id()), new Who.Area(card)));
        }
    }

    private void readInterests(
            Actor actor,
            List<Match> matches,
            Set<Audience> visible,
            Map<Subject, Who> who,
            Map<Subject, Map<SourceReference, String>> texts) {
        List<InterestId> ids = subjects(matches, Subject.Interest.class)
                .map(Subject.Interest::id)
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        Audience highest = visible.stream().reduce(Audience.PUBLIC, Audience::narrower);
        for (InterestCard whole : interests.visible(actor, ids)) {
            // What only some of the readers may see is on the interest's page and in no list of matches.
            InterestCard card = whole.seenFrom(highest).orElse(null);
            if (card != null && card.state() == InterestState.OPEN && visible.contains(card.audience())) {
                NeedDocument need = NeedDocuments.of(card);
                who.put(need.subject(), new Who.Interest(card));
                Map<SourceReference, String> bySource = new HashMap<>();
                need.texts()
                        .forEach(text -> bySource.put(text.source(need.subject().uuid()), text.text()));
                texts.put(need.subject(), bySource);
            }
        }
    }

    private void readDocuments(
            Collection<Subject> seen, Set<Audience> visible, Map<Subject, Map<SourceReference, String>> texts) {
        List<Subject.Expert> experts = seen.stream()
                .filter(Subject.Expert.class::isInstance)
                .map(Subject.Expert.class::cast)
                .toList();
        if (experts.isEmpty()) {
            return;
        }
        for (ExpertDocuments source : documents) {
            for (ExpertDocument document : source.about(experts)) {
                if (visible.contains(document.audience())) {
                    texts.computeIfAbsent(document.subject(), any -> new HashMap<>())
                            .put(document.source(), document.text());
                }
            }
        }
    }

    private Map<SourceReference.Kind, Map<UUID, LocalizedText>> titles(List<Match> matches) {
        Map<SourceReference.Kind, Set<UUID>> rows = new EnumMap<>(SourceReference.Kind.class);
        for (Match match : matches) {
            for (Evidence evidence : match.evidence()) {
                List<SourceReference> sources =
                        new ArrayList<>(List.of(evidence.found().source()));
                if (evidence.asked() instanceof Evidence.Asked.Sentence(Evidence.Quote quote)) {
                    sources.add(quote.source());
                }
                sources.forEach(source -> rows.computeIfAbsent(source.kind(), any -> new HashSet<>())
                        .add(source.row()));
            }
        }
        Map<SourceReference.Kind, Map<UUID, LocalizedText>> titles = new EnumMap<>(SourceReference.Kind.class);
        rows.forEach((kind, ids) -> {
            Map<UUID, LocalizedText> named = new HashMap<>();
            documents.forEach(source -> named.putAll(source.titles(kind, ids)));
            titles.put(kind, named);
        });
        return titles;
    }

    private Map<ConceptId, Topic> topics(Actor actor, List<Match> matches) {
        Set<ConceptId> ids = new HashSet<>();
        reasons(matches).forEach(reason -> {
            if (reason instanceof Reason.SharedConcept(ConceptId asked, ConceptId found)) {
                ids.addAll(List.of(asked, found));
            } else if (reason instanceof Reason.ImpliedConcept(ConceptId implied, ConceptId found)) {
                ids.addAll(List.of(implied, found));
            }
        });
        Map<ConceptId, Topic> topics = new HashMap<>();
        for (Concept concept : concepts.byIds(actor, ids)) {
            topics.put(concept.id(), concept.topic());
        }
        return topics;
    }

    private Map<Integer, SubProjectName> subProjects(List<Match> matches) {
        Map<Integer, SubProjectName> names = new HashMap<>();
        if (reasons(matches).anyMatch(Reason.SameSubProject.class::isInstance)) {
            subProjects.all().forEach(card -> names.put(card.name().number(), card.name()));
        }
        return names;
    }

    private static Stream<Reason> reasons(List<Match> matches) {
        return matches.stream()
                .flatMap(match -> Stream.concat(
                        match.shares().stream().map(Share::reason),
                        match.evidence().stream()
                                .flatMap(evidence -> Stream.concat(
                                        evidence.reasons().stream(), chosen(evidence.asked()).stream()))));
    }

    private static Optional<Reason> chosen(Evidence.Asked asked) {
        return asked instanceof Evidence.Asked.Topic(Reason.SharedConcept concept)
                ? Optional.of(concept)
                : Optional.empty();
    }

    private static <S extends Subject> Stream<S> subjects(List<Match> matches, Class<S> kind) {
        return matches.stream().map(Match::subject).filter(kind::isInstance).map(kind::cast);
    }
}
