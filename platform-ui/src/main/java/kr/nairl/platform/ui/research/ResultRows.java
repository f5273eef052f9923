package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.core.research.ResearcherName;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import org.springframework.web.util.UriUtils;

/** Results as rows: title, where and when, with whom, what about, and the way to the paper. */
final class ResultRows {

    private static final int TOPICS = 6;

    private ResultRows() {}

    /** One result. */
    static Div of(Component page, ResultCard result) {
        H3 title = new H3(ResearchWords.text(result.title()));
        title.addClassName("row-title");
        Div words = new Div(title);
        String where = where(result);
        if (!where.isEmpty()) {
            Span line = new Span(where);
            line.addClassNames("row-detail", "num");
            words.add(line);
        }
        if (!result.authors().isEmpty()) {
            words.add(authors(result.authors()));
        }
        if (!result.summary().isEmpty()) {
            words.add(ResearchWords.prose(result.summary()));
        }
        Div end = ResearchWords.topics(result.topics(), TOPICS);
        if (result.doi() != null) {
            end.add(doi(result.doi()));
        }
        if (result.url() != null) {
            end.add(outside(page.getTranslation("result.open"), result.url()));
        }
        words.add(end);
        words.addClassName("result");
        return words;
    }

    /** Venue and year in one line; empty when neither is known. */
    static String where(ResultCard result) {
        List<String> where = new ArrayList<>();
        if (result.venue() != null) {
            where.add(result.venue());
        }
        if (result.year() != null) {
            where.add(result.year().toString());
        }
        return String.join(" · ", where);
    }

    /** The way to a work by its DOI, which it shows. */
    static Anchor doi(String doi) {
        return outside(doi, "https://doi.org/" + UriUtils.encodePath(doi, StandardCharsets.UTF_8));
    }

    static ListCard card(Component page, String title, List<ResultCard> results) {
        ListCard card = new ListCard(title);
        results.forEach(result -> card.withRow(of(page, result)));
        return card;
    }

    /** Where there are no results yet. */
    static ListCard none(String title, String words) {
        return new ListCard(title).withRow(new Span(words));
    }

    /** A link to another site, which opens beside this one. */
    static Anchor outside(String text, String address) {
        Anchor link = new Anchor(address, text);
        link.setRouterIgnore(true);
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener nofollow");
        link.addClassName("outside");
        link.addComponentAsFirst(Glyph.EXTERNAL_LINK.icon());
        return link;
    }

    static Div authors(List<ResearcherName> authors) {
        Div row = Columns.row();
        row.addClassNames("row-detail", "authors");
        authors.forEach(author -> row.add(
                ResearchNavigation.toResearcher(author.slug(), author.name().text(ResearchWords.language()))));
        return row;
    }
}
