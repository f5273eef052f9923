package kr.nairl.platform.devservices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The passwords that a realm's policy {@code passwordBlacklist} refuses: those of nbvcxz's list of the most used ones, taken
 * from breaches, that are long enough for the realm; and the most used short ones and the lab's own words (in
 * {@code refused-words.txt}) brought to that length the way people do it. Keycloak compares whole and without case.
 */
final class RefusedPasswords {

    /** What the policy of the realm calls it. */
    static final String FILE = "refused-passwords.txt";

    /** Of the realm's policy; what is shorter is refused anyway. */
    static final int SHORTEST = 12;

    private static final String MOST_USED = "/dictionaries/passwords.txt";
    private static final String OWN_WORDS = "/refused-words.txt";

    /** So many of the most used are lengthened; the list is sorted by use. */
    private static final int LENGTHENED = 200;

    private static final List<String> DIGITS = IntStream.rangeClosed(1, 12)
            .mapToObj(n -> "123456789012".substring(0, n))
            .toList();
    private static final List<String> MARKS = List.of("", "!", "!!", "!!!", "@", "#", ".", "!@#", "!@#$");

    private RefusedPasswords() {}

    /** Writes the list where a Keycloak with this home looks for it. */
    static void writeInto(Path home) throws IOException {
        Path folder = home.resolve("data").resolve("password-blacklists");
        Files.createDirectories(folder);
        Files.write(folder.resolve(FILE), all());
    }

    static Set<String> all() throws IOException {
        List<String> used = lines(MOST_USED);
        Set<String> all = new TreeSet<>();
        Stream.concat(lines(OWN_WORDS).stream(), used.stream().limit(LENGTHENED))
                .forEach(word ->
                        lengthened(word).filter(RefusedPasswords::isLongEnough).forEach(all::add));
        used.stream().filter(RefusedPasswords::isLongEnough).forEach(all::add);
        return all;
    }

    /** With digits, years and marks behind it, twice and thrice, as a start of what the keyboard has in a row. */
    private static Stream<String> lengthened(String word) {
        List<String> ends = new ArrayList<>(DIGITS);
        IntStream.rangeClosed(2020, 2035).forEach(year -> ends.add("" + year));
        ends.addAll(List.of("", "qwer", "qwerty", "1q2w3e4r", "asdf", "password", "1234qwer", "qwer1234"));
        return Stream.concat(
                Stream.of(word.repeat(2), word.repeat(3), word.repeat(4)),
                ends.stream()
                        .flatMap(end -> Stream.of("", "-", "_", "@", "!")
                                .flatMap(between -> MARKS.stream().map(mark -> word + between + end + mark))));
    }

    private static boolean isLongEnough(String password) {
        return password.length() >= SHORTEST;
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = RefusedPasswords.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}
