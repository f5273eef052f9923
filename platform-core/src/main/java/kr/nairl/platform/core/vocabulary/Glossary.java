package kr.nairl.platform.core.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lab's glossary as an immutable value: concepts with their labels in both languages and their broader concepts. It
 * finds the longest labels in running text and knows how specific a concept is. Safe for use by many threads; a changed
 * glossary is a new value.
 *
 * <p>Spacing, hyphens, case, English plurals, British or American spelling and Korean particles do not matter to the
 * finder. Acronyms match whole words only, and those that could be read as a word (two letters, or with a vowel: DP, RAG)
 * only when they are written in capitals. A Korean label of two syllables matches only a whole word, with or without
 * particles, since short words sit inside others (재활 in 재활용).
 */
public final class Glossary {

    /** No concepts: finds nothing. */
    public static final Glossary EMPTY = of(List.of());

    /**
     * One concept.
     *
     * @param slug stable key, the same on every installation for what the shipped table holds
     * @param ko preferred Korean label
     * @param en preferred English label; one of the two is there
     * @param abbreviation acronym as people write it
     * @param otherKo alternative Korean labels
     * @param otherEn alternative English labels
     * @param broader concepts one step broader; ids that are not in the glossary are ignored
     */
    public record Entry(
            ConceptId id,
            String slug,
            @Nullable String ko,
            @Nullable String en,
            @Nullable String abbreviation,
            List<String> otherKo,
            List<String> otherEn,
            Set<ConceptId> broader) {

        public Entry {
            otherKo = List.copyOf(otherKo);
            otherEn = List.copyOf(otherEn);
            broader = Set.copyOf(broader);
            if (ko == null && en == null) {
                throw new IllegalArgumentException("a concept needs a label in Korean or English");
            }
        }

        /** All labels, preferred ones first. */
        public List<String> labels() {
            List<String> labels = new ArrayList<>();
            for (String label : new @Nullable String[] {ko, en, abbreviation}) {
                if (label != null) {
                    labels.add(label);
                }
            }
            labels.addAll(otherKo);
            labels.addAll(otherEn);
            return labels;
        }
    }

    /**
     * A place in a text where a concept is named.
     *
     * @param start first character, from 0
     * @param end after the last character of the label; a particle after it is not part of the mention
     */
    public record Mention(int start, int end, ConceptId concept) {}

    private final Map<ConceptId, Entry> entries;
    private final Map<String, ConceptId> bySlug = new HashMap<>();
    private final Map<ConceptId, Set<ConceptId>> narrower;
    private final Map<ConceptId, Double> specificity;
    private final LabelTrie labels;
    private final String digest;

    private Glossary(Map<ConceptId, Entry> entries) {
        this.entries = entries;
        entries.values().forEach(entry -> bySlug.put(entry.slug(), entry.id()));
        this.narrower = narrowerOf(entries);
        this.specificity = specificities();
        this.labels = new LabelTrie();
        Comparator<Entry> byId = Comparator.comparing(entry -> entry.id().value());
        List<Entry> sorted = entries.values().stream().sorted(byId).toList();
        sorted.forEach(entry -> labels.addPreferred(entry));
        sorted.forEach(entry -> labels.addOthers(entry));
        this.digest = digestOf(sorted);
    }

    /** A glossary of these concepts; of two entries with one id the later counts. */
    public static Glossary of(Collection<Entry> entries) {
        Map<ConceptId, Entry> byId = new TreeMap<>(Comparator.comparing(ConceptId::value));
        entries.forEach(entry -> byId.put(entry.id(), entry));
        return new Glossary(byId);
    }

    /** All concepts, by id. */
    public Collection<Entry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    public Optional<Entry> entry(ConceptId concept) {
        return Optional.ofNullable(entries.get(concept));
    }

