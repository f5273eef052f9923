package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import kr.nairl.platform.core.research.Affiliation;
import kr.nairl.platform.core.research.AreaCard;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherName;
import kr.nairl.platform.core.research.SubProjectPage;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.MarkdownText;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** The cards of a sub-project's page. */
final class SubProjectCards {

    private static final int TOPICS = 12;

    private final Component page;
    private final SubProjectPage shown;

    SubProjectCards(Component page, SubProjectPage shown) {
        this.page = page;
        this.shown = shown;
    }

    Card about() {
        Card card = new Card(page.getTranslation("subProject.about"));
        if (!shown.summary().isEmpty()) {
            Paragraph summary = ResearchWords.prose(shown.summary());
            summary.addClassName("summary");
            card.add(summary);
        }
        if (!shown.description().isEmpty()) {
            card.add(new MarkdownText(
                    shown.description().ko(), shown.description().en()));
        }
        if (!shown.applications().isEmpty()) {
            card.add(
                    new H3(page.getTranslation("subProject.applications")),
                    ResearchWords.topics(shown.applications(), TOPICS));
        }
        card.addClassName("about");
        return card;
    }

    /** Research areas, each with its people. */
    ListCard areas() {
        ListCard card = new ListCard(page.getTranslation("subProject.areas"));
        for (AreaCard area : shown.areas()) {
            H3 name = new H3(ResearchWords.text(area.name()));
            name.addClassName("row-title");
            Div words = new Div(name);
            Affiliation institution = area.institution();
            if (institution != null) {
                Span where = new Span(ResearchWords.text(institution.name()));
                where.addClassName("row-detail");
                words.add(where);
            }
            if (!area.summary().isEmpty()) {
                words.add(ResearchWords.prose(area.summary()));
            }
            if (!area.people().isEmpty()) {
                Div people = Columns.row();
                people.addClassName("authors");
                for (ResearcherName one : area.people()) {
                    people.add(ResearchNavigation.toResearcher(
                            one.slug(), one.name().text(ResearchWords.language())));
                }
                words.add(people);
            }
            words.add(ResearchWords.topics(area.topics(), TOPICS));
            words.addClassName("result");
            card.withRow(words);
        }
        return card;
    }

    ListCard results() {
        return shown.latestResults().isEmpty()
                ? ResultRows.none(
                        page.getTranslation("subProject.results"), page.getTranslation("subProject.results.none"))
                : ResultRows.card(page, page.getTranslation("subProject.results"), shown.latestResults());
    }

    /** The principal investigator first. */
    ListCard people() {
        ListCard card = new ListCard(
                page.getTranslation("subProject.people", shown.researchers().size()));
        for (ResearcherCard one : shown.researchers()) {
            String name = one.name().text(ResearchWords.language());
            Affiliation organisation = one.organisation();
            ResearcherName investigator = shown.principalInvestigator();
            boolean leads = investigator != null && investigator.id().equals(one.id());
            card.withRow(
                    Avatar.ofPerson(name),
                    ResearchNavigation.toResearcher(one.slug(), name),
                    organisation == null ? null : new Div(ResearchWords.text(organisation.name())),
                    leads
                            ? new Tag(
                                    page.getTranslation("subProject.investigator"),
                                    Tone.subProject(shown.name().number()))
                            : null);
        }
        return card;
    }

    /** Who will answer a proposal to the sub-project. */
    Card proposal() {
        ResearcherName investigator = shown.principalInvestigator();
        return new Card(
                page.getTranslation("subProject.propose.title"),
                new Paragraph(
                        investigator == null
                                ? page.getTranslation("subProject.propose.nobody")
                                : page.getTranslation(
                                        "subProject.propose.to",
                                        investigator.name().text(ResearchWords.language()))));
    }
}
