package kr.nairl.platform.devservices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person of the demo data, as whom anyone may sign in where demo data was asked for.
 *
 * @param codes the secret behind the one-time codes of whoever signs in with a second factor, else null
 */
public record DemoLogin(
        String email,
        String password,
        String roleKo,
        String roleEn,
        String name,
        @Nullable String codes) {

    private static final int WITHOUT_CODES = 5;

    /** All, from {@code demo-logins.tsv}; they share one password, and those with codes their secret. */
    public static List<DemoLogin> all() {
        try (InputStream in = DemoLogin.class.getResourceAsStream("/demo-logins.tsv")) {
            if (in == null) {
                throw new IllegalStateException("demo-logins.tsv is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new DemoLogin(
                            cells[0],
                            cells[1],
                            cells[2],
                            cells[3],
                            cells[4],
                            cells.length > WITHOUT_CODES ? cells[WITHOUT_CODES] : null))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret of all who have codes. */
    public static String sharedCodes() {
        return all().stream()
                .map(DemoLogin::codes)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** What an authenticator app of this person would show; empty for whoever signs in without. */
    public Optional<String> code(Instant time) {
        return Optional.ofNullable(codes).map(secret -> codeOf(secret, time));
    }

    /** What an authenticator app that holds this secret would show. */
    public static String codeOf(String secret, Instant time) {
        return OneTimeCode.of(secret, time);
    }

    /** The address or its part before the {@code @}, in whatever case. */
    boolean isCalled(String asked) {
        return email.equalsIgnoreCase(asked.strip()) || shortName().equalsIgnoreCase(asked.strip());
    }

    String shortName() {
        return email.substring(0, email.indexOf('@'));
    }
}
