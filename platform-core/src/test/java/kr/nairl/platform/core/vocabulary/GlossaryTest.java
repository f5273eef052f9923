package kr.nairl.platform.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {

    private static final Glossary GLOSSARY = GlossaryTable.shipped().glossary();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "비디오 LLM을 재활에 쓴다 | video-llm | 비디오 LLM",
                "비디오LLM으로 | video-llm | 비디오LLM",
                "강화학습은 어렵다 | reinforcement-learning | 강화학습",
                "강화 학습이 필요 | reinforcement-learning | 강화 학습",
                "Large-Language Models are | llm | Large-Language Models",
                "we use LLMs daily | llm | LLMs",
                "with an llm inside | llm | llm",
                "RAG로 답한다 | retrieval-augmented-generation | RAG",
                "fine tuning of models | fine-tuning | fine tuning",
                "Finetuned by finetuning | fine-tuning | finetuning",
                "quantisation of weights | quantization | quantisation",
                "data sets such as a synthetic data set: dataset distillation | dataset-distillation | dataset distillation",
                "human–object interaction detection | human-object-interaction-detection | human–object interaction detection",
                "SE(3)-equivariant networks | se3-equivariant-networks | SE(3)-equivariant networks",
                "무릎각도를 잰다 | joint-angle | 무릎각도",
                "불량률이 높다 | defect | 불량률",
                "산업용로봇팔을 | robot-arm | 산업용로봇"
            })
    void aLabelIsFoundHoweverItIsWritten(String text, String slug, String label) {
        assertThat(GLOSSARY.find(text)).anySatisfy(mention -> {
            assertThat(mention.concept()).isEqualTo(GlossaryTable.idOf(slug));
            assertThat(text.substring(mention.start(), mention.end())).isEqualTo(label);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "재활용을 권한다",
                "다음 수요일에 만난다",
                "a rag and a var statement",
                "drag the bar",
                "the fragile ragtime",
                "시공간이 넓다",
                "학습. 강화"
            })
    void aShortLabelIsNotFoundInsideOtherWords(String text) {
        assertThat(GLOSSARY.find(text)).isEmpty();
    }

    @Test
    void theLongestLabelWins() {
        assertThat(slugs("시계열 파운데이션 모델과 파운데이션 모델"))
                .containsExactly("time-series-foundation-models", "foundation-model");
        assertThat(slugs("6D object pose estimation beats pose estimation"))
                .containsExactly("6d-object-pose-estimation", "pose-estimation");
    }

    @Test
    void mentionsStandInOrderAndDoNotOverlap() {
        String text = "물류 창고에서 로봇팔로 박스 피킹을 하고, 불량 검사와 예지 보전을 위해 시계열 예측과 anomaly detection을 씁니다.";
        int free = 0;
        for (Glossary.Mention mention : GLOSSARY.find(text)) {
            assertThat(mention.start()).isGreaterThanOrEqualTo(free);
            assertThat(mention.end()).isGreaterThan(mention.start()).isLessThanOrEqualTo(text.length());
            free = mention.end();
        }
        assertThat(slugs(text))
                .containsExactly(
                        "warehouse",
                        "robot-arm",
                        "bin-picking",
                        "defect-inspection",
                        "predictive-maintenance",
                        "time-series-forecasting",
                        "anomaly-detection");
    }

    @Test
    void aBroadConceptTellsLessThanANarrowOne() {
        assertThat(GLOSSARY.specificity(GlossaryTable.idOf("artificial-intelligence")))
                .isLessThan(GLOSSARY.specificity(GlossaryTable.idOf("computer-vision")));
        assertThat(GLOSSARY.specificity(GlossaryTable.idOf("computer-vision")))
                .isLessThan(GLOSSARY.specificity(GlossaryTable.idOf("video-understanding")));
        assertThat(GLOSSARY.specificity(GlossaryTable.idOf("gradient-clipping")))
                .isEqualTo(1.0);
    }

    @Test
    void theDigestChangesWithALabelAndNotWithTheOrder() {
        Glossary.Entry one = entry("one", "하나");
        Glossary.Entry two = entry("two", "둘");
        assertThat(Glossary.of(List.of(one, two)).digest())
                .isEqualTo(Glossary.of(List.of(two, one)).digest())
                .isNotEqualTo(Glossary.of(List.of(one, entry("two", "두 개"))).digest());
    }

    @Test
    void circlesOfBroaderConceptsDoNoHarm() {
        ConceptId a = GlossaryTable.idOf("a");
        ConceptId b = GlossaryTable.idOf("b");
        Glossary circle = Glossary.of(List.of(
                new Glossary.Entry(a, "a", "가나", null, null, List.of(), List.of(), Set.of(b)),
                new Glossary.Entry(b, "b", "다라", null, null, List.of(), List.of(), Set.of(a))));
        assertThat(circle.specificity(a)).isBetween(0.0, 1.0);
        assertThat(circle.narrower(a)).containsExactly(b);
    }

    private static Glossary.Entry entry(String slug, String ko) {
        return new Glossary.Entry(GlossaryTable.idOf(slug), slug, ko, null, null, List.of(), List.of(), Set.of());
    }

    private static List<String> slugs(String text) {
        List<Glossary.Mention> mentions = GLOSSARY.find(text);
        return mentions.stream()
                .map(mention -> GlossaryTable.shipped().rows().stream()
                        .map(GlossaryTable.Row::slug)
                        .filter(slug -> GlossaryTable.idOf(slug).equals(mention.concept()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
