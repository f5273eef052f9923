package kr.nairl.platform.core.vocabulary;

import static java.util.function.Predicate.not;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads concepts of a SKOS file: preferred and alternative labels in Korean and English, broader and narrower concepts,
 * source and licence. Labels of other languages, hidden labels, definitions and everything else is passed over. An
 * alternative label without a language is an abbreviation, as {@link SkosWriter} writes it.
 *
 * <p>Files come from anybody: nothing is ever fetched, a document type with its entities is refused, and how deep and how
 * much a file may hold is bounded before a parser that recurses or collects sees it.
 */
final class SkosReader {

    /** Where relative addresses lead: nowhere. */
    private static final String BASE = "http://upload.invalid/";

    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String SPDX = "https://spdx.org/licenses/";

    private static final int MOST_STATEMENTS = 400_000;
    private static final int DEEPEST = 40;

    private SkosReader() {}

    static List<UploadedGlossary.Item> turtle(String text) {
        checkDepth(text);
        Collected all = new Collected();
        TurtleParser parser = new TurtleParser();
        parser.setRDFHandler(all);
        parse(() -> parser.parse(new StringReader(text), BASE));
        return items(all);
    }

    static List<UploadedGlossary.Item> xml(byte[] bytes) {
        checkXml(bytes);
        Collected all = new Collected();
        RDFParser parser = new RDFXMLParser();
        parser.getParserConfig()
                .set(XMLParserSettings.DISALLOW_DOCTYPE_DECL, true)
                .set(XMLParserSettings.LOAD_EXTERNAL_DTD, false)
                .set(XMLParserSettings.EXTERNAL_GENERAL_ENTITIES, false)
                .set(XMLParserSettings.EXTERNAL_PARAMETER_ENTITIES, false);
        parser.setRDFHandler(all);
        parse(() -> parser.parse(new ByteArrayInputStream(bytes), BASE));
        return items(all);
    }

    /** Work that reads a file. */
    private interface Parsing {
        void run() throws IOException;
    }

    private static void parse(Parsing parsing) {
        try {
            parsing.run();
        } catch (RDFParseException broken) {
            throw UploadedGlossary.refused("glossary-syntax", Math.max(1, broken.getLineNumber()));
        } catch (RDFHandlerException tooMuch) {
            throw UploadedGlossary.refused("glossary-too-many", UploadedGlossary.MOST_CONCEPTS);
        } catch (IOException unreadable) {
            throw UploadedGlossary.refused("glossary-syntax", 1);
        }
    }

