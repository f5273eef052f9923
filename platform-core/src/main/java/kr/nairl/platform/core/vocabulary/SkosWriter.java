package kr.nairl.platform.core.vocabulary;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.nairl.platform.core.shared.Language;
import org.jspecify.annotations.Nullable;

/** Writes concepts as SKOS in Turtle, by slug, with everything that the table form holds. */
final class SkosWriter {

    /** Under the platform's address, before the slug; the page of the concept stands there. */
    static final String PATH = "/glossary/concepts/";

    private static final String PREFIXES = """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .

            """;

    private SkosWriter() {}

    /** @param address the platform's own, without a slash at the end */
    static String turtle(List<VocabularyEntry> entries, Map<ConceptId, String> slugs, String address) {
        StringBuilder file = new StringBuilder(PREFIXES);
        String scheme = "<" + address + "/glossary>";
        file.append(scheme).append(" a skos:ConceptScheme .\n");
        for (VocabularyEntry entry : entries) {
            Concept concept = entry.concept();
            List<String> lines = new ArrayList<>();
            lines.add("a skos:Concept");
            lines.add("skos:inScheme " + scheme);
            lines.add("skos:notation " + quoted(concept.slug()));
            for (Language language : Language.values()) {
                label(lines, "skos:prefLabel", concept.label().exactly(language), "@" + language.code());
            }
            label(lines, "skos:altLabel", concept.abbreviation(), "");
            concept.alternatives()
                    .forEach(other -> label(
                            lines,
                            "skos:altLabel",
                            other.label(),
                            "@" + other.language().code()));
            entry.broader().stream()
                    .map(slugs::get)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.naturalOrder())
                    .forEach(slug -> lines.add("skos:broader " + iri(address, slug)));
            lines.add("dcterms:source " + quoted(entry.source()));
            lines.add("dcterms:license " + licence(entry.licence()));
            file.append('\n')
                    .append(iri(address, concept.slug()))
                    .append(' ')
                    .append(String.join(" ;\n    ", lines))
                    .append(" .\n");
        }
        return file.toString();
    }

    private static void label(List<String> lines, String property, @Nullable String label, String language) {
        if (label != null) {
            lines.add(property + " " + quoted(label) + language);
        }
    }

    private static String licence(String licence) {
        return licence.matches("[A-Za-z0-9.+-]+") ? "<https://spdx.org/licenses/" + licence + ">" : quoted(licence);
    }

    private static String iri(String address, String slug) {
        return "<" + address + PATH + encoded(slug) + ">";
    }

    static String encoded(String slug) {
        return URLEncoder.encode(slug, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return part;
        }
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
