package kr.nairl.platform.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginThemeTest {

    /** Of features that this realm does not have: wallets, delegation, the device code. */
    private static final Set<String> NOT_SHOWN = Set.of(
            "codeSuccess",
            "did",
            "delegationScopeConsentText",
            "didExistsMessage",
            "credentialOfferTitle",
            "credentialOfferStep1",
            "credentialOfferStep2",
            "credentialOfferUri",
            "naturalPersonScopeConsentText");

    @TempDir
    private Path folder;

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(ours("ko").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(ours("en").stringPropertyNames());
        assertThat(ours("ko").values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
        // An apostrophe alone would be taken for a quote, and what follows it for no placeholder.
        assertThat(ours("en").values())
                .noneSatisfy(text -> assertThat(text.toString()).contains("'"));
    }

    @Test
    void whateverKeycloakSaysInEnglishIsSaidInKorean() throws IOException {
        Path themes;
        try (Stream<Path> jars = Files.list(KeycloakDistribution.given()
                .folder()
                .resolve("lib")
                .resolve("lib")
                .resolve("main"))) {
            themes = jars.filter(jar -> jar.getFileName().toString().startsWith("org.keycloak.keycloak-themes-2"))
                    .findFirst()
                    .orElseThrow();
        }
        try (var jar = FileSystems.newFileSystem(themes)) {
            Path messages = jar.getPath("theme", "base", "login", "messages");
            Set<String> missing = new TreeSet<>(read(Files.newInputStream(messages.resolve("messages_en.properties")))
                    .stringPropertyNames());
            missing.removeAll(read(Files.newInputStream(messages.resolve("messages_ko.properties")))
                    .stringPropertyNames());
            missing.removeAll(ours("ko").stringPropertyNames());
            assertThat(missing).isEqualTo(new TreeSet<>(NOT_SHOWN));
        }
    }

    @Test
    void aServersHomeGetsItAnewWithThePlatformsTokensAndType() throws IOException {
        Path themes = folder.resolve("themes");
        Files.createSymbolicLink(themes, folder.resolve("a-distribution-that-is-gone"));
        LoginTheme.unpackInto(themes);
        Path login = themes.resolve("lab").resolve("login");
        Files.writeString(login.resolve("old.ftl"), "from an earlier version");
        LoginTheme.unpackInto(themes);
        assertThat(login.resolve("old.ftl")).doesNotExist();
        assertThat(login.resolve("template.ftl")).isNotEmptyFile();
        assertThat(login.resolve("resources/styles/tokens.css")).content().contains("--brand:");
        assertThat(login.resolve("resources/fonts/pretendard")).isNotEmptyDirectory();
        assertThat(login.resolve("theme.properties")).content().containsPattern("(?m)^version=[0-9a-f]+$");
    }

    private static Properties ours(String language) throws IOException {
        return read(LoginThemeTest.class.getResourceAsStream(
                "/keycloak-themes/lab/login/messages/messages_" + language + ".properties"));
    }

    private static Properties read(InputStream in) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
