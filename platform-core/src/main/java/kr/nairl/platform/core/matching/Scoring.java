package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;

/**
 * Computes, for one probe over one view, what each subject has of each thing asked. {@link Weights} tells the formula.
 * Every amount keeps its document and the concept it was met by, so that reasons are read off and not made up.
 */
final class Scoring {

    /**
     * What a subject has of one feature.
     *
     * @param document the best document for it
     */
    record Part(int feature, double amount, int document, Met met) {}

    /** What a feature was met by. */
    sealed interface Met {
        record ByConcept(ConceptId concept) implements Met {}

        /** The word that gave most of it. */
        record ByWord(TextAnalysis.Term term) implements Met {}

        record ByMeaning() implements Met {}
    }

    /**
     * A subject's result.
     *
     * @param parts above 0, greatest first
     * @param sameSubProject amount for the sub-project that probe and subject share
     * @param amount the sum of both
     */
    record Scored(
            Subject subject, double score, double amount, List<Part> parts, double sameSubProject, int subProject) {}

    private record Hit(int document, int feature, double amount, Met met) {}

    /** How often a document says a word, by any of its forms. */
    private static final class Said {
        private double count;
        private double most;
        private TextAnalysis.Term by;

        Said(TextAnalysis.Term by) {
            this.by = by;
        }

        void add(TextAnalysis.Term term, double more) {
            count += more;
            if (more > most) {
                most = more;
                by = term;
            }
        }
    }

    private final ProbeReading probe;
    private final Set<Integer> subProjects;
    private final ShelfView view;
    private final Set<Audience> visible;
    private final Glossary glossary;
    private final Weights weights;
    private final int documents;
    private double asked;
    private final Set<Integer> knownFeatures = new HashSet<>();

    Scoring(
            ProbeReading probe,
            Set<Integer> subProjects,
            ShelfView view,
            Set<Audience> visible,
            Glossary glossary,
            Weights weights) {
        this.probe = probe;
        this.subProjects = subProjects;
        this.view = view;
        this.visible = visible;
        this.glossary = glossary;
        this.weights = weights;
        this.documents = view.documents(visible);
    }

    /** Does any visible document hold the feature? Known after {@link #best}. */
    boolean known(int feature) {
        return knownFeatures.contains(feature);
    }

