package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestFilter;
import kr.nairl.platform.core.newsletter.Letter;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.organisation.ProfileDesk;
import kr.nairl.platform.core.organisation.ProfileField;
import kr.nairl.platform.core.organisation.ProfileItem;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.AudienceWords;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.ViewAs;
import kr.nairl.platform.ui.ledger.LedgerNavigation;
import kr.nairl.platform.ui.people.PeopleNavigation;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** One organisation: what it does and makes, whom to speak to, what it looks for. Edits appear by themselves. */
@Route(value = "partners/:slug", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class PartnerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int INTERESTS = 20;

    private final transient PartnerDirectory directory;
    private final transient InterestDirectory interests;
    private final transient Letter letter;
    private final transient ProfileDesk desk;
    private final transient CurrentActor current;
    private final transient Changes changes;
    private transient Changes.@Nullable Subscription subscription;
    private String slug = "";
    private @Nullable Audience as;
    private String title = "";

    PartnerView(
            PartnerDirectory directory,
            InterestDirectory interests,
            Letter letter,
            ProfileDesk desk,
            CurrentActor current,
            Changes changes) {
        this.directory = directory;
        this.interests = interests;
        this.letter = letter;
        this.desk = desk;
        this.current = current;
        this.changes = changes;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        slug = entering.getRouteParameters().get("slug").orElse("");
        as = ViewAs.asked(entering.getLocation().getQueryParameters()).orElse(null);
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        subscription = changes.subscribe(change -> {
            if (change.kind() == Changes.Kind.EVERYTHING || change.kind() == Changes.Kind.ORGANISATION) {
                ui.access(this::show);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private void show() {
        Actor actor = current.actor();
        OrganisationProfile whole = directory.profile(actor, slug);
        boolean own = actor.actsFor().filter(whole.id()::equals).isPresent();
        Audience rung = own ? as : null;
        OrganisationProfile profile =
                rung == null ? whole : whole.seenFrom(rung).orElse(null);
        if (profile == null) {
            removeAll();
            title = whole.name().text(Language.of(getLocale()));
            add(
                    new PageHeader(title),
                    viewAs(whole, null, rung),
                    new EmptyState(
                            Glyph.EYE_OFF,
                            getTranslation("ladder.viewAs.nothing"),
                            getTranslation("ladder.viewAs.nothing.advice")));
            return;
        }
        Page<InterestCard> open = interests.search(
                actor, new InterestFilter("", null, null, null, profile.id()), PageRequest.first(INTERESTS));
        if (rung != null) {
            List<InterestCard> seen = open.items().stream()
                    .filter(card -> rung.sees(card.audience()))
                    .toList();
            open = new Page<>(seen, seen.size());
        }
        List<StoryCard> stories = letter.about(actor, profile.id());
        Language language = Language.of(getLocale());
        title = profile.name().text(language);
        removeAll();
        PageHeader header = new PageHeader(title)
                .withPath(
                        List.of(OrganisationNavigation.toDirectory(getTranslation("organisation.partners.title"))),
                        title)
                .withBadges(OrganisationWords.tags(this, profile.partnerSince(), profile.fictional()));
        if (rung == null && desk.mayEdit(actor, profile.id()) && !actor.has(Role.LAB_MANAGER)) {
            header.withActions(
                    Buttons.link(getTranslation("organisation.toProfile"), ProfileView.class, RouteParameters.empty()));
        }
        if (actor.has(Role.LAB_MANAGER)) {
            header.withActions(PeopleNavigation.buttonToPeopleOf(slug, getTranslation("organisation.toPeople")));
        }
        if (!profile.summary().isEmpty()) {
            header.withLead(profile.summary().text(language));
            Audience audience = profile.audience(ProfileField.SUMMARY);
            if (!Audience.MEMBERS.sees(audience)) {
                header.withBadges(AudienceWords.tag(audience));
            }
        }
        ProfileCards cards = new ProfileCards(this, profile);
        Div main = Columns.stack();
        cards.about(main);
        main.add(cards.interests(open));
        cards.made(main);
        if (!stories.isEmpty()) {
            main.add(cards.stories(stories));
        }
        Div side = Columns.stack();
        cards.beside(side);
        add(header);
        if (own) {
            add(viewAs(whole, profile, rung));
        }
        if (!own && profile.narrowest() != Audience.PUBLIC) {
            side.add(LedgerNavigation.notice(this));
        }
        add(Columns.mainAndSide(main, side));
    }

    /** @param seen what the rung sees of it; null for nothing */
    private ViewAs viewAs(OrganisationProfile whole, @Nullable OrganisationProfile seen, @Nullable Audience rung) {
        List<String> hidden = new ArrayList<>();
        if (seen != null) {
            for (ProfileField field : ProfileField.values()) {
                if (!whole.isEmpty(field) && seen.isEmpty(field)) {
                    hidden.add(OrganisationWords.field(this, field));
                }
            }
            for (ProfileItem item : whole.items()) {
                if (!seen.items().contains(item)) {
                    hidden.add(item.name().text(Language.of(getLocale())));
                }
            }
        }
        return new ViewAs(PartnerView.class, new RouteParameters(new RouteParam("slug", whole.slug())), rung, hidden);
    }
}
