package kr.nairl.platform.core.research.outside;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.nairl.platform.core.research.OutsideWorks.Failure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one directory for JSON, politely: two questions a second at most on this node, again after a pause when it is busy
 * or broken, as long as it says by {@code Retry-After}. Follows no redirect, reads no more than allowed and waits no longer.
 */
final class DirectoryLine {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryLine.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    private final DirectorySettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient client;
    private final RateLimiter rate;

    DirectoryLine(String name, DirectorySettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.json = json;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.rate = RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(2)
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .timeoutDuration(settings.longest())
                        .build());
    }

    /** No answer that can be used. */
    static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final Failure why;

        FailedException(Failure why) {
            super(why.name());
            this.why = why;
        }

        Failure why() {
            return why;
        }
    }

    /** What one try came to: an answer, or why it should be tried again and after what time at the earliest. */
    private sealed interface Attempt {
        record Answered(byte[] body) implements Attempt {}

        record Again(Failure why, Optional<Duration> asked) implements Attempt {}
    }

    /**
     * @param address below the directory's own, with a slash at its beginning
     * @throws FailedException when there is no answer after several tries, or one that is no JSON
     */
    JsonNode get(String address) throws FailedException {
        Duration pause = settings.pause();
        for (int attempt = 1; ; attempt++) {
            switch (attempt(settings.base() + address)) {
                case Attempt.Answered(byte[] body) -> {
                    return parsed(body);
                }
                case Attempt.Again(Failure why, Optional<Duration> asked) -> {
                    Duration wait = asked.orElse(pause);
                    if (attempt == DirectorySettings.TRIES || wait.compareTo(settings.longest()) > 0) {
                        throw new FailedException(why);
                    }
                    sleep(wait);
                    pause = pause.multipliedBy(2);
                }
            }
        }
    }

    private Attempt attempt(String address) throws FailedException {
        if (!rate.acquirePermission()) {
            throw new FailedException(Failure.BUSY);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "application/json")
                .header(
                        "User-Agent",
                        "nairl-platform" + (settings.mailto().isEmpty() ? "" : " (mailto:" + settings.mailto() + ")"))
                .timeout(settings.patience());
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(
                request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.largest()));
        try {
            // The request's own limit ends with the headers; a body that drips is cut off here.
            HttpResponse<byte[]> answer = asked.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            int status = answer.statusCode();
            if (status == OK) {
                return new Attempt.Answered(answer.body());
            }
            LOG.info("{} answered {}", settings.base(), status);
            if (status == TOO_MANY) {
                return new Attempt.Again(Failure.BUSY, retryAfter(answer));
            }
            if (status >= BROKEN) {
                return new Attempt.Again(Failure.UNREACHABLE, retryAfter(answer));
            }
            throw new FailedException(status == NOT_FOUND ? Failure.UNKNOWN_PERSON : Failure.UNREADABLE);
        } catch (TimeoutException slow) {
            LOG.info("{} was too slow", settings.base());
            return new Attempt.Again(Failure.UNREACHABLE, Optional.empty());
        } catch (ExecutionException failed) {
            if (isTooMuch(failed.getCause())) {
                LOG.warn("{} answered with more than {} bytes", settings.base(), settings.largest());
                throw new FailedException(Failure.UNREADABLE);
            }
            LOG.info("{} could not be asked: {}", settings.base(), String.valueOf(failed.getCause()));
            return new Attempt.Again(Failure.UNREACHABLE, Optional.empty());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new FailedException(Failure.UNREACHABLE);
        } finally {
            asked.cancel(true);
        }
    }

    /** The JDK tells it by an exception of no own kind. */
    private static boolean isTooMuch(@Nullable Throwable cause) {
        return cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("exceeds capacity");
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    private Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After").map(String::strip).flatMap(text -> {
            try {
                Duration wait = text.matches("\\d{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(text))
                        : Duration.between(
                                clock.instant(),
                                ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                        .toInstant());
                return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
            } catch (DateTimeException neither) {
                return Optional.empty();
            }
        });
    }

    private JsonNode parsed(byte[] body) throws FailedException {
        try {
            return json.readTree(body);
        } catch (JacksonException malformed) {
            LOG.warn("{} answered with no JSON: {}", settings.base(), malformed.getOriginalMessage());
            throw new FailedException(Failure.UNREADABLE);
        }
    }

    private static void sleep(Duration time) throws FailedException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new FailedException(Failure.UNREACHABLE);
        }
    }
}
