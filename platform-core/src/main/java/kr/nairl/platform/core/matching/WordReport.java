package kr.nairl.platform.core.matching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestFilter;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.vocabulary.GlossaryDesk;
import org.springframework.stereotype.Component;

/**
 * Words of open interests that no concept covers, for lab managers: what companies ask for and the glossary does not know
 * yet. Reads what the manager may read; a word that was ignored stays out until it is taken back.
 */
@Component
public class WordReport {

    /** The most words of one language. */
    public static final int MOST_WORDS = 100;

    /** The newest interests are read, this many at most. */
    public static final int MOST_INTERESTS = 2_000;

    private static final int WORD_MAX = 120;

    private final Transactions transactions;
    private final InterestDirectory interests;
    private final GlossaryDesk glossary;
    private final IgnoredWords ignored;
    private final AuditTrail audit;
    private final Clock clock;

    WordReport(
            Transactions transactions,
            InterestDirectory interests,
            GlossaryDesk glossary,
            IgnoredWords ignored,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.interests = interests;
        this.glossary = glossary;
        this.ignored = ignored;
        this.audit = audit;
        this.clock = clock;
    }

    /** A word that the report leaves out. */
    public record Ignored(Language language, String word) {}

    /**
     * A word, or two in sequence.
     *
     * @param interests how many interests have it
     * @param example the newest of them
     * @param before the example's sentence up to the word
     * @param written the word as it stands there
     * @param after the rest of the sentence
     */
    public record Uncovered(
            Language language,
            String word,
            int interests,
            InterestId example,
            LocalizedText exampleTitle,
            String before,
            String written,
            String after) {}

    /**
     * The report.
     *
     * @param words most frequent first, {@link #MOST_WORDS} of a language at most
     * @param interests how many were read
     */
    public record Report(List<Uncovered> words, int interests) {
        public Report {
            words = List.copyOf(words);
        }

        /** Those of one language. */
        public List<Uncovered> in(Language language) {
            return words.stream().filter(word -> word.language() == language).toList();
        }
    }

    /**
     * The words that nothing covers now.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public Report uncovered(Actor actor) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(actor, () -> {
            List<InterestCard> cards = open(actor);
            UncoveredWords words = new UncoveredWords(glossary.whole(actor));
            Map<UncoveredWords.Word, Found> found = new LinkedHashMap<>();
            for (InterestCard card : cards) {
                Map<UncoveredWords.Word, UncoveredWords.Place> places = new LinkedHashMap<>();
                texts(card).forEach(text -> words.in(text).forEach(places::putIfAbsent));
                places.forEach((word, place) -> found.computeIfAbsent(word, any -> new Found(card, place))
                        .add(place));
            }
            Set<Ignored> left = new HashSet<>(ignored.all());
            return new Report(ranked(found, left), cards.size());
        });
    }

    /**
     * Words that were ignored, the last first.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public List<Ignored> ignored(Actor actor) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(actor, ignored::all);
    }

    /**
     * Leaves a word out of the report from now on; one that is out already stays so.
     *
     * @throws kr.nairl.platform.core.shared.InvalidInputException field {@code word}
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public void ignore(Actor actor, Ignored word) {
        actor.require(Role.LAB_MANAGER);
        new Violations().required(WORD_MAX, "word", word.word()).refuse();
        transactions.run(actor, () -> {
            ignored.add(word, clock.instant());
            audit.record(actor, "word.ignored", "word", UUID.randomUUID(), Map.of("concept", word.word()));
        });
    }

    /**
     * Takes an ignored word back into the report.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public void restore(Actor actor, Ignored word) {
        actor.require(Role.LAB_MANAGER);
        transactions.run(actor, () -> {
            if (ignored.remove(word)) {
                audit.record(actor, "word.restored", "word", UUID.randomUUID(), Map.of("concept", word.word()));
            }
        });
    }

    private List<InterestCard> open(Actor actor) {
        List<InterestCard> all = new ArrayList<>();
        int total = 1;
        while (all.size() < Math.min(total, MOST_INTERESTS)) {
            var page = interests.search(actor, InterestFilter.ALL, new PageRequest(all.size(), PageRequest.MAX_LIMIT));
            if (page.items().isEmpty()) {
                break;
            }
            total = page.total();
            all.addAll(page.items());
        }
        return all;
    }

    private static Stream<String> texts(InterestCard card) {
        return Stream.of(card.title(), card.need())
                .flatMap(text -> Stream.of(Language.values()).map(text::exactly))
                .filter(text -> text != null)
                .map(text -> (String) text);
    }

    /** A word over all interests: where it stands first, and how it is written how often. */
    private static final class Found {
        private final InterestCard example;
        private final UncoveredWords.Place place;
        private final Map<String, Integer> forms = new HashMap<>();
        private int interests;

        Found(InterestCard example, UncoveredWords.Place place) {
            this.example = example;
            this.place = place;
        }

        void add(UncoveredWords.Place here) {
            interests++;
            forms.merge(here.form(), 1, Integer::sum);
        }

        String form() {
            return forms.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse(place.form());
        }
    }

    private static List<Uncovered> ranked(Map<UncoveredWords.Word, Found> found, Set<Ignored> left) {
        // Two words are one term where more than one interest says them together; a word that never stands alone goes
        // with it.
        Set<UncoveredWords.Word> within = new HashSet<>();
        Set<UncoveredWords.Word> terms = found.entrySet().stream()
                .filter(entry -> entry.getKey().isPair() && entry.getValue().interests > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        terms.forEach(pair -> pair.parts().forEach(part -> {
            Found alone = found.get(part);
            Found together = found.get(pair);
            if (alone != null && together != null && alone.interests == together.interests) {
                within.add(part);
            }
        }));
        return Stream.of(Language.values())
                .flatMap(language -> found.entrySet().stream()
                        .filter(entry -> entry.getKey().language() == language)
                        .filter(entry -> !entry.getKey().isPair() || terms.contains(entry.getKey()))
                        .filter(entry -> !within.contains(entry.getKey()))
                        .map(entry -> uncovered(language, entry.getValue()))
                        .filter(word -> !left.contains(new Ignored(language, word.word())))
                        .sorted(Comparator.comparingInt(Uncovered::interests)
                                .reversed()
                                .thenComparing(Uncovered::word))
                        .limit(MOST_WORDS))
                .toList();
    }

    private static Uncovered uncovered(Language language, Found found) {
        UncoveredWords.Place place = found.place;
        return new Uncovered(
                language,
                found.form(),
                found.interests,
                found.example.id(),
                found.example.title(),
                place.sentence().substring(0, place.start()),
                place.sentence().substring(place.start(), place.end()),
                place.sentence().substring(place.end()));
    }
}
