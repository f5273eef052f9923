package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.alert.AlertDesk;
import kr.nairl.platform.core.alert.Watched;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.matching.MatchPage;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.Matching;
import kr.nairl.platform.core.matching.SetAsideDesk;
import kr.nairl.platform.core.matching.SetAsideReason;
import kr.nairl.platform.core.research.ResearcherDesk;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.ui.alert.AlertSwitch;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.research.ResearchNavigation;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** Which open interests fit the researcher who looks, ranked with reasons. */
@Route(value = "matches", layout = MainLayout.class)
@RolesAllowed("RESEARCHER")
class MatchesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Matching matching;
    private final transient SetAsideDesk asides;
    private final transient ResearcherDesk desk;
    private final transient AlertDesk alerts;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private QueryParameters query = QueryParameters.empty();

    MatchesView(
            Matching matching,
            SetAsideDesk asides,
            ResearcherDesk desk,
            AlertDesk alerts,
            CurrentActor current,
            Clock clock) {
        this.matching = matching;
        this.asides = asides;
        this.desk = desk;
        this.alerts = alerts;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("matches.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        query = entering.getLocation().getQueryParameters();
        show(0);
    }

    private void show(int tries) {
        Actor actor = current.actor();
        removeAll();
        PageHeader header = new PageHeader(getTranslation("matches.title"));
        Div rows = Columns.stack();
        add(header, rows);
        @Nullable ResearcherId own = own(actor);
        if (own == null) {
            rows.add(new EmptyState(
                    Glyph.USER, getTranslation("matches.notLinked"), getTranslation("matches.notLinked.advice")));
            return;
        }
        header.withActions(new AlertSwitch(alerts, current, new Watched.Needs(Match.Strength.GOOD)));
        MatchPage page = matching.forResearcher(actor, own, Matching.MAX_ROWS);
        if (Waiting.worthwhile(page, tries)) {
            rows.add(new Waiting(tries, this::show));
            return;
        }
        switch (page) {
            case MatchPage.Abstained abstained ->
                rows.add(
                        new NoMatch(abstained, "expert"),
                        InterestNavigation.toDirectory(getTranslation("matches.directory")));
            case MatchPage.Found found -> fill(header, rows, found);
        }
        header.withActions(ResearchNavigation.toWishes(getTranslation("matches.wishes")));
        if (page.setAside() > 0) {
            rows.add(new SetAsideCard(
                    page.setAside(), () -> asides.own(current.actor()), clock.instant(), this::putBack));
        }
    }

    private void fill(PageHeader header, Div rows, MatchPage.Found found) {
        MatchFilter filter = MatchFilter.of(query);
        List<MatchRow> shown = found.rows().stream().filter(filter::passes).toList();
        header.withLead(getTranslation(
                        "matches.lead",
                        found.rows().size(),
                        Formats.here().relative(found.computedAt(), clock.instant())))
                .withBadges(MatchNavigation.quality(this));
        rows.add(filter.bar(this, found.rows(), MatchesView.class, RouteParameters.empty(), query));
        shown.stream()
                .limit(filter.shown())
                .map(row -> new MatchCard(row, found.rows().indexOf(row) + 1, null)
                        .withAside(SetAsideReason.Side.RESEARCHER, reason -> setAside(row.who(), reason)))
                .forEach(rows::add);
        if (shown.isEmpty()) {
            rows.add(new EmptyState(
                    Glyph.FILTER, getTranslation("match.filtered.none"), getTranslation("match.filtered.none.advice")));
        } else if (shown.size() > filter.shown()) {
            rows.add(filter.more(
                    getTranslation("match.more", shown.size() - filter.shown()),
                    MatchesView.class,
                    RouteParameters.empty(),
                    query));
        }
    }

    private void setAside(MatchRow.Who who, SetAsideReason reason) {
        asides.setNeedAside(current.actor(), SetAsideCard.interest(who), reason);
        show(0);
        Toast.undoable(
                getTranslation("match.aside.done", SetAsideCard.name(who)),
                getTranslation("match.aside.undo"),
                () -> putBack(who));
    }

    private void putBack(MatchRow.Who who) {
        asides.restoreNeed(current.actor(), SetAsideCard.interest(who));
        show(0);
    }

    /** Null when the lab has not linked this person to a researcher. */
    private @Nullable ResearcherId own(Actor actor) {
        try {
            return desk.own(actor).card().id();
        } catch (NotFoundException notLinked) {
            return null;
        }
    }
}
