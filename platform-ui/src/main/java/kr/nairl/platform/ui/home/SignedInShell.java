package kr.nairl.platform.ui.home;

import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.core.admission.AdmissionDesk;
import kr.nairl.platform.core.admission.ApplicationState;
import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.lab.Lab;
import kr.nairl.platform.core.lab.LabIdentity;
import kr.nairl.platform.core.notification.Inbox;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.organisation.MyAccount;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.account.AccountNavigation;
import kr.nairl.platform.ui.admission.AdmissionNavigation;
import kr.nairl.platform.ui.audit.AuditNavigation;
import kr.nairl.platform.ui.collaboration.RequestNavigation;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.editor.EditorNavigation;
import kr.nairl.platform.ui.glossary.GlossaryNavigation;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.lab.LabNavigation;
import kr.nairl.platform.ui.matching.MatchNavigation;
import kr.nairl.platform.ui.notification.NoticeWords;
import kr.nairl.platform.ui.organisation.OrganisationNavigation;
import kr.nairl.platform.ui.people.PeopleNavigation;
import kr.nairl.platform.ui.research.ResearchNavigation;
import kr.nairl.platform.ui.shell.LabLook;
import kr.nairl.platform.ui.shell.NavItem;
import kr.nairl.platform.ui.shell.Notice;
import kr.nairl.platform.ui.shell.OrganisationChoice;
import kr.nairl.platform.ui.shell.PlatformMessages;
import kr.nairl.platform.ui.shell.ShellContents;
import kr.nairl.platform.ui.shell.ShellModel;
import kr.nairl.platform.ui.shell.Theme;
import kr.nairl.platform.ui.update.UpdateNavigation;
import org.springframework.stereotype.Component;

/** What the shell shows, read anew for whoever is signed in. */
@Component
class SignedInShell implements ShellContents {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The strongest role first: the card names one. */
    private static final List<Role> SHOWN =
            List.of(Role.LAB_MANAGER, Role.EDITOR, Role.RESEARCHER, Role.ADMINISTRATOR, Role.MEMBER);

    private final transient CurrentActor current;
    private final transient LabIdentity identity;
    private final transient RequestBox box;
    private final transient AdmissionDesk admissions;
    private final transient Inbox inbox;
    private final transient MyAccount account;
    private final transient Changes changes;
    private final transient AuthenticationContext authentication;
    private final transient PlatformMessages messages;
    private final transient AccessRecord record;
    private final transient Clock clock;

