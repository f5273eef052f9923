package kr.nairl.platform.core.matching.outside;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kr.nairl.platform.core.matching.SearchCluster;
import tools.jackson.databind.json.JsonMapper;

/** A real OpenSearch node in a JVM of its own, which ends with this one at the latest. */
public final class RealSearchNode implements AutoCloseable {

    private static final Path BUILT = Path.of("..", "infra", "search-node", "target");
    private static final Duration START = Duration.ofSeconds(90);

    private final Process process;
    private final OpenSearchLine line;

    /**
     * @param folder an empty one for the node's data
     * @throws IllegalStateException when it does not start, or was not built: the whole build does that before
     */
    public RealSearchNode(Path folder) throws IOException, InterruptedException {
        if (!Files.exists(BUILT.resolve("classpath"))) {
            throw new IllegalStateException("build the node first: mvn -pl infra/search-node package");
        }
        Path ready = folder.resolve("address");
        Path log = folder.resolve("log");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        BUILT.resolve("classes") + File.pathSeparator + Files.readString(BUILT.resolve("classpath")),
                        "kr.nairl.platform.search.SearchNode",
                        folder.resolve("node").toString(),
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long end = System.nanoTime() + START.toNanos();
        while (!Files.exists(ready)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("the search node did not start:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
        line = new OpenSearchLine(
                OpenSearchSettings.of("http://" + Files.readString(ready), "", ""),
                JsonMapper.builder().build());
    }

    public SearchCluster cluster() {
        return line;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        line.close();
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
