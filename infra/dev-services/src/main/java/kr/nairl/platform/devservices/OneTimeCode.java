package kr.nairl.platform.devservices;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes as authenticator apps show them: RFC 6238 with SHA-1, six digits, every thirty seconds. */
final class OneTimeCode {

    private static final String ALGORITHM = "HmacSHA1";
    private static final int SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private OneTimeCode() {}

    static String of(String secret, Instant time) {
        byte[] hash = hash(secret, time.getEpochSecond() / SECONDS);
        int offset = hash[hash.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % SIX_DIGITS);
    }

    private static byte[] hash(String secret, long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