    SignedInShell(
            CurrentActor current,
            LabIdentity identity,
            RequestBox box,
            AdmissionDesk admissions,
            Inbox inbox,
            MyAccount account,
            Changes changes,
            AuthenticationContext authentication,
            PlatformMessages messages,
            AccessRecord record,
            Clock clock) {
        this.current = current;
        this.identity = identity;
        this.box = box;
        this.admissions = admissions;
        this.inbox = inbox;
        this.account = account;
        this.changes = changes;
        this.authentication = authentication;
        this.messages = messages;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public LabLook look(Locale reader) {
        return identity.current()
                .map(lab -> new LabLook(lab.acronym(), lab.brandColour(), null))
                .orElseGet(() -> new LabLook("", null, null));
    }

    @Override
    public ShellModel model(Locale reader) {
        Language language = Language.of(reader);
        Actor actor = current.actor();
        Optional<Login> login = current.signedIn().flatMap(SignedIn::login);
        Optional<Login.Acting> acting = current.signedIn().flatMap(SignedIn::acting);
        boolean person = actor instanceof Actor.Person;
        boolean requests = actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR, Role.RESEARCHER, Role.LAB_MANAGER);
        List<NavItem> items = new ArrayList<>();
        items.add(new NavItem("home", Glyph.HOUSE, HomeView.class, 0));
        if (actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR)) {
            items.add(InterestNavigation.item(0));
        }
        if (actor.has(Role.RESEARCHER)) {
            items.add(MatchNavigation.item());
        }
        if (actor.hasAny(Role.RESEARCHER, Role.LAB_MANAGER)) {
            items.add(InterestNavigation.directory());
        }
        if (requests) {
            items.add(RequestNavigation.item(box.counts(actor).waiting()));
        }
        if (actor.has(Role.LAB_MANAGER)) {
            items.add(AdmissionNavigation.item(admissions.counts(actor).getOrDefault(ApplicationState.SUBMITTED, 0)));
            items.add(LabNavigation.item());
            items.add(GlossaryNavigation.item());
            items.add(AuditNavigation.item());
        }
        if (person) {
            items.add(ResearchNavigation.researchersItem());
            items.add(ResearchNavigation.subProjectsItem());
            items.add(ResearchNavigation.mapItem());
            items.add(OrganisationNavigation.item());
            items.add(UpdateNavigation.item());
        }
        if (actor.has(Role.RESEARCHER)) {
            items.add(ResearchNavigation.ownItem());
        }
        if (actor.hasAny(Role.EDITOR, Role.LAB_MANAGER)) {
            items.add(EditorNavigation.item());
        }
        if (actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR)) {
            items.add(OrganisationNavigation.profileItem());
        }
        if (actor.has(Role.ADMINISTRATOR)) {
            items.add(PeopleNavigation.item());
        }
        List<OrganisationChoice> choices = choices(login, acting, reader);
        String none = choices.isEmpty() ? "NONE" : "UNCHOSEN";
        Optional<Lab> lab = identity.current();
        return new ShellModel(
                lab.map(Lab::acronym).orElse(""),
                login.map(known -> known.name().text(language)).orElse(""),
                acting.map(one -> one.name().text(language)).orElse(""),
                acting.map(one -> one.organisation().toString()).orElse(""),
                role(acting.map(Login.Acting::roles).orElse(Set.of()), none, reader),
                items,
                choices,
                AccountNavigation.links(),
                person ? inbox.unread(actor) : 0,
                lab.map(one -> one.banner().text(language))
                        .filter(text -> !text.isBlank())
                        .orElse(null));
    }

    private List<OrganisationChoice> choices(Optional<Login> login, Optional<Login.Acting> now, Locale reader) {
        return login.map(Login::actings).filter(all -> all.size() > 1).stream()
                .flatMap(List::stream)
                .map(acting -> {
                    String id = acting.organisation().toString();
                    return new OrganisationChoice(
                            acting.name().text(Language.of(reader)),
                            id,
                            role(acting.roles(), "NONE", reader),
                            now.filter(acting::equals).isPresent(),
                            () -> AccountNavigation.actFor(id));
                })
                .toList();
    }

    private String role(Set<Role> roles, String otherwise, Locale reader) {
        String strongest = SHOWN.stream()
                .filter(roles::contains)
                .findFirst()
                .map(Role::name)
                .orElse(otherwise);
        return messages.getTranslation("role." + strongest, reader);
    }

    @Override
    public List<Notice> notices(Locale reader, int limit) {
        Actor actor = current.actor();
        if (!(actor instanceof Actor.Person)) {
            return List.of();
        }
        return inbox.list(actor, PageRequest.first(limit)).items().stream()
                .map(notice -> new Notice(
                        NoticeWords.text(messages, reader, notice),
                        notice.at(),
                        notice.link().substring(1),
                        notice.isUnread(),
                        NoticeWords.tone(notice)))
                .toList();
    }

    @Override
    public void markNoticesSeen() {
        Actor actor = current.actor();
        if (actor instanceof Actor.Person) {
            inbox.markAllRead(actor);
        }
    }

    @Override
    public Registration onNoticesChanged(SerializableRunnable listener) {
        Actor actor = current.actor();
        Changes.Subscription subscription = changes.subscribe(change -> {
            boolean mine = change.kind() == Changes.Kind.EVERYTHING
                    || (change.kind() == Changes.Kind.APPLICATION && actor.has(Role.LAB_MANAGER))
                    || (change.kind() == Changes.Kind.INBOX
                            && actor instanceof Actor.Person person
                            && person.id().value().equals(change.id()));
            if (mine) {
                listener.run();
            }
        });
        return subscription::close;
    }

    @Override
    public Optional<Locale> language() {
        return current.signedIn()
                .flatMap(SignedIn::login)
                .map(login -> login.language().locale());
    }

    @Override
    public void rememberLanguage(Locale language) {
        if (current.actor() instanceof Actor.Person person) {
            account.changeLanguage(person, Language.of(language));
            current.refresh();
        }
    }

    @Override
    public Optional<Theme> theme() {
        return current.signedIn()
                .flatMap(SignedIn::login)
                .map(login -> Theme.valueOf(login.theme().name()));
    }

    @Override
    public void rememberTheme(Theme theme) {
        if (current.actor() instanceof Actor.Person person) {
            account.changeTheme(person, kr.nairl.platform.core.organisation.Theme.valueOf(theme.name()));
            current.refresh();
        }
    }

    @Override
    public void readAuthorityAgain() {
        current.refresh();
    }

    @Override
    public void refused(RuntimeException refusal) {
        record.refused(current.actor(), refusal);
    }

    @Override
    public void signOut() {
        authentication.logout();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
