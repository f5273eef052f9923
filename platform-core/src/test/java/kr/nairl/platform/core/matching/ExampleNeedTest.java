package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleNeedTest {

    private static final List<ExampleNeed> SHIPPED = ExampleNeed.shipped();
    private static final Glossary GLOSSARY = GlossaryTable.shipped().glossary();

    @Test
    void everyShippedExampleNamesConceptsOfTheShippedGlossary() {
        assertThat(SHIPPED.stream().flatMap(example -> example.slugs().stream()).distinct())
                .hasSizeGreaterThan(500)
                .allSatisfy(slug -> assertThat(GLOSSARY.concept(slug)).as(slug).isPresent());
    }

    @Test
    void noExampleStandsTwiceAndBothLanguagesAreThere() {
        assertThat(SHIPPED).extracting(ExampleNeed::text).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(ExampleNeed::language).contains(Language.KO, Language.EN);
    }

    @Test
    void theShippedPlacesBelongToTheShippedExamples() {
        assertThat(ExamplePlaces.shipped("all-MiniLM-L6-v2-q", SHIPPED)).hasSizeGreaterThan(SHIPPED.size() * 9 / 10);
        assertThat(ExamplePlaces.shipped("another-model", SHIPPED)).isEmpty();
        assertThat(ExamplePlaces.shipped("all-MiniLM-L6-v2-q", SHIPPED.subList(1, SHIPPED.size())))
                .isEmpty();
    }

    @Test
    void somethingElseIsNotReadAsPlaces() {
        assertThatThrownBy(() -> ExamplePlaces.read(new ByteArrayInputStream(new byte[20]), "model", SHIPPED))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aMalformedLineIsNamed() {
        assertThatThrownBy(() -> ExampleNeed.read(new StringReader("pruning\tko\t가볍게\npruning\tfr\tléger\n")))
                .hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EN | The gripper keeps dropping boxes because it cannot tell where to hold them | grasping,robot-manipulation,bin-picking,suction-gripper,soft-gripper
                    KO | 고객이 탈퇴하면 이미 학습한 모델에서도 그 사람 정보를 지워야 합니다 | machine-unlearning,federated-unlearning
                    KO | 다음 주 매장마다 몇 개나 팔릴지 미리 알고 싶어요 | demand-forecasting,time-series-forecasting,inventory-management
                    EN | Our phones cannot run the big model and the answers take forever | on-device-ai,knowledge-distillation,quantization,small-language-model,slow-response,inference-acceleration,model-compression,real-time-lightweight-ai
                    """)
    void whatANeedDoesNotNameIsImpliedByExamples(Language language, String need, String fitting) {
        // Without the sentence model examples fit less, so they are believed earlier here.
        Weights trusting = Weights.shipped().with(Map.of("impliedFrom", 0.1, "impliedFull", 0.3));
        Interpretation interpretation = new Interpretation(
                GLOSSARY, Lexicon.shipped(), new Meanings(Embedding.NONE, Map.of()), SHIPPED, trusting);
        SourceReference source = new SourceReference(SourceReference.Kind.INTEREST, new UUID(0, 1), "need", language);
        Probe probe =
                new Probe(List.of(new Probe.Text(source, Probe.Emphasis.BODY, language, need)), Set.of(), Set.of());
        ProbeReading reading = interpretation.imply(interpretation.read(probe), 1);
        List<ConceptId> implied = reading.features().stream()
                .flatMap(feature ->
                        feature instanceof ProbeReading.AskedConcept asked ? Stream.of(asked) : Stream.empty())
                .filter(asked -> asked.ground() == ProbeReading.Ground.IMPLIED)
                .map(ProbeReading.AskedConcept::concept)
                .toList();
        assertThat(implied)
                .containsAnyElementsOf(
                        Stream.of(fitting.split(",")).map(GlossaryTable::idOf).toList());
    }
}
