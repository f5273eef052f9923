package kr.nairl.platform.ui.update;

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
import java.util.Optional;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.update.Feed;
import kr.nairl.platform.core.update.FeedFilter;
import kr.nairl.platform.core.update.FeedItem;
import kr.nairl.platform.core.update.Follows;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.LiveChanges;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** The feed, newest first, narrowed through the address. What others post appears by itself. */
@Route(value = "updates", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class UpdatesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String SUB_PROJECT = "subProject";
    static final String RESEARCHER = "researcher";
    private static final String SHOWN = "show";
    private static final String FOLLOWED = "followed";
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 10;

    private final transient Feed feed;
    private final transient Follows follows;
    private final transient SubProjects subProjects;
    private final transient ResearcherDirectory researchers;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private QueryParameters now = QueryParameters.empty();

    UpdatesView(
            Feed feed,
            Follows follows,
            SubProjects subProjects,
            ResearcherDirectory researchers,
            CurrentActor current,
            Changes changes,
            Clock clock) {
        this.feed = feed;
        this.follows = follows;
        this.subProjects = subProjects;
        this.researchers = researchers;
        this.current = current;
        this.clock = clock;
        LiveChanges.keep(this, changes, change -> change.kind() == Changes.Kind.UPDATE, this::show);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("updates.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        now = entering.getLocation().getQueryParameters();
        show();
    }

    private void show() {
        Actor actor = current.actor();
        List<SubProjectCard> all = subProjects.all(actor);
        @Nullable
        ResearcherCard author = now.getSingleParameter(RESEARCHER)
                .map(slug -> researchers.page(actor, slug).card())
                .orElse(null);
        Page<FeedItem> page = feed.page(actor, filter(all, author), new PageRequest(PageLinks.offset(now, PAGE), PAGE));
        removeAll();
        PageHeader header =
                new PageHeader(getTranslation("updates.title")).withLead(getTranslation("updates.lead", page.total()));
        if (actor.has(Role.RESEARCHER)) {
            header.withActions(
                    Buttons.primaryLink(getTranslation("updates.new"), UpdateEditView.class, RouteParameters.empty()));
        }
        Div main = Columns.stack(page.items().stream()
                .map(item -> new UpdateCard(item, clock.instant(), true))
                .toArray(UpdateCard[]::new));
        if (page.items().isEmpty()) {
            main.add(new EmptyState(
                    Glyph.RSS,
                    getTranslation("updates.none"),
                    getTranslation(followedOnly() ? "updates.none.followed" : "updates.none.advice")));
        }
        main.add(new PageLinks(
                getTranslation("updates.pages"), UpdatesView.class, RouteParameters.empty(), now, PAGE, page.total()));
        add(header, chips(all, author), Columns.mainAndSide(main, new FollowingCard(follows, current, this::show)));
    }

    private boolean followedOnly() {
        return now.getSingleParameter(SHOWN).filter(FOLLOWED::equals).isPresent();
    }

    private FeedFilter filter(List<SubProjectCard> all, @Nullable ResearcherCard author) {
        Optional<SubProjectName> place = now.getSingleParameter(SUB_PROJECT)
                .flatMap(number -> all.stream()
                        .map(SubProjectCard::name)
                        .filter(name -> Integer.toString(name.number()).equals(number))
                        .findFirst());
        return new FeedFilter(
                followedOnly(), place.map(SubProjectName::id).orElse(null), author == null ? null : author.id(), null);
    }

    private FilterBar chips(List<SubProjectCard> all, @Nullable ResearcherCard author) {
        Language language = Language.of(Formats.here().locale());
        FilterBar bar = new FilterBar(getTranslation("updates.filter"), UpdatesView.class, RouteParameters.empty(), now)
                .withAll(getTranslation("updates.everything"), SHOWN)
                .withChoice(getTranslation("updates.followed"), Tone.BRAND, SHOWN, FOLLOWED);
        for (SubProjectCard one : all) {
            int number = one.name().number();
            bar.withChoice(
                    getTranslation(
                            "updates.subProject", number, one.name().title().text(language)),
                    Tone.subProject(number),
                    SUB_PROJECT,
                    Integer.toString(number));
        }
        if (author != null) {
            bar.withChoice(author.name().text(language), Tone.NEUTRAL, RESEARCHER, author.slug());
        }
        return bar;
    }
}
