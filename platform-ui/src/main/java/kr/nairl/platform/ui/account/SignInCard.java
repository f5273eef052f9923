package kr.nairl.platform.ui.account;

import com.vaadin.flow.component.html.Paragraph;
import java.util.Collection;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.KeycloakSettings;
import kr.nairl.platform.auth.SecondFactor;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.auth.keycloak.KeycloakAccounts;
import kr.nairl.platform.core.organisation.Account;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.KeyValues;

/** How the person signs in: what is set up beyond the password, and the ways to Keycloak to set up more. */
final class SignInCard extends Card {

    private static final long serialVersionUID = 1L;

    SignInCard(String title, Account own, CurrentActor current, KeycloakAccounts accounts, KeycloakSettings keycloak) {
        super(title);
        KeyValues known = new KeyValues()
                .with(getTranslation("account.page.email"), own.email().value());
        current.signedIn()
                .map(SignedIn::getName)
                .flatMap(accounts::secondFactors)
                .ifPresent(factors -> known.with(
                                getTranslation("account.factor.app"), count("account.factor.apps", factors.apps()))
                        .with(
                                getTranslation("account.factor.passkey"),
                                count("account.factor.passkeys", factors.passkeys())));
        add(known, words(mustHaveOne(current) ? "account.factor.must" : "account.factor.may"));
        add(Columns.row(
                Buttons.outside(getTranslation("account.factor.app.setUp"), SecondFactor.APP.setUp()),
                Buttons.outside(getTranslation("account.factor.passkey.setUp"), SecondFactor.PASSKEY.setUp()),
                Buttons.outside(getTranslation("account.page.safety"), keycloak.accountPages())));
    }

    private String count(String key, int number) {
        return number == 0 ? getTranslation("account.factor.none") : getTranslation(key, number);
    }

    private Paragraph words(String key) {
        Paragraph words = new Paragraph(getTranslation(key));
        words.addClassNames("small", "dim");
        return words;
    }

    /** Because of any membership, whichever organisation is acted for now. */
    private static boolean mustHaveOne(CurrentActor current) {
        return current.signedIn().flatMap(SignedIn::login).map(Login::actings).stream()
                .flatMap(Collection::stream)
                .flatMap(acting -> acting.roles().stream())
                .anyMatch(Role::needsSecondFactor);
    }
}
