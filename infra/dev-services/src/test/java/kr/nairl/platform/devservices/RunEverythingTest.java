package kr.nairl.platform.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunEverythingTest {

    private static final String NO_JVM_OPTION = "-Xmx64m";

    @TempDir
    private Path folder;

    @Test
    void aPortInUseIsOneLineAndNothingIsStarted() throws Exception {
        try (var taken = new ServerSocket(0, 1, Ports.loopback())) {
            Ended run = run(NO_JVM_OPTION, "--mail-port", Integer.toString(taken.getLocalPort()));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.said())
                    .isEqualTo("Port in use: " + taken.getLocalPort() + " (mail page, --mail-port)."
                            + " Stop what uses it, or choose another.\n");
        }
        assertThatNothingWasStarted();
    }

    @Test
    void aSecondCopyIsOneLineAndLeavesTheFirstAlone() throws Exception {
        try (OnlyCopy first = OnlyCopy.of(folder.resolve("data"), "http://localhost:8080")) {
            assertThat(first).isNotNull();
            Ended run = run(NO_JVM_OPTION);
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.said())
                    .startsWith("Already running at http://localhost:8080 (process "
                            + ProcessHandle.current().pid() + ")")
                    .hasLineCount(1);
        }
        assertThatNothingWasStarted();
    }

    @Test
    void aFullDiskIsOneLineAndNothingIsStarted() throws Exception {
        Ended run = run("-Dplatform.least-free-bytes=" + Long.MAX_VALUE);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.said()).startsWith("Disk full: ").hasLineCount(1);
        assertThatNothingWasStarted();
    }

    @Test
    void anUnknownOptionIsOneLine() throws Exception {
        Ended run = run(NO_JVM_OPTION, "--prot", "9080");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.said()).isEqualTo("Unknown option --prot; infra/run --help lists them.\n");
    }

    @Test
    void otherPortsFollowThePlatformsUnlessTheyAreGiven() {
        assertThat(RunOptions.parse()).isEqualTo(new RunOptions(false, true, 8080, 8081, 8025, 2525));
        assertThat(RunOptions.parse("--port", "9080", "--reset", "--no-demo", "--mail-port", "9999"))
                .isEqualTo(new RunOptions(true, false, 9080, 9081, 9999, 9083));
        assertThatThrownBy(() -> RunOptions.parse("--port", "nine")).hasMessageContaining("needs a port number");
        assertThatThrownBy(() -> RunOptions.parse("--port")).hasMessageContaining("needs a port number");
    }

    @Test
    void theTableOfLoginsIsComplete() {
        assertThat(DemoLogin.all()).hasSize(9).allSatisfy(login -> {
            assertThat(login.email()).endsWith(".example");
            assertThat(login.password()).isEqualTo("nairl-demo-2025");
            assertThat(List.of(login.roleKo(), login.roleEn(), login.name())).doesNotContain("", "-");
        });
        assertThat(Steps.table(List.of(List.of("연구자", "x"), List.of("abc", "y")))
                        .lines())
                .containsExactly("  연구자  x", "  abc     y");
    }

    @Test
    void aDemoLoginsCodeIsWhatAnAuthenticatorAppWouldShow() {
        // Appendix B of RFC 6238, of which an app with six digits shows the last six
        assertThat(OneTimeCode.of("12345678901234567890", Instant.ofEpochSecond(59)))
                .isEqualTo("287082");
        assertThat(OneTimeCode.of("12345678901234567890", Instant.ofEpochSecond(1_111_111_109)))
                .isEqualTo("081804");
        assertThat(OneTimeCode.of("12345678901234567890", Instant.ofEpochSecond(20_000_000_000L)))
                .isEqualTo("353130");
        Clock clock = Clock.fixed(Instant.parse("2026-11-27T23:00:00Z"), ZoneOffset.UTC);
        assertThat(PrintCode.code("manager", clock))
                .matches("\\d{6}")
                .isEqualTo(PrintCode.code("Manager@nairl.example", clock))
                .isNotEqualTo(PrintCode.code("manager", Clock.offset(clock, Duration.ofSeconds(30))));
    }

    @Test
    void aCodeThatThereIsNotIsOneLine() {
        assertThatThrownBy(() -> PrintCode.code("nobody", Clock.systemUTC()))
                .hasMessage(
                        "No demo login is called nobody; these need a code: byunghoon.kim, manager, dohyun.seo, gayoung.moon.");
        assertThatThrownBy(() -> PrintCode.code("editor", Clock.systemUTC()))
                .hasMessage(
                        "editor signs in without a code; these need one: byunghoon.kim, manager, dohyun.seo, gayoung.moon.");
        assertThatThrownBy(() -> PrintCode.code("", Clock.systemUTC()))
                .hasMessage("--code needs one name: byunghoon.kim, manager, dohyun.seo, gayoung.moon.");
    }

    private void assertThatNothingWasStarted() {
        assertThat(folder.resolve("data").resolve("postgres")).doesNotExist();
        assertThat(folder.resolve("data").resolve("log")).doesNotExist();
    }

    private record Ended(int code, String said) {}

    private Ended run(String jvmOption, String... options) throws IOException, InterruptedException {
        Path app = Files.writeString(folder.resolve("app.jar"), "");
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                jvmOption,
                "-cp",
                System.getProperty("java.class.path"),
                RunEverything.class.getName(),
                "--port",
                Integer.toString(Ports.free()),
                "--keycloak-port",
                Integer.toString(Ports.free()),
                "--mail-port",
                Integer.toString(Ports.free()),
                "--smtp-port",
                Integer.toString(Ports.free())));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PLATFORM_DATA", folder.resolve("data").toString());
        builder.environment().put("PLATFORM_CACHE", folder.resolve("cache").toString());
        builder.environment().put("PLATFORM_APP_JAR", app.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
