package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.alert.AlertDesk;
import kr.nairl.platform.core.alert.Watched;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestFilter;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.ui.alert.SaveSearch;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** Open interests of all companies, for those who may answer them or bring people together. */
@Route(value = "opportunities", layout = MainLayout.class)
@RolesAllowed({"RESEARCHER", "LAB_MANAGER"})
class OpportunitiesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;
    private static final int TEXT_MAX = 100;

    private final transient InterestDirectory directory;
    private final transient SubProjects subProjects;
    private final transient Concepts concepts;
    private final transient AlertDesk alerts;
    private final transient CurrentActor current;
    private final transient Clock clock;

    OpportunitiesView(
            InterestDirectory directory,
            SubProjects subProjects,
            Concepts concepts,
            AlertDesk alerts,
            CurrentActor current,
            Clock clock) {
        this.directory = directory;
        this.subProjects = subProjects;
        this.concepts = concepts;
        this.alerts = alerts;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.opportunities");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        Actor actor = current.actor();
        QueryParameters query = entering.getLocation().getQueryParameters();
        List<SubProjectCard> known = subProjects.all(actor);
        @Nullable
        Concept topic = query.getSingleParameter(OpportunityFilters.TOPIC)
                .flatMap(slug -> concepts.bySlugs(actor, List.of(slug)).stream().findFirst())
                .orElse(null);
        InterestFilter filter = filter(query, known, topic);
        Page<InterestCard> page = directory.search(actor, filter, new PageRequest(PageLinks.offset(query, PAGE), PAGE));
        add(
                new PageHeader(getTranslation("opportunities.title"))
                        .withLead(getTranslation("opportunities.lead", page.total()))
                        .withActions(new SaveSearch(
                                alerts, current, filter::text, name -> new Watched.Interests(name, filter))),
                new OpportunityFilters(filter.text(), known, topic, query));
        if (page.items().isEmpty()) {
            add(new EmptyState(
                    Glyph.SEARCH, getTranslation("opportunities.empty"), getTranslation("opportunities.empty.advice")));
            return;
        }
        add(
                list(page, query),
                new PageLinks(
                        getTranslation("interests.pages"),
                        OpportunitiesView.class,
                        RouteParameters.empty(),
                        query,
                        PAGE,
                        page.total()));
    }

    private static InterestFilter filter(QueryParameters query, List<SubProjectCard> known, @Nullable Concept topic) {
        String text = query.getSingleParameter(OpportunityFilters.TEXT).orElse("");
        @Nullable
        CollaborationMode mode = query.getSingleParameter(OpportunityFilters.MODE)
                .flatMap(value -> Arrays.stream(CollaborationMode.values())
                        .filter(one -> one.name().equals(value))
                        .findFirst())
                .orElse(null);
        @Nullable
        SubProjectId subProject = query.getSingleParameter(OpportunityFilters.SUB_PROJECT)
                .flatMap(value -> known.stream()
                        .filter(card -> Integer.toString(card.name().number()).equals(value))
                        .map(card -> card.name().id())
                        .findFirst())
                .orElse(null);
        return new InterestFilter(
                text.substring(0, Math.min(text.length(), TEXT_MAX)),
                mode,
                subProject,
                topic == null ? null : topic.id(),
                null);
    }

    private ListCard list(Page<InterestCard> page, QueryParameters query) {
        Language language = Language.of(getLocale());
        ListCard list = new ListCard(getTranslation("opportunities.list"));
        for (InterestCard card : page.items()) {
            String company = card.company().name().text(language);
            Div detail = new Div(new Div(company + " · " + InterestPhrases.line(this, card)));
            detail.addClassName("interest-detail");
            detail.add(OpportunityFilters.topics(card.topics(), language, query));
            list.withRow(
                    Avatar.ofOrganisation(company, card.company().id()),
                    InterestNavigation.to(card.id(), card.title().text(language)),
                    detail,
                    Columns.row(new RelativeTime(
                            card.openedAt() == null ? card.updatedAt() : card.openedAt(), clock.instant())));
        }
        return list;
    }
}
