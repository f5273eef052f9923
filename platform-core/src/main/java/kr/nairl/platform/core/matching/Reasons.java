package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.jspecify.annotations.Nullable;

/** Turns a subject's amounts into shares and sentences. Nothing is said here that did not add to the score. */
final class Reasons {

    private static final int MOST_SHARES = 8;
    private static final int MOST_EVIDENCE = 3;

    private record Candidate(Evidence evidence, double amount, int document, List<Scoring.Part> parts) {}

    private final ProbeReading probe;
    private final ShelfReading shelf;
    private final ShelfView view;
    private final Numbering numbering;
    private final Lexicon lexicon;
    private final Map<Integer, int[]> numbersOfWords = new HashMap<>();

    Reasons(ProbeReading probe, ShelfReading shelf, Lexicon lexicon) {
        this.probe = probe;
        this.shelf = shelf;
        this.view = shelf.view();
        this.numbering = view.numbering();
        this.lexicon = lexicon;
    }

    Match match(Scoring.Scored scored) {
        return new Match(
                scored.subject(), scored.score(), Match.Strength.of(scored.score()), shares(scored), evidence(scored));
    }

    private List<Share> shares(Scoring.Scored scored) {
        List<Share> shares = new ArrayList<>();
        for (Scoring.Part part : scored.parts()) {
            shares.add(new Share(reason(part), part.amount() / scored.amount()));
        }
        if (scored.sameSubProject() > 0) {
            shares.add(new Share(
                    new Reason.SameSubProject(scored.subProject()), scored.sameSubProject() / scored.amount()));
        }
        shares.sort(Comparator.comparingDouble(Share::part).reversed());
        if (shares.size() > MOST_SHARES + 1) {
            List<Share> small = shares.subList(MOST_SHARES, shares.size());
            Share rest = new Share(
                    new Reason.Smaller(small.size()),
                    small.stream().mapToDouble(Share::part).sum());
            small.clear();
            shares.add(rest);
        }
        return shares;
    }

    private Reason reason(Scoring.Part part) {
        return switch (probe.features().get(part.feature())) {
            case ProbeReading.AskedConcept asked -> shared(asked, part);
            case ProbeReading.AskedWord asked -> shared(asked, part);
            case ProbeReading.AskedMeaning asked -> new Reason.AlikeInMeaning();
        };
    }

    private static Reason shared(ProbeReading.AskedConcept asked, Scoring.Part part) {
        return switch (asked.ground()) {
            case CHOSEN, FOUND -> new Reason.SharedConcept(asked.concept(), found(asked, part));
            case IMPLIED -> new Reason.ImpliedConcept(asked.concept(), found(asked, part));
        };
    }

    private static ConceptId found(ProbeReading.AskedConcept asked, Scoring.Part part) {
        return part.met() instanceof Scoring.Met.ByConcept(ConceptId met) ? met : asked.concept();
    }

    private Reason shared(ProbeReading.AskedWord asked, Scoring.Part part) {
        return part.met() instanceof Scoring.Met.ByWord(TextAnalysis.Term met) && !met.equals(asked.term())
                ? new Reason.TranslatedWord(asked.written(), asked.term().language(), lexicon.written(met))
                : new Reason.SharedWord(asked.written(), asked.term().language());
    }

