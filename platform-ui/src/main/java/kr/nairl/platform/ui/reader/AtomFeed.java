package kr.nairl.platform.ui.reader;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import kr.nairl.platform.core.lab.LabFront;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.shared.Language;

/** The newsletter's newest stories as an Atom feed (RFC 4287) in one language. */
record AtomFeed(String base, Language language) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    byte[] of(LabFront lab, List<StoryCard> stories) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            String home = base + "/" + language.code() + "/letter";
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language.code());
            text(xml, "title", new Words(language).say("feed.title", lab.acronym()));
            text(xml, "id", home);
            text(xml, "updated", newest(stories).toString());
            link(xml, "self", home + "/feed.xml");
            link(xml, "alternate", home);
            xml.writeStartElement("author");
            text(xml, "name", lab.name().text(language));
            xml.writeEndElement();
            for (StoryCard story : stories) {
                entry(xml, home, story);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter xml, String home, StoryCard story) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "title", story.title().text(language));
        text(xml, "id", "urn:uuid:" + story.id().value());
        text(xml, "published", story.publishedAt().toString());
        text(xml, "updated", later(story).toString());
        link(xml, "alternate", home + "/" + story.slug());
        text(xml, "summary", story.lead().text(language));
        xml.writeEndElement();
    }

    private static Instant newest(List<StoryCard> stories) {
        return stories.stream()
                .map(AtomFeed::later)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Instant later(StoryCard story) {
        return story.updatedAt().isAfter(story.publishedAt()) ? story.updatedAt() : story.publishedAt();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }
}
