package kr.nairl.platform.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts a second copy of a running app, with the same command and environment but a port of its own. */
final class AppAlone {

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private AppAlone() {}

    /** Seconds from the start of the process until readiness answers 200. */
    static double seconds(long runningApp) throws IOException, InterruptedException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var builder = new ProcessBuilder(words(runningApp, "cmdline"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        for (String setting : words(runningApp, "environ")) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                builder.environment().put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("PLATFORM_DEMO", "false");
        long begin = System.nanoTime();
        Process app = builder.start();
        try (var http = HttpClient.newHttpClient()) {
            var readiness = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                    .build();
            while (status(http, readiness) != 200) {
                if (!app.isAlive() || System.nanoTime() - begin > PATIENCE_NANOS) {
                    throw new IllegalStateException("the second app did not become ready");
                }
                Thread.sleep(20);
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            app.destroy();
            app.waitFor();
        }
    }

    private static int status(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static List<String> words(long pid, String file) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), file));
        return new ArrayList<>(Arrays.stream(new String(bytes, StandardCharsets.UTF_8).split("\0"))
                .filter(word -> !word.isEmpty())
                .toList());
    }
}
