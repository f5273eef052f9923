package kr.nairl.platform.core.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.collaboration.DeclineReason;
import kr.nairl.platform.core.collaboration.RequestCast;
import kr.nairl.platform.core.collaboration.RequestClock;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.StatementCount;
import kr.nairl.platform.core.organisation.Members;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Events;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotifierTest {

    private static final PageRequest FIRST = PageRequest.first(50);

    private final Notifier notifier = CoreDatabase.bean(Notifier.class);
    private final Inbox inbox = CoreDatabase.bean(Inbox.class);
    private final RequestDesk desk = CoreDatabase.bean(RequestDesk.class);
    private final Events events = CoreDatabase.bean(Events.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);
    private final RequestCast cast = new RequestCast();

    @BeforeEach
    void nothingElseWaits() {
        CoreDatabase.asOwner("DELETE FROM domain_event");
        CoreDatabase.asOwner("DELETE FROM mail_outbox");
    }

    @Test
    void eachStepIsToldToTheOtherSideInInboxAndMail() {
        Actor.Person colleague = CoreDatabase.person(cast.company, "동료", Role.MEMBER);
        RequestId id = cast.sent("Counting");
        tell();
        assertThat(kinds(cast.scholar)).containsExactly("request.sent");
        assertThat(kinds(cast.member)).isEmpty();
        assertThat(kinds(cast.administrator)).isEmpty();
        assertThat(mailsTo()).containsExactly(tuple("request.sent", email(cast.scholar)));

        desk.ask(cast.scholar, id, "CANARY-QUESTION", 2);
        tell();
        // Whoever began it and the administrators, not every colleague.
        assertThat(kinds(cast.member)).containsExactly("request.question-asked");
        assertThat(kinds(cast.administrator)).containsExactly("request.question-asked");
        assertThat(kinds(colleague)).isEmpty();
        assertThat(kinds(cast.stranger)).isEmpty();

        desk.answer(cast.administrator, id, "CANARY-ANSWER", 3);
        tell();
        assertThat(kinds(cast.scholar)).containsExactlyInAnyOrder("request.sent", "request.answered");
        // Nobody is told of what they did themselves.
        assertThat(kinds(cast.administrator)).containsExactly("request.question-asked");

        desk.decline(cast.scholar, id, DeclineReason.OUT_OF_FIELD, "CANARY-FAREWELL", 4);
        tell();
        assertThat(kinds(cast.member)).containsExactlyInAnyOrder("request.question-asked", "request.declined");
        Notice declined = inbox.list(cast.member, FIRST).items().stream()
                .filter(notice -> notice.kind().equals("request.declined"))
                .findFirst()
                .orElseThrow();
        assertThat(declined.link()).isEqualTo("/requests/" + id);
        assertThat(declined.parameters())
                .containsEntry("title", "Counting")
                .containsEntry("reason", "OUT_OF_FIELD")
                .containsEntry("side", "SENDER")
                .containsEntry("organisation.ko", "에버런")
                .containsEntry("researcher.ko", "김승룡")
                .containsEntry("researcher.en", "Seungryong Kim");
        assertThat(mailsTo()).hasSize(6);
        assertThat(allMails()).contains("Counting", "/requests/" + id).doesNotContain("CANARY");
        assertThat(inbox.list(cast.scholar, FIRST).toString()).doesNotContain("CANARY");
    }

    @Test
    void aHandOverIsToldToTheColleagueAndTheSender() {
        RequestId id = cast.sent("Passed on");
        tell();
        desk.handOver(
                cast.scholar,
                id,
                cast.otherResearcher,
                kr.nairl.platform.core.collaboration.HandOverReason.BETTER_FIT,
                "CANARY-PASS",
                2);
        tell();
        assertThat(kindsOf(cast.otherScholar, id)).containsExactly("request.handed-over");
        assertThat(kindsOf(cast.member, id)).containsExactly("request.handed-over");
        assertThat(kindsOf(cast.scholar, id)).containsExactly("request.sent");
        assertThat(allMails()).doesNotContain("CANARY");
    }

    @Test
    void mailsSpeakTheRecipientsLanguage() {
        CoreDatabase.asOwner(
                "UPDATE person SET language = 'en' WHERE id = ?",
                cast.scholar.id().value());
        cast.sent("Spoken");
        tell();
        assertThat(allMails()).contains("en {", "researcher=Seungryong Kim").doesNotContain("researcher=김승룡");
    }

    @Test
    void remindersGoToTheAddresseeAndExpiryToBoth() {
        RequestId id = cast.sent("Silence");
        tell();
        RequestClock requestClock = CoreDatabase.bean(RequestClock.class);
        CoreDatabase.clock().pass(Duration.ofDays(8));
        requestClock.tick(Actor.Job.CLOCK);
        tell();
        assertThat(kindsOf(cast.scholar, id)).containsExactlyInAnyOrder("request.sent", "request.reminded");
        assertThat(kindsOf(cast.member, id)).isEmpty();
        CoreDatabase.clock().pass(Duration.ofDays(8));
        requestClock.tick(Actor.Job.CLOCK);
        tell();
        assertThat(kindsOf(cast.scholar, id)).contains("request.expired");
        assertThat(kindsOf(cast.member, id)).containsExactly("request.expired");
        assertThat(kindsOf(cast.administrator, id)).containsExactly("request.expired");
    }

    @Test
    void whoLeftIsNotToldAnyMore() {
        RequestId id = cast.sent("Left");
        CoreDatabase.asOwner(
                "UPDATE membership SET status = 'REMOVED', removed_at = now() WHERE person_id = ?",
                cast.member.id().value());
        desk.accept(cast.scholar, id, null, 2);
        CoreDatabase.asOwner(
                "UPDATE membership SET roles = '{MEMBER}' WHERE person_id = ?",
                cast.scholar.id().value());
        tell();
        assertThat(noticesOf(id))
                .containsExactly(
                        tuple("request.accepted", cast.administrator.id().value()));
        assertThat(mailsTo()).containsExactly(tuple("request.accepted", email(cast.administrator)));
    }

    @Test
    void twoAccountsWithOneAddressGetOneMail() {
        CoreDatabase.asOwner(
                "UPDATE person SET email = ? WHERE id = ?",
                email(cast.member),
                cast.administrator.id().value());
        RequestId id = cast.sent("Shared address");
        desk.accept(cast.scholar, id, null, 2);
        tell();
        assertThat(kindsOf(cast.member, id)).containsExactly("request.accepted");
        assertThat(kindsOf(cast.administrator, id)).containsExactly("request.accepted");
        assertThat(mailsTo()).hasSize(2);
    }

    @Test
    void anAddressThatIsNoneKeepsTheInboxGoing() {
        CoreDatabase.asOwner(
                "UPDATE person SET email = 'nobody' WHERE id = ?",
                cast.scholar.id().value());
        cast.sent("Unreachable");
        assertThat(tell()).isEqualTo(new Notifier.Round(1, 0, false));
        assertThat(kinds(cast.scholar)).containsExactly("request.sent");
        assertThat(mailsTo()).isEmpty();
    }

    @Test
    void anEventThatCannotBeToldHoldsUpNoOtherAndIsTriedAgainLater() {
        RequestId bad = cast.sent("POISON");
        RequestId good = cast.sent("Good");
        assertThat(tell()).isEqualTo(new Notifier.Round(1, 1, false));
        // All of it was rolled back: no inbox row without its mail.
        assertThat(kindsOf(cast.scholar, bad)).isEmpty();
        assertThat(kindsOf(cast.scholar, good)).containsExactly("request.sent");
        assertThat(tell()).isEqualTo(new Notifier.Round(0, 0, false));
        CoreDatabase.asOwner("UPDATE collaboration_request SET title = 'Healed' WHERE id = ?", bad.value());
        CoreDatabase.clock().pass(Duration.ofSeconds(31));
        assertThat(tell()).isEqualTo(new Notifier.Round(1, 0, false));
        assertThat(kindsOf(cast.scholar, bad)).containsExactly("request.sent");
    }

    @Test
    void anEventWhoseDetailIsNoMapOfTextsHoldsUpNoOther() {
        RequestId id = cast.sent("Odd detail");
        CoreDatabase.asOwner("UPDATE domain_event SET detail = '[{\"a\": 1}]'");
        RequestId next = cast.sent("Next");
        assertThat(tell()).isEqualTo(new Notifier.Round(2, 0, false));
        assertThat(kindsOf(cast.scholar, id)).containsExactly("request.sent");
        assertThat(kindsOf(cast.scholar, next)).containsExactly("request.sent");
    }

    @Test
    void nodesThatTellAtOnceTellEachEventOnce() throws Exception {
        List<RequestId> ids = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            ids.add(cast.sent("Node " + i));
        }
        try (var nodes = Executors.newFixedThreadPool(4)) {
            List<Future<Notifier.Round>> rounds = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                rounds.add(nodes.submit(() -> notifier.tell(Actor.Job.NOTIFIER)));
            }
            int told = 0;
            for (Future<Notifier.Round> round : rounds) {
                told += round.get().told();
            }
            assertThat(told).isEqualTo(15);
        }
        assertThat(inbox.list(cast.scholar, FIRST).total()).isEqualTo(15);
        assertThat(mailsTo()).hasSize(15);
    }

    @Test
    void anEventToldAgainAfterALostMarkTellsNobodyTwice() {
        cast.sent("Again");
        tell();
        CoreDatabase.asOwner("UPDATE domain_event SET handled_at = NULL");
        assertThat(tell().told()).isEqualTo(1);
        assertThat(inbox.list(cast.scholar, FIRST).total()).isEqualTo(1);
        assertThat(mailsTo()).hasSize(1);
    }

    @Test
    void anUpdateIsToldToFollowersInTheirInboxOnly() {
        UUID update = update(cast.researcher, RequestCast.SUB_PROJECT);
        follow(cast.member, RequestCast.SUB_PROJECT, null);
        follow(cast.administrator, null, cast.researcher);
        // Both ways at once is one notice; the author follows, too.
        follow(cast.administrator, RequestCast.SUB_PROJECT, null);
        follow(cast.scholar, RequestCast.SUB_PROJECT, null);
        follow(cast.stranger, RequestCast.OTHER_SUB_PROJECT, null);
        Actor.Person gone = CoreDatabase.person(cast.strangers, "떠난이", Role.MEMBER);
        follow(gone, RequestCast.SUB_PROJECT, null);
        CoreDatabase.asOwner(
                "UPDATE membership SET status = 'REMOVED', removed_at = now() WHERE person_id = ?",
                gone.id().value());
        transactions.run(cast.scholar, () -> events.publish(cast.scholar, "update.posted", update));
        assertThat(tell()).isEqualTo(new Notifier.Round(1, 0, false));
        assertThat(kinds(cast.member)).containsExactly("update.posted");
        assertThat(kinds(cast.administrator)).containsExactly("update.posted");
        assertThat(noticesOf(update))
                .extracting(notice -> notice.toList().get(1))
                .containsExactlyInAnyOrder(
                        cast.member.id().value(), cast.administrator.id().value());
        assertThat(mailsTo())
                .containsExactlyInAnyOrder(
                        tuple("update.posted", email(cast.member)), tuple("update.posted", email(cast.administrator)));
        Notice notice = inbox.list(cast.member, FIRST).items().getFirst();
        assertThat(notice.link()).isEqualTo("/updates/" + update);
        assertThat(notice.parameters()).containsEntry("title.ko", "새 소식").containsEntry("researcher.ko", "김승룡");
    }

    @Test
    void otherEventsAndVanishedSubjectsAreToldToNobody() {
        transactions.run(cast.member, () -> {
            events.publish(cast.member, "interest.opened", UUID.randomUUID());
            events.publish(cast.member, "invitation.sent", UUID.randomUUID());
            events.publish(cast.member, "request.sent", UUID.randomUUID());
            events.publish(cast.member, "update.posted", UUID.randomUUID());
            events.publish(cast.member, "some.day", UUID.randomUUID());
        });
        assertThat(tell()).isEqualTo(new Notifier.Round(5, 0, false));
        assertThat(tell()).isEqualTo(new Notifier.Round(0, 0, false));
        assertThat(mailsTo()).isEmpty();
    }

    @Test
    void onlyTheNotifierTells() {
        for (Actor actor : List.of(cast.manager, Actor.VISITOR, Actor.Job.MAILER)) {
            assertThatThrownBy(() -> notifier.tell(actor)).isInstanceOf(ForbiddenException.class);
        }
    }

    // ------------------------------------------------------------------ the inbox

    @Test
    void noticesAreCountedUntilTheyAreRead() {
        cast.sent("First");
        cast.sent("Second");
        cast.sent("Third");
        tell();
        assertThat(inbox.unread(cast.scholar)).isEqualTo(3);
        Notice notice = inbox.list(cast.scholar, FIRST).items().getFirst();
        assertThat(notice.isUnread()).isTrue();
        inbox.markRead(cast.scholar, notice.id());
        inbox.markRead(cast.scholar, notice.id());
        assertThat(inbox.unread(cast.scholar)).isEqualTo(2);
        assertThat(inbox.markAllRead(cast.scholar)).isEqualTo(2);
        assertThat(inbox.markAllRead(cast.scholar)).isZero();
        assertThat(inbox.list(cast.scholar, FIRST).items()).noneMatch(Notice::isUnread);
        assertThat(inbox.list(cast.scholar, new PageRequest(7, 3))).isEqualTo(new Page<Notice>(List.of(), 3));
        assertThat(StatementCount.of(() -> inbox.list(cast.scholar, FIRST))).isEqualTo(1);
    }

    @Test
    void nobodyReadsOrMarksAnothersInbox() {
        cast.sent("Private");
        tell();
        NoticeId notice = inbox.list(cast.scholar, FIRST).items().getFirst().id();
        for (Actor.Person other : List.of(cast.member, cast.stranger, cast.manager, cast.otherScholar)) {
            assertThatThrownBy(() -> inbox.markRead(other, notice)).isInstanceOf(NotFoundException.class);
            assertThat(inbox.list(other, FIRST).total()).isZero();
            assertThat(seenThroughPoliciesAlone(other, notice)).isZero();
        }
        assertThat(seenThroughPoliciesAlone(cast.scholar, notice)).isEqualTo(1);
        assertThat(seenThroughPoliciesAlone(Actor.VISITOR, notice)).isZero();
        assertThatThrownBy(() -> inbox.list(Actor.VISITOR, FIRST)).isInstanceOf(ForbiddenException.class);
        assertThat(inbox.unread(cast.scholar)).isEqualTo(1);
    }

    @Test
    void whoseRoleChangesIsTold() {
        Members members = CoreDatabase.bean(Members.class);
        members.handOver(cast.administrator, cast.company, cast.member.id());
        tell();
        assertThat(inbox.list(promoted(), FIRST).items()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("membership.changed");
            assertThat(notice.parameters())
                    .containsEntry("organisation.ko", "에버런")
                    .containsEntry("roles", "ADMINISTRATOR,MEMBER");
        });
        // Whoever handed over knows.
        assertThat(mailsTo()).containsExactly(tuple("membership.changed", email(cast.member)));

        members.remove(promoted(), cast.company, cast.administrator.id());
        tell();
        assertThat(mailsTo()).hasSize(1);
    }

    private Actor.Person promoted() {
        return CoreDatabase.proven(cast.member.id(), cast.company, Set.of(Role.MEMBER, Role.ADMINISTRATOR));
    }

    @Test
    void whoWorksForTwoReadsOfOneOnlyWhileActingForIt() {
        OrganisationId second = CoreDatabase.organisation("COMPANY", "둘째", "Second");
        CoreDatabase.asOwner(
                "INSERT INTO membership (id, person_id, organisation_id, roles, status, created_at) VALUES (gen_random_uuid(), ?, ?, '{MEMBER}', 'ACTIVE', now())",
                cast.administrator.id().value(),
                second.value());
        Actor.Person elsewhere = new Actor.Person(
                cast.administrator.id(), second, Set.of(Role.MEMBER), Actor.LoginStrength.SINGLE_FACTOR);
        RequestId id = cast.sent("CANARY-TITLE");
        desk.accept(cast.scholar, id, null, 2);
        tell();
        Notice notice = inbox.list(cast.administrator, FIRST).items().getFirst();
        assertThat(inbox.list(elsewhere, FIRST).total()).isZero();
        assertThat(inbox.unread(elsewhere)).isZero();
        assertThat(inbox.markAllRead(elsewhere)).isZero();
        assertThat(seenThroughPoliciesAlone(elsewhere, notice.id())).isZero();
        assertThat(inbox.unread(cast.administrator)).isEqualTo(1);
    }

    private Notifier.Round tell() {
        return notifier.tell(Actor.Job.NOTIFIER);
    }

    private int seenThroughPoliciesAlone(Actor actor, NoticeId notice) {
        return transactions.<Integer>read(
                actor,
                () -> sql.fetchSingle(
                                "SELECT count(*)::int FROM platform.notification WHERE id = {0}",
                                DSL.val(notice.value()))
                        .get(0, Integer.class));
    }

    private List<String> kinds(Actor.Person person) {
        return inbox.list(person, FIRST).items().stream().map(Notice::kind).toList();
    }

    private List<String> kindsOf(Actor.Person person, RequestId request) {
        return inbox.list(person, FIRST).items().stream()
                .filter(notice -> notice.link().endsWith(request.toString()))
                .map(Notice::kind)
                .toList();
    }

    private List<org.assertj.core.groups.Tuple> noticesOf(Object subject) {
        return transactions.read(
                Actor.Job.NOTIFIER,
                () -> sql.fetch(
                                "SELECT kind, person_id FROM platform.notification WHERE kind <> 'request.sent' AND link LIKE {0}",
                                DSL.val("%" + subject))
                        .map(row -> tuple(row.get(0, String.class), row.get(1, UUID.class))));
    }

    private List<org.assertj.core.groups.Tuple> mailsTo() {
        return transactions.read(
                Actor.Job.MAILER,
                () -> sql.fetch("SELECT split_part(subject, ' ', 1), recipient FROM platform.mail_outbox")
                        .map(row -> tuple(row.get(0, String.class), row.get(1, String.class))));
    }

    private String allMails() {
        return transactions.read(
                Actor.Job.MAILER,
                () -> String.valueOf(sql.fetchValue(
                        "SELECT string_agg(subject || text_body || html_body, ' ') FROM platform.mail_outbox")));
    }

    private String email(Actor.Person person) {
        return transactions.read(
                Actor.Job.NOTIFIER,
                () -> sql.fetchSingle(
                                "SELECT email FROM platform.person WHERE id = {0}",
                                DSL.val(person.id().value()))
                        .get(0, String.class));
    }

    private static UUID update(ResearcherId researcher, SubProjectId subProject) {
        UUID id = UUID.randomUUID();
        CoreDatabase.asOwner(
                "INSERT INTO project_update (id, sub_project_id, researcher_id, title_ko, audience, published_at) VALUES (?, ?, ?, '새 소식', 'MEMBERS', now())",
                id,
                subProject.value(),
                researcher.value());
        return id;
    }

    private static void follow(
            Actor.Person person, @Nullable SubProjectId subProject, @Nullable ResearcherId researcher) {
        CoreDatabase.asOwner(
                "INSERT INTO follow (person_id, sub_project_id, researcher_id, created_at) VALUES (?, nullif(?, '')::uuid, nullif(?, '')::uuid, now())",
                person.id().value(),
                subProject == null ? "" : subProject.toString(),
                researcher == null ? "" : researcher.toString());
    }
}
