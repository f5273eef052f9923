package kr.nairl.platform.core.research;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.nairl.platform.core.organisation.Invitation;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.Memberships;
import kr.nairl.platform.core.organisation.Organisations;
import kr.nairl.platform.core.organisation.SentInvitations;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.springframework.stereotype.Component;

/**
 * Inviting researchers from their universities, one by one or from a list. What somebody becomes is written down with the
 * invitation and shown to nobody else; their page begins when they come. All of it is for lab managers; everybody else
 * gets a {@link ForbiddenException}.
 */
@Component
public class ResearcherInvitations {

    /** Bytes of a list's file. */
    public static final int LARGEST_FILE = RosterFile.LARGEST;
    /** Researchers of one list. */
    public static final int MOST_LINES = RosterFile.MOST_LINES;

    private final Transactions transactions;
    private final InvitedResearchers invited;
    private final StoredSubProjects subProjects;
    private final Organisations organisations;
    private final Memberships memberships;
    private final Invitations invitations;
    private final SentInvitations sent;
    private final Clock clock;

    ResearcherInvitations(
            Transactions transactions,
            InvitedResearchers invited,
            StoredSubProjects subProjects,
            Organisations organisations,
            Memberships memberships,
            Invitations invitations,
            SentInvitations sent,
            Clock clock) {
        this.transactions = transactions;
        this.invited = invited;
        this.subProjects = subProjects;
        this.organisations = organisations;
        this.memberships = memberships;
        this.invitations = invitations;
        this.sent = sent;
        this.clock = clock;
    }

    /**
     * Invites one researcher.
     *
     * @throws InvalidInputException on field {@code organisation} when nobody does research there, on {@code role} when
     *     another leads the sub-project
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Invitations.Outcome invite(Actor actor, NewResearcher researcher) {
        actor.require(Role.LAB_MANAGER).requireFreshProof(clock.instant());
        return transactions.write(actor, () -> {
            new Violations()
                    .check(doesResearch(researcher), "organisation", "organisation-no-research")
                    .check(mayLead(researcher), "role", "led-already")
                    .refuse();
            return admit(actor, researcher);
        });
    }

    /**
     * Reads a list and finds all that stands against inviting its people; does nothing else.
     *
     * @throws InvalidInputException on field {@code file} when it holds no such list
     */
    public Roster check(Actor actor, byte[] file) {
        actor.require(Role.LAB_MANAGER);
        List<RosterFile.Line> lines = RosterFile.read(file);
        return transactions.read(actor, () -> checked(lines));
    }

    /**
     * Invites all of a list, or nobody: whatever stands against one of them stands against the whole.
     *
     * @throws InvalidInputException on field {@code file} when it holds no such list
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome inviteAll(Actor actor, byte[] file) {
        actor.require(Role.LAB_MANAGER).requireFreshProof(clock.instant());
        List<RosterFile.Line> lines = RosterFile.read(file);
        return transactions.write(actor, () -> {
            Roster roster = checked(lines);
            if (!roster.isClean()) {
                return new Outcome.Faulty(roster);
            }
            for (Roster.Entry entry : roster.entries()) {
                NewResearcher researcher = entry.researcher();
                if (researcher == null || !(admit(actor, researcher) instanceof Invitations.Outcome.Sent)) {
                    throw new IllegalStateException("line " + entry.line() + " was checked and is refused");
                }
            }
            return new Outcome.Invited(roster.entries().size());
        });
    }

    /** Pages whose person can be invited, by name. */
    public List<InvitedResearchers.Unclaimed> unclaimed(Actor actor) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(
                actor,
                () -> invited.unclaimed().stream()
                        .filter(one -> one.promisedTo() == null)
                        .toList());
    }

    /** Where researchers can come from, by name. */
    public List<Organisations.Identity> institutions(Actor actor) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(
                actor,
                () -> organisations.identities().stream()
                        .filter(one -> one.kind().grants(Set.of(Role.RESEARCHER)))
                        .toList());
    }

    /** Those who have not come yet, the newest invitation first. */
    public Page<Expected> expected(Actor actor, PageRequest page) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(actor, () -> {
            Page<InvitedResearchers.Waiting> waiting = invited.waiting(page);
            Map<UUID, Invitation> open = sent
                    .byIds(
                            waiting.items().stream()
                                    .map(InvitedResearchers.Waiting::invitation)
                                    .toList(),
                            clock.instant())
                    .stream()
                    .collect(Collectors.toMap(Invitation::id, Function.identity()));
            return new Page<>(
                    waiting.items().stream()
                            .flatMap(one -> Optional.ofNullable(open.get(one.invitation()))
                                    .map(invitation -> new Expected(one, invitation))
                                    .stream())
                            .toList(),
                    waiting.total());
        });
    }

    private Invitations.Outcome admit(Actor actor, NewResearcher researcher) {
        Invitations.Outcome outcome = invitations.inviteMember(
                actor, researcher.organisation(), researcher.email(), Set.of(Role.RESEARCHER), researcher.language());
        if (outcome instanceof Invitations.Outcome.Sent) {
            invited.put(researcher, clock.instant());
        }
        return outcome;
    }

    private Roster checked(List<RosterFile.Line> lines) {
        Set<InvitedResearchers.Address> before = invited.addresses();
        RosterCheck check = new RosterCheck(
                organisations.identities(),
                subProjects.all(),
                invited.unclaimed(),
                (organisation, email) ->
                        memberships.withEmail(organisation, email).isPresent(),
                (organisation, email) -> before.contains(new InvitedResearchers.Address(organisation, email)));
        return new Roster(lines.stream().map(check::entry).toList());
    }

    private boolean doesResearch(NewResearcher researcher) {
        return organisations.identities().stream()
                .filter(one -> one.id().equals(researcher.organisation()))
                .anyMatch(one -> one.kind().grants(Set.of(Role.RESEARCHER)));
    }

    private boolean mayLead(NewResearcher researcher) {
        return researcher.role() != ResearcherRole.PRINCIPAL_INVESTIGATOR
                || subProjects.all().stream()
                        .filter(card -> card.name().id().equals(researcher.subProject()))
                        .map(SubProjectCard::principalInvestigator)
                        .allMatch(leading -> leading == null || leading.id().equals(researcher.page()));
    }

    /** How inviting a list ended. */
    public sealed interface Outcome {

        /** All have their mail. */
        record Invited(int people) implements Outcome {}

        /** Nobody was invited. */
        record Faulty(Roster roster) implements Outcome {}
    }

    /** Somebody who has not come yet, and how their invitation stands. */
    public record Expected(InvitedResearchers.Waiting researcher, Invitation invitation) {}
}
