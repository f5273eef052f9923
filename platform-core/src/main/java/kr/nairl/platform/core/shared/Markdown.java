package kr.nairl.platform.core.shared;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Turns people's Markdown (CommonMark with GFM tables) into HTML that is safe to show, or into plain text. */
public final class Markdown {

    private static final List<org.commonmark.Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().extensions(EXTENSIONS).build();
    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "hr",
                    "br",
                    "a",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td")
            .allowElements((name, attributes) -> "h2", "h1")
            .allowStandardUrlProtocols()
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("align")
            .matching(false, "left", "center", "right")
            .onElements("th", "td")
            .requireRelsOnLinks("noopener", "nofollow")
            .toFactory();

    private Markdown() {}

    /**
     * Sanitised HTML; a first-level heading becomes a second-level one, since the page has its own. Tables stand in a
     * {@code div.table}; one whose header row is filled in its first cell only becomes a {@code table.facts} with a caption.
     */
    public static String html(String markdown) {
        return Tables.dress(SAFE.sanitize(HTML.render(PARSER.parse(markdown))));
    }

    /** The words without marks, for summaries, mails and search. */
    public static String text(String markdown) {
        return TEXT.render(PARSER.parse(markdown)).strip();
    }
}
