package kr.nairl.platform.core.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static final PageRequest PAGE = PageRequest.first(50);

    private final Members members = CoreDatabase.bean(Members.class);
    private final Cast cast = new Cast();

    @Test
    void everyMemberSeesTheColleaguesByNameAndTheirOwnAddress() {
        assertThat(members.list(cast.member, cast.company, PAGE).items())
                .extracting(Member::person)
                .containsExactly(cast.member.id(), cast.administrator.id());
        assertThat(members.list(cast.member, cast.company, PAGE).items())
                .extracting(one -> one.email() != null)
                .containsExactly(true, false);
        for (Actor.Person reader : List.of(cast.administrator, cast.manager)) {
            assertThat(members.list(reader, cast.company, PAGE).items())
                    .allSatisfy(one -> assertThat(one.email()).isNotNull());
        }
        assertThat(CountedStatements.of(() -> members.list(cast.member, cast.company, PAGE)))
                .isEqualTo(2);
    }

    @Test
    void othersDoNotSeeThem() {
        assertThatThrownBy(() -> members.list(cast.stranger, cast.company, PAGE))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.list(Actor.VISITOR, cast.company, PAGE))
                .isInstanceOf(ForbiddenException.class);
        for (Actor actor : List.of(cast.stranger, Actor.VISITOR, Actor.Job.MAILER)) {
            assertThat(Cast.count(actor, "platform.membership WHERE organisation_id = ?", cast.company.value()))
                    .isZero();
            assertThat(Cast.count(
                            actor,
                            "platform.person WHERE id = ?",
                            cast.member.id().value()))
                    .isZero();
        }
        assertThat(Cast.count(
                        cast.member,
                        "platform.person WHERE id = ?",
                        cast.administrator.id().value()))
                .isEqualTo(1);
    }

    @Test
    void anAdministratorMakesAnotherOneAndStepsBack() throws InterruptedException {
        var heard = new LinkedBlockingQueue<Changes.Change>();
        try (var subscription = CoreDatabase.bean(Changes.class).subscribe(heard::add)) {
            assertThat(members.changeRoles(
                            cast.administrator,
                            cast.company,
                            cast.member.id(),
                            Set.of(Role.MEMBER, Role.ADMINISTRATOR)))
                    .isEqualTo(new Members.Outcome.Done());
            Changes.Change wanted =
                    new Changes.Change(Changes.Kind.MEMBERSHIP, cast.member.id().value());
            Changes.Change next;
            do {
                next = heard.poll(10, TimeUnit.SECONDS);
                assertThat(next).as("announcement").isNotNull();
            } while (!wanted.equals(next));
        }
        assertThat(members.changeRoles(cast.administrator, cast.company, cast.administrator.id(), Set.of(Role.MEMBER)))
                .isEqualTo(new Members.Outcome.Done());
        assertThatThrownBy(() -> members.list(cast.administrator, cast.company, PAGE))
                .isInstanceOf(AuthorityEndedException.class);
        assertThat(CoreDatabase.bean(AuditTrail.class)
                        .page(cast.manager, new AuditFilter("membership.", cast.company, null, null, null), PAGE)
                        .items())
                .extracting(AuditEntry::action)
                .containsExactly("membership.changed", "membership.changed");
    }

    @Test
    void theLastAdministratorIsNeitherDemotedNorRemoved() {
        assertThat(members.changeRoles(cast.administrator, cast.company, cast.administrator.id(), Set.of(Role.MEMBER)))
                .isEqualTo(new Members.Outcome.LastAdministrator());
        assertThat(members.remove(cast.administrator, cast.company, cast.administrator.id()))
                .isEqualTo(new Members.Outcome.LastAdministrator());
        assertThat(members.remove(cast.manager, cast.company, cast.administrator.id()))
                .isEqualTo(new Members.Outcome.LastAdministrator());
        assertThat(members.list(cast.administrator, cast.company, PAGE).total()).isEqualTo(2);
    }

    @Test
    void theLastAdministratorPassesTheRoleOnAndMayGo() {
        members.handOver(cast.administrator, cast.company, cast.member.id());

        Actor.Person successor =
                CoreDatabase.proven(cast.member.id(), cast.company, Set.of(Role.MEMBER, Role.ADMINISTRATOR));
        assertThat(members.list(successor, cast.company, PAGE).items())
                .filteredOn(one -> one.roles().contains(Role.ADMINISTRATOR))
                .extracting(Member::person)
                .containsExactly(cast.member.id());
        assertThatThrownBy(() -> members.list(cast.administrator, cast.company, PAGE))
                .isInstanceOf(AuthorityEndedException.class);
        assertThat(CoreDatabase.bean(AuditTrail.class)
                        .page(cast.manager, new AuditFilter("membership.", cast.company, null, null, null), PAGE)
                        .items())
                .extracting(entry -> entry.subject() + " " + entry.detail().get("roles"))
                .containsExactly(cast.administrator.id() + " MEMBER", cast.member.id() + " ADMINISTRATOR,MEMBER");
        assertThat(members.remove(successor, cast.company, cast.administrator.id()))
                .isEqualTo(new Members.Outcome.Done());
    }

    @Test
    void onlyAnAdministratorsOwnRoleIsPassedOnAndOnlyToAnother() {
        assertThatThrownBy(() -> members.handOver(cast.administrator, cast.company, cast.administrator.id()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> members.handOver(cast.administrator, cast.company, cast.stranger.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.handOver(cast.member, cast.company, cast.administrator.id()))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> members.handOver(cast.stranger, cast.company, cast.member.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.handOver(cast.manager, cast.company, cast.member.id()))
                .isInstanceOf(NotFoundException.class);
        Actor.Person tired = new Actor.Person(
                cast.administrator.id(),
                cast.company,
                cast.administrator.roles(),
                Actor.LoginStrength.SINGLE_FACTOR,
                CoreDatabase.clock().instant());
        assertThatThrownBy(() -> members.handOver(tired, cast.company, cast.member.id()))
                .isInstanceOf(ProofNeededException.class);
        assertThat(members.list(cast.administrator, cast.company, PAGE).items())
                .filteredOn(one -> one.roles().contains(Role.ADMINISTRATOR))
                .extracting(Member::person)
                .containsExactly(cast.administrator.id());
    }

    @Test
    void administratorsAndManagersSeeWhoWasThereLast() {
        Instant before = CoreDatabase.clock().instant();
        AccessRecord record = CoreDatabase.bean(AccessRecord.class);
        record.session(Actor.Job.DOORKEEPER, AccessRecord.Step.SIGNED_IN, cast.member.id(), cast.company);
        record.session(Actor.Job.DOORKEEPER, AccessRecord.Step.SIGNED_OUT, cast.administrator.id(), cast.company);
        record.session(
                Actor.Job.DOORKEEPER,
                AccessRecord.Step.SIGNED_IN,
                cast.administrator.id(),
                cast.stranger.organisation());

        for (Actor.Person reader : List.of(cast.administrator, cast.manager)) {
            assertThat(members.list(reader, cast.company, PAGE).items())
                    .filteredOn(one -> one.lastSeen() != null)
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.person()).isEqualTo(cast.member.id());
                        assertThat(one.lastSeen()).isAfterOrEqualTo(before);
                    });
        }
        assertThat(members.list(cast.member, cast.company, PAGE).items())
                .allSatisfy(one -> assertThat(one.lastSeen()).isNull());
        AuditTrail audit = CoreDatabase.bean(AuditTrail.class);
        assertThatThrownBy(() -> audit.lastSeen(cast.stranger, cast.company, List.of(cast.member.id())))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> audit.lastSeen(cast.member, cast.company, List.of(cast.member.id())))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void twoAdministratorsRemovingEachOtherAtOnceLeaveOne() throws Exception {
        Actor.Person second = CoreDatabase.person(cast.company, "둘째", Role.ADMINISTRATOR);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> removals =
                    List.of(() -> attempt(cast.administrator, second), () -> attempt(second, cast.administrator));
            threads.invokeAll(removals);
        }
        assertThat(Cast.count(
                        cast.manager,
                        "platform.membership WHERE organisation_id = ? AND status = 'ACTIVE' AND 'ADMINISTRATOR' = ANY (roles)",
                        cast.company.value()))
                .isEqualTo(1);
    }

    private Object attempt(Actor.Person by, Actor.Person whom) {
        try {
            return members.remove(by, cast.company, whom.id());
        } catch (AuthorityEndedException removedMeanwhile) {
            return removedMeanwhile;
        }
    }

    @Test
    void aRemovedMemberIsOutAtTheNextStepAndTakesTheirInvitationsAlong() {
        Invitations invitations = CoreDatabase.bean(Invitations.class);
        Actor.Person second = CoreDatabase.person(cast.company, "둘째", Role.ADMINISTRATOR);
        EmailAddress backDoor = Cast.freshAddress();
        invitations.inviteMember(second, cast.company, backDoor, Set.of(Role.ADMINISTRATOR), Language.KO);
        assertThat(members.remove(cast.administrator, cast.company, second.id()))
                .isEqualTo(new Members.Outcome.Done());
        assertThatThrownBy(() -> members.list(second, cast.company, PAGE)).isInstanceOf(AuthorityEndedException.class);
        assertThat(invitations.open(
                        CoreDatabase.bean(RecordedInvitationMails.class).tokenFor(backDoor)))
                .isEmpty();
        assertThatThrownBy(() -> members.remove(cast.administrator, cast.company, second.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyAdministratorsAndLabManagersDecide() {
        assertThatThrownBy(() -> members.remove(cast.member, cast.company, cast.administrator.id()))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> members.remove(cast.stranger, cast.company, cast.member.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.remove(cast.administrator, cast.company, cast.stranger.id()))
                .isInstanceOf(NotFoundException.class);
        // and past the use case
        String removal =
                "UPDATE platform.membership SET status = 'REMOVED', removed_at = now() WHERE organisation_id = ? AND person_id = ?";
        for (Actor actor : List.of(cast.member, cast.stranger, Actor.VISITOR)) {
            assertThat(Cast.sql(
                            actor,
                            removal,
                            cast.company.value(),
                            cast.member.id().value()))
                    .isZero();
        }
    }

    @Test
    void nobodyInACompanyGetsTheLabsRoles() {
        for (Actor.Person by : List.of(cast.administrator, cast.manager)) {
            assertThatThrownBy(() -> members.changeRoles(
                            by, cast.company, cast.member.id(), Set.of(Role.MEMBER, Role.LAB_MANAGER)))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> members.changeRoles(cast.administrator, cast.company, cast.member.id(), Set.of()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Cast.sql(
                        cast.administrator,
                        "UPDATE platform.membership SET roles = '{LAB_MANAGER}' WHERE organisation_id = ?",
                        cast.company.value()))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> Cast.sql(
                        cast.administrator,
                        "UPDATE platform.membership SET person_id = ? WHERE organisation_id = ?",
                        cast.stranger.id().value(),
                        cast.company.value()))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Cast.sql(
                        cast.administrator,
                        "INSERT INTO platform.membership (id, person_id, organisation_id, roles, status, created_at) "
                                + "VALUES (gen_random_uuid(), ?, ?, '{MEMBER}', 'ACTIVE', now())",
                        cast.stranger.id().value(),
                        cast.company.value()))
                .hasMessageContaining("row-level security");
    }

    @Test
    void aUniversitysAdministratorLeavesResearchersAlone() {
        var university = CoreDatabase.organisation("UNIVERSITY", "한국대", "Univ");
        Actor.Person administrator = CoreDatabase.person(university, "행정", Role.ADMINISTRATOR);
        Actor.Person researcher = CoreDatabase.person(university, "연구", Role.RESEARCHER);
        assertThatThrownBy(() -> members.remove(administrator, university, researcher.id()))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> members.changeRoles(administrator, university, researcher.id(), Set.of(Role.MEMBER)))
                .isInstanceOf(ForbiddenException.class);
        assertThat(Cast.sql(
                        administrator,
                        "UPDATE platform.membership SET roles = '{MEMBER}' WHERE person_id = ?",
                        researcher.id().value()))
                .isZero();
        assertThat(members.changeRoles(cast.manager, university, researcher.id(), Set.of(Role.RESEARCHER, Role.EDITOR)))
                .isEqualTo(new Members.Outcome.Done());
    }
}
