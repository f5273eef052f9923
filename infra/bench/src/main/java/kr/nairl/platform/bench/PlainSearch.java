package kr.nairl.platform.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The rivals: plain BM25 (k1 1.2, b 0.75) and plain TF-IDF (logarithmic counts, cosine) over Lucene's standard analysers,
 * Nori for Hangul and English for the rest. A person's score is the mean of their three best documents, missing ones
 * counted as nothing.
 */
final class PlainSearch {

    /** How a document is weighed. */
    enum Weighing {
        BM25,
        TF_IDF
    }

    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final int BEST_DOCUMENTS = 3;

    private record Posting(int document, double weight) {}

    private final Weighing weighing;
    private final List<String> owners = new ArrayList<>();
    private final Map<String, List<Posting>> index = new HashMap<>();
    private final Map<String, Double> rarity = new HashMap<>();

    PlainSearch(Weighing weighing, Collection<Experts.Expert> experts, @Nullable Integer beforeYear)
            throws IOException {
        this.weighing = weighing;
        List<Map<String, Integer>> documents = new ArrayList<>();
        for (Experts.Expert expert : experts) {
            for (Experts.Text text : expert.documents()) {
                if (beforeYear == null || (text.year() != null && text.year() < beforeYear)) {
                    owners.add(expert.id());
                    documents.add(Plain.count(text.whole()));
                }
            }
        }
        Map<String, Integer> holding = new HashMap<>();
        documents.forEach(document -> document.keySet().forEach(word -> holding.merge(word, 1, Integer::sum)));
        holding.forEach((word, count) -> rarity.put(
                word,
                switch (weighing) {
                    case BM25 -> Math.log(1 + (documents.size() - count + 0.5) / (count + 0.5));
                    case TF_IDF -> Math.log((1.0 + documents.size()) / (1.0 + count)) + 1;
                }));
        double meanLength =
                documents.stream().mapToInt(PlainSearch::length).average().orElse(1);
        for (int i = 0; i < documents.size(); i++) {
            int number = i;
            weights(documents.get(i), meanLength)
                    .forEach((word, weight) -> index.computeIfAbsent(word, any -> new ArrayList<>())
                            .add(new Posting(number, weight)));
        }
    }

    private static int length(Map<String, Integer> document) {
        return document.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Map<String, Double> weights(Map<String, Integer> document, double meanLength) {
        Map<String, Double> weights = new HashMap<>();
        double length = length(document) / meanLength;
        document.forEach((word, count) -> {
            double rare = rarity.getOrDefault(word, 0.0);
            weights.put(
                    word,
                    switch (weighing) {
                        case BM25 -> rare * count * (K1 + 1) / (count + K1 * (1 - B + B * length));
                        case TF_IDF -> rare * (1 + Math.log(count));
                    });
        });
        return weighing == Weighing.TF_IDF ? normalised(weights) : weights;
    }

    private static Map<String, Double> normalised(Map<String, Double> weights) {
        double norm = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        weights.replaceAll((word, weight) -> weight / Math.max(1e-9, norm));
        return weights;
    }

    /** The best people, best first, equal ones by id. */
    List<String> rank(String query, int top) throws IOException {
        Map<String, Integer> counts = Plain.count(query);
        Map<String, Double> asked = new HashMap<>();
        if (weighing == Weighing.TF_IDF) {
            asked.putAll(weights(counts, 1));
        } else {
            counts.forEach((word, count) -> asked.put(word, (double) count));
        }
        Map<Integer, Double> scores = new HashMap<>();
        asked.forEach((word, weight) -> index.getOrDefault(word, List.of())
                .forEach(posting -> scores.merge(posting.document(), weight * posting.weight(), Double::sum)));
        Map<String, List<Double>> byOwner = new HashMap<>();
        scores.forEach((document, score) -> byOwner.computeIfAbsent(owners.get(document), any -> new ArrayList<>())
                .add(score));
        Map<String, Double> pooled = new HashMap<>();
        byOwner.forEach((owner, all) -> pooled.put(
                owner,
                all.stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(BEST_DOCUMENTS)
                        .mapToDouble(Double::doubleValue)
                        .sum()));
        return pooled.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(top)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Standard analysis. */
    private static final class Plain {
        private static final Analyzer KOREAN = new KoreanAnalyzer();
        private static final Analyzer ENGLISH = new EnglishAnalyzer();

        static Map<String, Integer> count(String text) throws IOException {
            Map<String, Integer> counts = new HashMap<>();
            collect(KOREAN, text.replaceAll("[^가-힣]", " "), counts);
            collect(ENGLISH, text.replaceAll("[가-힣]", " "), counts);
            return counts;
        }

        private static void collect(Analyzer analyzer, String text, Map<String, Integer> counts) throws IOException {
            try (TokenStream tokens = analyzer.tokenStream("text", text)) {
                CharTermAttribute form = tokens.addAttribute(CharTermAttribute.class);
                tokens.reset();
                while (tokens.incrementToken()) {
                    counts.merge(form.toString(), 1, Integer::sum);
                }
                tokens.end();
            }
        }
    }
}
