package kr.nairl.platform.ui.alert;

import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kr.nairl.platform.core.alert.Watched;
import kr.nairl.platform.core.interest.InterestFilter;
import kr.nairl.platform.core.research.Affiliation;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.research.ResearchNavigation;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts saved searches into words and leads back to them, reading the names of what they ask for at once. */
@Component
class SearchWords {

    private final SubProjects subProjects;
    private final Concepts concepts;
    private final PlatformMessages messages;

    SearchWords(SubProjects subProjects, Concepts concepts, PlatformMessages messages) {
        this.subProjects = subProjects;
        this.concepts = concepts;
        this.messages = messages;
    }

    /** The names that these need. */
    Names names(Actor reader, Collection<Watched> all) {
        List<ConceptId> topics = all.stream()
                .map(SearchWords::topic)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<ConceptId, Concept> known = new HashMap<>();
        if (!topics.isEmpty()) {
            concepts.byIds(reader, topics).forEach(concept -> known.put(concept.id(), concept));
        }
        boolean searches = all.stream().anyMatch(Watched.Search.class::isInstance);
        return new Names(
                searches ? subProjects.all(reader) : List.of(),
                known,
                messages,
                Formats.here().locale());
    }

    private static @Nullable ConceptId topic(Watched watched) {
        return switch (watched) {
            case Watched.Researchers(String name, ResearcherFilter filter) -> filter.topic();
            case Watched.Interests(String name, InterestFilter filter) -> filter.topic();
            case Watched.Matches matches -> null;
        };
    }

    /** What saved searches name, for one reader. */
    static final class Names {

        private final List<SubProjectCard> subProjects;
        private final Map<ConceptId, Concept> topics;
        private final PlatformMessages messages;
        private final Locale reader;

        Names(
                List<SubProjectCard> subProjects,
                Map<ConceptId, Concept> topics,
                PlatformMessages messages,
                Locale reader) {
            this.subProjects = List.copyOf(subProjects);
            this.topics = Map.copyOf(topics);
            this.messages = messages;
            this.reader = reader;
        }

        /** What a saved search asks for, a part each; none for what ranks. */
        Tag[] tags(Watched watched) {
            List<Tag> tags = new ArrayList<>();
            switch (watched) {
                case Watched.Researchers(String name, ResearcherFilter filter) -> {
                    text(tags, filter.text());
                    numbers(filter.subProjects()).forEach(number -> tags.add(subProject(number)));
                    Affiliation place = place(filter.organisation());
                    if (place != null) {
                        tags.add(new Tag(place.name().text(Language.of(reader))));
                    }
                    topic(tags, filter.topic());
                    if (filter.acceptingOnly()) {
                        tags.add(new Tag(word("researchers.accepting"), Tone.OK));
                    }
                }
                case Watched.Interests(String name, InterestFilter filter) -> {
                    text(tags, filter.text());
                    if (filter.mode() != null) {
                        tags.add(new Tag(word("mode." + filter.mode().name())));
                    }
                    if (filter.subProject() != null) {
                        numbers(List.of(filter.subProject())).forEach(number -> tags.add(subProject(number)));
                    }
                    topic(tags, filter.topic());
                }
                case Watched.Matches matches -> {
                    // Nothing that was typed or chosen.
                }
            }
            return tags.toArray(Tag[]::new);
        }

        /** Leads to what it finds now. */
        RouterLink link(Watched.Search search) {
            return switch (search) {
                case Watched.Researchers(String name, ResearcherFilter filter) -> {
                    Affiliation place = place(filter.organisation());
                    yield ResearchNavigation.toSearch(
                            name,
                            filter.text(),
                            numbers(filter.subProjects()).toList(),
                            place == null ? null : place.slug(),
                            slug(filter.topic()),
                            filter.acceptingOnly());
                }
                case Watched.Interests(String name, InterestFilter filter) ->
                    InterestNavigation.toSearch(
                            name,
                            filter.text(),
                            filter.mode(),
                            filter.subProject() == null
                                    ? null
                                    : numbers(List.of(filter.subProject()))
                                            .findFirst()
                                            .orElse(null),
                            slug(filter.topic()));
            };
        }

        private void text(List<Tag> tags, String text) {
            if (!text.isBlank()) {
                tags.add(new Tag(messages.getTranslation("alerts.search.text", reader, text)));
            }
        }

        private void topic(List<Tag> tags, @Nullable ConceptId topic) {
            Concept known = topic == null ? null : topics.get(topic);
            if (known != null) {
                tags.add(new Tag(known.label().text(Language.of(reader)), Tone.BRAND));
            }
        }

        private @Nullable String slug(@Nullable ConceptId topic) {
            Concept known = topic == null ? null : topics.get(topic);
            return known == null ? null : known.slug();
        }

        private Tag subProject(int number) {
            return new Tag(messages.getTranslation("subProject.short", reader, number), Tone.subProject(number));
        }

        private Stream<Integer> numbers(Collection<SubProjectId> ids) {
            return subProjects.stream()
                    .filter(card -> ids.contains(card.name().id()))
                    .map(card -> card.name().number());
        }

        private @Nullable Affiliation place(@Nullable OrganisationId id) {
            return subProjects.stream()
                    .flatMap(card -> card.institutions().stream())
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        private String word(String key) {
            return messages.getTranslation(key, reader);
        }
    }
}
