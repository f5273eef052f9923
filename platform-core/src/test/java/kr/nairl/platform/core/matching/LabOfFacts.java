package kr.nairl.platform.core.matching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.jspecify.annotations.Nullable;

/** The lab of the letter: its researchers, areas and results in both languages, as plain documents. */
final class LabOfFacts {

    static final Set<Audience> MEMBERS = EnumSet.of(Audience.PUBLIC, Audience.MEMBERS);

    private record Person(String slug, @Nullable Integer subProject, String ko, String en, List<String> topics) {}

    private record Area(String slug, int subProject, String ko, String en) {}

    private record Result(String slug, List<String> people, int subProject, String ko, String en) {}

    private static final List<Person> PEOPLE = List.of(
            person(
                    "eunho-yang",
                    1,
                    "추측 디코딩과 시각 자기회귀 모델, 비용 효율적 AI",
                    "Speculative decoding, visual autoregressive models and cost-efficient AI",
                    "speculative-decoding",
                    "visual-autoregressive-models",
                    "cost-efficient-ai"),
            person(
                    "byungjun-lee",
                    1,
                    "강화학습, 학습 최적화와 연산량 할당",
                    "Reinforcement learning, training optimisation and compute allocation",
                    "reinforcement-learning",
                    "training-optimisation",
                    "compute-allocation"),
            person(
                    "sunghyun-cho",
                    1,
                    "생성형 AI와 3D 모델 품질 향상",
                    "Generative AI and 3D model enhancement",
                    "generative-ai",
                    "3d-model-enhancement"),
            person(
                    "albert-no",
                    1,
                    "확산 모델의 암기 현상과 생성 모델 과적합",
                    "Memorization in diffusion models and overfitting of generative models",
                    "diffusion-models",
                    "memorization",
                    "generative-model-overfitting"),
            person(
                    "minsu-cho",
                    2,
                    "3D 인스턴스 분할, 비전-언어-행동 모델, 개방형 어휘 3D 이해, 사람-사물 상호작용 탐지",
                    "3D instance segmentation, vision-language-action models, open-vocabulary 3D and human-object interaction detection",
                    "3d-instance-segmentation",
                    "vision-language-action-models",
                    "open-vocabulary-3d",
                    "human-object-interaction-detection"),
            person(
                    "kukjin-yoon",
                    2,
                    "6D 물체 자세 추정과 이벤트 기반 비전",
                    "6D object pose estimation and event-based vision",
                    "6d-object-pose-estimation",
                    "event-based-vision"),
            person(
                    "joseph-lim",
                    2,
                    "로봇 학습과 시뮬레이션 기반 학습",
                    "Robot learning and simulation-based training",
                    "robot-learning",
                    "simulation-based-training"),
            person(
                    "sungjoon-choi",
                    2,
                    "비전-언어-행동 모델과 실패 시연 학습",
                    "Vision-language-action models and learning from failed demonstrations",
                    "vision-language-action-models",
                    "learning-from-failed-demonstrations"),
            person(
                    "jongchul-ye",
                    3,
                    "생성 파운데이션 모델, 2D 궤적 기반 상대 깊이 추정, 분자 생성, 초해상화, 3D 시맨틱 맵",
                    "Generative foundation models, relative depth from 2D tracks, molecule generation, super-resolution and 3D semantic maps",
                    "generative-foundation-models",
                    "relative-depth-from-2d-tracks",
                    "molecule-generation",
                    "super-resolution",
                    "3d-semantic-maps"),
            person(
                    "seungryong-kim",
                    3,
                    "포인트 추적, 비디오 이해와 비디오 생성",
                    "Point tracking, video understanding and video generation",
                    "point-tracking",
                    "video-understanding",
                    "video-generation"),
            person("changhee-lee", 3, "시계열 파운데이션 모델", "Time-series foundation models", "time-series-foundation-models"),
            person(
                    "youngchul-sung",
                    null,
                    "다중 과제 강화학습, 메타 강화학습, 심투리얼, 가정용 로봇",
                    "Multi-task and meta reinforcement learning, sim-to-real and household robots",
                    "multi-task-rl",
                    "meta-rl",
                    "sim-to-real",
                    "household-robots"),
            person(
                    "jinyoung-yeo",
                    null,
                    "웹 에이전트, 월드 모델, 대규모 언어 모델",
                    "Web agents, world models and large language models",
                    "web-agents",
                    "world-model",
                    "llm"),
            person("hyungjoo-chae", null, "웹 에이전트와 월드 모델", "Web agents and world models", "web-agents", "world-model"),
            person(
                    "deunsol-jung",
                    2,
                    "사람-사물 상호작용 탐지, 비전-언어 모델, 3D 장면 관계 탐지",
                    "Human-object interaction detection, vision-language models and 3D scene relation detection",
                    "human-object-interaction-detection",
                    "vision-language-models",
                    "3d-scene-relation-detection"),
            person(
                    "yejin-choi",
                    null,
                    "상식 추론, 합성 데이터, 테스트 시점 추론, 토큰화, 스마트 스케일링",
                    "Commonsense reasoning, synthetic data, test-time reasoning, tokenization and smart scaling",
                    "commonsense-reasoning",
                    "synthetic-data",
                    "test-time-reasoning",
                    "tokenization",
                    "smart-scaling"),
            person(
                    "scott-sanner",
                    null,
                    "대규모 언어 모델, 체화 인공지능, 하이브리드 계획",
                    "Large language models, embodied AI and hybrid planning",
                    "llm",
                    "embodied-ai",
                    "hybrid-planning"),
            person(
                    "pascal-poupart",
                    null,
                    "LLM 정렬을 위한 강화학습과 위험 민감 강화학습",
                    "Reinforcement learning for LLM alignment and risk-sensitive RL",
                    "rl-for-llm-alignment",
                    "risk-sensitive-rl"),
            person("edwin-fong", null, "예측 베이지안 추론", "Predictive Bayesian inference", "predictive-bayesian-inference"),
            person(
                    "molei-tao",
                    null,
                    "큰 학습률과 암묵적 편향",
                    "Large learning rates and implicit bias",
                    "large-learning-rates",
                    "implicit-bias"),
            person(
                    "ming-hsuan-yang",
                    null,
                    "멀티모달 파운데이션 모델",
                    "Multimodal foundation models",
                    "multimodal-foundation-models"),
            person(
                    "shenghua-gao",
                    null,
                    "3차원 복원, 기하학적 사전 지식, 시각 콘텐츠 생성",
                    "3D reconstruction, geometric priors and visual content generation",
                    "3d-reconstruction",
                    "geometric-priors",
                    "visual-content-generation"),
            person(
                    "junyan-zhu",
                    null,
                    "시각 생성 모델과 데이터 소유권",
                    "Generative visual models and data ownership",
                    "generative-visual-models",
                    "data-ownership"));

