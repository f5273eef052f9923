package kr.nairl.platform.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.KeycloakSettings;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.auth.keycloak.KeycloakAccounts;
import kr.nairl.platform.core.organisation.Account;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.organisation.MailTopic;
import kr.nairl.platform.core.organisation.MyAccount;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;
import kr.nairl.platform.ui.shell.ShellContents;
import kr.nairl.platform.ui.shell.Theme;

/** What a person decides about themselves: name, language, how pages look; password and second factor at Keycloak. */
@Route(value = "account", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class AccountView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient MyAccount account;
    private final transient CurrentActor current;
    private final transient KeycloakAccounts accounts;
    private final transient KeycloakSettings keycloak;
    private final ShellContents shell;
    private final transient Clock clock;

    AccountView(
            MyAccount account,
            CurrentActor current,
            KeycloakAccounts accounts,
            KeycloakSettings keycloak,
            ShellContents shell,
            Clock clock) {
        this.account = account;
        this.current = current;
        this.accounts = accounts;
        this.keycloak = keycloak;
        this.shell = shell;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.page.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        Account own = account.read(current.actor());
        removeAll();
        add(
                new PageHeader(getTranslation("account.page.title")).withLead(getTranslation("account.page.lead")),
                Columns.mainAndSide(
                        Columns.stack(
                                new NameForm(own, account, current),
                                memberships(),
                                new Card(getTranslation("account.page.look"), language(own), theme(own)),
                                new Card(getTranslation("account.mails"), mails(own))),
                        new SignInCard(getTranslation("account.page.signIn"), own, current, accounts, keycloak),
                        sessions()));
    }

    private Component sessions() {
        return current.signedIn()
                .<Component>map(who -> new SessionsCard(who, accounts, clock.instant()))
                .orElseGet(Div::new);
    }

    private CheckboxGroup<MailTopic> mails(Account own) {
        CheckboxGroup<MailTopic> wanted = new CheckboxGroup<>(getTranslation("account.mails.about"));
        Set<MailTopic> offered = EnumSet.of(MailTopic.REQUESTS, MailTopic.UPDATES, MailTopic.ALERTS);
        if (current.actor().has(Role.LAB_MANAGER)) {
            offered.add(MailTopic.ADMISSION);
        }
        wanted.setItems(offered);
        wanted.setItemLabelGenerator(one -> getTranslation("account.mails." + one.name()));
        wanted.setHelperText(getTranslation("account.mails.hint"));
        wanted.setValue(
                offered.stream().filter(one -> !own.mailsOff().contains(one)).collect(Collectors.toSet()));
        wanted.addValueChangeListener(change -> {
            Set<MailTopic> off = EnumSet.noneOf(MailTopic.class);
            off.addAll(own.mailsOff());
            off.removeAll(offered);
            offered.stream().filter(one -> !change.getValue().contains(one)).forEach(off::add);
            account.changeMails(current.actor(), off);
            Toast.success(getTranslation("account.mails.saved"));
        });
        return wanted;
    }

    private ListCard memberships() {
        ListCard list = new ListCard(getTranslation("account.page.memberships"));
        Optional<Login.Acting> now = current.signedIn().flatMap(SignedIn::acting);
        List<Login.Acting> actings =
                current.signedIn().flatMap(SignedIn::login).map(Login::actings).orElse(List.of());
        for (Login.Acting acting : actings) {
            boolean tell = actings.size() > 1 && now.filter(acting::equals).isPresent();
            ActingRow.add(list, acting, tell ? new Tag(getTranslation("account.choose.now"), Tone.OK) : null);
        }
        return list;
    }

    private RadioButtonGroup<Language> language(Account own) {
        RadioButtonGroup<Language> choice = new RadioButtonGroup<>(getTranslation("account.page.language"));
        choice.setItems(Language.values());
        choice.setItemLabelGenerator(one -> getTranslation("component.language." + one.code()));
        choice.setHelperText(getTranslation("account.page.language.hint"));
        choice.setValue(own.language());
        choice.addValueChangeListener(change -> {
            shell.rememberLanguage(change.getValue().locale());
            getUI().ifPresent(ui -> ui.getPage().reload());
        });
        return choice;
    }

    private RadioButtonGroup<Theme> theme(Account own) {
        RadioButtonGroup<Theme> choice = new RadioButtonGroup<>(getTranslation("account.page.theme"));
        choice.setItems(Theme.values());
        choice.setItemLabelGenerator(one -> getTranslation("shell.theme." + one.code()));
        choice.setValue(Theme.valueOf(own.theme().name()));
        choice.addValueChangeListener(change -> {
            shell.rememberTheme(change.getValue());
            getUI().ifPresent(ui -> ui.getPage().reload());
        });
        return choice;
    }
}
