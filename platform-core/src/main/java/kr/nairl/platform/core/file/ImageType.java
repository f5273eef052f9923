package kr.nairl.platform.core.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of picture that are taken, told by their first bytes. SVG is none of them: it can hold scripts. */
enum ImageType {
    PNG("image/png", Set.of("png")),
    JPEG("image/jpeg", Set.of("jpg", "jpeg")),
    WEBP("image/webp", Set.of("webp"));

    private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PNG_HEADER = "IHDR".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG_MARK = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] RIFF_MARK = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP_MARK = "WEBPVP8".getBytes(StandardCharsets.US_ASCII);

    private final String mediaType;
    private final Set<String> extensions;

    ImageType(String mediaType, Set<String> extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    String mediaType() {
        return mediaType;
    }

    /** Do name and declared type say what the bytes say? */
    boolean agreesWith(String name, String declared) {
        int dot = name.lastIndexOf('.');
        String type = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return dot >= 0
                && extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                && mediaType.equals(type);
    }

    /** The type that these bytes begin as; empty for anything else. */
    static Optional<ImageType> detect(byte[] bytes) {
        if (holds(bytes, 0, PNG_MARK) && holds(bytes, 12, PNG_HEADER)) {
            return Optional.of(PNG);
        }
        if (holds(bytes, 0, JPEG_MARK)) {
            return Optional.of(JPEG);
        }
        if (holds(bytes, 0, RIFF_MARK) && holds(bytes, 8, WEBP_MARK)) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }

    private static boolean holds(byte[] bytes, int at, byte[] mark) {
        return bytes.length >= at + mark.length && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
    }
}
