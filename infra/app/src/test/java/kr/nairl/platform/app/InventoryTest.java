package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inventory in the jar (CycloneDX) names what runs, with all that a look for known weaknesses needs. */
class InventoryTest {

    @Test
    void whatItNamesIsWhatRunsWithAllThatAScannerNeeds() throws IOException {
        JsonNode inventory;
        try (InputStream in =
                SpringApplication.class.getClassLoader().getResourceAsStream("META-INF/sbom/application.cdx.json")) {
            inventory = JsonMapper.shared().readTree(Objects.requireNonNull(in));
        }
        Set<String> running = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        for (JsonNode component : inventory.get("components")) {
            String purl = component.get("purl").stringValue();
            if (purl.startsWith("pkg:maven/kr.nairl/")) {
                continue;
            }
            assertThat(component.get("licenses")).as(purl).isNotEmpty();
            assertThat(component
                            .get("hashes")
                            .valueStream()
                            .map(hash -> hash.get("alg").stringValue()))
                    .as(purl)
                    .contains("SHA-256");
            if (purl.endsWith("?type=jar")) {
                named.add(component.get("name").stringValue() + "-"
                        + component.get("version").stringValue() + ".jar");
            }
        }
        assertThat(running).containsAll(named);
        assertThat(named).hasSizeGreaterThan(150).anyMatch(jar -> jar.startsWith("flow-server-"));
    }
}
