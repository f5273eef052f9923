package kr.nairl.platform.core.file.persistence;

import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.STORED_FILE;
import static kr.nairl.platform.core.sql.Tables.STORED_FILE_CHUNK;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.file.FileContent;
import kr.nairl.platform.core.file.FileContents;
import kr.nairl.platform.core.file.StoredFile;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Bytes in chunks of 256 KiB: large objects would know no row-level security. */
@Component
class JooqFileContents implements FileContents {

    private static final int CHUNK = 256 * 1024;

    private final DSLContext sql;

    JooqFileContents(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(StoredFile file, PersonId by, Instant at, byte[] bytes) {
        sql.insertInto(STORED_FILE)
                .set(STORED_FILE.ID, file.id())
                .set(STORED_FILE.ORGANISATION_ID, file.organisation())
                .set(STORED_FILE.PURPOSE, "LOGO")
                .set(STORED_FILE.NAME, file.name())
                .set(STORED_FILE.MEDIA_TYPE, file.mediaType())
                .set(STORED_FILE.SIZE, file.size())
                .set(STORED_FILE.SHA256, HexFormat.of().parseHex(file.etag()))
                .set(STORED_FILE.CREATED_BY, by)
                .set(STORED_FILE.CREATED_AT, at)
                .execute();
        for (int position = 0; position * CHUNK < bytes.length; position++) {
            int from = position * CHUNK;
            sql.insertInto(STORED_FILE_CHUNK)
                    .set(STORED_FILE_CHUNK.FILE_ID, file.id())
                    .set(STORED_FILE_CHUNK.POSITION, position)
                    .set(STORED_FILE_CHUNK.BYTES, Arrays.copyOfRange(bytes, from, Math.min(from + CHUNK, bytes.length)))
                    .execute();
        }
    }

    @Override
    public Optional<StoredFile> find(Actor reader, UUID id) {
        return sql.select(
                        STORED_FILE.ID,
                        STORED_FILE.ORGANISATION_ID,
                        STORED_FILE.NAME,
                        STORED_FILE.MEDIA_TYPE,
                        STORED_FILE.SIZE,
                        STORED_FILE.SHA256)
                .from(STORED_FILE)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(STORED_FILE.ORGANISATION_ID))
                .where(STORED_FILE.ID.eq(id), readable(reader))
                .fetchOptional(row -> new StoredFile(
                        row.get(STORED_FILE.ID),
                        row.get(STORED_FILE.ORGANISATION_ID),
                        row.get(STORED_FILE.NAME),
                        row.get(STORED_FILE.MEDIA_TYPE),
                        row.get(STORED_FILE.SIZE),
                        HexFormat.of().formatHex(row.get(STORED_FILE.SHA256))));
    }

    @Override
    public Optional<FileContent> read(Actor reader, UUID id) {
        return find(reader, id).map(file -> {
            List<byte[]> chunks = sql.select(STORED_FILE_CHUNK.BYTES)
                    .from(STORED_FILE_CHUNK)
                    .where(STORED_FILE_CHUNK.FILE_ID.eq(id))
                    .orderBy(STORED_FILE_CHUNK.POSITION)
                    .fetch(STORED_FILE_CHUNK.BYTES);
            ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(file.size()));
            chunks.forEach(whole::put);
            if (whole.hasRemaining()) {
                throw new IllegalStateException("file " + id + " lacks " + whole.remaining() + " bytes");
            }
            return new FileContent(file, whole.array());
        });
    }

    @Override
    public boolean drop(UUID id) {
        return sql.deleteFrom(STORED_FILE).where(STORED_FILE.ID.eq(id)).execute() > 0;
    }

    /** Whoever sees the profile sees its files. */
    private static Condition readable(Actor reader) {
        Condition open = ORGANISATION.STATUS.eq("ACTIVE");
        return switch (reader) {
            case Actor.Visitor visitor -> open.and(ORGANISATION.PROFILE_AUDIENCE.eq("PUBLIC"));
            case Actor.Person person ->
                person.has(Role.LAB_MANAGER) ? DSL.noCondition() : open.or(ORGANISATION.ID.eq(person.organisation()));
            case Actor.Job job -> DSL.noCondition();
        };
    }
}
