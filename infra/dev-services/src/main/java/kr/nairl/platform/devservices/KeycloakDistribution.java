package kr.nairl.platform.devservices;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An unpacked Keycloak, built once for PostgreSQL so that it starts fast. Its folder is only read afterwards, so that
 * any number of servers may run from it, each with a home of its own.
 */
public final class KeycloakDistribution {

    /** Names the folder of an unpacked distribution; the system property goes before the environment. */
    public static final String PROPERTY = "platform.keycloak.home";

    public static final String VARIABLE = "PLATFORM_KEYCLOAK_DIST";

    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--http-management-health-enabled=false");
    private static final String BUILT = ".built-for-platform";

    private final Path folder;

    private KeycloakDistribution(Path folder) {
        this.folder = folder;
    }

    /**
     * The one that tests are given.
     *
     * @throws CannotStart when none is named
     */
    public static KeycloakDistribution given() {
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (named == null || named.isBlank()) {
            throw new CannotStart("No Keycloak: " + VARIABLE + " must name the folder of an unpacked"
                    + " keycloak-quarkus-dist; infra/verify fetches one and sets it.");
        }
        return in(Path.of(named));
    }

    /**
     * The one in a folder.
     *
     * @throws CannotStart when no Keycloak is there
     */
    public static KeycloakDistribution in(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute.resolve("bin").resolve("kc.sh"))) {
            throw new CannotStart("No Keycloak in " + absolute + ": bin/kc.sh is not there.");
        }
        return new KeycloakDistribution(absolute);
    }

    boolean isBuilt() {
        try {
            Path mark = folder.resolve(BUILT);
            return Files.exists(mark) && Files.readString(mark).equals(String.join(" ", BUILD_OPTIONS));
        } catch (IOException e) {
            return false;
        }
    }

    /** Builds it if that was not done; when another process is at it, waits for that one. Takes about half a minute. */
    void build() {
        if (isBuilt()) {
            return;
        }
        try (var lock = FileChannel.open(
                        folder.resolve(".build-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (!held.isValid() || isBuilt()) {
                return;
            }
            var command = new ArrayList<>(
                    List.of("sh", folder.resolve("bin").resolve("kc.sh").toString(), "build"));
            command.addAll(BUILD_OPTIONS);
            Child build = Child.start(new Child.Program(
                    "Keycloak's build",
                    Child.Stage.SERVER,
                    command,
                    Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"),
                    folder.resolve("build.log"),
                    folder.resolve("build.pid"),
                    "TERM",
                    Duration.ofSeconds(5)));
            if (build.exit().join() != 0) {
                throw new CannotStart(
                        "Keycloak cannot be built: " + build.lastLines(3) + " (log: " + build.log() + ")");
            }
            Files.writeString(folder.resolve(BUILT), String.join(" ", BUILD_OPTIONS));
        } catch (IOException e) {
            throw new CannotStart("Keycloak cannot be built in " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * The JVM option by which a server starts a third faster: with the classes that an earlier one noted at its end or,
     * if none did and this one may, to note them at its own end, which then takes some ten seconds longer.
     */
    List<String> classOptions(boolean mayNote) {
        Path noted = folder.resolve("classes-" + Runtime.version() + ".jsa");
        Path fresh = folder.resolve(
                noted.getFileName() + "." + ProcessHandle.current().pid());
        takeNoted(noted);
        if (Files.exists(noted)) {
            return List.of("-XX:SharedArchiveFile=" + noted);
        }
        return mayNote && Files.isWritable(folder)
                ? List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-XX:ArchiveClassesAtExit=" + fresh)
                : List.of();
    }

    /** A file named for a process that has ended is complete. */
    private void takeNoted(Path noted) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path fresh : files.filter(file -> file.toString().startsWith(noted + "."))
                    .toList()) {
                long writer = Long.parseLong(
                        fresh.toString().substring(noted.toString().length() + 1));
                if (ProcessHandle.of(writer).isEmpty()) {
                    Files.move(fresh, noted, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException | NumberFormatException e) {
            // It starts without, only slower.
        }
    }

    String version() throws IOException {
        return Files.readString(folder.resolve("version.txt")).replaceAll("[^0-9.]", "");
    }

    Path folder() {
        return folder;
    }
}
