package kr.nairl.platform.core.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * The files of organisations. A file is stored once its size, extension, declared and detected type agree, never
 * changes, and is seen by whoever sees its organisation's profile.
 */
@Component
public class StoredFiles {

    /** The largest logo, in bytes: 1 MiB. */
    public static final int MAX_LOGO = 1024 * 1024;

    private static final int MAX_NAME = 200;

    private final Transactions transactions;
    private final FileContents contents;
    private final Clock clock;

    StoredFiles(Transactions transactions, FileContents contents, Clock clock) {
        this.transactions = transactions;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * Stores a logo: PNG, JPEG or WebP of at most {@link #MAX_LOGO} bytes.
     *
     * @return the new file's id
     * @throws InvalidInputException on field {@code file}: {@code file-empty}, {@code file-too-large} (bytes allowed),
     *     {@code file-type} or {@code file-mismatch}
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException without the role
     */
    public UUID storeLogo(Actor actor, OrganisationId organisation, Upload upload) {
        Actor.Person person = actor.requirePerson();
        if (!person.has(Role.LAB_MANAGER)) {
            if (!person.organisation().equals(organisation)) {
                throw new NotFoundException("organisation " + organisation);
            }
            person.require(Role.MEMBER, Role.ADMINISTRATOR);
        }
        ImageType type = check(upload);
        StoredFile file = new StoredFile(
                UUID.randomUUID(),
                organisation,
                bareName(upload.name()),
                type.mediaType(),
                upload.bytes().length,
                HexFormat.of().formatHex(sha256(upload.bytes())));
        transactions.run(actor, () -> contents.add(file, person.id(), clock.instant(), upload.bytes()));
        return file.id();
    }

    /**
     * What is known of a file, without its bytes: enough to answer a conditional request.
     *
     * @throws NotFoundException when there is none, or none that the actor may see
     */
    public StoredFile describe(Actor actor, UUID id) {
        return transactions.read(actor, () -> found(contents.find(actor, id), id));
    }

    /**
     * A file with its bytes.
     *
     * @throws NotFoundException when there is none, or none that the actor may see
     */
    public FileContent read(Actor actor, UUID id) {
        return transactions.read(actor, () -> found(contents.read(actor, id), id));
    }

    /**
     * Drops a file of one's own organisation.
     *
     * @throws NotFoundException when there is none, or none that the actor may drop
     */
    public void drop(Actor actor, UUID id) {
        Actor.Person person = actor.require(Role.MEMBER, Role.ADMINISTRATOR, Role.LAB_MANAGER);
        transactions.run(actor, () -> {
            StoredFile file = found(contents.find(actor, id), id);
            boolean own = person.organisation().equals(file.organisation());
            if (!(own || person.has(Role.LAB_MANAGER)) || !contents.drop(id)) {
                throw new NotFoundException("file " + id);
            }
        });
    }

    private static <T> T found(Optional<T> file, UUID id) {
        return file.orElseThrow(() -> new NotFoundException("file " + id));
    }

    private static ImageType check(Upload upload) {
        if (upload.bytes().length == 0) {
            throw new InvalidInputException("file", "file-empty");
        }
        if (upload.bytes().length > MAX_LOGO) {
            throw new InvalidInputException("file", "file-too-large", MAX_LOGO);
        }
        ImageType type =
                ImageType.detect(upload.bytes()).orElseThrow(() -> new InvalidInputException("file", "file-type"));
        if (!type.agreesWith(upload.name(), upload.mediaType())) {
            throw new InvalidInputException("file", "file-mismatch");
        }
        return type;
    }

    /** The last part of a path in either notation, cut to what is stored, its extension kept. */
    private static String bareName(String name) {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "_");
        return bare.length() <= MAX_NAME ? bare : bare.substring(bare.length() - MAX_NAME);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
