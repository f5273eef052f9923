package kr.nairl.platform.core.matching;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import kr.nairl.platform.core.vocabulary.Glossary;

/**
 * The {@linkplain ExampleNeed examples'} places by the shipped sentence model, computed once for all installations, since
 * a node would be busy with them for half a minute at its start. They are stored as {@link Steps}.
 *
 * <p>Stored form: {@link #MAGIC}, the model's name, the {@linkplain #digest digest} of the examples, their count and the
 * places' length, then for each example in order whether it has a place, and the numbers, a byte each.
 */
public final class ExamplePlaces {

    private static final String SHIPPED = "/vocabulary/example-needs.places";
    private static final int MAGIC = 0x504c4331;

    private ExamplePlaces() {}

    /**
     * Computes the places of the shipped examples and writes their stored form.
     *
     * @param embedding the shipped model
     * @return how many they are
     */
    public static int compute(Embedding embedding, Glossary glossary, OutputStream out) throws IOException {
        List<ExampleNeed> examples = ExampleNeed.shipped();
        TextAnalysis analysis = new TextAnalysis(glossary);
        Rendering rendering = new Rendering(glossary, Lexicon.shipped());
        Meanings meanings = new Meanings(embedding, Map.of());
        float[][] places = IntStream.range(0, examples.size())
                .parallel()
                .mapToObj(i -> meanings.of(analysis.sentences(examples.get(i).text()), rendering))
                .toArray(float[][]::new);
        int length = Arrays.stream(places).mapToInt(place -> place.length).max().orElse(0);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeUTF(embedding.model());
        data.writeUTF(digest(examples));
        data.writeInt(places.length);
        data.writeInt(length);
        for (float[] place : places) {
            data.writeBoolean(place.length > 0);
            data.write(place.length > 0 ? Steps.of(place) : new byte[length]);
        }
        data.flush();
        return places.length;
    }

    /** The shipped examples' places by their texts; none when they are another model's or were made of other examples. */
    static Map<String, float[]> shipped(String model, List<ExampleNeed> examples) {
        try (InputStream bytes = Objects.requireNonNull(ExamplePlaces.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return read(bytes, model, examples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, float[]> read(InputStream in, String model, List<ExampleNeed> examples) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readInt() != MAGIC) {
            throw new IOException("no places of examples");
        }
        // Both are read, whatever the first tells.
        boolean ours = data.readUTF().equals(model) & data.readUTF().equals(digest(examples));
        if (!ours || data.readInt() != examples.size()) {
            return Map.of();
        }
        int length = data.readInt();
        byte[] steps = new byte[length];
        Map<String, float[]> places = new HashMap<>();
        for (ExampleNeed example : examples) {
            boolean placed = data.readBoolean();
            data.readFully(steps);
            if (placed) {
                places.put(example.text(), unit(steps));
            }
        }
        return places;
    }

    private static float[] unit(byte[] steps) {
        double sum = 0;
        for (byte step : steps) {
            sum += step * step;
        }
        float norm = (float) Math.sqrt(sum);
        float[] place = new float[steps.length];
        for (int i = 0; i < steps.length; i++) {
            place[i] = steps[i] / norm;
        }
        return place;
    }

    /** Changes with any example's text, or their order. */
    static String digest(List<ExampleNeed> examples) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ExampleNeed example : examples) {
                digest.update(example.text().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
