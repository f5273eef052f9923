package kr.nairl.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExpertRankTest {

    private static final String EXPERTS = """
            {"id":"robots","documents":[{"title":"Grasping in clutter","text":"Robot manipulation and bin picking with suction grippers.","year":2021,"lang":"en"}]}

            {"id":"series","documents":[{"title":"시계열 예측","text":"수요 예측을 위한 시계열 파운데이션 모델.","year":2024,"lang":"ko"},{"title":"","text":null}]}
            {"id":"later","documents":[{"title":"Grasping again","text":"Robot manipulation and bin picking.","year":2025,"lang":"en"}],"unknown":1}
            {"id":"silent","documents":[]}
            """;

    @TempDir
    Path folder;

    @Test
    void peopleAreRankedForNeedsInTheirOrder() throws IOException {
        List<JsonNode> answers = ranked(EXPERTS, """
                {"id":"q1","title":"상자 집기","text":"로봇 팔로 상자에 쌓인 물건을 집고 싶습니다","lang":"ko"}
                {"id":"q2","title":null,"text":"Forecasting demand of our shops","lang":"en"}
                {"id":"q3","title":"","text":""}
                """);
        assertThat(answers).extracting(answer -> answer.get("query").asString()).containsExactly("q1", "q2", "q3");
        assertThat(first(answers.get(0))).isIn("robots", "later");
        assertThat(first(answers.get(1))).isEqualTo("series");
        assertThat(answers.get(2).get("ranking")).isEmpty();
        double before = 1;
        for (JsonNode ranked : answers.get(0).get("ranking")) {
            assertThat(ranked.get("score").asDouble()).isBetween(0.0, before);
            before = ranked.get("score").asDouble();
        }
    }

    @Test
    void onlyOlderDocumentsCountBeforeAYear() throws IOException {
        List<JsonNode> answers = ranked(EXPERTS, """
                {"id":"q1","title":"Bin picking","text":"Grasping with a robot","lang":"en","beforeYear":2025}
                {"id":"q2","title":"Bin picking","text":"Grasping with a robot","lang":"en"}
                """);
        assertThat(ids(answers.get(0))).contains("robots").doesNotContain("later");
        assertThat(ids(answers.get(1))).contains("robots", "later");
    }

    @Test
    void aMalformedLineIsNamedByItsNumber() {
        assertThatThrownBy(() -> ranked(EXPERTS + "{\"id\":\"x\",\"documents\":7}\n", "{\"id\":\"q\"}"))
                .hasMessageContaining("line 6");
        assertThatThrownBy(() -> ranked(EXPERTS, "{\"id\":\"q\"}\nnot json\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> ranked(EXPERTS, "{\"id\":\"q\"}\n{\"id\":\"q\"}\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("earlier line");
        assertThatThrownBy(() -> ranked("{\"documents\":[]}", "{\"id\":\"q\"}")).hasMessageContaining("id is missing");
    }

    @Test
    void aMissingOptionIsAnsweredWithHowToCallIt() {
        assertThatThrownBy(() -> ExpertRank.run("--experts", "x")).hasMessageContaining("usage");
        assertThatThrownBy(() -> ExpertRank.run("--colour", "red")).hasMessageContaining("usage");
    }

    private List<JsonNode> ranked(String experts, String queries) throws IOException {
        Path expertsFile = Files.writeString(folder.resolve("experts.jsonl"), experts);
        Path queriesFile = Files.writeString(folder.resolve("queries.jsonl"), queries);
        Path out = folder.resolve("out.jsonl");
        ExpertRank.run(
                "--experts", expertsFile.toString(),
                "--queries", queriesFile.toString(),
                "--out", out.toString(),
                "--embedding", "none");
        List<JsonNode> answers = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            answers.add(JsonLines.MAPPER.readTree(line));
        }
        return answers;
    }

    private static String first(JsonNode answer) {
        return ids(answer).getFirst();
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.get("ranking").forEach(ranked -> ids.add(ranked.get("id").asString()));
        return ids;
    }
}
