package kr.nairl.platform.core.file;

import java.nio.charset.StandardCharsets;

/** Files that begin as pictures do. */
public final class TestImages {

    private TestImages() {}

    /** A PNG's beginning and zeros up to the size or a little more. */
    public static Upload png(String name, int size) {
        return new Upload(name, "image/png", bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", size));
    }

    /** These characters as bytes, and zeros up to the size. */
    public static byte[] bytes(String beginning, int size) {
        byte[] mark = beginning.getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[Math.max(size, mark.length)];
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        return bytes;
    }
}
