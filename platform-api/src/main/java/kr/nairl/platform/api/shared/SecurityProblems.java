package kr.nairl.platform.api.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problems that arise before any endpoint is reached. Never says why a token was refused. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityProblems.class);

    private final JsonMapper json;
    private final AccessRecord record;

    SecurityProblems(JsonMapper json, AccessRecord record) {
        this.json = json;
        this.record = record;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            note();
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, Problems.of(HttpStatus.UNAUTHORIZED, "token-needed", "A valid bearer token is needed."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        write(response, Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "The token's person may not do this."));
    }

    /** The token stays refused, recorded or not. */
    private void note() {
        try {
            record.tokenRejected(Actor.Job.DOORKEEPER);
        } catch (RuntimeException unrecorded) {
            LOG.error("A rejected token could not be recorded", unrecorded);
        }
    }

    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