    private static final List<Area> AREAS = List.of(
            new Area(
                    "lightweight",
                    1,
                    "대형 모델 경량화와 지식 증류\n한국어 언어 모델, 지식 증류, 프롬프트 증류, 토큰 병합, 양자화, 확산 모델",
                    "Lightweight models and knowledge distillation\nKorean language models, knowledge distillation, prompt distillation, token merging, quantization, diffusion models"),
            new Area(
                    "algorithms",
                    1,
                    "스케일링을 완화하는 학습 알고리즘\n학습 기반 최적화, 강화학습, 연산량 할당, 데이터 가지치기, 다중 에이전트 학습, 차분 프라이버시",
                    "Learning algorithms that ease scaling\nlearning to optimize, reinforcement learning, compute allocation, data pruning, multi-agent learning, differential privacy"),
            new Area(
                    "architectures",
                    1,
                    "새로운 모델 구조\n그래프 신호 처리, 셀프 어텐션, 선형 복잡도 트랜스포머, 객체 중심 표현, 비지도 의미 분할, 추측 디코딩",
                    "New architectures\ngraph signal processing, self-attention, linear-complexity transformers, object-centric representation, unsupervised semantic segmentation, speculative decoding"),
            new Area(
                    "data",
                    1,
                    "고효율 기초 데이터 세트\n데이터셋 증류, 합성 데이터, 비디오 데이터 압축, 한국어 데이터셋, 평가 벤치마크",
                    "Efficient foundation data sets\ndataset distillation, synthetic data, video data compression, Korean data sets, evaluation benchmarks"),
            new Area(
                    "perception",
                    2,
                    "멀티모달 기반 인식\n개방형 어휘 탐지, 영상 분할, 오디오-언어 이해, 센서 융합",
                    "Multimodal perception\nopen-vocabulary detection, segmentation, audio-language understanding, sensor fusion"),
            new Area(
                    "control",
                    2,
                    "범용 로봇 제어\n동작 생성, 강화학습, 로봇 조작, 비전-언어-행동 모델, 모델 양자화",
                    "General robot control\nmotion generation, reinforcement learning, robot manipulation, vision-language-action models, model quantization"),
            new Area(
                    "embodied",
                    2,
                    "체화된 인공지능\n월드 모델, 상식과 윤리 추론, 장기 기억, 도메인 지식 통합, 시뮬레이션 환경",
                    "Embodied AI\nworld model, commonsense and ethics reasoning, long-term memory, domain knowledge integration, simulation environments"),
            new Area(
                    "generation",
                    3,
                    "텍스트-영상·4D 생성\n확산 트랜스포머, 프롬프트 리캡셔닝, 4D 생성, 3D 동작 예측, MRI 영상 생성, 초해상화",
                    "Text-to-image/video and 4D generation\ndiffusion transformer, prompt recaptioning, 4D generation, 3D motion prediction, MRI image generation, super-resolution"),
            new Area(
                    "molecules",
                    3,
                    "3차원 분자 구조 생성\n분자 생성, 신약 설계, 시뮬레이터 연동 학습, 커리큘럼 강화학습",
                    "3D molecular structure generation\nmolecule generation, drug design, simulator-in-the-loop learning, curriculum reinforcement learning"),
            new Area(
                    "reconstruction",
                    3,
                    "선호 기반 생성과 3D·4D 재구성\nRLHF, DPO, 다시점 복원, 3차원 복원",
                    "Preference-based generation and 3D/4D reconstruction\nRLHF, DPO, multi-view reconstruction, 3D reconstruction"),
            new Area(
                    "time-series",
                    3,
                    "시계열 생성\n시계열 파운데이션 모델, 시계열 예측, SE(3) 등변 신경망, 해밀토니언 물리 예측",
                    "Time-series generation\ntime-series foundation models, time-series forecasting, SE(3)-equivariant networks, Hamiltonian physics prediction"),
            new Area(
                    "privacy",
                    3,
                    "프라이버시 보호\n개념 삭제, LoRA, 메타 학습, 머신 언러닝",
                    "Privacy protection\nconcept erasure, LoRA, meta-learning, machine unlearning"));

