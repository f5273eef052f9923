package kr.nairl.platform.api.shared;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets each person's programs ask so often in a minute, with however many tokens; what is more is answered with 429 and
 * the seconds to wait. Counted on this node. Must stand behind the filter that reads the token.
 */
class RequestLimit extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimiterRegistry limits;
    private final SecurityProblems problems;

    /** @param eachMinute requests of one person in a minute, at least one */
    RequestLimit(int eachMinute, SecurityProblems problems) {
        this.limits = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(eachMinute)
                .limitRefreshPeriod(MINUTE)
                .timeoutDuration(Duration.ZERO)
                .build());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication bearer = SecurityContextHolder.getContext().getAuthentication();
        if (bearer != null && !limits.rateLimiter(bearer.getName()).acquirePermission()) {
            // nobody waits longer than the whole of it for the next
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(MINUTE.toSeconds()));
            problems.write(
                    response,
                    Problems.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-requests",
                            "These are more requests than one person may send in a minute."));
            return;
        }
        chain.doFilter(request, response);
    }
}
