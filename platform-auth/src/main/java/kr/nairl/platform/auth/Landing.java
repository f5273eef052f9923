package kr.nairl.platform.auth;

/** Where a sign-in leads. */
final class Landing {

    /** The session's attribute in which Spring Security looks for the page to return to. */
    static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    private Landing() {}
}
