package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.newsletter.Letter;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.research.SubProjectPage;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.update.Feed;
import kr.nairl.platform.core.update.FeedFilter;
import kr.nairl.platform.core.update.FeedItem;
import kr.nairl.platform.core.update.Follows;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.LiveChanges;
import kr.nairl.platform.ui.shell.MainLayout;
import kr.nairl.platform.ui.update.UpdateNavigation;

/** One sub-project: what it is about, who works on what, what is new, and how to propose to it. */
@Route(value = "sub-projects/:number", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class SubProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String NUMBER = "number";
    private static final long serialVersionUID = 1L;
    private static final int UPDATES = 4;

    private final transient SubProjects subProjects;
    private final transient SubProjectTies ties;
    private final transient Feed feed;
    private final transient Follows follows;
    private final transient Letter letter;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private int number;
    private String title = "";

    SubProjectView(
            SubProjects subProjects,
            SubProjectTies ties,
            Feed feed,
            Follows follows,
            Letter letter,
            CurrentActor current,
            Changes changes,
            Clock clock) {
        this.subProjects = subProjects;
        this.ties = ties;
        this.feed = feed;
        this.follows = follows;
        this.letter = letter;
        this.current = current;
        this.clock = clock;
        LiveChanges.keep(
                this,
                changes,
                change -> change.kind() == Changes.Kind.UPDATE || change.kind() == Changes.Kind.RESEARCHER,
                this::show);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        number = entering.getRouteParameters()
                .get(NUMBER)
                .filter(text -> text.matches("[1-9]\\d?"))
                .map(Integer::valueOf)
                .orElseThrow(NotFoundException::new);
        show();
    }

    private void show() {
        Actor actor = current.actor();
        SubProjectPage page = subProjects.page(actor, number);
        SubProjectId id = page.name().id();
        List<FeedItem> updates =
                feed.page(actor, FeedFilter.of(id), PageRequest.first(UPDATES)).items();
        List<StoryCard> stories = letter.about(actor, id);
        title = page.name().title().text(ResearchWords.language());
        removeAll();
        SubProjectCards cards = new SubProjectCards(this, page);
        Div main = Columns.stack(cards.about(), cards.areas(), cards.results());
        if (!updates.isEmpty()) {
            RouterLink all = UpdateNavigation.of(number, getTranslation("subProject.updates.all"));
            main.add(UpdateRows.card(getTranslation("subProject.updates"), updates, all, clock.instant()));
        }
        List<Component> side = new ArrayList<>();
        if (Proposal.isFor(actor)) {
            side.add(cards.proposal());
        }
        side.add(cards.people());
        ties.card(this, actor, id).ifPresent(side::add);
        if (!stories.isEmpty()) {
            side.add(StoryRows.card(getTranslation("subProject.stories"), stories));
        }
        add(header(actor, id), Columns.mainAndSide(main, side.toArray(Component[]::new)));
    }

    private PageHeader header(Actor actor, SubProjectId id) {
        String shortName = getTranslation("subProject.short", number);
        PageHeader header = new PageHeader(title)
                .withPath(
                        List.of(new RouterLink(getTranslation("subProjects.title"), SubProjectsView.class)), shortName)
                .withBadges(new Tag(shortName, Tone.subProject(number)))
                .withActions(new FollowButton(
                        shortName,
                        follows.isFollowing(actor, id),
                        () -> follows.follow(current.actor(), id),
                        () -> follows.unfollow(current.actor(), id)));
        if (Proposal.isFor(actor)) {
            header.withActions(Proposal.to(this, number));
        }
        return header;
    }
}
