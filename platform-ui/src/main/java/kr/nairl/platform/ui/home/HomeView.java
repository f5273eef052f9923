package kr.nairl.platform.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestFilter;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestFilter;
import kr.nairl.platform.core.lab.LabOverview;
import kr.nairl.platform.core.matching.MatchPage;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.Matching;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherDesk;
import kr.nairl.platform.core.research.ResearcherRole;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.update.Feed;
import kr.nairl.platform.core.update.FeedFilter;
import kr.nairl.platform.ui.account.AccountNavigation;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** Where each role begins: what waits for the person, and where their requests stand. */
@Route(value = "home", layout = MainLayout.class)
@PermitAll
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 8;
    private static final int FEW = 3;

    private final transient RequestBox box;
    private final transient LabOverview lab;
    private final transient InterestDirectory interests;
    private final transient Matching matching;
    private final transient Feed feed;
    private final transient PartnerDirectory partners;
    private final transient ResearcherDesk researchers;
    private final transient EditorialDesk letter;
    private final transient CurrentActor current;
    private final transient Clock clock;

    HomeView(
            RequestBox box,
            LabOverview lab,
            InterestDirectory interests,
            Matching matching,
            Feed feed,
            PartnerDirectory partners,
            ResearcherDesk researchers,
            EditorialDesk letter,
            CurrentActor current,
            Clock clock) {
        this.box = box;
        this.lab = lab;
        this.interests = interests;
        this.matching = matching;
        this.feed = feed;
        this.partners = partners;
        this.researchers = researchers;
        this.letter = letter;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.home");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        Actor actor = current.actor();
        if (actor.has(Role.LAB_MANAGER)) {
            add(new OverviewPanel(lab.overview(actor, Formats.here().zone()), clock.instant()));
        } else if (actor.has(Role.RESEARCHER)) {
            researcher(actor);
        } else if (actor instanceof Actor.Person person && person.hasAny(Role.MEMBER, Role.ADMINISTRATOR)) {
            partner(person);
        } else if (actor.has(Role.EDITOR)) {
            add(new EditorHome(letter.issues(actor)));
        } else if (current.signedIn()
                .flatMap(SignedIn::login)
                .filter(known -> known.actings().size() > 1 || !known.heldBack().isEmpty())
                .isPresent()) {
            AccountNavigation.chooseFirst(entering);
        } else {
            add(
                    new PageHeader(getTranslation("home.nobody.title")),
                    new EmptyState(
                            Glyph.BUILDING_2,
                            getTranslation("home.nobody.empty"),
                            getTranslation("home.nobody.advice")));
        }
    }

    private void partner(Actor.Person actor) {
        add(new PartnerHome(
                box.counts(actor),
                box.mine(actor, RequestFilter.ALL, PageRequest.first(ROWS)).items(),
                interests.own(actor, null, PageRequest.first(ROWS)).items(),
                feed.page(actor, FeedFilter.followed(), PageRequest.first(FEW)).items(),
                partners.profile(actor, actor.organisation()),
                clock));
    }

    private void researcher(Actor actor) {
        ResearcherCard self = researchers.own(actor).card();
        List<InterestCard> fitting = switch (matching.forResearcher(actor, self.id(), FEW)) {
            case MatchPage.Found found ->
                found.rows().stream()
                        .map(MatchRow::who)
                        .filter(MatchRow.Who.Interest.class::isInstance)
                        .map(who -> ((MatchRow.Who.Interest) who).card())
                        .toList();
            case MatchPage.Abstained abstained -> List.of();
        };
        FeedFilter close = self.subProject() == null
                ? FeedFilter.EVERYTHING
                : FeedFilter.of(self.subProject().id());
        add(new ResearcherHome(
                box.counts(actor),
                box.mine(actor, RequestFilter.ALL, PageRequest.first(ROWS)).items(),
                fitting,
                led(actor, self),
                feed.page(actor, close, PageRequest.first(FEW)).items(),
                clock));
    }

    private ResearcherHome.@Nullable Led led(Actor actor, ResearcherCard self) {
        SubProjectName subProject = self.subProject();
        if (subProject == null || self.role() != ResearcherRole.PRINCIPAL_INVESTIGATOR) {
            return null;
        }
        InterestFilter named = new InterestFilter("", null, subProject.id(), null, null);
        return new ResearcherHome.Led(
                subProject,
                interests.search(actor, named, PageRequest.first(FEW)).items());
    }
}
