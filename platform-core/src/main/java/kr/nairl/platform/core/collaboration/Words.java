package kr.nairl.platform.core.collaboration;

/** Takes out of typed text what neither PostgreSQL nor a mail header can hold. */
final class Words {

    private Words() {}

    /** Without NUL, which PostgreSQL's text cannot hold. */
    static String clean(String text) {
        return text.replace("\u0000", "");
    }

    /** In one line: control characters become spaces. */
    static String line(String text) {
        return clean(text).replaceAll("\\p{Cntrl}+|[\\u2028\\u2029]+", " ");
    }
}
