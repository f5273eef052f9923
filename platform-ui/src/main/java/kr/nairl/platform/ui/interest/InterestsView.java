package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** A company's own interests in every state, narrowed by state through the address. */
@Route(value = "interests", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR"})
class InterestsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final int PAGE = 20;

    private final transient InterestDirectory directory;
    private final transient CurrentActor current;
    private final transient Clock clock;

    InterestsView(InterestDirectory directory, CurrentActor current, Clock clock) {
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.interests");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        QueryParameters query = entering.getLocation().getQueryParameters();
        InterestState state = query.getSingleParameter(STATE)
                .flatMap(value -> Arrays.stream(InterestState.values())
                        .filter(one -> one.name().equals(value))
                        .findFirst())
                .orElse(null);
        Page<InterestCard> page =
                directory.own(current.actor(), state, new PageRequest(PageLinks.offset(query, PAGE), PAGE));
        PageHeader header =
                new PageHeader(getTranslation("interests.title")).withLead(getTranslation("interests.lead"));
        add(header);
        if (page.total() == 0 && state == null) {
            add(new EmptyState(
                            Glyph.LIGHTBULB,
                            getTranslation("interests.empty"),
                            getTranslation("interests.empty.advice"))
                    .withAction(InterestNavigation.begin(getTranslation("interests.begin"))));
            return;
        }
        header.withActions(InterestNavigation.begin(getTranslation("interests.begin")));
        add(filters(query));
        if (page.items().isEmpty()) {
            add(new EmptyState(
                    Glyph.LIGHTBULB, getTranslation("interests.none"), getTranslation("interests.none.advice")));
            return;
        }
        add(
                list(page, state),
                new PageLinks(
                        getTranslation("interests.pages"),
                        InterestsView.class,
                        RouteParameters.empty(),
                        query,
                        PAGE,
                        page.total()));
    }

    private FilterBar filters(QueryParameters query) {
        FilterBar filters = new FilterBar(
                        getTranslation("interests.filter"), InterestsView.class, RouteParameters.empty(), query)
                .withAll(getTranslation("interests.all"), STATE);
        for (InterestState one : InterestState.values()) {
            filters.withChoice(getTranslation("interest.state." + one.name()), Tone.NEUTRAL, STATE, one.name());
        }
        return filters;
    }

    private ListCard list(Page<InterestCard> page, @Nullable InterestState state) {
        Language language = Language.of(getLocale());
        ListCard list =
                new ListCard(getTranslation(state == null ? "interests.list" : "interest.state." + state.name()));
        list.withNote(getTranslation("interests.count", page.total()));
        for (InterestCard card : page.items()) {
            Div detail = new Div(new Paragraph(InterestPhrases.line(this, card)));
            detail.addClassName("interest-detail");
            detail.add(InterestPhrases.topics(card.topics(), language));
            Div end = Columns.row(
                    new RelativeTime(card.updatedAt(), clock.instant()), InterestPhrases.state(this, card.state()));
            if (card.state() != InterestState.CLOSED) {
                RouterLink matches = InterestNavigation.toMatches(card.id(), getTranslation("interest.toMatches"));
                matches.addClassName("button");
                end.add(matches);
            }
            list.withRow(null, InterestNavigation.to(card.id(), card.title().text(language)), detail, end);
        }
        return list;
    }
}
