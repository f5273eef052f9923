package kr.nairl.platform.core.research;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text files as people have them: UTF-8 or UTF-16 with its mark, and what Korean Windows writes (MS949, with EUC-KR in it). */
final class FileText {

    private static final Charset KOREAN_WINDOWS = Charset.forName("MS949");

    private FileText() {}

    /** The text without its mark; empty when it is in no such encoding. */
    static Optional<String> of(byte[] file) {
        if (file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return Optional.of(new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE));
        }
        if (file.length > 1 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return Optional.of(new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE));
        }
        Optional<String> unicode = strictly(file, StandardCharsets.UTF_8)
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text);
        return unicode.isPresent() ? unicode : strictly(file, KOREAN_WINDOWS);
    }

    private static Optional<String> strictly(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException notThis) {
            return Optional.empty();
        }
    }
}
