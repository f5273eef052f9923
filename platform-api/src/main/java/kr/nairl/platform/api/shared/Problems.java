package kr.nairl.platform.api.shared;

import java.net.URI;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.StaleException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/**
 * One place where exceptions and refusals become RFC 9457 problems. Every problem has a stable {@code code}; its type is
 * {@code urn:problem:<code>}.
 */
@RestControllerAdvice(basePackages = "kr.nairl.platform.api")
public class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final CurrentActor current;
    private final AccessRecord record;

    Problems(CurrentActor current, AccessRecord record) {
        this.current = current;
        this.record = record;
    }

    /** A problem with this stable code. */
    public static ProblemDetail of(HttpStatusCode status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + code));
        problem.setProperty("code", code);
        return problem;
    }

    @ExceptionHandler(NotFoundException.class)
    ProblemDetail absent(NotFoundException absent) {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is no such thing.");
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ProblemDetail unreadable(MethodArgumentTypeMismatchException unreadable) {
        // An id that is no id is as absent as one that belongs to nobody; any other parameter is a bad one.
        if (unreadable.getRequiredType() != null
                && unreadable.getRequiredType().getSimpleName().endsWith("Id")) {
            return of(HttpStatus.NOT_FOUND, "not-found", "There is no such thing.");
        }
        ProblemDetail problem = of(HttpStatus.BAD_REQUEST, "invalid", "A parameter cannot be read.");
        problem.setProperty(
                "violations",
                List.of(Map.of("field", unreadable.getName(), "code", "unreadable", "arguments", List.of())));
        return problem;
    }

    @ExceptionHandler(ForbiddenException.class)
    ProblemDetail forbidden(ForbiddenException forbidden) {
        record.refused(current.actor(), forbidden);
        return of(HttpStatus.FORBIDDEN, "not-allowed", "The token's person may not do this.");
    }

    /** As RFC 9470 has it: the caller gets a token with this level and age from the identity provider, and repeats. */
    @ExceptionHandler(ProofNeededException.class)
    ResponseEntity<ProblemDetail> unproven(ProofNeededException unproven) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", acr_values=\"2\", max_age=\""
                                + Actor.Person.PROOF_HOLDS.toSeconds() + "\"")
                .body(of(
                        HttpStatus.UNAUTHORIZED,
                        "proof-needed",
                        "This needs a token of somebody who lately signed in with a second factor."));
    }

    @ExceptionHandler(Refused.class)
    ProblemDetail refused(Refused refused) {
        ProblemDetail problem = of(HttpStatus.CONFLICT, refused.code(), "This is not possible now.");
        refused.more().forEach(problem::setProperty);
        return problem;
    }

    @ExceptionHandler(AuthorityEndedException.class)
    ProblemDetail ended(AuthorityEndedException ended) {
        record.refused(current.actor(), ended);
        return of(
                HttpStatus.UNAUTHORIZED, "membership-ended", "The membership that the token was used with has ended.");
    }

    @ExceptionHandler(StaleException.class)
    ProblemDetail stale(StaleException stale) {
        return of(HttpStatus.CONFLICT, "stale", "It was changed meanwhile: read it again and repeat.");
    }

    @ExceptionHandler(InvalidInputException.class)
    ProblemDetail invalid(InvalidInputException invalid) {
        ProblemDetail problem = of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields are not valid.");
        problem.setProperty(
                "violations",
                invalid.violations().stream()
                        .map(violation -> Map.of(
                                "field", violation.field(),
                                "code", violation.code(),
                                "arguments", violation.arguments()))
                        .toList());
        return problem;
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem =
                of(HttpStatus.BAD_REQUEST, "unreadable", "The body is not the JSON that this endpoint takes.");
        if (unreadable.getCause() instanceof DatabindException place
                && !place.getPath().isEmpty()) {
            problem.setProperty("field", field(place));
        }
        return ResponseEntity.badRequest().body(problem);
    }

    /** Where in the body it is, such as {@code items[0].name}; never what stands there. */
    private static String field(DatabindException place) {
        StringBuilder field = new StringBuilder();
        place.getPath().forEach(step -> {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        });
        return field.toString();
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && problem.getProperties() == null) {
            String code = "http-" + status.value();
            problem.setType(URI.create("urn:problem:" + code));
            problem.setProperty("code", code);
        }
        return new ResponseEntity<>(body, headers, status);
    }

    @ExceptionHandler(Exception.class)
    ProblemDetail failed(Exception failed) {
        LOG.error("request failed", failed);
        return of(HttpStatus.INTERNAL_SERVER_ERROR, "failed", "Something went wrong here.");
    }
}
