package kr.nairl.platform.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where files go, and how a tree of them goes away. */
final class Folders {

    private Folders() {}

    /** The folder infra of the checkout we run in: told by infra/run, or found above the working directory. */
    static Path infra() {
        String given = System.getProperty("platform.infra");
        if (given != null) {
            return Path.of(given).toAbsolutePath();
        }
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.isDirectory(here.resolve("infra").resolve("dev-services"))) {
                return here.resolve("infra");
            }
        }
        return Path.of("infra").toAbsolutePath();
    }

    /** Where unpacked and built things are kept between runs: PLATFORM_CACHE, else infra/.cache. */
    static Path cache() {
        return named("PLATFORM_CACHE", infra().resolve(".cache"));
    }

    /** Where the demo's data are kept between runs: PLATFORM_DATA, else infra/.data. */
    static Path data() {
        return named("PLATFORM_DATA", infra().resolve(".data"));
    }

    static Path named(String variable, Path otherwise) {
        String given = System.getenv(variable);
        return given == null || given.isBlank()
                ? otherwise
                : Path.of(given).toAbsolutePath().normalize();
    }

    static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new CannotStart("No temporary folder can be made: " + e.getMessage(), e);
        }
    }

    /** Copies what is in a folder of plain files into another that exists. */
    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(source));
                if (!source.equals(from)) {
                    Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from + " to " + to, e);
        }
    }

    /** Deletes a folder with all in it, if it is there; a symbolic link is deleted, not followed. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException reason) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException reason)
                        throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