    private List<Evidence> evidence(Scoring.Scored scored) {
        Map<Integer, List<Scoring.Part>> byDocument = new TreeMap<>();
        scored.parts()
                .forEach(part -> byDocument
                        .computeIfAbsent(part.document(), any -> new ArrayList<>())
                        .add(part));
        List<Candidate> candidates = new ArrayList<>();
        byDocument.forEach((document, parts) -> {
            Candidate candidate = best(document, parts);
            if (candidate != null) {
                candidates.add(candidate);
            }
        });
        candidates.sort(Comparator.comparingDouble(Candidate::amount)
                .reversed()
                .thenComparing(candidate -> view.head(candidate.document()).id()));
        List<Evidence> kept = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (fields.size() == MOST_EVIDENCE) {
                break;
            }
            // The other language's form of a field says the same again, to those who read that language.
            if (fields.add(field(candidate.evidence().found().source()))) {
                kept.add(candidate.evidence());
                kept.addAll(otherwise(candidate));
            }
        }
        return kept;
    }

    private static String field(SourceReference source) {
        return source.row() + "/" + source.field();
    }

    /** What the other language's form of the document's field shows of the same parts; nothing where it shows none of them. */
    private List<Evidence> otherwise(Candidate kept) {
        int document = kept.document();
        String field = field(kept.evidence().found().source());
        List<Evidence> other = new ArrayList<>();
        for (int beside : shelf.documentsOf(view.subjectOf(document))) {
            if (beside != document
                    && view.sameRow(beside, document)
                    && field(view.head(beside).source()).equals(field)) {
                Candidate candidate = marked(beside, view.sentences(beside), kept.parts());
                if (candidate != null) {
                    other.add(candidate.evidence());
                }
            }
        }
        return other;
    }

    /** The document's sentence that holds most of what the document gave, beside the probe's sentence that asks most of it. */
    private @Nullable Candidate best(int document, List<Scoring.Part> parts) {
        List<MarkedSentence> sentences = view.sentences(document);
        Candidate marked = marked(document, sentences, parts);
        return marked == null ? alike(document, sentences, parts) : marked;
    }

    private @Nullable Candidate marked(int document, List<MarkedSentence> sentences, List<Scoring.Part> parts) {
        Map<Integer, BitSet> partsByNumber = partsByNumber(parts);
        MarkedSentence best = null;
        BitSet bestHeld = new BitSet();
        double most = 0;
        for (MarkedSentence sentence : sentences) {
            BitSet held = new BitSet();
            sentence.each((number, start, end) -> {
                BitSet by = partsByNumber.get(number);
                if (by != null) {
                    held.or(by);
                }
            });
            double amount =
                    held.stream().mapToDouble(part -> parts.get(part).amount()).sum();
            if (amount > most) {
                best = sentence;
                bestHeld = held;
                most = amount;
            }
        }
        if (best == null) {
            return null;
        }
        List<Evidence.Range> marks = new ArrayList<>();
        best.each((number, start, end) -> {
            if (partsByNumber.containsKey(number)) {
                marks.add(new Evidence.Range(start, end));
            }
        });
        List<Scoring.Part> held = bestHeld.stream().mapToObj(parts::get).toList();
        Evidence.Quote found = quote(document, best, merged(marks));
        List<Reason> reasons = held.stream().map(this::reason).toList();
        return new Candidate(
                new Evidence(found, asked(held, found.source().language()), reasons), most, document, parts);
    }

    private Evidence.Quote quote(int document, MarkedSentence sentence, List<Evidence.Range> marks) {
        String text = view.text(document).substring(sentence.start(), sentence.end());
        return new Evidence.Quote(view.head(document).source(), text, marks);
    }

    /** Which of the parts, by their places in the list, each word and each concept speaks for. */
    private Map<Integer, BitSet> partsByNumber(List<Scoring.Part> parts) {
        Map<Integer, BitSet> byNumber = new HashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            for (int number : numbers(parts.get(part))) {
                byNumber.computeIfAbsent(number, any -> new BitSet()).set(part);
            }
        }
        return byNumber;
    }

    private int[] numbers(Scoring.Part part) {
        return switch (probe.features().get(part.feature())) {
            case ProbeReading.AskedConcept asked ->
                numbering.known(found(asked, part)).stream().toArray();
            case ProbeReading.AskedWord asked ->
                numbersOfWords.computeIfAbsent(
                        part.feature(),
                        any -> asked.credits().keySet().stream()
                                .flatMapToInt(term -> numbering.known(term).stream())
                                .toArray());
            case ProbeReading.AskedMeaning asked -> new int[0];
        };
    }

    /** A document that is near as a whole is shown by how it begins, with nothing marked. */
    private @Nullable Candidate alike(int document, List<MarkedSentence> sentences, List<Scoring.Part> parts) {
        if (sentences.isEmpty() || probe.places().isEmpty()) {
            return null;
        }
        Evidence.Quote found = quote(document, sentences.getFirst(), List.of());
        double amount = parts.stream().mapToDouble(Scoring.Part::amount).sum();
        List<Reason> reasons = parts.stream().map(this::reason).toList();
        return new Candidate(new Evidence(found, whole(found.source().language()), reasons), amount, document, parts);
    }

    /** The probe as a whole, shown by how it begins, with nothing marked. */
    private Evidence.Asked whole(Language language) {
        ProbeReading.Place first = probe.places().stream()
                .filter(place -> place.source().language() == language)
                .findFirst()
                .orElseGet(probe.places()::getFirst);
        return new Evidence.Asked.Sentence(
                new Evidence.Quote(first.source(), first.sentence().text(), List.of()));
    }

    /** The probe's sentence that asks most of it: one in this language, if any in it asks any of it. */
    private Evidence.Asked asked(List<Scoring.Part> held, Language language) {
        ProbeReading.Place best = null;
        boolean bestSame = false;
        double most = 0;
        for (ProbeReading.Place place : probe.places()) {
            double amount = held.stream()
                    .filter(part -> !marksAsked(place.sentence(), part).isEmpty())
                    .mapToDouble(Scoring.Part::amount)
                    .sum();
            boolean same = place.source().language() == language;
            if (amount > 0 && (same == bestSame ? amount > most : same)) {
                best = place;
                bestSame = same;
                most = amount;
            }
        }
        if (best != null) {
            List<Evidence.Range> marks = new ArrayList<>();
            for (Scoring.Part part : held) {
                marks.addAll(marksAsked(best.sentence(), part));
            }
            return new Evidence.Asked.Sentence(
                    new Evidence.Quote(best.source(), best.sentence().text(), merged(marks)));
        }
        // Only a chosen topic and an implied concept are asked without a sentence.
        for (Scoring.Part part : held) {
            if (probe.features().get(part.feature()) instanceof ProbeReading.AskedConcept asked
                    && asked.ground() == ProbeReading.Ground.CHOSEN) {
                return new Evidence.Asked.Topic(new Reason.SharedConcept(asked.concept(), found(asked, part)));
            }
        }
        return whole(language);
    }

    private List<Evidence.Range> marksAsked(TextAnalysis.Sentence sentence, Scoring.Part part) {
        return switch (probe.features().get(part.feature())) {
            case ProbeReading.AskedConcept asked -> mentions(sentence, asked.concept());
            case ProbeReading.AskedWord asked -> words(sentence, asked.term());
            case ProbeReading.AskedMeaning asked -> List.of();
        };
    }

    private static List<Evidence.Range> mentions(TextAnalysis.Sentence sentence, ConceptId concept) {
        List<Evidence.Range> ranges = new ArrayList<>();
        for (Glossary.Mention mention : sentence.mentions()) {
            if (mention.concept().equals(concept)) {
                ranges.add(new Evidence.Range(mention.start(), mention.end()));
            }
        }
        return ranges;
    }

    private static List<Evidence.Range> words(TextAnalysis.Sentence sentence, TextAnalysis.Term term) {
        List<Evidence.Range> ranges = new ArrayList<>();
        for (TextAnalysis.Word word : sentence.words()) {
            if (word.term().equals(term)) {
                ranges.add(new Evidence.Range(word.start(), word.end()));
            }
        }
        return ranges;
    }

    private static List<Evidence.Range> merged(List<Evidence.Range> ranges) {
        List<Evidence.Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Evidence.Range::start).thenComparingInt(Evidence.Range::end));
        List<Evidence.Range> merged = new ArrayList<>();
        for (Evidence.Range range : sorted) {
            if (!merged.isEmpty() && range.start() < merged.getLast().end()) {
                Evidence.Range last = merged.removeLast();
                merged.add(new Evidence.Range(last.start(), Math.max(last.end(), range.end())));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
