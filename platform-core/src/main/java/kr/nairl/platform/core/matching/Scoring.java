package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

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

    /**
     * A feature with the forms that may meet it.
     *
     * @param full the amount of a document that is full of it, or the most that any can have
     */
    private sealed interface Sought {
        int feature();

        double full();
    }

    private record SoughtConcept(int feature, double full, List<Credit> credits) implements Sought {}

    /** @param full the amount of a document that is full of this concept */
    private record Credit(ConceptId met, double full, ShelfReading.Form form) {}

    private record SoughtWord(int feature, double full, List<Said> sayings) implements Sought {}

    private record Said(TextAnalysis.Term term, double credit, ShelfReading.Form form) {}

    private record SoughtMeaning(int feature, double full, List<byte[]> places) implements Sought {}

    /**
     * How far a ranking goes in a large shelf. {@code infra/bench/match-speed} shows what the limits cost and save.
     *
     * @param placed in shelves with more documents only those are placed that words and concepts speak for
     * @param occurrences the strongest words and concepts choose candidates, until this many of their occurrences were
     *     seen; what is implied has as many again
     * @param candidates subjects, at most
     * @param likely as many where candidates are only likely ones
     * @param computed of those likely ones, at most
     */
    record Limits(int placed, long occurrences, int candidates, int likely, int computed) {

        static final Limits SHIPPED = new Limits(20_000, 150_000, 2_048, 320, 160);

        /** Computes everything. */
        static final Limits NONE =
                new Limits(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** A share of a feature up to this is none: rounding. */
    private static final double SAME = 1e-9;

    /** Candidates computed together. */
    private static final int BATCH = 16;

    private final ProbeReading probe;
    private final Set<Integer> subProjects;
    private final ShelfView view;
    private final ShelfReading shelf;
    private final Statistics statistics;
    private final Glossary glossary;
    private final Weights weights;
    private final Limits limits;
    private final int documents;
    private final double meanWords;
    private final double meanConcepts;
    private final Map<Integer, ShelfView.Head> heads = new HashMap<>();

    /** What is left of works that grew old; those that did not are left out. */
    private final Map<Integer, Double> aged = new HashMap<>();

    private final List<Sought> sought = new ArrayList<>();
    private final Set<Integer> knownFeatures = new HashSet<>();
    private final Meeting met;

    /** The same shelf's for less of the same probe, whose bounds are gone on with. */
    private final @Nullable Scoring before;

    /** By feature, those that {@link #sums} hold. */
    private final Map<Object, Sought> summed = new HashMap<>();

    /** By subject, what words and concepts give at most. */
    private float[] sums = {};

    /** The same with what the meaning gives, if {@link #placed}. */
    private float[] bounds = {};

    private int @Nullable [] order;

    /** Whether the bounds hold what the meaning gives to those in {@link #order}. */
    private boolean placed;

    /** Whether nothing is above its bound. */
    private boolean exact;

    private double asked;

    Scoring(
            ProbeReading probe,
            Set<Integer> subProjects,
            ShelfReading shelf,
            Glossary glossary,
            Weights weights,
            Limits limits) {
        this(probe, subProjects, shelf, shelf, glossary, weights, limits, null);
    }

    /**
     * @param statistics of all documents, where the shelf holds but some of them
     * @param before of the same over the same reading of the shelf, for what the probe asks itself
     */
    Scoring(
            ProbeReading probe,
            Set<Integer> subProjects,
            ShelfReading shelf,
            Statistics statistics,
            Glossary glossary,
            Weights weights,
            Limits limits,
            @Nullable Scoring before) {
        this.probe = probe;
        this.subProjects = subProjects;
        this.view = shelf.view();
        this.shelf = shelf;
        this.statistics = statistics;
        this.glossary = glossary;
        this.weights = weights;
        this.limits = limits;
        this.before = before;
        this.documents = statistics.documents();
        this.meanWords = statistics.meanWords();
        this.meanConcepts = statistics.meanConcepts();
        seek();
        this.met = new Meeting();
    }

    /** Does any visible document hold the feature? */
    boolean known(int feature) {
        return knownFeatures.contains(feature);
    }

    /**
     * A form that speaks for a document.
     *
     * @param kind as in {@link ShelfReading#form}
     * @param full the amount of a document that is full of it
     */
    record Wanted(String kind, String form, double full) {}

    /** What to look for among documents that the shelf does not hold, the strongest first. */
    List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        for (Sought one : sought) {
            switch (one) {
                case SoughtConcept concept ->
                    concept.credits()
                            .forEach(credit -> wanted.add(new Wanted(
                                    DocumentShelf.CONCEPT, credit.met().toString(), credit.full())));
                case SoughtWord word ->
                    word.sayings()
                            .forEach(said -> wanted.add(new Wanted(
                                    said.term().language().name(), said.term().form(), word.full() * said.credit())));
                case SoughtMeaning meaning -> {
                    // No form says it.
                }
            }
        }
        wanted.sort(Comparator.comparingDouble(Wanted::full).reversed());
        return wanted;
    }

    /**
     * The best subjects, best first. First every subject's amount is bounded from above, cheaply; then those with the
     * greatest bounds are computed until no other can be among the best. Beyond the {@link Limits} the bounds are only
     * estimates, and the subjects with the greatest are computed.
     */
    List<Scored> best(int limit) {
        bound();
        placeLikely();
        return best(limit, limits.computed());
    }

    /** The score of the best subject, 0 to 1, or of the likeliest where candidates are only likely ones; 0 for none. */
    double greatest() {
        bound();
        List<Scored> best = best(1, BATCH);
        return best.isEmpty() ? 0 : best.getFirst().score();
    }

    private List<Scored> best(int limit, int most) {
        int[] likely = Objects.requireNonNull(order);
        List<Scored> best = new ArrayList<>();
        int size = Math.max(BATCH, limit);
        for (int from = 0; from < likely.length; from += size) {
            double bound = 1.0001 * bounds[likely[from]] * (subProjects.isEmpty() ? 1 : 1 + weights.sameSubProject());
            boolean enough = score(bound) < weights.minimumScore()
                    || (best.size() == limit && best.getLast().amount() > bound);
            if (exact ? enough : (from >= most || (enough && from > 0))) {
                break;
            }
            best.addAll(computed(Arrays.copyOfRange(likely, from, Math.min(likely.length, from + size))));
            best.sort(
                    Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::subject, Subject.ORDER));
            best.subList(Math.min(limit, best.size()), best.size()).clear();
        }
        return best;
    }

    /** A feature, or a share of it above 0. */
    private record Left(Sought sought, double share) {}

    /** What each subject could have at most, were none of its works counted less than another. */
    private void bound() {
        if (order != null) {
            return;
        }
        Bounds found = new Bounds();
        exact = true;
        long occurrences = 0;
        for (Left left : left(found)) {
            occurrences += occurrences(left.sought());
            if (occurrences <= limits.occurrences()) {
                found.add(left);
                summed.put(key(left.sought()), left.sought());
            } else {
                exact = false;
            }
        }
        sums = found.sums;
        placed = documents <= limits.placed();
        exact &= placed;
        if (placed) {
            Bounds meant = new Bounds(sums.clone());
            for (Sought one : sought) {
                if (one instanceof SoughtMeaning meaning) {
                    shelf.cosines(
                            meaning.places(),
                            (document, cosine) -> meant.add(document, meaning.full() * closeness(cosine)));
                    meant.next();
                }
            }
            bounds = meant.sums;
        } else {
            bounds = sums.clone();
        }
        order = order();
    }

    /**
     * Takes over what was summed before, and says which words and concepts are left, the strongest first. What the probe
     * implies takes its weight evenly from what it states, so that the sums of before need but one factor.
     */
    private List<Left> left(Bounds found) {
        Map<Object, Double> shares = new HashMap<>();
        if (before != null && before.order != null) {
            Map<Object, Double> ratios = new HashMap<>();
            for (Sought one : sought) {
                Sought earlier = before.summed.get(key(one));
                if (earlier != null && earlier.full() > 0) {
                    ratios.put(key(one), one.full() / earlier.full());
                }
            }
            double common = ratios.size() < before.summed.size()
                    ? 0
                    : ratios.values().stream().mapToDouble(ratio -> ratio).min().orElse(0);
            if (common > 0) {
                found.take(before.sums, (float) common);
                ratios.forEach((key, ratio) -> shares.put(key, 1 - common / ratio));
                summed.putAll(before.summed);
            }
        }
        List<Left> left = new ArrayList<>();
        for (Sought one : sought) {
            double share = shares.getOrDefault(key(one), 1.0);
            if (!(one instanceof SoughtMeaning) && one.full() > 0 && share > SAME) {
                left.add(new Left(one, share));
            }
        }
        left.sort(Comparator.comparingDouble(
                        (Left one) -> one.share() * one.sought().full())
                .reversed());
        return left;
    }

    private Object key(Sought one) {
        return switch (probe.features().get(one.feature())) {
            case ProbeReading.AskedConcept concept -> concept.concept();
            case ProbeReading.AskedWord word -> word.term();
            case ProbeReading.AskedMeaning meaning -> meaning;
        };
    }

    private static long occurrences(Sought one) {
        return switch (one) {
            case SoughtConcept concept ->
                concept.credits().stream()
                        .mapToLong(credit -> credit.form().holding())
                        .sum();
            case SoughtWord word ->
                word.sayings().stream().mapToLong(said -> said.form().holding()).sum();
            case SoughtMeaning meaning -> 0;
        };
    }

    /** Sums over features of a subject's best and second best document. */
    private final class Bounds {
        private final float[] sums;
        private final float[] best = new float[view.subjects()];
        private final float[] second = new float[view.subjects()];
        private int[] touched = new int[256];
        private int touchedSubjects;
        private int[] saying = new int[256];
        private int sayingDocuments;

        Bounds() {
            this(new float[view.subjects()]);
        }

        /** @param sums to be added to */
        Bounds(float[] sums) {
            this.sums = sums;
        }

        /** Begins with these. */
        void take(float[] others, float factor) {
            for (int subject = 0; subject < others.length; subject++) {
                sums[subject] = factor * others[subject];
            }
        }

        void add(Left left) {
            switch (left.sought()) {
                case SoughtConcept concept ->
                    concept.credits()
                            .forEach(credit -> credit.form()
                                    .each((document, count) ->
                                            add(document, left.share() * credit.full() * presence(document, count))));
                case SoughtWord word -> add(word, left.share() * word.full());
                case SoughtMeaning meaning -> throw new IllegalArgumentException("a meaning stands nowhere");
            }
            next();
        }

        void add(int document, double amount) {
            int subject = view.subjectOf(document);
            float weighted = (float) (amount * view.weight(document));
            if (weighted <= 0) {
                return;
            }
            if (best[subject] == 0) {
                if (touchedSubjects == touched.length) {
                    touched = Arrays.copyOf(touched, 2 * touchedSubjects);
                }
                touched[touchedSubjects++] = subject;
            }
            if (weighted > best[subject]) {
                second[subject] = best[subject];
                best[subject] = weighted;
            } else if (weighted > second[subject]) {
                second[subject] = weighted;
            }
        }

        private void add(SoughtWord word, double full) {
            if (word.sayings().size() == 1) {
                Said only = word.sayings().getFirst();
                only.form().each((document, count) -> add(document, full * saidOften(document, count * only.credit())));
                return;
            }
            float[] said = shelf.zeros();
            for (Said by : word.sayings()) {
                float credit = (float) by.credit();
                by.form().each((document, count) -> {
                    if (said[document] == 0) {
                        if (sayingDocuments == saying.length) {
                            saying = Arrays.copyOf(saying, 2 * sayingDocuments);
                        }
                        saying[sayingDocuments++] = document;
                    }
                    said[document] += credit * count;
                });
            }
            for (int i = 0; i < sayingDocuments; i++) {
                add(saying[i], full * saidOften(saying[i], said[saying[i]]));
                said[saying[i]] = 0;
            }
            sayingDocuments = 0;
        }

        /** Ends a feature. */
        void next() {
            for (int i = 0; i < touchedSubjects; i++) {
                int subject = touched[i];
                sums[subject] += best[subject] + (float) weights.secondDocument() * second[subject];
                best[subject] = 0;
                second[subject] = 0;
            }
            touchedSubjects = 0;
        }
    }

    /** The subjects with the greatest bounds, greatest first. */
    private int[] order() {
        LongHeap greatest = new LongHeap(Math.clamp(bounds.length, 1, exact ? limits.candidates() : limits.likely()));
        for (int subject = 0; subject < bounds.length; subject++) {
            if (bounds[subject] > 0) {
                greatest.insertWithOverflow(sortable(subject));
            }
        }
        int[] order = new int[greatest.size()];
        for (int i = order.length - 1; i >= 0; i--) {
            order[i] = (int) greatest.pop();
        }
        return order;
    }

    /** Sorts by its bound: positive floats sort as their bits do. */
    private long sortable(int subject) {
        return ((long) Float.floatToIntBits(bounds[subject]) << Integer.SIZE) | subject;
    }

    /** Adds to the bounds of the likeliest what their meaning gives, where it could not be looked up for all. */
    private void placeLikely() {
        if (placed) {
            return;
        }
        placed = true;
        int[] likely = Objects.requireNonNull(order);
        Bounds meant = new Bounds(bounds);
        for (Sought one : sought) {
            if (one instanceof SoughtMeaning meaning) {
                shelf.cosinesAmong(
                        shelf.documentsOf(likely),
                        meaning.places(),
                        (document, cosine) -> meant.add(document, meaning.full() * closeness(cosine)));
                meant.next();
            }
        }
        long[] first = new long[likely.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = sortable(likely[i]);
        }
        Arrays.sort(first);
        for (int i = 0; i < first.length; i++) {
            likely[i] = (int) first[first.length - 1 - i];
        }
    }

    private List<Scored> computed(int[] subjects) {
        List<Scored> computed = new ArrayList<>();
        int[] chosen = shelf.documentsOf(subjects);
        for (int subject : subjects) {
            age(shelf.documentsOf(subject));
        }
        Map<Integer, List<Hit>> hits = met.in(chosen);
        for (Sought one : sought) {
            if (one instanceof SoughtMeaning meaning) {
                near(meaning, chosen, hits);
            }
        }
        for (int subject : subjects) {
            List<Hit> ofSubject = new ArrayList<>();
            for (int document : shelf.documentsOf(subject)) {
                ofSubject.addAll(hits.getOrDefault(document, List.of()));
            }
            if (!ofSubject.isEmpty()) {
                Scored scored = pooled(ofSubject);
                if (shown(scored)) {
                    computed.add(scored);
                }
            }
        }
        return computed;
    }

    /** Works of one subject are old beside its newest, whatever year it is. */
    private void age(int[] documents) {
        int newest = 0;
        for (int document : documents) {
            newest = Math.max(newest, view.year(document));
        }
        for (int document : documents) {
            int year = view.year(document);
            if (year > 0 && year < newest) {
                aged.put(document, Math.max(weights.oldest(), 1 - weights.yearOlder() * (newest - year)));
            }
        }
    }

    private double weight(int document) {
        return view.weight(document) * aged.getOrDefault(document, 1.0);
    }

    private void near(SoughtMeaning meaning, int[] chosen, Map<Integer, List<Hit>> hits) {
        shelf.cosinesAmong(chosen, meaning.places(), (document, cosine) -> {
            double amount = meaning.full() * closeness(cosine) * weight(document);
            if (amount > 0) {
                hits.computeIfAbsent(document, any -> new ArrayList<>())
                        .add(new Hit(document, meaning.feature(), amount, new Met.ByMeaning()));
            }
        });
    }

    /** Finds what documents have of words and concepts by going through what they hold. */
    private final class Meeting {

        private final List<Way> ways = new ArrayList<>();

        /** For each number one more than the place in {@link #ways} of the last way that it opens; 0 for none. */
        private final int[] lastWayOf = new int[view.numbering().size()];

        /** For each way the same for the way before it that its number opens. */
        private int[] wayBefore = new int[256];
        /**
         * A way to meet a feature.
         *
         * @param full for a concept the amount of a document that is full of it; for a word the credit of one saying
         */
        private record Way(int feature, boolean concept, double full, Met met) {}

        Meeting() {
            for (Sought one : sought) {
                switch (one) {
                    case SoughtConcept concept ->
                        concept.credits()
                                .forEach(credit -> add(
                                        credit.met(),
                                        new Way(
                                                concept.feature(),
                                                true,
                                                credit.full(),
                                                new Met.ByConcept(credit.met()))));
                    case SoughtWord word ->
                        word.sayings()
                                .forEach(said -> add(
                                        said.term(),
                                        new Way(word.feature(), false, said.credit(), new Met.ByWord(said.term()))));
                    case SoughtMeaning meaning -> {
                        // Met by no form.
                    }
                }
            }
        }

        private void add(Object form, Way way) {
            int number = view.numbering().known(form).orElse(lastWayOf.length);
            if (number < lastWayOf.length) {
                if (ways.size() == wayBefore.length) {
                    wayBefore = Arrays.copyOf(wayBefore, 2 * ways.size());
                }
                wayBefore[ways.size()] = lastWayOf[number];
                ways.add(way);
                lastWayOf[number] = ways.size();
            }
        }

        Map<Integer, List<Hit>> in(int[] documents) {
            Map<Integer, List<Hit>> hits = new HashMap<>();
            int[] counts = new int[ways.size()];
            int[] taken = new int[ways.size()];
            view.counts(documents, new ShelfView.EachCount() {
                private int size;

                @Override
                public void accept(int document, int number, int count) {
                    int way = number < lastWayOf.length ? lastWayOf[number] - 1 : -1;
                    while (way >= 0) {
                        counts[way] = count;
                        taken[size++] = way;
                        way = wayBefore[way] - 1;
                    }
                }

                @Override
                public void end(int document) {
                    if (size > 0) {
                        // In the order of what is asked, whatever numbers it has here.
                        Arrays.sort(taken, 0, size);
                        hits.put(document, hits(document, counts, Arrays.copyOf(taken, size)));
                        size = 0;
                    }
                }
            });
            return hits;
        }

        private List<Hit> hits(int document, int[] counts, int[] taken) {
            List<Hit> hits = new ArrayList<>(taken.length);
            int next = 0;
            while (next < taken.length) {
                Way first = ways.get(taken[next]);
                double most = 0;
                double said = 0;
                Met by = first.met();
                while (next < taken.length && ways.get(taken[next]).feature() == first.feature()) {
                    Way way = ways.get(taken[next]);
                    int count = counts[taken[next++]];
                    double gives = way.full() * (way.concept() ? presence(document, count) : count);
                    said += gives;
                    if (gives > most) {
                        most = gives;
                        by = way.met();
                    }
                }
                double full = sought.get(first.feature()) instanceof SoughtWord word
                        ? word.full() * saidOften(document, said)
                        : most;
                double amount = full * weight(document);
                if (amount > 0) {
                    hits.add(new Hit(document, first.feature(), amount, by));
                }
            }
            return hits;
        }
    }

    private boolean shown(Scored scored) {
        if (scored.amount() <= 0 || scored.score() < weights.minimumScore()) {
            return false;
        }
        boolean concept = false;
        boolean stated = false;
        for (Part part : scored.parts()) {
            concept |= part.met() instanceof Met.ByConcept;
            stated |= ProbeReading.said(probe.features().get(part.feature()));
        }
        if (!stated && scored.score() < weights.minimumOnImplied() && !meetsTheMostImplied(scored)) {
            return false;
        }
        // One common word is chance, unless it is all that was asked.
        int enough =
                weights.minimumOnWords() == 0 ? 1 : Math.min(2, probe.features().size());
        return concept
                || (scored.score() >= weights.minimumOnWords() && scored.parts().size() >= enough);
    }

    private boolean meetsTheMostImplied(Scored scored) {
        double most = probe.features().stream()
                .filter(feature -> !ProbeReading.said(feature))
                .mapToDouble(ProbeReading.Feature::weight)
                .max()
                .orElse(0);
        return scored.parts().stream()
                .anyMatch(part -> probe.features().get(part.feature()) instanceof ProbeReading.AskedConcept asked
                        && asked.weight() == most
                        && part.met() instanceof Met.ByConcept(ConceptId met)
                        && met.equals(asked.concept()));
    }

    private void seek() {
        List<ProbeReading.Feature> features = probe.features();
        for (int feature = 0; feature < features.size(); feature++) {
            Sought one = switch (features.get(feature)) {
                case ProbeReading.AskedConcept concept -> sought(feature, concept);
                case ProbeReading.AskedWord word -> sought(feature, word);
                // Comes last, since it weighs against all the rest that is asked.
                case ProbeReading.AskedMeaning meaning ->
                    new SoughtMeaning(feature, meaning.weight() * Math.sqrt(asked * weights.pivot()), steps(meaning));
            };
            sought.add(one);
            boolean known = switch (one) {
                case SoughtConcept concept -> !concept.credits().isEmpty();
                case SoughtWord word -> !word.sayings().isEmpty();
                case SoughtMeaning meaning -> true;
            };
            if (known) {
                knownFeatures.add(feature);
            }
        }
    }

    private static List<byte[]> steps(ProbeReading.AskedMeaning meaning) {
        return meaning.places().stream().map(Steps::of).toList();
    }

    private Sought sought(int feature, ProbeReading.AskedConcept concept) {
        double specificity = glossary.specificity(concept.concept());
        List<Credit> credits = new ArrayList<>();
        double most = 0;
        for (Map.Entry<ConceptId, Double> entry : concept.credits().entrySet()) {
            ConceptId met = entry.getKey();
            ShelfReading.Form form = shelf.form(DocumentShelf.CONCEPT, met.toString());
            int holding = statistics.holding(DocumentShelf.CONCEPT, met.toString());
            if (met.equals(concept.concept())) {
                asked += concept.weight() * specificity * rarity(holding);
            }
            if (holding > 0) {
                double full = concept.weight()
                        * entry.getValue()
                        * rarity(holding)
                        * Math.min(specificity, glossary.specificity(met));
                credits.add(new Credit(met, full, form));
                most = Math.max(most, full);
            }
        }
        return new SoughtConcept(feature, most, credits);
    }

    private Sought sought(int feature, ProbeReading.AskedWord word) {
        List<Said> sayings = new ArrayList<>();
        double holding = 0;
        for (Map.Entry<TextAnalysis.Term, Double> credit : word.credits().entrySet()) {
            TextAnalysis.Term term = credit.getKey();
            ShelfReading.Form form = shelf.form(term.language().name(), term.form());
            int standing = statistics.holding(term.language().name(), term.form());
            if (standing > 0) {
                holding += credit.getValue() * standing;
                sayings.add(new Said(term, credit.getValue(), form));
            }
        }
        // A word that nobody here writes says that the probe asks for something else, but less surely than a known one.
        asked += word.weight() * (sayings.isEmpty() ? 0.5 : rarity(holding));
        return new SoughtWord(feature, sayings.isEmpty() ? 0 : word.weight() * rarity(holding), sayings);
    }

    /** 0 to 1. */
    private double closeness(double cosine) {
        return Math.clamp((cosine - weights.meaningFrom()) / (weights.meaningFull() - weights.meaningFrom()), 0, 1);
    }

    /** Of a concept, 0 to 1. */
    private double presence(int document, int mentions) {
        double length = view.concepts(document) / meanConcepts;
        return presence(mentions, length, weights.conceptSaturation(), weights.conceptLength());
    }

    /** Presence of a word, 0 to 1. */
    private double saidOften(int document, double count) {
        double length = view.words(document) / meanWords;
        return presence(count, length, weights.wordSaturation(), weights.wordLength());
    }

    private ShelfView.Head head(int document) {
        return heads.computeIfAbsent(document, view::head);
    }

    private double score(double amount) {
        return asked <= 0 ? 0 : 1 - Math.exp(-weights.steepness() * amount / Math.sqrt(asked * weights.pivot()));
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
                .thenComparing(hit -> head(hit.document()).id());
        byFeature.forEach((feature, same) -> {
            same.sort(order);
            Hit first = same.getFirst();
            double amount = first.amount() * factor(factors, first);
            double second = same.stream()
                    .filter(hit -> !view.sameRow(hit.document(), first.document()))
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
        Subject subject = view.subject(view.subjectOf(hits.getFirst().document()));
        return new Scored(subject, score(amount), amount, parts, structured, subProject);
    }

    private static double factor(Map<Integer, Double> factors, Hit hit) {
        return factors.getOrDefault(hit.document(), 1.0);
    }

    /** Standing texts count fully; works less and less in the order of what they hold of the probe. */
    private Map<Integer, Double> factors(List<Hit> hits) {
        Map<Integer, Double> works = new HashMap<>();
        for (Hit hit : hits) {
            if (!view.standing(hit.document())) {
                works.merge(hit.document(), hit.amount(), Double::sum);
            }
        }
        Integer[] order = works.keySet().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingDouble(document -> works.getOrDefault(document, 0.0))
                        .reversed()
                        .thenComparing(document -> head(document).id()));
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
        if (subProjects.isEmpty()) {
            return 0;
        }
        return hits.stream()
                .flatMap(hit -> head(hit.document()).subProjects().stream())
                .filter(subProjects::contains)
                .min(Comparator.naturalOrder())
                .orElse(0);
    }
}
