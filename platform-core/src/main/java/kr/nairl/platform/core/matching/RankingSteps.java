package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The steps from a probe to its answer, wherever the documents are held. */
final class RankingSteps {

    /** The documents that one ranking may see. */
    interface Source {

        int documents();

        /** The score of the best subject, 0 to 1, or of the likeliest; 0 for none. */
        double greatest(ProbeReading reading);

        /** Over these documents, or over all of them that may be among the best. */
        Scoring scoring(ProbeReading reading);

        /** The best of the last {@link #scoring} with their reasons, in the same order; without those that are gone by now. */
        List<Match> told(ProbeReading reading, List<Scoring.Scored> best);
    }

    private final Interpretation interpretation;
    private final Weights weights;
    private final EngineVersion version;

    RankingSteps(Interpretation interpretation, EngineVersion version) {
        this.interpretation = interpretation;
        this.weights = interpretation.weights();
        this.version = version;
    }

    Ranking rank(Probe probe, Direction direction, int limit, Source source) {
        ProbeReading reading = interpretation.read(probe);
        if (source.documents() == 0) {
            return abstained(Ranking.Abstained.Reason.NOTHING_TO_SEARCH, Set.of(), List.of());
        }
        if (reading.features().isEmpty()) {
            return abstained(Ranking.Abstained.Reason.NOTHING_ASKED, missing(probe, reading), List.of());
        }
        if (direction == Direction.EXPERTS_FOR_NEED) {
            double open = (weights.statedEnough() - source.greatest(reading))
                    / (weights.statedEnough() - weights.statedLittle());
            reading = interpretation.imply(reading, Math.clamp(open, 0, 1));
        }
        Scoring scoring = source.scoring(reading);
        List<Scoring.Scored> best = scoring.best(limit);
        if (best.isEmpty() || best.getFirst().score() < weights.abstainBelow()) {
            return abstained(
                    Ranking.Abstained.Reason.NOTHING_CLOSE, missing(probe, reading), unknownWords(reading, scoring));
        }
        List<Match> told = source.told(reading, best);
        // Where documents are held elsewhere, the last one may just have gone.
        return told.isEmpty()
                ? abstained(Ranking.Abstained.Reason.NOTHING_CLOSE, Set.of(), List.of())
                : new Ranking.Matches(told, version);
    }

    private Ranking abstained(
            Ranking.Abstained.Reason reason, Set<Ranking.Abstained.Missing> missing, List<String> unknownWords) {
        return new Ranking.Abstained(reason, missing, unknownWords, version);
    }

    private static Set<Ranking.Abstained.Missing> missing(Probe probe, ProbeReading reading) {
        Set<Ranking.Abstained.Missing> missing = EnumSet.noneOf(Ranking.Abstained.Missing.class);
        if (probe.texts().stream().allMatch(text -> text.text().isBlank())) {
            missing.add(Ranking.Abstained.Missing.TEXT);
        } else if (reading.features().size() < 8) {
            missing.add(Ranking.Abstained.Missing.DETAIL);
        }
        if (reading.features().stream().noneMatch(ProbeReading::states)) {
            missing.add(Ranking.Abstained.Missing.TOPIC);
        }
        return missing;
    }

    private static List<String> unknownWords(ProbeReading reading, Scoring scoring) {
        Set<TextAnalysis.Term> unknown = new LinkedHashSet<>();
        for (int i = 0; i < reading.features().size(); i++) {
            if (reading.features().get(i) instanceof ProbeReading.AskedWord word && !scoring.known(i)) {
                unknown.add(word.term());
            }
        }
        Set<String> written = new LinkedHashSet<>();
        for (ProbeReading.Place place : reading.places()) {
            TextAnalysis.Sentence sentence = place.sentence();
            for (TextAnalysis.Word word : sentence.words()) {
                if (unknown.contains(word.term()) && !sentence.covered(word)) {
                    written.add(sentence.text().substring(word.start(), word.end()));
                }
            }
        }
        List<String> kept = new ArrayList<>();
        for (String word : written) {
            // Nori gives a compound and its parts; the compound is what the person wrote.
            if (kept.size() < 12 && written.stream().noneMatch(other -> !other.equals(word) && other.contains(word))) {
                kept.add(word);
            }
        }
        return kept;
    }
}
