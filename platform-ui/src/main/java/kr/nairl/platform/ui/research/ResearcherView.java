package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.matching.Conflict;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.Matching;
import kr.nairl.platform.core.matching.WishDesk;
import kr.nairl.platform.core.matching.Wishes;
import kr.nairl.platform.core.newsletter.Letter;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherPage;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.update.Feed;
import kr.nairl.platform.core.update.FeedFilter;
import kr.nairl.platform.core.update.FeedItem;
import kr.nairl.platform.core.update.Follows;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Later;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.LiveChanges;
import kr.nairl.platform.ui.shell.MainLayout;
import kr.nairl.platform.ui.update.UpdateNavigation;
import org.jspecify.annotations.Nullable;

/** One researcher: what they work on, what came of it, what they seek, and how to begin together. */
@Route(value = "researchers/:slug", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class ResearcherView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String SLUG = "slug";
    private static final long serialVersionUID = 1L;
    private static final int RESULTS = 8;
    private static final int UPDATES = 4;
    private static final int ALIKE = 3;

    /** Topics named of each. */
    private static final int COMMON = 3;

    private final transient ResearcherDirectory directory;
    private final transient WishDesk wishes;
    private final transient Matching matching;
    private final transient Feed feed;
    private final transient Follows follows;
    private final transient Letter letter;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private String slug = "";
    private String title = "";
    private @Nullable UUID shown;
    private QueryParameters now = QueryParameters.empty();

    ResearcherView(
            ResearcherDirectory directory,
            WishDesk wishes,
            Matching matching,
            Feed feed,
            Follows follows,
            Letter letter,
            CurrentActor current,
            Changes changes,
            Clock clock) {
        this.directory = directory;
        this.wishes = wishes;
        this.matching = matching;
        this.feed = feed;
        this.follows = follows;
        this.letter = letter;
        this.current = current;
        this.clock = clock;
        LiveChanges.keep(
                this,
                changes,
                change -> change.kind() == Changes.Kind.UPDATE
                        || (change.kind() == Changes.Kind.RESEARCHER
                                && change.id() != null
                                && change.id().equals(shown)),
                this::show);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        slug = entering.getRouteParameters().get(SLUG).orElse("");
        now = entering.getLocation().getQueryParameters();
        show();
    }

    private void show() {
        Actor actor = current.actor();
        ResearcherPage page = directory.page(actor, slug);
        ResearcherId id = page.card().id();
        shown = id.value();
        List<FeedItem> updates =
                feed.page(actor, FeedFilter.of(id), PageRequest.first(UPDATES)).items();
        List<StoryCard> stories = letter.about(actor, id);
        title = page.card().name().text(ResearchWords.language());
        removeAll();
        ResearcherCards cards = new ResearcherCards(this, page);
        Div main = Columns.stack(cards.about(), results(page.results()));
        if (!updates.isEmpty()) {
            RouterLink all = UpdateNavigation.of(page.card().slug(), getTranslation("researcher.updates.all"));
            main.add(UpdateRows.card(getTranslation("researcher.updates"), updates, all, clock.instant()));
        }
        List<Component> side = new ArrayList<>();
        side.add(cards.seeks());
        Wishes wanted = wishes.of(actor, id);
        if (!wanted.isEmpty()) {
            side.add(WishCard.of(this, wanted));
        }
        Proposal.instead(this, actor, page).ifPresent(side::add);
        side.add(cards.facts());
        if (actor.has(Role.LAB_MANAGER)) {
            List<Conflict> conflicts = wishes.conflicts(actor, id);
            if (!conflicts.isEmpty()) {
                ListCard card = new ListCard(getTranslation("wishes.conflicts"));
                card.withNote(getTranslation("wishes.conflicts.managers"));
                side.add(ConflictsCard.readOnly(card, conflicts));
            }
        }
        side.add(new Later(() -> alike(current.actor(), id)));
        if (!stories.isEmpty()) {
            side.add(StoryRows.card(getTranslation("researcher.stories"), stories));
        }
        add(header(actor, page), Columns.mainAndSide(main, side.toArray(Component[]::new)));
    }

    private Optional<Component> alike(Actor actor, ResearcherId id) {
        List<MatchRow> rows = matching.similar(actor, id, ALIKE);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        ListCard card = new ListCard(getTranslation("researcher.alike"));
        for (MatchRow row : rows) {
            if (row.who() instanceof MatchRow.Who.Researcher(ResearcherCard one)) {
                String common = row.shares().stream()
                        .flatMap(share -> share.why() instanceof MatchRow.Why.SameConcept(Topic topic)
                                ? Stream.of(topic.label().text(ResearchWords.language()))
                                : Stream.empty())
                        .limit(COMMON)
                        .collect(Collectors.joining(", "));
                String name = one.name().text(ResearchWords.language());
                card.withRow(
                        Avatar.ofPerson(name),
                        ResearchNavigation.toResearcher(one.slug(), name),
                        common.isEmpty() ? ResearchWords.text(one.headline()) : new Span(common),
                        null);
            }
        }
        return Optional.of(card);
    }

    private PageHeader header(Actor actor, ResearcherPage page) {
        List<Component> badges = new ArrayList<>(ResearchWords.tags(this, page.card()));
        if (page.reachable() && page.card().accepting()) {
            badges.add(new Tag(getTranslation("researchers.accepting.tag"), Tone.OK));
        }
        PageHeader header = new PageHeader(title)
                .withPath(List.of(new RouterLink(getTranslation("researchers.title"), ResearchersView.class)), title)
                .withLead(page.card().headline().text(ResearchWords.language()))
                .withBadges(badges.toArray(Component[]::new));
        if (page.own()) {
            return header.withActions(
                    Buttons.link(getTranslation("research.edit"), OwnResearchView.class, RouteParameters.empty()));
        }
        ResearcherId id = page.card().id();
        header.withActions(new FollowButton(
                title,
                follows.isFollowing(actor, id),
                () -> follows.follow(current.actor(), id),
                () -> follows.unfollow(current.actor(), id)));
        Proposal.action(this, actor, page).ifPresent(header::withActions);
        return header;
    }

    private Div results(List<ResultCard> results) {
        int from = Math.min(PageLinks.offset(now, RESULTS), results.size());
        List<ResultCard> part = results.subList(from, Math.min(from + RESULTS, results.size()));
        return Columns.stack(
                results.isEmpty()
                        ? ResultRows.none(
                                getTranslation("researcher.results"), getTranslation("researcher.results.none"))
                        : ResultRows.card(this, getTranslation("researcher.results.count", results.size()), part),
                new PageLinks(
                        getTranslation("researcher.results.pages"),
                        ResearcherView.class,
                        ResearchNavigation.researcher(slug),
                        now,
                        RESULTS,
                        results.size()));
    }
}
