package kr.nairl.platform.devservices;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * All programs this JVM has started, so that none outlives it. When the JVM ends by itself, by INT or by TERM, a
 * shutdown hook stops them, the last stage first, those of one stage together. When it is killed, a small shell (the
 * warden) sees its end of a pipe close and stops them instead. Both know only what was started here and has not ended,
 * and both delete our temporary folders.
 */
final class Children {

    static final Children OURS = new Children();

    /** Keeps {@code pid:signal} of what runs, from lines on its input; when the input ends, stops what is left. */
    private static final String WARDEN = """
            trap '' INT TERM HUP
            left=
            folders=
            trap 'rm -rf $folders' EXIT
            while read -r op pid sig; do
              case $op in
                start) left="$left $pid:$sig" ;;
                folder) folders="$folders $pid" ;;
                end) kept=; for e in $left; do [ "${e%%:*}" = "$pid" ] || kept="$kept $e"; done; left=$kept ;;
              esac
            done
            for e in $left; do kill -s "${e#*:}" "${e%%:*}" 2>/dev/null; done
            n=0
            while [ $n -lt 600 ]; do
              alive=
              for e in $left; do kill -0 "${e%%:*}" 2>/dev/null && alive=yes; done
              [ -z "$alive" ] && exit 0
              n=$((n + 1))
              sleep 0.1
            done
            for e in $left; do kill -s KILL "${e%%:*}" 2>/dev/null; done
            """;

    private final List<Child> running = new CopyOnWriteArrayList<>();
    private final List<Path> temporaryFolders = new CopyOnWriteArrayList<>();
    private final List<Runnable> lastWords = new CopyOnWriteArrayList<>();
    private final Process warden;
    private final OutputStream toWarden;
    private volatile boolean ending;

    private Children() {
        var command = new ArrayList<>(Child.inSessionOfItsOwn());
        command.addAll(List.of("sh", "-c", WARDEN));
        try {
            warden = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new CannotStart("No shell 'sh' could be started: " + e.getMessage(), e);
        }
        toWarden = warden.getOutputStream();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop-children"));
    }

    /** From now on it is ours; if we are ending already, it ends with us. */
    void started(Child child) {
        running.add(child);
        tellWarden("start " + child.pid() + " " + child.stopSignal());
        if (ending) {
            child.stop();
        }
    }

    void ended(Child child) {
        if (running.remove(child)) {
            tellWarden("end " + child.pid());
        }
    }

    /** A temporary folder that goes when the JVM goes, however it goes; by then it may be gone already. */
    void deleteAtTheEnd(Path folder) {
        temporaryFolders.add(folder);
        if (!folder.toString().contains(" ")) {
            tellWarden("folder " + folder);
        }
    }

    /** Is run by the shutdown hook when all have ended. */
    void afterwards(Runnable lastWord) {
        lastWords.add(lastWord);
    }

    private void stopAll() {
        ending = true;
        running.stream()
                .map(Child::stage)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(this::stopStage);
        temporaryFolders.forEach(Folders::delete);
        lastWords.forEach(Runnable::run);
        try {
            toWarden.close();
            warden.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            // The warden is gone already; nothing is left for it to do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopStage(Child.Stage stage) {
        List<Child> together =
                running.stream().filter(child -> child.stage() == stage).toList();
        together.forEach(Child::askToStop);
        together.forEach(Child::stop);
    }

    private synchronized void tellWarden(String line) {
        try {
            toWarden.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            toWarden.flush();
        } catch (IOException e) {
            // Without warden the shutdown hook and the pid files remain.
        }
    }
}