    /** The best subjects, best first. */
    List<Scored> best(int limit) {
        Map<Integer, List<Hit>> bySubject = new HashMap<>();
        List<ProbeReading.Feature> features = probe.features();
        for (int feature = 0; feature < features.size(); feature++) {
            List<Hit> hits = switch (features.get(feature)) {
                case ProbeReading.AskedConcept concept -> hits(feature, concept);
                case ProbeReading.AskedWord word -> hits(feature, word);
                case ProbeReading.AskedMeaning meaning -> hits(feature, meaning);
            };
            if (!hits.isEmpty()) {
                knownFeatures.add(feature);
            }
            for (Hit hit : hits) {
                bySubject
                        .computeIfAbsent(view.subjectOf(hit.document()), any -> new ArrayList<>())
                        .add(hit);
            }
        }
        return bySubject.values().stream()
                .map(this::pooled)
                .filter(this::shown)
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(Scored::subject, Subject.ORDER))
                .limit(limit)
                .toList();
    }

    private boolean shown(Scored scored) {
        if (scored.amount() <= 0 || scored.score() < weights.minimumScore()) {
            return false;
        }
        boolean concept = scored.parts().stream().anyMatch(part -> part.met() instanceof Met.ByConcept);
        // One common word is chance, unless it is all that was asked.
        int enough =
                weights.minimumOnWords() == 0 ? 1 : Math.min(2, probe.features().size());
        return concept
                || (scored.score() >= weights.minimumOnWords() && scored.parts().size() >= enough);
    }

    private List<Hit> hits(int feature, ProbeReading.AskedConcept concept) {
        double specificity = glossary.specificity(concept.concept());
        double meanLength = view.meanLength(DocumentShelf.CONCEPT, visible);
        Map<Integer, Hit> best = new HashMap<>();
        concept.credits().forEach((met, credit) -> {
            List<int[]> found = found(DocumentShelf.CONCEPT, met.toString());
            if (met.equals(concept.concept())) {
                asked += concept.weight() * specificity * rarity(found.size());
            }
            double full =
                    concept.weight() * credit * rarity(found.size()) * Math.min(specificity, glossary.specificity(met));
            for (int[] posting : found) {
                double length = view.length(DocumentShelf.CONCEPT, posting[0]) / meanLength;
                double presence = presence(posting[1], length, weights.conceptSaturation(), weights.conceptLength());
                double amount = full * presence * view.head(posting[0]).weight();
                Hit earlier = best.get(posting[0]);
                if (earlier == null || amount > earlier.amount()) {
                    best.put(posting[0], new Hit(posting[0], feature, amount, new Met.ByConcept(met)));
                }
            }
        });
        return best.values().stream()
                .filter(hit -> hit.amount() > 0)
                .sorted(Comparator.comparingInt(Hit::document))
                .toList();
    }

    private List<Hit> hits(int feature, ProbeReading.AskedWord word) {
        Map<Integer, Said> said = new TreeMap<>();
        double holding = 0;
        for (Map.Entry<TextAnalysis.Term, Double> credit : word.credits().entrySet()) {
            TextAnalysis.Term term = credit.getKey();
            List<int[]> found = found(term.language().name(), term.form());
            holding += credit.getValue() * found.size();
            for (int[] posting : found) {
                said.computeIfAbsent(posting[0], any -> new Said(term)).add(term, credit.getValue() * posting[1]);
            }
        }
        // A word that nobody here writes says that the probe asks for something else, but less surely than a known one.
        asked += word.weight() * (said.isEmpty() ? 0.5 : rarity(holding));
        double full = word.weight() * rarity(holding);
        double meanLength = 0;
        for (Language language : Language.values()) {
            meanLength += view.meanLength(language.name(), visible);
        }
        List<Hit> hits = new ArrayList<>();
        for (Map.Entry<Integer, Said> entry : said.entrySet()) {
            int document = entry.getKey();
            double length = 0;
            for (Language language : Language.values()) {
                length += view.length(language.name(), document);
            }
            double presence = presence(
                    entry.getValue().count, length / meanLength, weights.wordSaturation(), weights.wordLength());
            double amount = full * presence * view.head(document).weight();
            hits.add(new Hit(document, feature, amount, new Met.ByWord(entry.getValue().by)));
        }
        return hits;
    }

    /** Comes last, since it weighs against all the rest that is asked. */
    private List<Hit> hits(int feature, ProbeReading.AskedMeaning meaning) {
        double full = meaning.weight() * Math.sqrt(asked * weights.pivot());
        List<Hit> hits = new ArrayList<>();
        view.cosines(meaning.places(), visible, (document, cosine) -> {
            double closeness = (cosine - weights.meaningFrom()) / (weights.meaningFull() - weights.meaningFrom());
            if (closeness > 0) {
                double amount =
                        full * Math.min(1, closeness) * view.head(document).weight();
                hits.add(new Hit(document, feature, amount, new Met.ByMeaning()));
            }
        });
        return hits;
    }

    private List<int[]> found(String kind, String form) {
        List<int[]> found = new ArrayList<>();
        view.postings(kind, form, visible, (document, count) -> found.add(new int[] {document, count}));
        return found;
    }

    /**
     * Inverse document frequency as in BM25, scaled to 0..1 so that it means the same in a small and a large lab. Imagined
     * documents that hold nothing keep a handful of real ones from making a topic look common.
     */
    private double rarity(double holding) {
        double all = documents + weights.imaginedDocuments();
        return Math.log(1 + (all - holding + 0.5) / (holding + 0.5)) / Math.log(1 + (all + 0.5) / 0.5);
    }

    private static double presence(double count, double length, double saturation, double lengthPart) {
        return count / (count + saturation * (1 - lengthPart + lengthPart * length));
    }

    private Scored pooled(List<Hit> hits) {
        Map<Integer, Double> factors = factors(hits);
        Map<Integer, List<Hit>> byFeature = new HashMap<>();
        hits.forEach(hit -> byFeature
                .computeIfAbsent(hit.feature(), any -> new ArrayList<>())
                .add(hit));
        List<Part> parts = new ArrayList<>();
        Comparator<Hit> order = Comparator.<Hit>comparingDouble(hit -> hit.amount() * factor(factors, hit))
                .reversed()
                .thenComparing(hit -> view.head(hit.document()).id());
        byFeature.forEach((feature, same) -> {
            same.sort(order);
            Hit first = same.getFirst();
            double amount = first.amount() * factor(factors, first);
            double second = same.stream()
                    .filter(hit -> !view.head(hit.document())
                            .source()
                            .row()
                            .equals(view.head(first.document()).source().row()))
                    .findFirst()
                    .map(hit -> hit.amount() * factor(factors, hit))
                    .orElse(0.0);
            parts.add(new Part(feature, amount + weights.secondDocument() * second, first.document(), first.met()));
        });
        parts.sort(Comparator.comparingDouble(Part::amount).reversed().thenComparingInt(Part::feature));
        double text = 0;
        for (Part part : parts) {
            text += part.amount();
        }
        int subProject = sharedSubProject(hits);
        double structured = subProject == 0 ? 0 : weights.sameSubProject() * text;
        double amount = text + structured;
        double score =
                asked <= 0 ? 0 : 1 - Math.exp(-weights.steepness() * amount / Math.sqrt(asked * weights.pivot()));
        Subject subject = view.subjects().get(view.subjectOf(hits.getFirst().document()));
        return new Scored(subject, score, amount, parts, structured, subProject);
    }

    private static double factor(Map<Integer, Double> factors, Hit hit) {
        return factors.getOrDefault(hit.document(), 1.0);
    }

    /** Standing texts count fully; works less and less in the order of what they hold of the probe. */
    private Map<Integer, Double> factors(List<Hit> hits) {
        Map<Integer, Double> works = new HashMap<>();
        for (Hit hit : hits) {
            if (!view.head(hit.document()).standing()) {
                works.merge(hit.document(), hit.amount(), Double::sum);
            }
        }
        Integer[] order = works.keySet().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingDouble(document -> works.getOrDefault(document, 0.0))
                        .reversed()
                        .thenComparing(document -> view.head(document).id()));
        Map<Integer, Double> factors = new HashMap<>();
        double factor = 1;
        for (Integer document : order) {
            factors.put(document, factor);
            factor *= weights.nextResult();
        }
        return factors;
    }

    /** The least number of a sub-project that the probe names and a visible document of the subject belongs to; 0 for none. */
    private int sharedSubProject(List<Hit> hits) {
        return hits.stream()
                .flatMap(hit -> view.head(hit.document()).subProjects().stream())
                .filter(subProjects::contains)
                .min(Comparator.naturalOrder())
                .orElse(0);
    }
}
