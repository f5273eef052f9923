package kr.nairl.platform.devservices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A person of the demo data, as whom anyone may sign in where demo data was asked for. */
public record DemoLogin(String email, String password, String roleKo, String roleEn, String name) {

    /** All, from {@code demo-logins.tsv}; they share one password. */
    public static List<DemoLogin> all() {
        try (InputStream in = DemoLogin.class.getResourceAsStream("/demo-logins.tsv")) {
            if (in == null) {
                throw new IllegalStateException("demo-logins.tsv is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new DemoLogin(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
