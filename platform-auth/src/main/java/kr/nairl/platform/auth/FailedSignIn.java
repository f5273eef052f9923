package kr.nairl.platform.auth;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** A sign-in that came back from the identity provider without success: recorded, and told on a page of its own. */
@Component
public class FailedSignIn implements AuthenticationFailureHandler {

    /** The page that says so. */
    public static final String PAGE = "/sign-in-failed";

    private static final Logger LOG = LoggerFactory.getLogger(FailedSignIn.class);

    private final AccessRecord record;
    private final SimpleUrlAuthenticationFailureHandler toPage = new SimpleUrlAuthenticationFailureHandler(PAGE);

    FailedSignIn(AccessRecord record) {
        this.record = record;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException, ServletException {
        try {
            record.signInFailed(
                    Actor.Job.DOORKEEPER,
                    failed instanceof OAuth2AuthenticationException known
                            ? known.getError().getErrorCode()
                            : "other");
        } catch (RuntimeException unrecorded) {
            LOG.error("A failed sign-in could not be recorded", unrecorded);
        }
        toPage.onAuthenticationFailure(request, response, failed);
    }
}