    private static final List<Result> RESULTS = List.of(
            new Result(
                    "mtrl-resets",
                    List.of("youngchul-sung"),
                    0,
                    "다중 과제 강화학습을 위한 과제 난이도 스케줄링과 네트워크 리셋",
                    "Task-difficulty scheduling with network resets for multi-task RL"),
            new Result("ars", List.of("youngchul-sung"), 0, "적응형 보상 스케일링(ARS)", "Adaptive Reward Scaling (ARS)"),
            new Result(
                    "wma",
                    List.of("jinyoung-yeo", "hyungjoo-chae"),
                    0,
                    "월드 모델로 보강한 웹 에이전트. 행동하기 전에 그 결과를 시뮬레이션한다.",
                    "World-model-augmented web agent. It simulates what an action would do before taking it."),
            new Result(
                    "lain",
                    List.of("deunsol-jung", "minsu-cho"),
                    2,
                    "제로샷 사람-사물 상호작용 탐지를 위한 국소성 인식 상호작용 네트워크",
                    "Locality-aware interaction network (LAIN) for zero-shot human-object interaction detection"));

    private LabOfFacts() {}

    /** Researchers and areas with all their texts in these languages. */
    static List<ExpertDocument> documents(Set<Language> languages) {
        List<ExpertDocument> documents = new ArrayList<>();
        for (Language language : languages) {
            for (Person person : PEOPLE) {
                documents.add(document(
                        researcher(person.slug()),
                        person.subProject(),
                        ExpertDocument.Kind.HEADLINE,
                        SourceReference.Kind.RESEARCHER,
                        person.slug(),
                        language,
                        language == Language.KO ? person.ko() : person.en(),
                        topics(person.topics())));
            }
            for (Area area : AREAS) {
                documents.add(document(
                        area(area.slug()),
                        area.subProject(),
                        ExpertDocument.Kind.AREA,
                        SourceReference.Kind.RESEARCH_AREA,
                        area.slug(),
                        language,
                        language == Language.KO ? area.ko() : area.en(),
                        Set.of()));
            }
            for (Result result : RESULTS) {
                for (String person : result.people()) {
                    documents.add(document(
                            researcher(person),
                            result.subProject() == 0 ? null : result.subProject(),
                            ExpertDocument.Kind.RESULT,
                            SourceReference.Kind.RESULT,
                            result.slug(),
                            language,
                            language == Language.KO ? result.ko() : result.en(),
                            Set.of()));
                }
            }
        }
        return documents;
    }

