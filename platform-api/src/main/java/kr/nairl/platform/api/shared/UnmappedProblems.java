package kr.nairl.platform.api.shared;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Problems of addresses and methods under {@code /api} that no endpoint has; those of all others are left to others. */
@RestControllerAdvice
class UnmappedProblems {

    @ExceptionHandler
    ProblemDetail noSuchMethod(HttpRequestMethodNotSupportedException refused, HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException {
        if (isElsewhere(request)) {
            throw refused;
        }
        return Problems.of(HttpStatus.METHOD_NOT_ALLOWED, "http-405", "This address does not take this method.");
    }

    @ExceptionHandler
    ProblemDetail noSuchType(HttpMediaTypeNotSupportedException refused, HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        if (isElsewhere(request)) {
            throw refused;
        }
        return Problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "http-415", "Send application/json.");
    }

    @ExceptionHandler
    ProblemDetail noSuchAddress(NoResourceFoundException absent, HttpServletRequest request)
            throws NoResourceFoundException {
        if (isElsewhere(request)) {
            throw absent;
        }
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", "There is no such thing.");
    }

    private static boolean isElsewhere(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }
}
