package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.nairl.platform.core.audit.AuditChain;
import kr.nairl.platform.core.shared.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** infra/audit as an operator runs it, on the data folder of the running demo. */
class VerifyAuditTest {

    private static final Pattern END = Pattern.compile("\\d+:[0-9a-f]{64}");

    private static RunningPlatform platform;

    @TempDir
    private static Path cache;

    @BeforeAll
    static void unpack() throws IOException {
        platform = RunningPlatform.get();
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(part -> Path.of(part).toUri().toString())
                                .collect(Collectors.joining(" ")));
        Path folder = Files.createDirectories(cache.resolve("app-test"));
        new JarOutputStream(Files.newOutputStream(folder.resolve("platform.jar")), manifest).close();
    }

    @Test
    void theCommandTellsAChainThatHoldsFromABrokenOne() throws Exception {
        boolean more = true;
        while (more) {
            more = platform.bean(AuditChain.class).link(Actor.Job.AUDITOR).more();
        }
        Said good = audit(List.of());
        assertThat(good.text()).contains("The audit trail holds: ").doesNotContain("DEBUG", "INFO", "WARN");
        assertThat(good.code()).isZero();
        Matcher end = END.matcher(good.text());
        assertThat(end.find()).isTrue();
        assertThat(audit(List.of(end.group())).code()).isZero();
        Said other = audit(List.of("1:" + "0".repeat(64)));
        assertThat(other.text()).contains("broken at link 1, entry ", "not the link that was noted");
        assertThat(other.code()).isEqualTo(1);

        tamper("UPDATE platform.audit_entry SET subject_kind = subject_kind || 'x' WHERE id ="
                + " (SELECT entry_id FROM platform.audit_link WHERE sequence = 2)");
        try {
            Said broken = audit(List.of());
            assertThat(broken.text())
                    .contains("broken at link 2, entry ", "its entry is not what was written. 1 link holds before it.");
            assertThat(broken.code()).isEqualTo(1);
        } finally {
            tamper("UPDATE platform.audit_entry SET subject_kind = left(subject_kind, -1) WHERE id ="
                    + " (SELECT entry_id FROM platform.audit_link WHERE sequence = 2)");
        }
        assertThat(audit(List.of()).code()).isZero();
    }

    @Test
    void itSaysInOneLineWhyItCannotLook(@TempDir Path nothing) throws Exception {
        Said none = audit(nothing, List.of());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.text().lines())
                .singleElement()
                .asString()
                .startsWith("Nothing runs with the data in " + nothing);
        Said unread = audit(List.of("yesterday"));
        assertThat(unread.code()).isEqualTo(2);
        assertThat(unread.text().lines()).singleElement().asString().startsWith("Usage: infra/audit");
    }

    private record Said(int code, String text) {}

    private static Said audit(List<String> arguments) throws IOException, InterruptedException {
        return audit(platform.data(), arguments);
    }

    private static Said audit(Path data, List<String> arguments) throws IOException, InterruptedException {
        Path script = Path.of("..", "audit").toAbsolutePath().normalize();
        var command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().remove("PLATFORM_DB_URL");
        process.environment().put("PLATFORM_DATA", data.toString());
        process.environment().put("PLATFORM_CACHE", cache.toString());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process running = process.start();
        String text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor(Duration.ofSeconds(60))).isTrue();
        return new Said(running.exitValue(), text);
    }

    private static void tamper(String change) throws SQLException {
        try (Connection all = platform.asSuperuser();
                Statement statement = all.createStatement()) {
            statement.execute("ALTER TABLE platform.audit_entry DISABLE TRIGGER only_add");
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
            statement.execute("ALTER TABLE platform.audit_entry ENABLE TRIGGER only_add");
        }
    }
}
