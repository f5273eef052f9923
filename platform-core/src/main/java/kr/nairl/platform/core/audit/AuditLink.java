package kr.nairl.platform.core.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain. Its hash is SHA-256 over the hash of the link before it, its own number and time, and the whole
 * entry; so it holds for everything up to here.
 *
 * @param sequence from 1, without gaps
 * @param entry the entry's id
 * @param previous the hash of the link before it, {@link #BEFORE_THE_FIRST} for the first; 64 hexadecimal digits
 * @param hash 64 hexadecimal digits
 */
public record AuditLink(long sequence, UUID entry, String previous, String hash, Instant chainedAt) {

    /** What the first link follows. */
    public static final String BEFORE_THE_FIRST = "0".repeat(64);

    /** Begins every hash: another way to write entries down would begin otherwise. */
    private static final String FORM = "audit-link-1";

    /** The link that makes the entry follow the last one. */
    static AuditLink after(@Nullable AuditLink last, WrittenEntry entry, Instant now) {
        long sequence = last == null ? 1 : last.sequence() + 1;
        String previous = last == null ? BEFORE_THE_FIRST : last.hash();
        return new AuditLink(sequence, entry.id(), previous, hash(sequence, previous, now, entry), now);
    }

    /** Is the hash the one of this entry as it stands there now? */
    boolean holds(WrittenEntry written) {
        return entry.equals(written.id()) && hash.equals(hash(sequence, previous, chainedAt, written));
    }

    private static String hash(long sequence, String previous, Instant chainedAt, WrittenEntry entry) {
        MessageDigest digest = sha256();
        for (Object part : new @Nullable Object[] {
            FORM,
            previous,
            sequence,
            chainedAt,
            entry.id(),
            entry.sequence(),
            entry.at(),
            entry.person(),
            entry.organisation(),
            entry.action(),
            entry.subjectKind(),
            entry.subject(),
            entry.detail()
        }) {
            add(digest, part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Each part after its length, or -1 for none, so that no two entries are written down alike. */
    private static void add(MessageDigest digest, @Nullable Object part) {
        if (part == null) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(-1).flip());
            return;
        }
        byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has it", impossible);
        }
    }
}