    /** Counts brackets outside of strings, addresses and comments: the parser goes down a step for each. */
    private static void checkDepth(String text) {
        int depth = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '[', '(' -> {
                    depth++;
                    if (depth > DEEPEST) {
                        throw UploadedGlossary.refused("glossary-deep", DEEPEST);
                    }
                }
                case ']', ')' -> depth--;
                case '"', '\'' -> at = endOfString(text, at) - 1;
                case '<' -> at = endOf(text, '>', at);
                case '#' -> at = endOf(text, '\n', at);
                default -> {}
            }
            at++;
        }
    }

    private static int endOf(String text, char end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found;
    }

    private static int endOfString(String text, int start) {
        String one = text.substring(start, start + 1);
        String quote = text.startsWith(one.repeat(3), start) ? one.repeat(3) : one;
        int at = start + quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + quote.length());
    }

    private static void checkXml(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        int line = 1;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            int depth = 0;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> throw UploadedGlossary.refused("glossary-doctype");
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth > DEEPEST) {
                            throw UploadedGlossary.refused("glossary-deep", DEEPEST);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
                line = xml.getLocation().getLineNumber();
            }
        } catch (XMLStreamException broken) {
            throw UploadedGlossary.refused("glossary-syntax", line);
        }
    }

    /** What a subject says that matters here. */
    private static final class Subject {
        private boolean concept;
        private final Map<Language, List<String>> preferred = new HashMap<>();
        private final Map<Language, Set<String>> more = new HashMap<>();
        private final List<String> unmarked = new ArrayList<>();
        private final Set<String> broader = new LinkedHashSet<>();
        private @Nullable String notation;
        private @Nullable String source;
        private @Nullable String licence;
    }

    private static final class Collected extends AbstractRDFHandler {
        private final Map<String, Subject> subjects = new LinkedHashMap<>();
        private final Subject scheme = new Subject();
        private final Set<String> schemes = new LinkedHashSet<>();
        private int statements;

        @Override
        public void handleStatement(Statement statement) {
            statements++;
            if (statements > MOST_STATEMENTS) {
                throw new RDFHandlerException("more than " + MOST_STATEMENTS + " statements");
            }
            take(statement.getSubject(), statement.getPredicate().stringValue(), statement.getObject());
        }

        private Subject of(Resource resource) {
            return of(resource.stringValue());
        }

        private Subject of(String resource) {
            return subjects.computeIfAbsent(resource, any -> new Subject());
        }

        private void take(Resource subject, String predicate, Value object) {
            switch (predicate) {
                case TYPE -> {
                    of(subject).concept |= object.stringValue().equals(SKOS + "Concept");
                    if (object.stringValue().equals(SKOS + "ConceptScheme")) {
                        schemes.add(subject.stringValue());
                    }
                }
                case SKOS + "prefLabel" -> {
                    Language language = language(object);
                    if (language != null) {
                        of(subject)
                                .preferred
                                .computeIfAbsent(language, any -> new ArrayList<>())
                                .add(object.stringValue());
                    }
                }
                case SKOS + "altLabel" -> {
                    Language language = language(object);
                    if (language != null) {
                        of(subject)
                                .more
                                .computeIfAbsent(language, any -> new LinkedHashSet<>())
                                .add(object.stringValue());
                    } else if (object instanceof Literal literal
                            && literal.getLanguage().isEmpty()) {
                        of(subject).unmarked.add(object.stringValue());
                    }
                }
                case SKOS + "broader" -> of(subject).broader.add(object.stringValue());
                case SKOS + "narrower" -> of(object.stringValue()).broader.add(subject.stringValue());
                case SKOS + "notation" -> of(subject).notation = object.stringValue();
                case DCTERMS + "source" -> of(subject).source = object.stringValue();
                case DCTERMS + "license", DCTERMS + "licence" -> of(subject).licence = licence(object);
                default -> {}
            }
        }

        private static @Nullable Language language(Value value) {
            return value instanceof Literal literal
                    ? literal.getLanguage()
                            .map(tag -> tag.toLowerCase(Locale.ROOT))
                            .map(tag -> tag.startsWith("ko") ? Language.KO : tag.startsWith("en") ? Language.EN : null)
                            .orElse(null)
                    : null;
        }

        private static String licence(Value value) {
            String text = value.stringValue();
            return value instanceof IRI && text.startsWith(SPDX) ? text.substring(SPDX.length()) : text;
        }
    }

    private static List<UploadedGlossary.Item> items(Collected all) {
        all.schemes.forEach(iri -> {
            Subject about = all.of(iri);
            all.scheme.source = about.source == null ? all.scheme.source : about.source;
            all.scheme.licence = about.licence == null ? all.scheme.licence : about.licence;
        });
        Map<String, Subject> concepts = new LinkedHashMap<>();
        all.subjects.forEach((iri, subject) -> {
            if (subject.concept) {
                concepts.put(iri, subject);
            }
        });
        if (concepts.isEmpty()) {
            throw UploadedGlossary.refused("glossary-no-concepts");
        }
        UploadedGlossary.checkCount(concepts.size());
        Map<String, String> slugs = new HashMap<>();
        concepts.forEach((iri, subject) -> slugs.put(iri, slug(iri, subject)));
        Map<String, String> iriOf = new HashMap<>();
        List<UploadedGlossary.Item> items = new ArrayList<>();
        concepts.forEach((iri, subject) -> {
            List<Violation> faults = new ArrayList<>();
            String slug = slugs.getOrDefault(iri, "");
            String earlier = iriOf.putIfAbsent(slug, iri);
            if (earlier != null && !slug.isEmpty()) {
                faults.add(UploadedGlossary.fault("slug", "glossary-same", earlier));
            }
            subject.preferred.forEach((language, labels) -> {
                if (labels.stream().distinct().count() > 1) {
                    faults.add(UploadedGlossary.fault(language.code(), "glossary-preferred"));
                }
            });
            items.add(new UploadedGlossary.Item(iri, row(slug, subject, all.scheme, slugs), faults));
        });
        return items;
    }

    private static GlossaryTable.Row row(String slug, Subject subject, Subject scheme, Map<String, String> slugs) {
        boolean abbreviated =
                !subject.unmarked.isEmpty() && subject.unmarked.getFirst().length() <= Concept.ABBREVIATION_MAX;
        List<String> moreEn = new ArrayList<>(subject.more.getOrDefault(Language.EN, Set.of()));
        moreEn.addAll(subject.unmarked.subList(abbreviated ? 1 : 0, subject.unmarked.size()));
        return new GlossaryTable.Row(
                slug,
                first(subject, Language.KO),
                first(subject, Language.EN),
                abbreviated ? subject.unmarked.getFirst().strip() : null,
                stripped(subject.more.getOrDefault(Language.KO, Set.of())),
                stripped(moreEn),
                subject.broader.stream()
                        .map(iri -> slugs.containsKey(iri) ? slugs.get(iri) : lastPart(iri))
                        .toList(),
                orElse(subject.source, scheme.source),
                orElse(subject.licence, scheme.licence));
    }

    private static String orElse(@Nullable String own, @Nullable String ofScheme) {
        return own != null ? own.strip() : ofScheme != null ? ofScheme.strip() : "";
    }

    private static @Nullable String first(Subject subject, Language language) {
        return subject.preferred.getOrDefault(language, List.of()).stream()
                .map(String::strip)
                .filter(not(String::isEmpty))
                .findFirst()
                .orElse(null);
    }

    private static List<String> stripped(Iterable<String> labels) {
        List<String> all = new ArrayList<>();
        labels.forEach(label -> all.add(label.strip()));
        return all.stream().filter(not(String::isEmpty)).distinct().toList();
    }

    /** What tells the concept apart: its notation, its address where that is one of ours, else its label. */
    private static String slug(String iri, Subject subject) {
        return Optional.ofNullable(subject.notation)
                .filter(not(String::isBlank))
                .or(() -> iri.contains(SkosWriter.PATH) ? Optional.of(lastPart(iri)) : Optional.empty())
                .orElseGet(() -> ConceptNames.slugOf(
                        LocalizedText.of(first(subject, Language.KO), first(subject, Language.EN))));
    }

    private static String lastPart(String iri) {
        int slash = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'));
        return SkosWriter.decoded(iri.substring(slash + 1));
    }
}
