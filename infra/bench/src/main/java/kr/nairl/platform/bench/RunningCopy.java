package kr.nairl.platform.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One {@code infra/run} in a data folder of its own: started, waited for until it says Ready, and ended by TERM. */
final class RunningCopy implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Path data;
    private final Process process;
    private final double readySeconds;

    private RunningCopy(Path data, Process process, double readySeconds) {
        this.data = data;
        this.process = process;
        this.readySeconds = readySeconds;
    }

    static RunningCopy start(Path infra, Path data, int port) throws IOException {
        long begin = System.nanoTime();
        var builder = new ProcessBuilder(infra.resolve("run").toString(), "--port", Integer.toString(port))
                .redirectErrorStream(true);
        builder.environment().put("PLATFORM_DATA", data.toString());
        Process process = builder.start();
        var said = new ArrayList<String>();
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.startsWith("Ready")) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                Thread.ofVirtual().start(() -> reader.lines().forEach(rest -> {}));
                return new RunningCopy(data, process, seconds);
            }
        }
        throw new IllegalStateException("infra/run did not become ready:\n" + String.join("\n", said));
    }

    /** From the command to the line Ready, in seconds. */
    double readySeconds() {
        return readySeconds;
    }

    /** The process that a file in the folder {@code run} names, such as {@code app}. */
    long pid(String name) throws IOException {
        Path file = data.resolve("run").resolve(name + ".pid");
        return Long.parseLong(Files.readString(file).split(" ", 2)[0]);
    }

    /** Memory of each program, children included, in MiB, as proportional set size: shared pages count once. */
    Map<String, Double> memory() throws IOException {
        Map<String, Double> memory = new LinkedHashMap<>();
        for (String name : List.of("app", "keycloak", "postgres")) {
            memory.put(name, mebibytes(pid(name)));
        }
        memory.put(
                "launcher",
                mebibytes(process.pid())
                        - memory.values().stream().mapToDouble(each -> each).sum());
        return memory;
    }

    private static double mebibytes(long pid) throws IOException {
        double all = own(pid);
        for (ProcessHandle child : ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .toList()) {
            all += own(child.pid());
        }
        return all;
    }

    private static double own(long pid) throws IOException {
        Path summary = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        if (!Files.isReadable(summary)) {
            return 0;
        }
        return Files.readAllLines(summary).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .sum();
    }

    /** Ends it and answers how long that took, in seconds. */
    double stop() {
        long begin = System.nanoTime();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
