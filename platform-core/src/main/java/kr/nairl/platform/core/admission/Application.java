package kr.nairl.platform.core.admission;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * An application to become a partner.
 *
 * <p>It begins unconfirmed and seen by nobody; once its address is confirmed it waits for the lab, which may ask back any
 * number of times and then makes an organisation of it, invites its person into one that is here already, or declines
 * with a reason. The applicant may withdraw it until then. What it says never changes.
 *
 * @param decidedBy null before that, and when that person is gone
 * @param organisation what came of it; null before that
 * @param version counts every step
 */
public record Application(
        ApplicationId id,
        ApplicationSheet sheet,
        ApplicationState state,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant decidedAt,
        @Nullable PersonId decidedBy,
        @Nullable DeclineReason declineReason,
        @Nullable OrganisationId organisation,
        int version) {

    /** A new one. */
    static Application begun(ApplicationId id, ApplicationSheet sheet, Instant now) {
        return new Application(id, sheet, ApplicationState.UNCONFIRMED, now, null, null, null, null, null, 0);
    }

    /** What the actor may do to it now; the same answer stands behind every button. */
    public Set<ApplicationCommand.Name> permittedFor(Actor actor) {
        Set<ApplicationCommand.Name> permitted = possible();
        permitted.removeIf(command -> !may(command, actor));
        return permitted;
    }

    /** Does this to the application. */
    Outcome apply(ApplicationCommand command, Actor actor, Instant now) {
        if (!may(command.name(), actor)) {
            return new Outcome.Refused(Outcome.Reason.NOT_ALLOWED);
        }
        if (!possible().contains(command.name())) {
            return new Outcome.Refused(Outcome.Reason.WRONG_STATE);
        }
        return new Outcome.Moved(
                switch (command) {
                    case ApplicationCommand.Confirm confirm -> in(ApplicationState.SUBMITTED, now);
                    case ApplicationCommand.Answer answer -> in(ApplicationState.SUBMITTED, confirmedAt);
                    case ApplicationCommand.Ask ask -> in(ApplicationState.QUESTION_ASKED, confirmedAt);
                    case ApplicationCommand.Withdraw withdraw -> in(ApplicationState.WITHDRAWN, confirmedAt);
                    case ApplicationCommand.Approve approve ->
                        decided(ApplicationState.APPROVED, actor, now, null, approve.organisation());
                    case ApplicationCommand.Join join ->
                        decided(ApplicationState.JOINED, actor, now, null, join.organisation());
                    case ApplicationCommand.Decline decline ->
                        decided(ApplicationState.DECLINED, actor, now, decline.reason(), null);
                },
                command,
                state);
    }

    private Set<ApplicationCommand.Name> possible() {
        return switch (state) {
            case UNCONFIRMED -> EnumSet.of(ApplicationCommand.Name.CONFIRM, ApplicationCommand.Name.WITHDRAW);
            case SUBMITTED ->
                EnumSet.of(
                        ApplicationCommand.Name.ASK,
                        ApplicationCommand.Name.APPROVE,
                        ApplicationCommand.Name.JOIN,
                        ApplicationCommand.Name.DECLINE,
                        ApplicationCommand.Name.WITHDRAW);
            case QUESTION_ASKED ->
                EnumSet.of(
                        ApplicationCommand.Name.ANSWER,
                        ApplicationCommand.Name.APPROVE,
                        ApplicationCommand.Name.JOIN,
                        ApplicationCommand.Name.DECLINE,
                        ApplicationCommand.Name.WITHDRAW);
            case APPROVED, JOINED, DECLINED, WITHDRAWN -> EnumSet.noneOf(ApplicationCommand.Name.class);
        };
    }

    /** The applicant, who has no account, acts through the admission job by the link that only they hold. */
    private static boolean may(ApplicationCommand.Name command, Actor actor) {
        return switch (command) {
            case CONFIRM, ANSWER, WITHDRAW -> actor.equals(Actor.Job.ADMISSION);
            case ASK, APPROVE, JOIN, DECLINE -> actor.has(Role.LAB_MANAGER);
        };
    }

    private Application in(ApplicationState next, @Nullable Instant confirmed) {
        return new Application(
                id, sheet, next, createdAt, confirmed, decidedAt, decidedBy, declineReason, organisation, version + 1);
    }

    private Application decided(
            ApplicationState next,
            Actor by,
            Instant now,
            @Nullable DeclineReason reason,
            @Nullable OrganisationId became) {
        PersonId person = by instanceof Actor.Person manager ? manager.id() : null;
        return new Application(id, sheet, next, createdAt, confirmedAt, now, person, reason, became, version + 1);
    }

    /** What came of a command. */
    sealed interface Outcome {

        /**
         * It was done.
         *
         * @param application as it is now
         * @param from the state it was in
         */
        record Moved(Application application, ApplicationCommand command, ApplicationState from) implements Outcome {}

        /** It was not, and nothing changed. */
        record Refused(Reason reason) implements Outcome {}

        /** Why not. */
        enum Reason {
            NOT_ALLOWED,
            WRONG_STATE
        }
    }
}
