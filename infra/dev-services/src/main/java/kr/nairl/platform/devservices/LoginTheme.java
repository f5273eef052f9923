package kr.nairl.platform.devservices;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The lab's look for Keycloak's pages, which lies on our class path and which a server wants as files in its home. The
 * pages name their styles with the theme's checksum, so that no browser shows an old one.
 */
final class LoginTheme {

    static final String NAME = "lab";

    private static final String PLACE = "keycloak-themes";

    private LoginTheme() {}

    /** Replaces what is in that folder of a Keycloak's home. */
    static void unpackInto(Path themes) throws IOException {
        if (Files.isSymbolicLink(themes)) {
            Files.delete(themes);
        }
        Folders.delete(themes);
        Files.createDirectories(themes);
        URI place = place();
        if (place.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                copy(jar.getPath("/" + PLACE), themes);
            }
        } else {
            copy(Path.of(place), themes);
        }
    }

    private static URI place() throws IOException {
        var found = LoginTheme.class.getResource("/" + PLACE);
        if (found == null) {
            throw new IOException(PLACE + " is not on the class path");
        }
        try {
            return found.toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        var checksum = new CRC32();
        for (Path source : sorted(from)) {
            Path target = to.resolve(from.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else {
                byte[] content = Files.readAllBytes(source);
                checksum.update(content);
                Files.write(target, content);
            }
        }
        Files.writeString(
                to.resolve(NAME).resolve("login").resolve("theme.properties"),
                "\nversion=" + Long.toHexString(checksum.getValue()) + "\n",
                StandardOpenOption.APPEND);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
