package kr.nairl.platform.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Files with one JSON object a line. */
final class JsonLines {

    /** A line that is not what the file should hold. */
    static final class MalformedLine extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedLine(Path file, int line, String why) {
            super(file + ", line " + line + ": " + why);
        }
    }

    /** What a line must hold beyond its types. */
    interface Check<T> {
        /** Throws {@link IllegalArgumentException} saying what is wrong. */
        void check(T row);
    }

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private JsonLines() {}

    /**
     * All lines but the blank ones; unknown fields are ignored.
     *
     * @throws MalformedLine naming the first line that is no such object
     */
    static <T> List<T> read(Path file, Class<T> type, Check<T> check) throws IOException {
        List<T> rows = new ArrayList<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    T row = MAPPER.readValue(line, type);
                    if (row == null) {
                        throw new MalformedLine(file, number, "no object");
                    }
                    check.check(row);
                    rows.add(row);
                }
            }
        } catch (JacksonException | IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
            throw new MalformedLine(file, number, why);
        }
        return rows;
    }
}
