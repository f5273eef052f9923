package kr.nairl.platform.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WCAG 2.2 contrast of the tokens, computed from the style sheet itself. */
class ContrastTest {
    private static final Path TOKENS = Path.of("src/main/resources/META-INF/resources/styles/tokens.css");
    private static final Pattern PAIR =
            Pattern.compile("--([a-z0-9-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");
    private static final double TEXT = 4.5;
    private static final double CONTROL = 3;
    private static final List<String> GROUNDS = List.of("paper", "raised", "ground", "ground-2");
    private static final List<String> TONES =
            List.of("brand", "ok", "warn", "bad", "sp1", "sp2", "sp3", "sp4", "sp5", "sp6");

    enum Scheme {
        LIGHT,
        DARK
    }

    @ParameterizedTest
    @EnumSource
    void textIsReadableOnEveryGround(Scheme scheme) {
        Map<String, String> tokens = tokens(scheme);
        Stream.concat(Stream.of("ink", "ink-2", "ink-3"), TONES.stream())
                .forEach(ink -> GROUNDS.forEach(ground -> check(tokens, ink, ground, TEXT)));
    }

    @ParameterizedTest
    @EnumSource
    void tonesAreReadableSoftAndSolid(Scheme scheme) {
        Map<String, String> tokens = tokens(scheme);
        TONES.forEach(tone -> {
            check(tokens, tone, tone + "-soft", TEXT);
            check(tokens, "ink-2", tone + "-soft", TEXT);
            check(tokens, "solid-ink", tone, TEXT);
        });
        check(tokens, "brand-ink", "brand", TEXT);
        check(tokens, "brand-ink", "brand-strong", TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void edgesOfControlsAndTheFocusRingAreSeen(Scheme scheme) {
        Map<String, String> tokens = tokens(scheme);
        GROUNDS.forEach(ground -> {
            check(tokens, "control", ground, CONTROL);
            check(tokens, "focus", ground, CONTROL);
        });
    }

    @Test
    void aPairThatIsTooFaintIsFound() {
        assertThat(contrast("#9aa3b2", "#ffffff")).isLessThan(TEXT);
    }

    private static void check(Map<String, String> tokens, String ink, String ground, double least) {
        assertThat(tokens).containsKeys(ink, ground);
        assertThat(contrast(tokens.getOrDefault(ink, ""), tokens.getOrDefault(ground, "")))
                .as("%s on %s", ink, ground)
                .isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> tokens(Scheme scheme) {
        Map<String, String> tokens = new HashMap<>();
        try {
            Matcher pairs = PAIR.matcher(Files.readString(TOKENS));
            while (pairs.find()) {
                tokens.put(pairs.group(1), pairs.group(scheme == Scheme.LIGHT ? 2 : 3));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return tokens;
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
    }

    private static double linear(String hex, int at) {
        double part = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
