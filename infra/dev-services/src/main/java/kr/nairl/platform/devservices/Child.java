package kr.nairl.platform.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One program started by us, in a session of its own so that a terminal's Ctrl-C reaches only us and we decide the
 * order. Its output goes to a log file (the one before is kept as {@code .previous}); its pid stands in a file from
 * start to end, by which the next start finds and ends it if everything else was killed.
 */
final class Child {

    /** What must be stopped first comes last. */
    enum Stage {
        STORE,
        SERVER
    }

    /**
     * How to start and stop a program.
     *
     * @param name shown to people
     * @param stopSignal what asks it to end, such as {@code TERM}
     * @param patience how long it may take to end before it is killed
     */
    record Program(
            String name,
            Stage stage,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Path pidFile,
            String stopSignal,
            Duration patience) {}

    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(15);

    private final Program program;
    private final Process process;
    private volatile boolean askedToStop;

    private Child(Program program, Process process) {
        this.program = program;
        this.process = process;
    }

    static Child start(Program program) {
        endOrphan(program.pidFile());
        var command = new ArrayList<>(inSessionOfItsOwn());
        command.addAll(program.command());
        try {
            Files.createDirectories(program.log().toAbsolutePath().getParent());
            Files.createDirectories(program.pidFile().toAbsolutePath().getParent());
            if (Files.exists(program.log())) {
                Files.move(
                        program.log(),
                        program.log().resolveSibling(program.log().getFileName() + ".previous"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(command)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(program.log().toFile());
            builder.environment().putAll(program.environment());
            var child = new Child(program, builder.start());
            Children.OURS.started(child);
            child.process.onExit().thenRun(child::forget);
            Files.writeString(
                    program.pidFile(),
                    child.pid() + " " + startOf(child.process.toHandle()) + " " + program.stopSignal());
            return child;
        } catch (IOException e) {
            throw new CannotStart(program.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Ends what an earlier run left, if all of it was killed; the folder is the one where the pid files are. */
    static void endOrphans(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".pid")).forEach(Child::endOrphan);
        } catch (IOException e) {
            throw new CannotStart(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Knows it by pid and start time, so never a stranger. */
    private static void endOrphan(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            String[] words = Files.readString(pidFile).strip().split(" ");
            Optional<ProcessHandle> orphan = words.length == 3
                    ? ProcessHandle.of(Long.parseLong(words[0]))
                            .filter(handle -> sameTime(startOf(handle), Long.parseLong(words[1])))
                    : Optional.empty();
            if (orphan.isPresent()) {
                signal(orphan.get().pid(), words[2]);
                awaitEnd(orphan.get(), ORPHAN_PATIENCE);
                orphan.get().destroyForcibly();
                awaitEnd(orphan.get(), ORPHAN_PATIENCE);
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException | NumberFormatException e) {
            throw new CannotStart(pidFile + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean sameTime(long a, long b) {
        return Math.abs(a - b) <= CLOCK_SLACK.toMillis();
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    private static void awaitEnd(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit()
                    .completeOnTimeout(handle, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (IllegalStateException e) {
            // It is this JVM itself; a pid file never names it.
        }
    }

    /** Words to put before a command so that it leads its own session or, without setsid, its own process group. */
    static List<String> inSessionOfItsOwn() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        return onPath("perl") ? List.of("perl", "-e", "setpgrp(0, 0); exec @ARGV", "--") : List.of();
    }

    static boolean onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        for (String folder : path.split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static void signal(long pid, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\" 2>/dev/null", signal, Long.toString(pid))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no shell to send a signal with", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long pid() {
        return process.pid();
    }

    String name() {
        return program.name();
    }

    Stage stage() {
        return program.stage();
    }

    String stopSignal() {
        return program.stopSignal();
    }

    Path log() {
        return program.log();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code when the program ends, however it ends. */
    CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Whether its end, if it has ended, was our wish. */
    boolean askedToStop() {
        return askedToStop;
    }

    void askToStop() {
        askedToStop = true;
        if (process.isAlive()) {
            signal(process.pid(), program.stopSignal());
        }
    }

    /** Sends another signal than the one that stops it, and does not wait. */
    void ask(String signal) {
        signal(process.pid(), signal);
    }

    /** Returns when the program has ended: by its signal, or killed when it took longer than its patience. */
    void stop() {
        if (!askedToStop) {
            askToStop();
        }
        try {
            if (!process.waitFor(program.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forget();
    }

    /** For tests of recovery: as a crash would end it. */
    void kill() {
        askedToStop = true;
        signal(process.pid(), "KILL");
        process.onExit().join();
    }

    /** The end of its log, for a person who must know why it ended. */
    String lastLines(int count) {
        try {
            List<String> lines = Files.readAllLines(program.log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(" + program.log() + " cannot be read)";
        }
    }

    private void forget() {
        Children.OURS.ended(this);
        try {
            Files.deleteIfExists(program.pidFile());
        } catch (IOException e) {
            // The next start reads it, finds nobody, and deletes it.
        }
    }
}
