package kr.nairl.platform.devservices;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The app's jar unpacked in the cache, from where it starts in a fraction of the time: as plain jars, whose classes a
 * trial start has noted in the JVM's ahead-of-time cache. One folder of the cache belongs to one build of the jar; those
 * of earlier builds go. A jar that cannot be unpacked runs as it is.
 */
final class UnpackedApp {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What a trial asks for, so that the classes behind the first pages are noted too. */
    private static final List<String> FIRST_PAGES = List.of("/", "/ko", "/en/letter", "/home", "/api/v1/organisations");

    private final Path folder;
    private final Path jar;

    private UnpackedApp(Path folder, Path jar) {
        this.folder = folder;
        this.jar = jar;
    }

    /**
     * Unpacks the jar if that was not done.
     *
     * @param runFolder where the file with the pid of the unpacking program may be
     */
    static UnpackedApp of(Path jar, Path cache, Path runFolder) {
        try {
            Path folder = cache.resolve("app-" + Long.toHexString(Files.size(jar)) + "-"
                    + Long.toHexString(Files.getLastModifiedTime(jar).toMillis()));
            if (!Files.isDirectory(folder)) {
                deleteOlder(cache);
                Path fresh = cache.resolve("app.fresh");
                Folders.delete(fresh);
                Child unpacking = Child.start(new Child.Program(
                        "Unpacking the app",
                        Child.Stage.SERVER,
                        List.of(
                                java(),
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--destination",
                                fresh.toString()),
                        Map.of(),
                        cache.resolve("unpacking.log"),
                        runFolder.resolve("unpacking.pid"),
                        "TERM",
                        Duration.ofSeconds(5)));
                if (unpacking.exit().join() != 0 || !Files.isRegularFile(fresh.resolve(jar.getFileName()))) {
                    return new UnpackedApp(cache, jar);
                }
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return new UnpackedApp(folder, folder.resolve(jar.getFileName()));
        } catch (IOException e) {
            throw new CannotStart("The app cannot be unpacked into " + cache + ": " + e.getMessage(), e);
        }
    }

    private static void deleteOlder(Path cache) throws IOException {
        Files.createDirectories(cache);
        try (Stream<Path> files = Files.list(cache)) {
            files.filter(file -> String.valueOf(file.getFileName()).startsWith("app-"))
                    .toList()
                    .forEach(Folders::delete);
        }
    }

    /** How to start it, with what a trial has noted if there was one. */
    List<String> command() {
        return command(Files.exists(notes()) ? List.of("-XX:AOTCache=" + notes()) : List.of());
    }

    /**
     * Starts it once beside the running one, asks for its first pages and lets it note its classes as it ends. Takes
     * about half a minute of a processor, at the lowest priority; when it is cut off, the next run tries again.
     *
     * @param environment that of the running app; the trial takes a port of its own and loads no demo
     */
    void noteClasses(Map<String, String> environment, Path data) {
        if (Files.exists(notes()) || !Files.isRegularFile(folder.resolve(jar.getFileName()))) {
            return;
        }
        Path fresh = folder.resolve("classes.fresh");
        int port = Ports.free();
        var its = new HashMap<>(environment);
        its.put("SERVER_PORT", Integer.toString(port));
        its.put("PLATFORM_DEMO", "false");
        var command = new ArrayList<String>(Child.onPath("nice") ? List.of("nice", "-n", "19") : List.of());
        command.addAll(command(List.of("-XX:AOTCacheOutput=" + fresh)));
        Child trial = Child.start(new Child.Program(
                "The app's trial",
                Child.Stage.SERVER,
                command,
                its,
                data.resolve("log").resolve("trial.log"),
                data.resolve("run").resolve("trial.pid"),
                "KILL",
                Duration.ofSeconds(2)));
        try {
            if (answers(trial, port)) {
                trial.ask("TERM");
                if (trial.exit().join() != 137 && Files.exists(fresh)) {
                    Files.move(fresh, notes(), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            // It starts without notes, only slower.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            trial.stop();
        }
    }

    private static boolean answers(Child trial, int port) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (trial.isAlive() && System.nanoTime() < end) {
                if (status(http, port, "/actuator/health/readiness") == 200) {
                    for (String page : FIRST_PAGES) {
                        status(http, port, page);
                    }
                    return true;
                }
                Thread.sleep(500);
            }
        }
        return false;
    }

    private static int status(HttpClient http, int port, String path) throws InterruptedException {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private Path notes() {
        return folder.resolve("classes-" + Runtime.version() + ".aot");
    }

    private List<String> command(List<String> options) {
        var command = new ArrayList<>(List.of(java(), "-Xmx1g"));
        command.addAll(options);
        command.addAll(List.of(
                "-Dspring.aot.enabled=true",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-jar",
                jar.toString()));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
