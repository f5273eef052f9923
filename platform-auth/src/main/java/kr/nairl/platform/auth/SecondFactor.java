package kr.nairl.platform.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a signed-in person goes back to Keycloak for: to set up one of their second factors. They return to a page of
 * ours, signed in as before.
 */
public enum SecondFactor {
    /** An app that shows one-time codes. */
    APP("app", "CONFIGURE_TOTP"),
    /** A passkey on a device or a security key. */
    PASSKEY("passkey", "webauthn-register");

    private static final String SET_UP = "set-up";
    private static final String RETURN = "/account";

    private final String code;
    private final String action;

    SecondFactor(String code, String action) {
        this.code = code;
        this.action = action;
    }

    /** The address that leads to setting this up. */
    public String setUp() {
        return "/oauth2/authorization/" + AuthConfiguration.REGISTRATION + "?" + SET_UP + "=" + code;
    }

    /** Keycloak's name for setting this up. */
    String action() {
        return action;
    }

    /** What the address asks to set up. */
    static Optional<SecondFactor> asked(HttpServletRequest request) {
        String asked = request.getParameter(SET_UP);
        return Arrays.stream(values()).filter(one -> one.code.equals(asked)).findFirst();
    }

    /** Makes the sign-in that begins lead back to the account's page. */
    static void returnToAccount(HttpServletRequest request) {
        Landing.on(request, RETURN);
    }
}
