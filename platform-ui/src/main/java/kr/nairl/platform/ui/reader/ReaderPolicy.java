package kr.nairl.platform.ui.reader;

/** What a reader's page may load and run. */
public final class ReaderPolicy {

    public static final String HEADER = "Content-Security-Policy";

    /** No inline code at all: the pages are plain HTML with one stylesheet. JSON-LD blocks are data, not script. */
    public static final String CONTENT =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; "
                    + "script-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ReaderPolicy() {}
}
