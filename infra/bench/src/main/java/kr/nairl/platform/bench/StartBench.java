package kr.nairl.platform.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times and memory of the product as a person starts it, printed as one JSON object: {@code infra/run} on no data and
 * again on its own, the app alone (five starts), memory of each process, the first signed-in page, and the heap that an
 * open page holds. Everything is fetched and built before it begins. Progress goes to the error output.
 */
public final class StartBench {

    private static final String PERSON = "hyungjin.chung@everex.example";
    private static final String PASSWORD = "nairl-demo-2025";
    private static final int STARTS = 5;

    private StartBench() {}

    /** @param arguments the folder infra of the checkout */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path infra = Path.of(arguments[0]).toAbsolutePath();
        Path data = Files.createTempDirectory("platform-bench-");
        try {
            System.out.println(json(measure(infra, data)));
        } finally {
            delete(data);
        }
    }

    private static Map<String, Object> measure(Path infra, Path data) throws IOException, InterruptedException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        int port = freePorts();
        say("cold infra/run");
        try (RunningCopy cold = RunningCopy.start(infra, data, port)) {
            figures.put("coldRunSeconds", cold.readySeconds());
            awaitTrial(infra);
            figures.put("stopSeconds", cold.stop());
        }
        say("warm infra/run");
        try (RunningCopy warm = RunningCopy.start(infra, data, port)) {
            figures.put("warmRunSeconds", warm.readySeconds());
            figures.put("memoryMebibytesAfterStart", warm.memory());
            say("app alone");
            var starts = new ArrayList<Double>();
            for (int i = 0; i < STARTS; i++) {
                starts.add(AppAlone.seconds(warm.pid("app")));
            }
            starts.sort(Comparator.naturalOrder());
            figures.put("appStartSecondsMedian", starts.get(STARTS / 2));
            figures.put("appStartSecondsAll", starts);
            say("signed-in pages");
            try (var pages = new SignedInPages("http://localhost:" + port)) {
                SignedInPages.FirstPage first = pages.firstPage(PERSON, PASSWORD);
                figures.put("firstPageEmptyCacheBytes", first.emptyCacheBytes());
                figures.put("firstPageEmptyCacheMillis", first.emptyCacheMillis());
                figures.put("firstPageFilledCacheBytes", first.filledCacheBytes());
                figures.put("firstPageFilledCacheMillis", first.filledCacheMillis());
                figures.put("heapKilobytesPerOpenPage", pages.heapPerPage(warm.pid("app"), PERSON, PASSWORD));
            }
            figures.put("memoryMebibytesAfterUse", warm.memory());
        }
        return figures;
    }

    /** The launcher notes the app's classes once after Ready; a later start is to profit from it, not to run beside it. */
    private static void awaitTrial(Path infra) throws IOException, InterruptedException {
        Path cache = Path.of(System.getenv()
                .getOrDefault("PLATFORM_CACHE", infra.resolve(".cache").toString()));
        for (int i = 0; i < 240 && !hasNotes(cache); i++) {
            Thread.sleep(500);
        }
    }

    private static boolean hasNotes(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache, 2)) {
            return files.anyMatch(file -> file.toString().endsWith(".aot"));
        }
    }

    /** The first of four neighbouring free ports, as infra/run takes them from {@code --port}. */
    private static int freePorts() throws IOException {
        while (true) {
            try (var first = new ServerSocket(0)) {
                int port = first.getLocalPort();
                if (isFree(port + 1) && isFree(port + 2) && isFree(port + 3)) {
                    return port;
                }
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void say(String step) {
        System.err.println("bench: " + step);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String json(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\": " + json(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(StartBench::json).collect(Collectors.joining(", ", "[", "]"));
            case Double number -> String.format(Locale.ROOT, "%.2f", number);
            default -> String.valueOf(value);
        };
    }
}
