package kr.nairl.platform.core.matching;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kr.nairl.platform.core.shared.Language;

/**
 * Which words of one language say what a word of the other says, as {@link LexiconTraining} learned it from parallel text.
 * Words are index forms of {@link TextAnalysis}. Immutable; safe for use by many threads.
 *
 * <p>Stored form, gzipped: {@link #MAGIC}, then for each language, in the order of {@link Language}, its forms in the
 * order of their UTF-16 units as count and pairs of the form and of how it is mostly written, then for each language and
 * form the number of its translations and for each of them the place of the other language's form and its probability in
 * 255ths.
 */
final class Lexicon {

    /**
     * A word of the other language.
     *
     * @param probability that the word is said so, above 0, at most 1; a word's translations sum to at most 1
     */
    record Translation(TextAnalysis.Term term, double probability) {}

    /** Translates nothing. */
    static final Lexicon EMPTY = new Lexicon(new EnumMap<>(Map.of(
            Language.KO, new Side(new String[0], new String[0], new int[0][], new byte[0][]),
            Language.EN, new Side(new String[0], new String[0], new int[0][], new byte[0][]))));

    private static final String SHIPPED = "/vocabulary/lexicon.bin";
    private static final int MAGIC = 0x4c455831;
    private static final double STEPS = 255;

    private record Side(String[] forms, String[] written, int[][] others, byte[][] probabilities) {}

    private final Map<Language, Side> sides;

    private Lexicon(Map<Language, Side> sides) {
        this.sides = sides;
    }

    /** The lexicon that the product ships. */
    static Lexicon shipped() {
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A lexicon of these translations; those below half a 255th are left out.
     *
     * @param written how people mostly write a word; a word that is not there is written as its form
     */
    static Lexicon of(Map<TextAnalysis.Term, List<Translation>> translations, Map<TextAnalysis.Term, String> written) {
        Map<Language, TreeSet<String>> forms = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            forms.put(language, new TreeSet<>());
        }
        translations.forEach((term, said) -> said.forEach(translation -> {
            Objects.requireNonNull(forms.get(term.language())).add(term.form());
            Objects.requireNonNull(forms.get(translation.term().language()))
                    .add(translation.term().form());
        }));
        Map<Language, Side> sides = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String[] own = Objects.requireNonNull(forms.get(language)).toArray(String[]::new);
            String[] other = Objects.requireNonNull(forms.get(other(language))).toArray(String[]::new);
            int[][] others = new int[own.length][];
            byte[][] probabilities = new byte[own.length][];
            for (int i = 0; i < own.length; i++) {
                List<Translation> said = translations.getOrDefault(new TextAnalysis.Term(language, own[i]), List.of());
                List<Translation> kept = said.stream()
                        .filter(translation -> steps(translation.probability()) > 0)
                        .toList();
                others[i] = new int[kept.size()];
                probabilities[i] = new byte[kept.size()];
                for (int j = 0; j < kept.size(); j++) {
                    others[i][j] = Arrays.binarySearch(other, kept.get(j).term().form());
                    probabilities[i][j] = (byte) steps(kept.get(j).probability());
                }
            }
            String[] surfaces = Arrays.stream(own)
                    .map(form -> written.getOrDefault(new TextAnalysis.Term(language, form), form))
                    .toArray(String[]::new);
            sides.put(language, new Side(own, surfaces, others, probabilities));
        }
        return new Lexicon(sides);
    }

    /** How people mostly write the word; the form itself when the lexicon does not know it. */
    String written(TextAnalysis.Term term) {
        Side side = side(term.language());
        int place = Arrays.binarySearch(side.forms(), term.form());
        return place < 0 ? term.form() : side.written()[place];
    }

    /** The word's translations, likeliest first; empty when it has none. */
    List<Translation> translations(TextAnalysis.Term term) {
        Side side = side(term.language());
        int place = Arrays.binarySearch(side.forms(), term.form());
        if (place < 0) {
            return List.of();
        }
        Language other = other(term.language());
        List<Translation> translations = new ArrayList<>();
        for (int i = 0; i < side.others()[place].length; i++) {
            String form = side(other).forms()[side.others()[place][i]];
            double probability = Byte.toUnsignedInt(side.probabilities()[place][i]) / STEPS;
            translations.add(new Translation(new TextAnalysis.Term(other, form), probability));
        }
        return translations;
    }

    /** Words of the language that have a translation. */
    int size(Language language) {
        return (int) Arrays.stream(side(language).others())
                .filter(others -> others.length > 0)
                .count();
    }

    /** Writes the stored form; the same lexicon gives the same bytes. */
    void write(OutputStream out) throws IOException {
        GZIPOutputStream zipped = new GZIPOutputStream(out);
        DataOutputStream data = new DataOutputStream(zipped);
        data.writeInt(MAGIC);
        for (Language language : Language.values()) {
            Side side = side(language);
            data.writeInt(side.forms().length);
            for (int i = 0; i < side.forms().length; i++) {
                data.writeUTF(side.forms()[i]);
                data.writeUTF(side.written()[i].equals(side.forms()[i]) ? "" : side.written()[i]);
            }
        }
        for (Language language : Language.values()) {
            Side side = side(language);
            for (int i = 0; i < side.forms().length; i++) {
                data.writeByte(side.others()[i].length);
                for (int j = 0; j < side.others()[i].length; j++) {
                    data.writeInt(side.others()[i][j]);
                    data.writeByte(side.probabilities()[i][j]);
                }
            }
        }
        data.flush();
        zipped.finish();
    }

    /** @throws IOException also when the bytes are no lexicon */
    static Lexicon read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new GZIPInputStream(in, 1 << 16));
        if (data.readInt() != MAGIC) {
            throw new IOException("not a lexicon");
        }
        Map<Language, String[]> forms = new EnumMap<>(Language.class);
        Map<Language, String[]> written = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String[] own = new String[data.readInt()];
            String[] surfaces = new String[own.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = data.readUTF();
                String surface = data.readUTF();
                surfaces[i] = surface.isEmpty() ? own[i] : surface;
            }
            forms.put(language, own);
            written.put(language, surfaces);
        }
        Map<Language, Side> sides = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String[] own = Objects.requireNonNull(forms.get(language));
            int[][] others = new int[own.length][];
            byte[][] probabilities = new byte[own.length][];
            for (int i = 0; i < own.length; i++) {
                int count = data.readUnsignedByte();
                others[i] = new int[count];
                probabilities[i] = new byte[count];
                for (int j = 0; j < count; j++) {
                    others[i][j] = data.readInt();
                    probabilities[i][j] = data.readByte();
                }
            }
            String[] surfaces = Objects.requireNonNull(written.get(language));
            sides.put(language, new Side(own, surfaces, others, probabilities));
        }
        return new Lexicon(sides);
    }

    private Side side(Language language) {
        return Objects.requireNonNull(sides.get(language));
    }

    private static int steps(double probability) {
        return (int) Math.round(probability * STEPS);
    }

    static Language other(Language language) {
        return switch (language) {
            case KO -> Language.EN;
            case EN -> Language.KO;
        };
    }
}
