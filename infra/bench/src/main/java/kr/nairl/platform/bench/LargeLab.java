package kr.nairl.platform.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.Embedding;
import kr.nairl.platform.core.matching.ExpertDocument;
import kr.nairl.platform.core.matching.SourceReference;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import org.tukaani.xz.XZInputStream;

/**
 * A lab of any size, the same at every call: its documents are some neighbouring segments of real Korean or English text
 * each, and a researcher has ten of them on average, some many more.
 */
final class LargeLab {

    private static final int SEGMENTS = 3;
    private static final int MEAN_DOCUMENTS = 10;

    private final List<String> korean = new ArrayList<>();
    private final List<String> english = new ArrayList<>();

    /** @param folder holds {@code pairs.tsv.xz}: Korean, English and more, with a header line */
    LargeLab(Path folder) throws IOException {
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                new XZInputStream(Files.newInputStream(folder.resolve("pairs.tsv.xz"))), StandardCharsets.UTF_8))) {
            rows.readLine();
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                String[] cells = row.split("\t", -1);
                korean.add(cells[0]);
                english.add(cells[1]);
            }
        }
    }

    Stream<ExpertDocument> documents(int count) {
        int[] owners = owners(count);
        return IntStream.range(0, count).mapToObj(number -> document(owners[number], number));
    }

    static Subject.Researcher researcher(int number) {
        return new Subject.Researcher(new ResearcherId(new UUID(0x4e41_4952_4c00_4000L, number)));
    }

    /** Whose each document is. The number of a researcher's documents falls off geometrically. */
    private static int[] owners(int count) {
        SplittableRandom random = new SplittableRandom(7);
        int[] owners = new int[count];
        for (int document = 1; document < count; document++) {
            owners[document] = owners[document - 1] + (random.nextInt(MEAN_DOCUMENTS) == 0 ? 1 : 0);
        }
        return owners;
    }

    ExpertDocument document(int owner, int number) {
        SplittableRandom random = new SplittableRandom(number);
        Language language = random.nextBoolean() ? Language.KO : Language.EN;
        List<String> segments = language == Language.KO ? korean : english;
        int first = random.nextInt(segments.size() - SEGMENTS);
        Subject.Researcher about = researcher(owner);
        SourceReference source =
                new SourceReference(SourceReference.Kind.RESULT, new UUID(1, number), "text", language);
        return new ExpertDocument(
                source.documentId(about),
                about,
                null,
                ExpertDocument.Kind.RESULT,
                source,
                String.join("\n", segments.subList(first, first + SEGMENTS)),
                language,
                Audience.PUBLIC,
                LocalDate.of(2015 + random.nextInt(11), 1, 1),
                Set.of());
    }

    /**
     * Stands in for the sentence model, which would need most of an hour for a million texts: a text's place is the sum of
     * a place for each of its words, so texts with words in common lie close. As many numbers as the shipped model has.
     */
    static final Embedding WORDS = new Embedding() {

        private static final int NUMBERS = 384;

        @Override
        public String model() {
            return "sum of words";
        }

        @Override
        public float[] embed(String english) {
            float[] place = new float[NUMBERS];
            for (String word : english.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                SplittableRandom random = new SplittableRandom(word.hashCode());
                float weight = 1f / Math.max(1, 7 - word.length());
                for (int i = 0; i < NUMBERS; i += Long.SIZE) {
                    long bits = random.nextLong();
                    for (int bit = 0; bit < Long.SIZE; bit++) {
                        place[i + bit] += (bits >>> bit & 1) == 0 ? weight : -weight;
                    }
                }
            }
            double sum = 0;
            for (float number : place) {
                sum += number * number;
            }
            float length = (float) Math.sqrt(Math.max(sum, 1e-12));
            for (int i = 0; i < NUMBERS; i++) {
                place[i] /= length;
            }
            return place;
        }
    };
}
