package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.alert.AlertDesk;
import kr.nairl.platform.core.alert.Watched;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.matching.MatchPage;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.Matching;
import kr.nairl.platform.core.matching.SetAsideDesk;
import kr.nairl.platform.core.matching.SetAsideReason;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.alert.AlertSwitch;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.interest.InterestPhrases;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** Who fits one's own interest, ranked with reasons; narrowed through the address. */
@Route(value = "interests/:id/matches", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR"})
class InterestMatchesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Matching matching;
    private final transient SetAsideDesk asides;
    private final transient InterestDirectory directory;
    private final transient Concepts concepts;
    private final transient AlertDesk alerts;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private @Nullable InterestId id;
    private QueryParameters query = QueryParameters.empty();
    private final List<String> ticked = new ArrayList<>();

    InterestMatchesView(
            Matching matching,
            SetAsideDesk asides,
            InterestDirectory directory,
            Concepts concepts,
            AlertDesk alerts,
            CurrentActor current,
            Clock clock) {
        this.matching = matching;
        this.asides = asides;
        this.directory = directory;
        this.concepts = concepts;
        this.alerts = alerts;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("match.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        InterestId before = id;
        try {
            id = InterestId.of(entering.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
        query = entering.getLocation().getQueryParameters();
        if (!id.equals(before)) {
            // Later the boxes know better: a filter's address still carries what was ticked at first.
            ticked.clear();
            ticked.addAll(query.getParameters(MatchComparisonView.WITH));
        }
        show(0);
    }

    private void show(int tries) {
        InterestId shown = id;
        if (shown == null) {
            return;
        }
        Actor actor = current.actor();
        MatchPage page = matching.forInterest(actor, shown, Matching.MAX_ROWS);
        InterestCard card = directory.page(actor, shown).card();
        Language language = Language.of(getLocale());
        removeAll();
        RouterLink edit = InterestNavigation.toEdit(shown, getTranslation("match.editInterest"));
        edit.addClassNames("button");
        PageHeader header = new PageHeader(getTranslation("match.title"))
                .withPath(
                        List.of(
                                InterestNavigation.toOwn(getTranslation("nav.interests")),
                                InterestNavigation.to(shown, card.title().text(language))),
                        getTranslation("match.here"))
                .withActions(edit);
        if (card.state() == InterestState.OPEN) {
            header.withActions(new AlertSwitch(alerts, current, new Watched.Experts(shown, Match.Strength.GOOD)));
        }
        Div main = Columns.stack();
        if (Waiting.worthwhile(page, tries)) {
            main.add(new Waiting(tries, this::show));
        } else {
            fill(header, main, page, shown);
            if (page.setAside() > 0) {
                main.add(new SetAsideCard(
                        page.setAside(),
                        () -> asides.ofInterest(current.actor(), shown),
                        clock.instant(),
                        this::putBack));
            }
        }
        add(
                header,
                Columns.mainAndSide(
                        main,
                        PrecisionCard.of(this, card, concepts.byIds(actor, topics(card))),
                        summary(card, language)));
    }

    private void fill(PageHeader header, Div main, MatchPage page, InterestId shown) {
        switch (page) {
            case MatchPage.Abstained abstained -> main.add(new NoMatch(abstained, "need"));
            case MatchPage.Found found -> {
                MatchFilter filter = MatchFilter.of(query);
                List<String> there = Comparison.chosen(found.rows(), ticked).stream()
                        .flatMap(Comparison::id)
                        .toList();
                ticked.retainAll(there);
                CompareBar choice = new CompareBar(shown, ticked);
                List<MatchRow> rows =
                        found.rows().stream().filter(filter::passes).toList();
                header.setTitleText(getTranslation(
                        "match.title.count",
                        count(found.rows(), MatchRow.Who.Researcher.class),
                        count(found.rows(), MatchRow.Who.Area.class)));
                header.withLead(getTranslation(
                                "match.lead", Formats.here().relative(found.computedAt(), clock.instant())))
                        .withBadges(MatchNavigation.quality(this));
                main.add(filter.bar(
                        this,
                        found.rows(),
                        InterestMatchesView.class,
                        new RouteParameters("id", shown.toString()),
                        query));
                rows.stream()
                        .limit(filter.shown())
                        .map(row -> {
                            int rank = found.rows().indexOf(row) + 1;
                            MatchCard card = new MatchCard(row, rank, shown)
                                    .withAside(SetAsideReason.Side.COMPANY, reason -> setAside(row.who(), reason));
                            if (rank > 1) {
                                Subject.Expert expert = SetAsideCard.expert(row.who());
                                card.withRaisers(shown, () -> matching.raisers(current.actor(), shown, expert));
                            }
                            Comparison.id(row).map(choice::box).forEach(card::add);
                            return card;
                        })
                        .forEach(main::add);
                main.add(choice);
                if (rows.isEmpty()) {
                    main.add(new EmptyState(
                            Glyph.FILTER,
                            getTranslation("match.filtered.none"),
                            getTranslation("match.filtered.none.advice")));
                } else if (rows.size() > filter.shown()) {
                    main.add(filter.more(
                            getTranslation("match.more", rows.size() - filter.shown()),
                            InterestMatchesView.class,
                            new RouteParameters("id", shown.toString()),
                            query));
                }
            }
        }
    }

    private void setAside(MatchRow.Who who, SetAsideReason reason) {
        InterestId shown = id;
        if (shown == null) {
            return;
        }
        Subject.Expert expert = SetAsideCard.expert(who);
        asides.setAside(current.actor(), shown, expert, reason);
        show(0);
        Toast.undoable(
                getTranslation("match.aside.done", SetAsideCard.name(who)),
                getTranslation("match.aside.undo"),
                () -> putBack(who));
    }

    private void putBack(MatchRow.Who who) {
        InterestId shown = id;
        if (shown != null) {
            asides.restore(current.actor(), shown, SetAsideCard.expert(who));
            show(0);
        }
    }

    private Card summary(InterestCard card, Language language) {
        return new Card(
                getTranslation("match.summary"),
                InterestPhrases.prose(this, Excerpt.of(card.need())),
                InterestPhrases.topics(card.topics(), language),
                InterestPhrases.facts(this, card, true));
    }

    private static List<ConceptId> topics(InterestCard card) {
        return card.topics().stream().map(Topic::id).toList();
    }

    private static long count(List<MatchRow> rows, Class<? extends MatchRow.Who> kind) {
        return rows.stream().filter(row -> kind.isInstance(row.who())).count();
    }
}