    /** Made once, since it reads all examples. */
    private static final class Shared {
        static final List<ExampleNeed> EXAMPLES = ExampleNeed.shipped();
        static final Interpretation INTERPRETATION = new Interpretation(
                GlossaryTable.shipped().glossary(),
                Lexicon.shipped(),
                new Meanings(Embedding.NONE, Map.of()),
                EXAMPLES,
                Weights.shipped());
    }

    /** The shipped engine without a sentence model, empty. */
    static LuceneMatchEngine engine() {
        return new LuceneMatchEngine(Shared.INTERPRETATION, Shared.EXAMPLES);
    }

    static Interpretation interpretation() {
        return Shared.INTERPRETATION;
    }

    static LuceneMatchEngine engine(List<ExpertDocument> experts, NeedDocument... needs) {
        LuceneMatchEngine engine = engine();
        engine.rebuild(GlossaryTable.shipped().glossary(), experts.stream(), Stream.of(needs));
        return engine;
    }

    static ExpertDocument document(
            Subject.Expert subject,
            @Nullable Integer subProject,
            ExpertDocument.Kind kind,
            SourceReference.Kind source,
            String row,
            Language language,
            String text,
            Set<ConceptId> topics) {
        SourceReference reference = new SourceReference(source, uuid(row), "text", language);
        return new ExpertDocument(
                reference.documentId(subject),
                subject,
                subProject,
                kind,
                reference,
                text,
                language,
                Audience.PUBLIC,
                null,
                topics);
    }

    static NeedDocument need(
            String slug, Language language, String title, String need, List<String> topics, Set<Integer> subProjects) {
        return new NeedDocument(
                new Subject.Interest(new InterestId(uuid(slug))),
                List.of(
                        new NeedDocument.Text(NeedDocument.Part.TITLE, "title", language, title),
                        new NeedDocument.Text(NeedDocument.Part.NEED, "need", language, need)),
                topics(topics),
                NeedDocument.Mode.JOINT_RESEARCH,
                subProjects,
                Audience.MEMBERS);
    }

    static Subject.Researcher researcher(String slug) {
        return new Subject.Researcher(new ResearcherId(uuid(slug)));
    }

    static Subject.Area area(String slug) {
        return new Subject.Area(new ResearchAreaId(uuid(slug)));
    }

    static Set<Subject> areasOf(int subProject) {
        return Set.copyOf(AREAS.stream()
                .filter(area -> area.subProject() == subProject)
                .map(area -> (Subject) area(area.slug()))
                .toList());
    }

    static Set<ConceptId> topics(List<String> slugs) {
        return Set.copyOf(slugs.stream().map(GlossaryTable::idOf).toList());
    }

    /** A readable name for a subject in a failing test's message. */
    static String name(Subject subject) {
        return Stream.concat(PEOPLE.stream().map(Person::slug), AREAS.stream().map(Area::slug))
                .filter(slug -> uuid(slug).equals(subject.uuid()))
                .findFirst()
                .orElse(subject.toString());
    }

    private static Person person(String slug, @Nullable Integer subProject, String ko, String en, String... topics) {
        return new Person(slug, subProject, ko, en, List.of(topics));
    }

    static UUID uuid(String slug) {
        return UUID.nameUUIDFromBytes(slug.getBytes(StandardCharsets.UTF_8));
    }
}
