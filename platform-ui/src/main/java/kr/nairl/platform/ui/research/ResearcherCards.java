package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import kr.nairl.platform.core.research.Affiliation;
import kr.nairl.platform.core.research.AreaName;
import kr.nairl.platform.core.research.ResearcherLinks;
import kr.nairl.platform.core.research.ResearcherPage;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** The cards of a researcher's page that say who this is. */
final class ResearcherCards {

    private static final int TOPICS = 15;

    private final Component page;
    private final ResearcherPage shown;

    ResearcherCards(Component page, ResearcherPage shown) {
        this.page = page;
        this.shown = shown;
    }

    /** What the researcher works on, in words, areas and topics. */
    Card about() {
        Card card = new Card(page.getTranslation("researcher.about"));
        if (shown.biography().isEmpty()) {
            card.add(quiet("researcher.about.none"));
        } else {
            card.add(ResearchWords.prose(shown.biography()));
        }
        if (!shown.areas().isEmpty()) {
            SubProjectName subProject = shown.card().subProject();
            Tone tone = subProject == null ? Tone.NEUTRAL : Tone.subProject(subProject.number());
            Div areas = Columns.row();
            for (AreaName area : shown.areas()) {
                areas.add(new Tag(area.name().text(ResearchWords.language()), tone));
            }
            card.add(new H3(page.getTranslation("researcher.areas")), areas);
        }
        if (!shown.card().topics().isEmpty()) {
            card.add(
                    new H3(page.getTranslation("researcher.topics")),
                    ResearchWords.topics(shown.card().topics(), TOPICS));
        }
        card.addClassName("about");
        return card;
    }

    /** What the researcher would like from a partner. */
    Card seeks() {
        Card card = new Card(page.getTranslation("researcher.seeks"));
        card.add(shown.seeks().isEmpty() ? quiet("researcher.seeks.none") : ResearchWords.prose(shown.seeks()));
        return card;
    }

    /** Where the researcher belongs and is found. */
    Card facts() {
        KeyValues facts = new KeyValues();
        Affiliation organisation = shown.card().organisation();
        if (organisation != null) {
            facts.with(page.getTranslation("researcher.organisation"), ResearchWords.text(organisation.name()));
        }
        SubProjectName subProject = shown.card().subProject();
        if (subProject != null) {
            facts.with(
                    page.getTranslation("researcher.subProject"),
                    ResearchNavigation.toSubProject(
                            subProject.number(),
                            page.getTranslation(
                                    "researchers.subProject.named",
                                    subProject.number(),
                                    subProject.title().text(ResearchWords.language()))));
        }
        ResearcherLinks links = shown.links();
        if (links.homepage() != null) {
            facts.with(
                    page.getTranslation("researcher.homepage"),
                    ResultRows.outside(host(links.homepage()), links.homepage()));
        }
        if (links.orcid() != null) {
            facts.with(
                    page.getTranslation("researcher.orcid"),
                    ResultRows.outside(links.orcid(), "https://orcid.org/" + links.orcid()));
        }
        if (links.scholar() != null) {
            facts.with(
                    page.getTranslation("researcher.scholar"),
                    ResultRows.outside(host(links.scholar()), links.scholar()));
        }
        facts.with(
                page.getTranslation("researcher.updatedAt"),
                new Span(Formats.here().date(shown.updatedAt())));
        return new Card(page.getTranslation("researcher.facts"), facts);
    }

    private Paragraph quiet(String key) {
        Paragraph paragraph = new Paragraph(page.getTranslation(key));
        paragraph.addClassName("dim");
        return paragraph;
    }

    private static String host(String address) {
        String host = java.net.URI.create(address).getHost();
        return host == null ? address : host;
    }
}
