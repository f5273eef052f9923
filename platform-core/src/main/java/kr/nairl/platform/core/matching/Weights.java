package kr.nairl.platform.core.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import kr.nairl.platform.core.vocabulary.Glossary;

/**
 * The numbers of scoring, kept as data in {@code weights.properties}. A subject's amount is a sum over what the probe asks:
 *
 * <ul>
 *   <li>a concept asked adds {@code weight x credit x rarity x specificity x presence}. The weight is {@link #chosenTopic}
 *       or {@link #foundConcept}, and {@link #implied} times how strongly similar needs ask it, which is believed
 *       the more the better the best concept's examples fit (with {@link #exampleSaturation} as saturation, since they are
 *       many texts in one), from {@link #impliedFrom} to {@link #impliedFull}, and the less the better the best subject fits what the probe states itself, from {@link #statedLittle} to {@link
 *       #statedEnough}; the credit is 1 for the concept itself and less for its neighbours in the glossary;
 *       rarity is its inverse document frequency among the visible documents, scaled to 0..1; specificity is {@link
 *       Glossary#specificity}; presence grows with its mentions in the document and saturates, as in BM25;
 *   <li>a word asked adds {@code word x rarity x presence}; less when a concept covers it ({@link #wordInConcept}), and when the probe is written in both languages and so says everything twice. The other language's words count for it by their probability in
 *       the {@link Lexicon} times {@link #translation}: a document's mentions are their sum weighted so, and so is the
 *       number of documents that rarity is made from (a probabilistic structured query, Darwish and Oard 2003);
 *   <li>the meaning asked adds {@link #meaning}, or {@link #meaningBesideImplied} where concepts are implied,
 *       {@code x sqrt(asked x pivot) x closeness}, where closeness grows from 0 to 1 while the cosine of the nearest texts'
 *       places grows from {@link #meaningFrom} to {@link #meaningFull};
 *   <li>a named sub-project adds {@link #sameSubProject} of all the rest, so it moves what fits and never shows what does
 *       not.
 * </ul>
 *
 * <p>For each concept and word the subject's best document counts, and a second one by {@link #secondDocument}. Texts
 * about the subject as a whole count fully; of its results and updates each next one in order of fit counts {@link
 * #nextResult} of the one before. A work counts {@link #yearOlder} less for each year that the subject's newest visible one
 * is ahead of it, but never below {@link #oldest}; a pinned result stands for the subject and does not grow old.
 *
 * <p>The score is {@code 1 - exp(-steepness x amount / sqrt(asked x pivot))}, where asked is the amount that a subject
 * with everything the probe asks for would get: it saturates with the amount, and a long probe needs more in common than a
 * short one, but not proportionally more.
 *
 * @param minimumScore matches below are left out, 0 to 1
 * @param minimumOnWords the same for a match without any concept in common, which also needs two words, 0 to 1
 * @param minimumOnImplied the same for a match on implied concepts alone: neither side says anything that the other does,
 *     so below this the concept implied most must be met, 0 to 1
 * @param abstainBelow when the best score is below, nothing is shown, 0 to 1
 */
record Weights(
        double chosenTopic,
        double foundConcept,
        double implied,
        double exampleSaturation,
        double impliedFrom,
        double impliedFull,
        double statedLittle,
        double statedEnough,
        double title,
        double aside,
        double word,
        double wordInConcept,
        double translation,
        double meaning,
        double meaningBesideImplied,
        double meaningFrom,
        double meaningFull,
        double broader,
        double broaderTwice,
        double narrower,
        double narrowerTwice,
        double sibling,
        double conceptSaturation,
        double wordSaturation,
        double conceptLength,
        double wordLength,
        double imaginedDocuments,
        double secondDocument,
        double nextResult,
        double yearOlder,
        double oldest,
        double sameSubProject,
        double pivot,
        double steepness,
        double minimumScore,
        double minimumOnWords,
        double minimumOnImplied,
        double abstainBelow) {

    private static final String SHIPPED = "/vocabulary/weights.properties";

    /** The weights that the product ships, which {@code infra/bench/tune-weights} chose. */
    static Weights shipped() {
        return of(properties());
    }

    /** Of the shipped weights; changes with every change of these numbers or of the method. */
    static String version() {
        return Objects.requireNonNull(properties().getProperty("version"), "version");
    }

    private static Properties properties() {
        try (InputStream bytes = Objects.requireNonNull(Weights.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            Properties numbers = new Properties();
            numbers.load(bytes);
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Weights of(Properties numbers) {
        Map<String, Double> byName = new HashMap<>();
        for (RecordComponent component : Weights.class.getRecordComponents()) {
            String number = numbers.getProperty(component.getName());
            if (number == null) {
                throw new IllegalArgumentException(SHIPPED + " lacks " + component.getName());
            }
            byName.put(component.getName(), Double.valueOf(number));
        }
        return of(byName);
    }

    private static Weights of(Map<String, Double> byName) {
        RecordComponent[] components = Weights.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = double.class;
            values[i] = Objects.requireNonNull(byName.get(components[i].getName()));
        }
        try {
            return Weights.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The numbers by their names. */
    Map<String, Double> numbers() {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (RecordComponent component : Weights.class.getRecordComponents()) {
            try {
                byName.put(component.getName(), (Double) component.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return byName;
    }

    /**
     * These weights with some numbers replaced.
     *
     * @throws IllegalArgumentException for a name that is none of them
     */
    Weights with(Map<String, Double> changes) {
        Map<String, Double> byName = numbers();
        for (Map.Entry<String, Double> change : changes.entrySet()) {
            if (byName.replace(change.getKey(), change.getValue()) == null) {
                throw new IllegalArgumentException("no such weight: " + change.getKey());
            }
        }
        return of(byName);
    }

    /** The same weights showing every subject with anything in common: for measuring rankings. */
    Weights showingAll() {
        return with(Map.of("minimumScore", 0.0, "minimumOnWords", 0.0, "minimumOnImplied", 0.0, "abstainBelow", 0.0));
    }
}
