package kr.nairl.platform.devservices;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A data folder in which Keycloak has made its tables and imported the realm, kept in the cache for tests to copy. It is
 * of one PostgreSQL, one Keycloak and one set of realm files, which its name tells; the addresses in it are set when it is used.
 */
final class PreparedKeycloak {

    private static final List<String> NOT_TO_COPY = List.of("log", "run", "keycloak");

    private PreparedKeycloak() {}

    /** The folder to copy, prepared now if it was not; when another process is at it, waits for that one. */
    static Path in(Path cache) {
        KeycloakDistribution distribution = KeycloakDistribution.given();
        PostgresBinaries binaries = PostgresBinaries.in(cache);
        try {
            Path prepared = cache.resolve(
                    "prepared-" + String.join("-", binaries.version(), distribution.version(), checksumOfTheRealm()));
            if (Files.isDirectory(prepared)) {
                return prepared;
            }
            try (var channel = FileChannel.open(
                            cache.resolve("prepared.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(prepared)) {
                    prepare(distribution, cache, prepared);
                }
            }
            return prepared;
        } catch (IOException e) {
            throw new CannotStart("Keycloak's data cannot be prepared in " + cache + ": " + e.getMessage(), e);
        }
    }

    private static void prepare(KeycloakDistribution distribution, Path cache, Path prepared) throws IOException {
        Path fresh = cache.resolve("preparing");
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        var nowhere = DevKeycloak.Surroundings.of("http://localhost:1");
        try (DevPostgres postgres = DevPostgres.toBeCopied(fresh, cache);
                DevKeycloak keycloak = DevKeycloak.kept(fresh, distribution, postgres, Ports.free(), nowhere)) {
            if (!keycloak.child().isAlive()) {
                throw new IOException(
                        "Keycloak ended at once (log: " + keycloak.child().log() + ")");
            }
        }
        NOT_TO_COPY.forEach(part -> Folders.delete(fresh.resolve(part)));
        Files.move(fresh, prepared, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String checksumOfTheRealm() throws IOException {
        var checksum = new CRC32();
        for (String file : List.of(DevKeycloak.REALM_FILE, SignInRules.FILE)) {
            checksum.update(DevKeycloak.text(file).getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(checksum.getValue());
    }
}
