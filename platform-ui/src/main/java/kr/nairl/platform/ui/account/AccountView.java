package kr.nairl.platform.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.KeycloakSettings;
import kr.nairl.platform.auth.keycloak.KeycloakAccounts;
import kr.nairl.platform.core.organisation.Account;
import kr.nairl.platform.core.organisation.MyAccount;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.PageHeader;
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

    AccountView(
            MyAccount account,
            CurrentActor current,
            KeycloakAccounts accounts,
            KeycloakSettings keycloak,
            ShellContents shell) {
        this.account = account;
        this.current = current;
        this.accounts = accounts;
        this.keycloak = keycloak;
        this.shell = shell;
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
                                new Card(getTranslation("account.page.look"), language(own), theme(own))),
                        new SignInCard(getTranslation("account.page.signIn"), own, current, accounts, keycloak)));
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
