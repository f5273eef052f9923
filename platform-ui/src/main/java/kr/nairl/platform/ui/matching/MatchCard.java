package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.RouterLink;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.MatchRow.Who;
import kr.nairl.platform.core.matching.Raiser;
import kr.nairl.platform.core.matching.SetAsideReason;
import kr.nairl.platform.core.research.Affiliation;
import kr.nairl.platform.core.research.AreaCard;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Headline;
import kr.nairl.platform.ui.component.ReasonChoice;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.interest.InterestPhrases;
import kr.nairl.platform.ui.research.ResearchNavigation;
import org.jspecify.annotations.Nullable;

/** One who fits: who, how well, why, and what to do about it. */
class MatchCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Language language = Language.of(getLocale());
    private final Div actions;

    /**
     * @param rank counted from 1 over the whole ranking
     * @param interest from which a request would come; null where the rows are interests
     */
    MatchCard(MatchRow row, int rank, @Nullable InterestId interest) {
        addClassName("match");
        Headline headline = switch (row.who()) {
            case Who.Researcher(ResearcherCard card) -> researcher(card);
            case Who.Area(AreaCard card) -> area(card);
            case Who.Interest(var card) ->
                new Headline(
                        Avatar.ofOrganisation(
                                card.company().name().text(language),
                                card.company().id()),
                        InterestNavigation.to(card.id(), card.title().text(language)),
                        card.company().name().text(language) + " · " + InterestPhrases.line(this, card));
        };
        headline.withFigure(
                MatchEvidence.score(row),
                getTranslation("match.strength." + row.strength().name()));
        Span place = new Span(Integer.toString(rank));
        place.addClassNames("match-rank", "num");
        place.getElement().setAttribute("aria-label", getTranslation("match.rank", rank));
        place.getElement().setAttribute("role", "img");
        actions = actions(row.who(), rank, interest);
        add(new Div(place), headline, new MatchEvidence(row), actions);
    }

    /**
     * Offers to take the match out of the ranking, with a reason.
     *
     * @param side who would say so
     * @param step taken with the reason
     */
    MatchCard withAside(SetAsideReason.Side side, SerializableConsumer<SetAsideReason> step) {
        Button open = Buttons.quiet(getTranslation("match.aside"), click -> {});
        ReasonChoice<SetAsideReason> choice = new ReasonChoice<>(
                getTranslation("match.aside.question." + side.name()),
                Arrays.stream(SetAsideReason.values())
                        .filter(reason -> reason.isOf(side))
                        .toArray(SetAsideReason[]::new),
                reason -> getTranslation("match.aside.reason." + reason.name()),
                getTranslation("match.aside.do"),
                getTranslation("match.aside.missing"),
                step,
                open::focus);
        open.addClickListener(click -> choice.setVisible(true));
        actions.add(open);
        add(choice);
        return this;
    }

    /**
     * Offers to find out what the interest could name for this match to stand higher.
     *
     * @param interest the company's
     * @param find takes some rankings' time
     */
    MatchCard withRaisers(InterestId interest, SerializableSupplier<List<Raiser>> find) {
        Div answer = new Div();
        answer.addClassName("match-raisers");
        answer.getElement().setAttribute("role", "status");
        Button ask = Buttons.quiet(getTranslation("match.raise"), click -> {
            answer.removeAll();
            answer.add(raisers(interest, find.get()));
        });
        actions.add(ask);
        add(answer);
        return this;
    }

    private Component[] raisers(InterestId interest, List<Raiser> found) {
        if (found.isEmpty()) {
            return new Component[] {new Span(getTranslation("match.raise.none"))};
        }
        UnorderedList list = new UnorderedList();
        for (Raiser one : found) {
            list.add(new ListItem(
                    getTranslation("match.raise.to", one.topic().label().text(language), one.rank())));
        }
        return new Component[] {list, InterestNavigation.toEdit(interest, getTranslation("match.raise.edit"))};
    }

    private Headline researcher(ResearcherCard card) {
        Headline headline = new Headline(
                Avatar.ofPerson(card.name().text(language)),
                ResearchNavigation.toResearcher(card.slug(), card.name().text(language)),
                joined(card.organisation(), card.headline().text(language)));
        SubProjectName subProject = card.subProject();
        if (subProject != null) {
            headline.withTags(subProject(subProject));
        }
        return headline.withTags(
                card.accepting()
                        ? new Tag(getTranslation("match.accepting"), Tone.OK)
                        : new Tag(getTranslation("match.notAccepting"), Tone.WARN));
    }

    private Headline area(AreaCard card) {
        return new Headline(
                        Avatar.ofSubProject(card.subProject().number()),
                        ResearchNavigation.toSubProject(
                                card.subProject().number(),
                                getTranslation("match.area", card.name().text(language))),
                        joined(card.institution(), card.summary().text(language)))
                .withTags(subProject(card.subProject()));
    }

    private Div actions(Who who, int rank, @Nullable InterestId interest) {
        return switch (who) {
            case Who.Researcher(ResearcherCard card) ->
                interest == null
                        ? Columns.row()
                        : propose(
                                getTranslation("match.propose"),
                                rank,
                                interest,
                                "researcher",
                                card.id().toString());
            case Who.Area(AreaCard card) ->
                interest == null
                        ? Columns.row()
                        : propose(
                                getTranslation(
                                        "match.proposeToSubProject",
                                        card.subProject().number()),
                                rank,
                                interest,
                                "subProject",
                                Integer.toString(card.subProject().number()));
            case Who.Interest(var card) -> {
                RouterLink see = InterestNavigation.to(card.id(), getTranslation("match.seeInterest"));
                see.addClassName("button");
                yield Columns.row(see);
            }
        };
    }

    /** A page has one main action: that of the best match. */
    private static Div propose(String text, int rank, InterestId interest, String kind, String addressee) {
        Anchor link = MatchNavigation.propose(text, interest, kind, addressee);
        if (rank == 1) {
            link.addClassName("primary");
        }
        return Columns.row(link);
    }

    private Tag subProject(SubProjectName name) {
        return new Tag(getTranslation("subProject.short", name.number()), Tone.subProject(name.number()));
    }

    private String joined(@Nullable Affiliation organisation, String text) {
        String first = organisation == null ? "" : organisation.name().text(language);
        return first.isEmpty() || text.isEmpty() ? first + text : first + " · " + text;
    }
}
