package kr.nairl.platform.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** infra/docs/asvs.md speaks of every requirement once, and of no test that is not there. */
class AsvsTableTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| ([^|]+) \\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void everyRequirementOfLevelsOneAndTwoIsThereOnce() throws IOException {
        assertThat(rows().stream().map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(numbers());
    }

    @Test
    void everyRowSaysHowItStands() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.group(2).strip()).isNotEmpty();
            assertThat(row.group(3).strip()).matches("(met|not met|does not apply|to be completed).*");
            // what is claimed is shown, by a test, a document, or a name
            if (row.group(3).strip().equals("met")) {
                assertThat(row.group(4).strip()).as(row.group(1)).isNotEmpty();
            }
        });
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Map<String, String> sources = sources();
        List<MatchResult> named = TEST.matcher(table()).results().toList();
        assertThat(named).hasSizeGreaterThan(100);
        for (MatchResult test : named) {
            assertThat(sources).containsKey(test.group(1));
            if (test.group(2) != null) {
                assertThat(sources.get(test.group(1))).as(test.group()).contains("void " + test.group(2) + "(");
            }
        }
    }

    private static List<MatchResult> rows() throws IOException {
        return table().lines()
                .filter(line -> line.matches("\\| \\d.*"))
                .map(line -> ROW.matcher(line)
                        .results()
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no row: " + line)))
                .toList();
    }

    private static String table() throws IOException {
        return Files.readString(ROOT.resolve("infra").resolve("docs").resolve("asvs.md"));
    }

    private static List<String> numbers() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(AsvsTableTest.class.getResourceAsStream("/asvs-5.0-levels-1-and-2.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }

    /** The text of each test class of all modules, by its simple name. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of(
                "platform-core", "platform-auth", "platform-api", "platform-ui", "infra/app", "infra/dev-services")) {
            Path tests = ROOT.resolve(module).resolve("src").resolve("test").resolve("java");
            if (Files.isDirectory(tests)) {
                try (Stream<Path> files = Files.walk(tests)) {
                    for (Path file : files.filter(one -> one.toString().endsWith("Test.java"))
                            .toList()) {
                        String name = file.getFileName().toString();
                        sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
                    }
                }
            }
        }
        return sources;
    }
}
