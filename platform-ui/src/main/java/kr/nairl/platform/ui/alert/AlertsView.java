package kr.nairl.platform.ui.alert;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.io.Serial;
import java.time.Clock;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.alert.AlertDesk;
import kr.nairl.platform.core.alert.AlertLine;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.matching.MatchNavigation;
import kr.nairl.platform.ui.research.ResearchNavigation;
import kr.nairl.platform.ui.shell.MainLayout;

/** What the reader is told of when it is new, how often, and what was told last. */
@Route(value = "alerts", layout = MainLayout.class)
@PermitAll
class AlertsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AlertDesk desk;
    private final transient SearchWords words;
    private final transient CurrentActor current;
    private final transient Clock clock;

    AlertsView(AlertDesk desk, SearchWords words, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.words = words;
        this.current = current;
        this.clock = clock;
        addClassName("stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("alerts.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        show();
    }

    private void show() {
        removeAll();
        add(new PageHeader(getTranslation("alerts.title")).withLead(getTranslation("alerts.lead")));
        if (!(current.actor() instanceof Actor.Person reader)) {
            add(nothing());
            return;
        }
        List<AlertLine> lines = desk.list(reader);
        if (lines.isEmpty()) {
            add(empty(reader));
            return;
        }
        SearchWords.Names names = words.names(
                reader, lines.stream().map(line -> line.alert().watched()).toList());
        lines.forEach(line -> add(new AlertCard(line, names, desk, current, clock, this::show)));
    }

    private EmptyState nothing() {
        return new EmptyState(Glyph.BELL, getTranslation("alerts.none"), getTranslation("alerts.none.advice"));
    }

    /** Leads to where this reader can begin one. */
    private EmptyState empty(Actor reader) {
        EmptyState empty = nothing();
        if (reader.hasAny(Role.MEMBER, Role.ADMINISTRATOR)) {
            empty.withAction(InterestNavigation.begin(getTranslation("interests.begin")));
        } else if (reader.has(Role.RESEARCHER)) {
            empty.withAction(MatchNavigation.toOwn(getTranslation("alerts.none.matches")));
        } else {
            empty.withAction(ResearchNavigation.toResearchers(getTranslation("alerts.none.researchers")));
        }
        return empty;
    }
}
