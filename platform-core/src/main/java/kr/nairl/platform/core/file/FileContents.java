package kr.nairl.platform.core.file;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.PersonId;

/** Stored files and their bytes, as far as the actor of the running transaction may see them. */
public interface FileContents {

    void add(StoredFile file, PersonId by, Instant at, byte[] bytes);

    Optional<StoredFile> find(Actor reader, UUID id);

    Optional<FileContent> read(Actor reader, UUID id);

    /** Drops a file; answers whether it was there for the actor. */
    boolean drop(UUID id);
}
