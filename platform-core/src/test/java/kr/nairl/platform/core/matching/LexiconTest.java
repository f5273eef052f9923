package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    private static final Lexicon SHIPPED = Lexicon.shipped();

    @ParameterizedTest
    @CsvSource({"KO,이미지,imag", "KO,오류,error", "KO,배포,deploy", "EN,imag,이미지", "EN,secur,보안"})
    void theShippedLexiconTranslatesBothWays(Language language, String form, String translation) {
        assertThat(SHIPPED.translations(new TextAnalysis.Term(language, form)))
                .extracting(found -> found.term().form())
                .contains(translation);
    }

    @Test
    void probabilitiesOfAWordFallAndSumToAtMostOne() {
        List<Lexicon.Translation> found = SHIPPED.translations(new TextAnalysis.Term(Language.KO, "이미지"));
        assertThat(found)
                .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()))
                .allSatisfy(translation -> assertThat(translation.probability()).isBetween(0.0, 1.0));
        assertThat(found.stream().mapToDouble(Lexicon.Translation::probability).sum())
                .isLessThanOrEqualTo(1 + 8 / 255.0);
    }

    @Test
    void anUnknownWordHasNoTranslation() {
        assertThat(SHIPPED.translations(new TextAnalysis.Term(Language.KO, "없는낱말")))
                .isEmpty();
        assertThat(Lexicon.EMPTY.translations(new TextAnalysis.Term(Language.EN, "imag")))
                .isEmpty();
    }

    @Test
    void theShippedFileIsTheOneThatItsChecksumTells() throws IOException, NoSuchAlgorithmException {
        byte[] bytes = resource("/vocabulary/lexicon.bin").readAllBytes();
        String sum = new String(resource("/vocabulary/lexicon.bin.sha256").readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sum)
                .isEqualTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                        + "  lexicon.bin\n");
    }

    @Test
    void trainingOnASampleLearnsWhatItsTextsSay() throws IOException {
        Lexicon learned =
                LexiconTraining.learn(sample().stream(), GlossaryTable.shipped().glossary());
        assertThat(learned.translations(new TextAnalysis.Term(Language.KO, "이미지"))
                        .getFirst()
                        .term()
                        .form())
                .isEqualTo("imag");
        assertThat(learned.translations(new TextAnalysis.Term(Language.EN, "tensor"))
                        .getFirst()
                        .term()
                        .form())
                .isEqualTo("텐서");
        assertThat(learned.written(new TextAnalysis.Term(Language.EN, "imag"))).isIn("image", "images");
    }

    @Test
    void theSamePairsGiveTheSameBytesAndReadBackAsTheyWere() throws IOException {
        List<LexiconTraining.Said> some = sample().subList(0, 200);
        byte[] once = written(
                LexiconTraining.learn(some.stream(), GlossaryTable.shipped().glossary()));
        byte[] again = written(
                LexiconTraining.learn(some.stream(), GlossaryTable.shipped().glossary()));
        assertThat(once).isEqualTo(again);
        assertThat(written(Lexicon.read(new ByteArrayInputStream(once)))).isEqualTo(once);
    }

    @Test
    void somethingElseIsNotReadAsALexicon() {
        assertThatThrownBy(() -> Lexicon.read(new ByteArrayInputStream("no lexicon".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aProbabilityTooSmallToStoreIsLeftOut() {
        TextAnalysis.Term ko = new TextAnalysis.Term(Language.KO, "창고");
        TextAnalysis.Term en = new TextAnalysis.Term(Language.EN, "warehous");
        Lexicon lexicon = Lexicon.of(Map.of(ko, List.of(new Lexicon.Translation(en, 0.001))), Map.of());
        assertThat(lexicon.translations(ko)).isEmpty();
    }

    private static byte[] written(Lexicon lexicon) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        lexicon.write(bytes);
        return bytes.toByteArray();
    }

    private static List<LexiconTraining.Said> sample() throws IOException {
        List<LexiconTraining.Said> pairs = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(resource("/matching/parallel-sample.tsv"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t");
                pairs.add(new LexiconTraining.Said(cells[0], cells[1]));
            });
        }
        return pairs;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(LexiconTest.class.getResourceAsStream(name), name);
    }
}
