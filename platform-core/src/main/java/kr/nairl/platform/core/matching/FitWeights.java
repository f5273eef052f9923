package kr.nairl.platform.core.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The numbers of {@link TwoSidedFit}, kept as data in {@code fit.properties}. A text score {@code s} stands for the amount
 * {@code -ln(1 - s)}; what suits adds its part of that amount, what does not takes its part of the sum away, and the score
 * is made of what remains. So fit moves what the texts found and never shows what they did not, nothing said changes
 * nothing, and the score stays within 0..1.
 *
 * @param wantedForm added when the researcher wants the need's form of working
 * @param otherForm taken when they want others
 * @param wantedField added when the need names a field that they want
 * @param wantedPartner added when they want partners of this kind
 * @param otherPartner taken when they want others
 * @param noSharedLanguage taken when the need is written in no language they work in
 * @param room added when they said how much they take on a month and have room
 * @param noRoom taken when that is used up
 * @param closed taken when they take on nothing now
 * @param answersRaise added for earlier answers that are all good, in the limit of many
 * @param answersLower taken for earlier answers that are all bad, in the limit of many
 * @param smoothing so many answers without any say stand beside the given ones, so that one alone decides little
 * @param answers what each answer says, -1 to 1
 */
record FitWeights(
        double wantedForm,
        double otherForm,
        double wantedField,
        double wantedPartner,
        double otherPartner,
        double noSharedLanguage,
        double room,
        double noRoom,
        double closed,
        double answersRaise,
        double answersLower,
        double smoothing,
        Map<Answer.Kind, Double> answers) {

    private static final String SHIPPED = "/matching/fit.properties";

    FitWeights {
        answers = Map.copyOf(answers);
    }

    /** The weights that the product ships. */
    static FitWeights shipped() {
        Properties numbers = properties();
        Map<Answer.Kind, Double> answers = new EnumMap<>(Answer.Kind.class);
        for (Answer.Kind kind : Answer.Kind.values()) {
            answers.put(kind, number(numbers, kind.name()));
        }
        return new FitWeights(
                number(numbers, "wantedForm"),
                number(numbers, "otherForm"),
                number(numbers, "wantedField"),
                number(numbers, "wantedPartner"),
                number(numbers, "otherPartner"),
                number(numbers, "noSharedLanguage"),
                number(numbers, "room"),
                number(numbers, "noRoom"),
                number(numbers, "closed"),
                number(numbers, "answersRaise"),
                number(numbers, "answersLower"),
                number(numbers, "smoothing"),
                answers);
    }

    /** Of the shipped weights; changes with every change of these numbers or of the method. */
    static String version() {
        return text(properties(), "version");
    }

    private static double number(Properties numbers, String name) {
        return Double.parseDouble(text(numbers, name));
    }

    private static String text(Properties numbers, String name) {
        return Objects.requireNonNull(numbers.getProperty(name), name);
    }

    private static Properties properties() {
        try (InputStream bytes = Objects.requireNonNull(FitWeights.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            Properties numbers = new Properties();
            numbers.load(bytes);
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