    /** The concept with this slug. */
    public Optional<ConceptId> concept(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /** Concepts one step broader that the glossary holds, by id. */
    public List<ConceptId> broader(ConceptId concept) {
        Entry entry = entries.get(concept);
        return entry == null
                ? List.of()
                : entry.broader().stream()
                        .filter(entries::containsKey)
                        .sorted(Comparator.comparing(ConceptId::value))
                        .toList();
    }

    /** Concepts one step narrower, by id. */
    public List<ConceptId> narrower(ConceptId concept) {
        return List.copyOf(narrower.getOrDefault(concept, Set.of()));
    }

    /**
     * How much naming the concept tells, from 0 (everything lies below it, as below 'artificial intelligence') to 1
     * (nothing is narrower). It depends on the glossary alone, never on texts. 1 for unknown concepts.
     */
    public double specificity(ConceptId concept) {
        return specificity.getOrDefault(concept, 1.0);
    }

    /** Twelve hexadecimal digits that change with any id, slug, label or relation. */
    public String digest() {
        return digest;
    }

    /** The longest labels in the text, from left to right, none overlapping another. */
    public List<Mention> find(String text) {
        return labels.find(text);
    }

    private static Map<ConceptId, Set<ConceptId>> narrowerOf(Map<ConceptId, Entry> entries) {
        Map<ConceptId, Set<ConceptId>> narrower = new HashMap<>();
        for (Entry entry : entries.values()) {
            for (ConceptId broader : entry.broader()) {
                if (entries.containsKey(broader) && !broader.equals(entry.id())) {
                    narrower.computeIfAbsent(broader, any -> new LinkedHashSet<>())
                            .add(entry.id());
                }
            }
        }
        return narrower;
    }

    /** Seco's intrinsic information content, flattened a little: a field's few sub-topics should not make it vague. */
    private Map<ConceptId, Double> specificities() {
        Map<ConceptId, Double> result = new HashMap<>();
        double all = Math.log(1.0 + entries.size());
        for (ConceptId concept : entries.keySet()) {
            Set<ConceptId> below = new LinkedHashSet<>();
            Deque<ConceptId> open = new ArrayDeque<>(List.of(concept));
            while (!open.isEmpty()) {
                for (ConceptId next : narrower.getOrDefault(open.remove(), Set.of())) {
                    if (below.add(next)) {
                        open.add(next);
                    }
                }
            }
            result.put(concept, Math.pow(Math.max(0, 1 - Math.log(1.0 + below.size()) / all), 0.7));
        }
        return result;
    }

    private static String digestOf(List<Entry> sorted) {
        StringBuilder content = new StringBuilder();
        for (Entry entry : sorted) {
            content.append(entry.id())
                    .append('\t')
                    .append(entry.slug())
                    .append('\t')
                    .append(String.join("|", entry.labels()));
            entry.broader().stream()
                    .map(ConceptId::toString)
                    .sorted()
                    .forEach(id -> content.append('\t').append(id));
            content.append('\n');
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Labels by their normalised characters: words in lower case and singular, without the gaps between them. */
    private static final class LabelTrie {

        /** What may follow a two-syllable label within its word: particles, copulas, verb makers and a few suffixes. */
        private static final Set<String> AFTER =
                Set.of(("은 는 이 가 을 를 의 에 에서 에게 에는 에도 에서는 에서도 에서의 에의 에게는 으로 로 으로는 로는 으로도 로도 으로의 로의 으로서 로서 으로써 로써"
                                + " 와 과 와의 과의 와는 과는 도 만 만을 만의 까지 까지의 부터 부터의 처럼 보다 이나 나 이란 란 이라는 라는 이며 며 이고 고 인 이다"
                                + " 입니다 이든 든 이라도 라도 뿐 뿐만 마다 조차 들 들은 들이 들을 들의 들에 등 등을 등의 등이 등에 및 중 시 별 형 률 율 량 하는 하고"
                                + " 하여 해 한 할 함 합니다 하기 하며 하면 하도록 했습니다 되는 된 되어 되고 됩니다 되지 될 적 적인 적으로")
                        .split(" "));

        private static final int ANYWHERE = 3;

        private static final class Node {
            final Map<Character, Node> next = new HashMap<>(2);

            @Nullable
            ConceptId word;

            @Nullable
            ConceptId acronym;

            boolean acronymInAnyCase;
        }

        /** A stretch of one script in a text. {@code joined}: only gaps that a label may span lie before it. */
        private record Run(int start, int end, boolean hangul, boolean joined, String normalised) {}

        private record Found(int end, int run, ConceptId concept) {}

        private final Node root = new Node();

        void addPreferred(Entry entry) {
            add(entry.ko(), entry.id(), false);
            add(entry.en(), entry.id(), false);
            add(entry.abbreviation(), entry.id(), true);
        }

        void addOthers(Entry entry) {
            entry.otherKo().forEach(label -> add(label, entry.id(), false));
            entry.otherEn().forEach(label -> add(label, entry.id(), false));
        }

        private void add(@Nullable String label, ConceptId concept, boolean abbreviation) {
            if (label == null) {
                return;
            }
            List<Run> runs = runs(label);
            if (runs.isEmpty()) {
                return;
            }
            Node node = root;
            for (Run run : runs) {
                for (char c : run.normalised().toCharArray()) {
                    node = node.next.computeIfAbsent(c, any -> new Node());
                }
            }
            boolean acronym = runs.size() == 1
                    && !runs.getFirst().hangul()
                    && (abbreviation || capitals(label) >= 2)
                    && label.length() <= 8;
            if (acronym) {
                if (node.acronym == null) {
                    node.acronym = concept;
                    String word = runs.getFirst().normalised();
                    node.acronymInAnyCase = capitals(label) < 2
                            || (word.length() >= 3 && word.chars().noneMatch(c -> "aeiou".indexOf(c) >= 0));
                }
            } else if (node.word == null) {
                node.word = concept;
            }
        }

        List<Mention> find(String text) {
            List<Run> runs = runs(text);
            List<Mention> mentions = new ArrayList<>();
            int free = 0; // nothing before this position may start a mention
            for (int i = 0; i < runs.size(); i++) {
                Run run = runs.get(i);
                int at = Math.max(run.start(), free);
                while (at < run.end()) {
                    boolean inside = at > run.start();
                    if (inside && !run.hangul()) {
                        break;
                    }
                    Found found = longest(text, runs, i, at, inside && at != free);
                    if (found == null) {
                        at++;
                    } else {
                        mentions.add(new Mention(at, found.end(), found.concept()));
                        free = found.end();
                        if (found.run() != i) {
                            break;
                        }
                        at = found.end();
                    }
                }
            }
            return mentions;
        }

        private @Nullable Found longest(String text, List<Run> runs, int first, int at, boolean amidWord) {
            Found best = null;
            Node node = root;
            int length = 0;
            for (int i = first; i < runs.size(); i++) {
                Run run = runs.get(i);
                if (i > first && !run.joined()) {
                    break;
                }
                if (run.hangul()) {
                    for (int p = i == first ? at : run.start(); p < run.end(); p++) {
                        node = node.next.get(text.charAt(p));
                        if (node == null) {
                            return best;
                        }
                        length++;
                        ConceptId concept = node.word;
                        if (concept != null
                                && (!amidWord || length >= ANYWHERE)
                                && mayEnd(text, runs, i, p + 1, length)) {
                            best = new Found(p + 1, i, concept);
                        }
                    }
                } else {
                    for (char c : run.normalised().toCharArray()) {
                        node = node.next.get(c);
                        if (node == null) {
                            return best;
                        }
                    }
                    length += run.normalised().length();
                    ConceptId concept = node.word;
                    if (concept == null && i == first && node.acronym != null) {
                        boolean written = capitals(text.substring(run.start(), run.end())) >= 2;
                        concept = written || node.acronymInAnyCase ? node.acronym : null;
                    }
                    if (concept != null) {
                        best = new Found(run.end(), i, concept);
                    }
                }
            }
            return best;
        }

        private boolean mayEnd(String text, List<Run> runs, int index, int end, int length) {
            Run run = runs.get(index);
            if (end == run.end() || length >= ANYWHERE) {
                return true;
            }
            return AFTER.contains(text.substring(end, run.end())) || longest(text, runs, index, end, false) != null;
        }

        private static List<Run> runs(String text) {
            List<Run> runs = new ArrayList<>();
            boolean joined = true;
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (!Character.isLetterOrDigit(c)) {
                    boolean possessive = (c == '\'' || c == '’')
                            && at + 1 < text.length()
                            && text.charAt(at + 1) == 's'
                            && (at + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
                    joined &= possessive || mayLieWithin(c);
                    at += possessive ? 2 : 1;
                    continue;
                }
                boolean hangul = isHangul(c);
                int end = at + 1;
                while (end < text.length()
                        && Character.isLetterOrDigit(text.charAt(end))
                        && isHangul(text.charAt(end)) == hangul) {
                    end++;
                }
                String written = text.substring(at, end);
                runs.add(new Run(at, end, hangul, joined, hangul ? written : word(written)));
                joined = true;
                at = end;
            }
            return runs;
        }

        private static boolean mayLieWithin(char c) {
            return Character.isWhitespace(c) || "-‐‑–—·ㆍ/()_+".indexOf(c) >= 0;
        }

        private static boolean isHangul(char c) {
            return c >= 0xAC00 && c <= 0xD7A3;
        }

        private static String word(String written) {
            String word = written.toLowerCase(Locale.ROOT).replace("isation", "ization");
            if (word.length() > 4 && word.endsWith("ies")) {
                return word.substring(0, word.length() - 3) + "y";
            }
            boolean plural = word.length() > 3
                    && word.endsWith("s")
                    && !word.endsWith("ss")
                    && !word.endsWith("us")
                    && !word.endsWith("is");
            return plural ? word.substring(0, word.length() - 1) : word;
        }

        private static int capitals(String text) {
            return (int) text.chars().filter(Character::isUpperCase).count();
        }
    }
}
