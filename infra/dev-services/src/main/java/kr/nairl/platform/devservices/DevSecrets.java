package kr.nairl.platform.devservices;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords of one data folder: random, made when first asked for, kept in a file that only its owner may read, and
 * the same from then on. They protect nothing but this machine's own ports and are worthless anywhere else.
 */
public final class DevSecrets {

    public static final String FILE = "secrets.properties";

    private static final int RANDOM_BYTES = 24;

    private final Path file;
    private final Properties known = new Properties();
    private final SecureRandom random = new SecureRandom();

    private DevSecrets(Path file) {
        this.file = file;
    }

    /** Those of a data folder, which is made if absent. */
    public static DevSecrets of(Path dataFolder) {
        var secrets = new DevSecrets(dataFolder.resolve(FILE));
        try {
            Files.createDirectories(dataFolder);
            if (Files.exists(secrets.file)) {
                secrets.known.load(new StringReader(Files.readString(secrets.file)));
            }
        } catch (IOException e) {
            throw new CannotStart(secrets.file + " cannot be read: " + e.getMessage(), e);
        }
        return secrets;
    }

    /** The secret of that name, made and kept if there was none. */
    public synchronized String get(String name) {
        String value = known.getProperty(name);
        if (value == null) {
            var bytes = new byte[RANDOM_BYTES];
            random.nextBytes(bytes);
            value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            known.setProperty(name, value);
            keep();
        }
        return value;
    }

    public Path file() {
        return file;
    }

    private void keep() {
        try {
            var text = new StringWriter();
            known.store(text, null);
            Path fresh = file.resolveSibling(FILE + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text.toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CannotStart(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
