package kr.nairl.platform.ui.account;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.auth.PendingInvitation;
import kr.nairl.platform.core.federation.OwnProviders;
import kr.nairl.platform.core.federation.StoredProviders;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.OpenInvitation;
import kr.nairl.platform.core.privacy.Purpose;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.shell.ShellContents;

/**
 * Where the link of an invitation leads: who invites whom into what, and the two ways in. The invitation is only bound to
 * a sign-in that one of these buttons begins.
 */
@Route("join/:token")
@AnonymousAllowed
class JoinView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final String START = "/home";
    private static final String PROFILE = "/profile";

    private final transient Invitations invitations;
    private final transient PendingInvitation pending;
    private final transient OwnProviders providers;
    private final ShellContents shell;
    private final Main main = new Main();

    JoinView(Invitations invitations, PendingInvitation pending, OwnProviders providers, ShellContents shell) {
        this.invitations = invitations;
        this.pending = pending;
        this.providers = providers;
        this.shell = shell;
        addClassName("join-page");
        main.addClassName("card");
        add(main);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.join.page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        String token = entering.getRouteParameters().get("token").orElse("");
        main.removeAll();
        invitations.open(token).ifPresentOrElse(open -> welcome(token, open), this::tooLate);
    }

    private void welcome(String token, OpenInvitation open) {
        Language language = Language.of(getLocale());
        String organisation = open.organisationName().text(language);
        String lab = shell.look(getLocale()).name();
        Span platform = new Span(lab);
        platform.addClassNames("small", "dim");
        String inviter = open.inviterName().text(language);
        KeyValues facts = new KeyValues();
        if (!inviter.isBlank()) {
            facts.with(getTranslation("account.join.inviter"), inviter);
        }
        facts.with(getTranslation("account.join.for"), open.email().value())
                .with(getTranslation("account.join.until"), Formats.here().date(open.expiresAt()));
        Paragraph lead = new Paragraph(getTranslation("account.join.lead"));
        lead.addClassName("dim");
        Checkbox use = consent(Purpose.USE);
        Checkbox news = consent(Purpose.NEWS);
        Anchor policy = new Anchor(
                "/" + language.code() + "/privacy", getTranslation("account.join.policy"), AnchorTarget.BLANK);
        policy.addClassName("small");
        policy.setRouterIgnore(true);
        Div consents = new Div(use, news, policy);
        consents.addClassName("join-consents");
        main.add(
                platform,
                Avatar.ofOrganisation(organisation, open.organisation()).large(),
                new H1(getTranslation("account.join.title", lab, organisation)),
                lead,
                facts,
                consents);
        Optional<StoredProviders.Invited> provider = providers.invited(token);
        provider.ifPresent(own -> main.add(Buttons.primary(
                getTranslation("account.join.provider", organisation),
                click -> go(token, open, PendingInvitation.through(own.alias()), use, news))));
        if (provider.filter(StoredProviders.Invited::required).isPresent()) {
            return;
        }
        String register = getTranslation("account.join.register");
        main.add(
                provider.isPresent()
                        ? Buttons.plain(register, click -> go(token, open, PendingInvitation.REGISTRATION, use, news))
                        : Buttons.primary(
                                register, click -> go(token, open, PendingInvitation.REGISTRATION, use, news)),
                Buttons.plain(
                        getTranslation("account.join.signIn"),
                        click -> go(token, open, PendingInvitation.SIGN_IN, use, news)));
    }

    private Checkbox consent(Purpose purpose) {
        Checkbox box = new Checkbox(getTranslation(
                purpose.isRequired() ? "privacy.consent.must" : "privacy.consent.may",
                getTranslation("privacy.consent." + purpose.name())));
        box.setHelperText(getTranslation("privacy.consent." + purpose.name() + ".about"));
        return box;
    }

    private void go(String token, OpenInvitation open, String address, Checkbox use, Checkbox news) {
        if (!use.getValue()) {
            use.setErrorMessage(getTranslation("account.join.consent"));
            use.setInvalid(true);
            use.focus();
            return;
        }
        Set<Purpose> given = news.getValue() ? Set.of(Purpose.USE, Purpose.NEWS) : Set.of(Purpose.USE);
        String landing = open.roles().contains(Role.ADMINISTRATOR) ? PROFILE : START;
        pending.remember(VaadinServletRequest.getCurrent().getHttpServletRequest(), token, open, landing, given);
        getUI().ifPresent(ui -> ui.getPage().setLocation(address));
    }

    private void tooLate() {
        Span icon = Glyph.MAIL.icon();
        icon.addClassName("glyph-l");
        Paragraph advice = new Paragraph(getTranslation("account.join.closed.advice"));
        advice.addClassName("dim");
        Anchor home = new Anchor(START, getTranslation("account.join.closed.signIn"));
        home.addClassNames("button", "primary");
        home.setRouterIgnore(true);
        main.add(icon, new H1(getTranslation("account.join.closed")), advice, home);
    }
}
