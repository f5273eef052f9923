package kr.nairl.platform.auth;

import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** Claims that no token of ours lacks; one that does is refused, not guessed. */
final class Claims {

    private Claims() {}

    static String subject(@Nullable String subject) {
        if (subject == null) {
            throw refused("the token names no subject");
        }
        return subject;
    }

    static String issuer(@Nullable URL issuer) {
        if (issuer == null) {
            throw refused("the token names no issuer");
        }
        return issuer.toString();
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null), why);
    }
}
