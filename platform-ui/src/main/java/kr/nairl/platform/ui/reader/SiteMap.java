package kr.nairl.platform.ui.reader;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import kr.nairl.platform.core.shared.Language;

/**
 * The map of the public pages for search engines, each page in both languages with its counterpart. One file holds no more
 * addresses than the protocol allows; a larger map comes in parts, with an index that names them.
 */
record SiteMap(String base) {

    /** Set by sitemaps.org. */
    private static final int MOST_ADDRESSES = 50_000;

    private static final int MOST_PATHS = MOST_ADDRESSES / Language.values().length;
    private static final String PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** What stands in an element. */
    @FunctionalInterface
    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** The whole map, or the index of its parts where one file cannot hold it. */
    byte[] of(List<String> paths) {
        return paths.size() <= MOST_PATHS ? pages(paths) : index(parts(paths));
    }

    /** @param number from 1; empty when there is no such part */
    Optional<byte[]> part(List<String> paths, int number) {
        if (number < 1 || number > parts(paths)) {
            return Optional.empty();
        }
        int from = (number - 1) * MOST_PATHS;
        return Optional.of(pages(paths.subList(from, Math.min(paths.size(), from + MOST_PATHS))));
    }

    private static int parts(List<String> paths) {
        return Math.max(1, Math.ceilDiv(paths.size(), MOST_PATHS));
    }

    private byte[] index(int parts) {
        return document("sitemapindex", xml -> {
            for (int number = 1; number <= parts; number++) {
                xml.writeStartElement("sitemap");
                location(xml, base + "/sitemap.xml?part=" + number);
                xml.writeEndElement();
            }
        });
    }

    private byte[] pages(List<String> paths) {
        return document("urlset", xml -> {
            xml.writeNamespace("xhtml", "http://www.w3.org/1999/xhtml");
            for (String path : paths) {
                for (Language language : Language.values()) {
                    page(xml, language, path);
                }
            }
        });
    }

    private static byte[] document(String root, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(PROTOCOL);
            content.write(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void page(XMLStreamWriter xml, Language language, String path) throws XMLStreamException {
        xml.writeStartElement("url");
        location(xml, base + "/" + language.code() + path);
        for (Language alternate : Language.values()) {
            xml.writeEmptyElement("xhtml:link");
            xml.writeAttribute("rel", "alternate");
            xml.writeAttribute("hreflang", alternate.code());
            xml.writeAttribute("href", base + "/" + alternate.code() + path);
        }
        xml.writeEndElement();
    }

    private static void location(XMLStreamWriter xml, String address) throws XMLStreamException {
        xml.writeStartElement("loc");
        xml.writeCharacters(address);
        xml.writeEndElement();
    }
}
