package kr.nairl.platform.core.vocabulary;

import java.util.Locale;

/** How a glossary stands in a file. */
public enum GlossaryFormat {
    /** The table that {@code vocabulary/README.md} describes. */
    TSV("tsv", "text/tab-separated-values"),
    /** SKOS in RDF's Turtle. */
    TURTLE("ttl", "text/turtle"),
    /** SKOS in RDF/XML. Read, never written. */
    RDF_XML("rdf", "application/rdf+xml");

    private final String extension;
    private final String mediaType;

    GlossaryFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Of a file's name, without a point. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * The format that a file's name tells.
     *
     * @throws kr.nairl.platform.core.shared.InvalidInputException field {@code file}, for any other
     */
    static GlossaryFormat ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
            case "tsv", "txt" -> TSV;
            case "ttl" -> TURTLE;
            case "rdf", "xml" -> RDF_XML;
            default -> throw UploadedGlossary.refused("glossary-type");
        };
    }
}
