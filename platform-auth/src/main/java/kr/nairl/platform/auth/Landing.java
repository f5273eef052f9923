package kr.nairl.platform.auth;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** Where a sign-in leads. */
final class Landing {

    /** The session's attribute in which Spring Security looks for the page to return to. */
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    private Landing() {}

    /**
     * Makes the sign-in that follows lead to a page.
     *
     * @param page a path of this application
     */
    static void on(HttpServletRequest request, String page) {
        request.getSession(true).setAttribute(SAVED_REQUEST, new SimpleSavedRequest(page));
    }
}
