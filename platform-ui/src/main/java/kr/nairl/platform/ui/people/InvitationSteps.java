package kr.nairl.platform.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import java.time.Instant;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.Invitation;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Toast;

/** One invitation: to whom, how it stands, until when, and sending it again or taking it back while that is possible. */
final class InvitationSteps extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Invitations invitations;
    private final transient CurrentActor current;
    private final transient Invitation invitation;
    private final Command after;

    InvitationSteps(Invitation invitation, Invitations invitations, CurrentActor current, Instant now, Command after) {
        this.invitations = invitations;
        this.current = current;
        this.invitation = invitation;
        this.after = after;
        addClassName("invitation");
        Formats formats = Formats.here();
        Span email = new Span(invitation.email().value());
        email.addClassName("address");
        Span when = new Span(getTranslation(
                "people.invitation.when",
                formats.relative(invitation.createdAt(), now),
                formats.date(invitation.expiresAt())));
        when.addClassNames("small", "faint");
        add(Columns.row(email, PeopleWords.state(this, invitation.state())), when);
        Div steps = Columns.row();
        switch (invitation.state()) {
            case OPEN -> steps.add(resend(), revoke());
            case EXPIRED -> steps.add(resend());
            case ACCEPTED, REPLACED, REVOKED -> steps.setVisible(false);
        }
        add(steps);
    }

    private Button resend() {
        return Buttons.plain(
                getTranslation("people.invitation.resend"),
                click -> finish(invitations.resend(current.actor(), invitation.id())));
    }

    private Button revoke() {
        return Buttons.quiet(
                getTranslation("people.invitation.revoke"),
                click -> Confirmation.askBeforeLoss(
                        getTranslation("people.invitation.revoke.question"),
                        getTranslation(
                                "people.invitation.revoke.consequence",
                                invitation.email().value()),
                        getTranslation("people.invitation.revoke"),
                        () -> finish(invitations.revoke(current.actor(), invitation.id()))));
    }

    private void finish(Invitations.Outcome outcome) {
        switch (outcome) {
            case Invitations.Outcome.Sent sent ->
                Toast.success(getTranslation(
                        "people.invite.sent", sent.invitation().email().value()));
            case Invitations.Outcome.Revoked revoked -> Toast.success(getTranslation("people.invitation.revoked"));
            case Invitations.Outcome.AlreadyMember member -> Toast.error(getTranslation("people.invite.member"));
            case Invitations.Outcome.NotOpen closed -> Toast.error(getTranslation("people.invitation.closed"));
        }
        after.execute();
    }
}
