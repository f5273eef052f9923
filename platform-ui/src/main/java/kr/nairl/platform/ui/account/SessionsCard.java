package kr.nairl.platform.ui.account;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.auth.keycloak.KeycloakAccounts;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.Tone;

/** Where the account is signed in now, and signing it out elsewhere. */
final class SessionsCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SignedIn who;
    private final transient KeycloakAccounts accounts;
    private final Instant now;

    SessionsCard(SignedIn who, KeycloakAccounts accounts, Instant now) {
        this.who = who;
        this.accounts = accounts;
        this.now = now;
        show();
    }

    private void show() {
        removeAll();
        ListCard list = new ListCard(getTranslation("account.sessions"));
        accounts.sessions(who.getName())
                .ifPresentOrElse(
                        sessions -> rows(list, sessions), () -> list.withRow(quiet("account.sessions.unknown")));
        add(list);
    }

    private void rows(ListCard list, List<KeycloakAccounts.Session> sessions) {
        for (KeycloakAccounts.Session one : sessions) {
            boolean here = who.session().filter(one.id()::equals).isPresent();
            Div detail = new Div(
                    new Text(getTranslation(
                                    "account.sessions.begun", Formats.here().dateTime(one.begun()))
                            + " · " + getTranslation("account.sessions.used") + " "),
                    new RelativeTime(one.lastUsed(), now));
            Span address =
                    new Span(one.address().isEmpty() ? getTranslation("account.sessions.somewhere") : one.address());
            address.addClassName("num");
            list.withRow(
                    null,
                    Columns.row(address),
                    detail,
                    here
                            ? new Tag(getTranslation("account.sessions.here"), Tone.OK)
                            : Buttons.plain(
                                    getTranslation("account.sessions.end"),
                                    click -> Confirmation.ask(
                                            getTranslation("account.sessions.end.question"),
                                            getTranslation("account.sessions.end.consequence"),
                                            getTranslation("account.sessions.end"),
                                            () -> end(one.id()))));
        }
    }

    private void end(String session) {
        if (accounts.endSession(who.getName(), session)) {
            Toast.success(getTranslation("account.sessions.ended"));
        } else {
            Toast.error(getTranslation("account.sessions.unknown"));
        }
        show();
    }

    private Paragraph quiet(String key) {
        Paragraph words = new Paragraph(getTranslation(key));
        words.addClassNames("small", "dim");
        return words;
    }
}
