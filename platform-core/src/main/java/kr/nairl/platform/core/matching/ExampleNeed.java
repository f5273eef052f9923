package kr.nairl.platform.core.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.nairl.platform.core.shared.Language;

/**
 * A need as a company writes it, with the concepts that would serve it.
 *
 * @param slugs of concepts, the heart of the matter first; never empty
 * @param text in Unicode's composed form (NFC)
 */
record ExampleNeed(List<String> slugs, Language language, String text) {

    private static final String SHIPPED = "/vocabulary/example-needs.tsv";

    ExampleNeed {
        slugs = List.copyOf(slugs);
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (slugs.isEmpty() || text.isBlank()) {
            throw new IllegalArgumentException("an example has concepts and a text");
        }
    }

    /** The examples that the product ships. */
    static List<ExampleNeed> shipped() {
        try (InputStream bytes = Objects.requireNonNull(ExampleNeed.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads lines of slugs separated by {@code |}, language ({@code ko} or {@code en}) and text, separated by tabs.
     *
     * @throws IllegalArgumentException naming the line that is something else
     */
    static List<ExampleNeed> read(Reader reader) throws IOException {
        List<ExampleNeed> examples = new ArrayList<>();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String[] cells = line.split("\t", -1);
            boolean korean = cells.length == 3 && cells[1].equals("ko");
            if (cells.length != 3 || !(korean || cells[1].equals("en"))) {
                throw new IllegalArgumentException("line " + number + ": expected slugs, ko or en, and a text");
            }
            List<String> slugs = new ArrayList<>();
            for (String slug : cells[0].split("\\|")) {
                slugs.add(slug.strip());
            }
            examples.add(new ExampleNeed(slugs, korean ? Language.KO : Language.EN, cells[2].strip()));
        }
        return examples;
    }
}
