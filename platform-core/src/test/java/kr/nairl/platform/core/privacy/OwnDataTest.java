package kr.nairl.platform.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestCast;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.organisation.FakeOrganisationDirectory;
import kr.nairl.platform.core.organisation.Logins;
import kr.nairl.platform.core.organisation.Members;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnDataTest {

    private static final PageRequest PAGE = PageRequest.first(200);

    private final OwnData data = CoreDatabase.bean(OwnData.class);
    private final Logins logins = CoreDatabase.bean(Logins.class);
    private final FakeOrganisationDirectory directory = CoreDatabase.bean(FakeOrganisationDirectory.class);
    private final RequestCast cast = new RequestCast();

    @AfterEach
    void switchOnAgain() {
        directory.down(false);
    }

    @Test
    void everybodyGetsTheirOwnAndNobodyElses() {
        RequestId request = cast.sent("CANARY-TITLE");
        CoreDatabase.bean(RequestDesk.class).ask(cast.scholar, request, "CANARY-QUESTION", 2);

        PersonalData member = read(cast.member);
        assertThat(section(member, "account"))
                .singleElement()
                .satisfies(account -> assertThat(account).containsEntry("email", email(cast.member)));
        assertThat(section(member, "memberships"))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .hasEntrySatisfying(
                                "organisation", name -> assertThat(name).startsWith("에버런 · Everrun "))
                        .containsEntry("roles", "MEMBER"));
        assertThat(section(member, "requests"))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("title", "CANARY-TITLE"));
        assertThat(section(member, "steps"))
                .extracting(one -> one.get("command"))
                .contains("SEND");
        assertThat(member.json()).contains("CANARY-TITLE").doesNotContain("CANARY-QUESTION", email(cast.scholar));

        PersonalData scholar = read(cast.scholar);
        assertThat(section(scholar, "researcher"))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("name_ko", "김승룡"));
        assertThat(section(scholar, "steps"))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("words", "CANARY-QUESTION"));
        assertThat(read(cast.stranger).json()).doesNotContain("CANARY", email(cast.member), email(cast.scholar));
    }

    /** What was written for an organisation is given out only to those who still work there. */
    @Test
    void whoLeftStillReadsTheirDataButNotTheOrganisations() {
        cast.sent("CANARY-TITLE");
        Account account = account(cast.member);
        CoreDatabase.bean(Members.class)
                .remove(
                        CoreDatabase.proven(cast.administrator.id(), cast.company, cast.administrator.roles()),
                        cast.company,
                        cast.member.id());
        PersonalData left = data.read(account.issuer, account.subject).orElseThrow();
        assertThat(section(left, "memberships"))
                .singleElement()
                .satisfies(one ->
                        assertThat(one).containsEntry("status", "REMOVED").containsKey("removed_at"));
        assertThat(section(left, "requests"))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .hasEntrySatisfying(
                                "organisation", name -> assertThat(name).startsWith("에버런 · Everrun "))
                        .doesNotContainKey("title"));
        assertThat(left.json()).doesNotContain("CANARY");
    }

    @Test
    void takingItAlongIsRecorded() {
        Account account = account(cast.member);
        assertThat(data.export(account.issuer, account.subject)).isPresent();
        assertThat(Cast.count(
                        cast.manager,
                        "platform.audit_entry WHERE action = 'privacy.exported' AND subject_id = ?",
                        cast.member.id().value()))
                .isEqualTo(1);
        assertThat(data.read("https://elsewhere.example", account.subject)).isEmpty();
        assertThat(data.read(account.issuer, "nobody")).isEmpty();
    }

    @Test
    void erasingTakesThePersonAwayAndKeepsWhatOthersNeed() {
        RequestId request = cast.sent("Kept");
        CoreDatabase.bean(RequestDesk.class).accept(cast.scholar, request, "Gladly", 2);
        Account member = account(cast.member);
        String address = email(cast.member);
        assertThatThrownBy(() -> data.erase(member.issuer, member.subject, "other@people.example"))
                .isInstanceOf(InvalidInputException.class);

        assertThat(data.erase(member.issuer, member.subject, " " + address.toUpperCase(Locale.ROOT) + " "))
                .isEqualTo(new OwnData.Outcome.Erased());

        assertThat(logins.find(member.issuer, member.subject)).isEmpty();
        assertThat(directory.deleted()).contains(member.subject);
        assertThat(Cast.count(Actor.Job.PRIVACY, "platform.erased_account WHERE subject = ?", member.subject))
                .isZero();
        for (String where : List.of(
                "platform.person WHERE email = ?",
                "platform.invitation WHERE email = ?",
                "platform.mail_outbox WHERE recipient = ?",
                "platform.partner_application WHERE contact_email = ?")) {
            assertThat(asOwner("SELECT count(*) FROM " + where, address))
                    .as(where)
                    .isEqualTo(0L);
        }
        assertThat(asOwner(
                        "SELECT count(*) FROM platform.person WHERE id = ? AND name_ko = '탈퇴한 구성원'",
                        cast.member.id().value()))
                .isEqualTo(1L);
        // The request and its history stand; whoever accepted it loses nothing.
        assertThat(asOwner("SELECT count(*) FROM platform.request_history WHERE request_id = ?", request.value()))
                .isEqualTo(2L);
        assertThat(CoreDatabase.bean(Members.class)
                        .list(cast.administrator, cast.company, PAGE)
                        .items())
                .noneMatch(one -> one.person().equals(cast.member.id()));
        // A second time there is nobody any more.
        assertThat(data.erase(member.issuer, member.subject, address)).isEqualTo(new OwnData.Outcome.Erased());
    }

    @Test
    void aResearcherWhoGoesLeavesNoPageButTheRequestsStand() throws InterruptedException {
        RequestId request = cast.sent("Kept");
        ResearcherDirectory researchers = CoreDatabase.bean(ResearcherDirectory.class);
        int before =
                researchers.search(cast.manager, ResearcherFilter.ALL, PAGE).total();
        Account scholar = account(cast.scholar);

        var heard = new LinkedBlockingQueue<Changes.Change>();
        try (var subscription = CoreDatabase.bean(Changes.class).subscribe(heard::add)) {
            data.erase(scholar.issuer, scholar.subject, email(cast.scholar));
            Changes.Change gone = new Changes.Change(Changes.Kind.RESEARCHER, cast.researcher.value());
            Changes.Change next;
            do {
                next = heard.poll(10, TimeUnit.SECONDS);
                assertThat(next).as("the matching index is told").isNotNull();
            } while (!gone.equals(next));
        }

        assertThat(researchers.search(cast.manager, ResearcherFilter.ALL, PAGE).total())
                .isEqualTo(before - 1);
        assertThat(asOwner(
                        "SELECT count(*) FROM platform.researcher r JOIN platform.collaboration_request q ON q.researcher_id = r.id"
                                + " WHERE q.id = ? AND r.name_ko = '탈퇴한 연구자' AND r.person_id IS NULL AND r.biography_ko IS NULL",
                        request.value()))
                .isEqualTo(1L);
        assertThat(CoreDatabase.bean(RequestBox.class).open(cast.member, request))
                .isNotNull();
    }

    @Test
    void theLastAdministratorHandsOverFirst() {
        Account account = account(cast.administrator);
        String address = email(cast.administrator);
        assertThat(data.erase(account.issuer, account.subject, address))
                .isInstanceOfSatisfying(
                        OwnData.Outcome.LastAdministrator.class,
                        last -> assertThat(last.organisations())
                                .singleElement()
                                .satisfies(one -> assertThat(one.ko()).isEqualTo("에버런")));
        assertThat(logins.find(account.issuer, account.subject)).isPresent();

        CoreDatabase.bean(Members.class)
                .handOver(
                        CoreDatabase.proven(cast.administrator.id(), cast.company, cast.administrator.roles()),
                        cast.company,
                        cast.member.id());
        assertThat(data.erase(account.issuer, account.subject, address)).isEqualTo(new OwnData.Outcome.Erased());
    }

    @Test
    void anAccountThatIsNotDeletedAtOnceIsDeletedLater() {
        Account account = account(cast.member);
        directory.down(true);
        data.erase(account.issuer, account.subject, email(cast.member));
        assertThat(directory.deleted()).doesNotContain(account.subject);
        assertThat(logins.find(account.issuer, account.subject)).isEmpty();
        directory.down(false);
        data.deleteAccounts(Actor.Job.PRIVACY);
        assertThat(directory.deleted()).contains(account.subject);
        for (Actor actor : List.of(cast.manager, Actor.VISITOR, Actor.Job.ONBOARDING)) {
            assertThatThrownBy(() -> data.deleteAccounts(actor)).isInstanceOf(ForbiddenException.class);
        }
    }

    /** The functions pass the fences between organisations, so nobody but the job may call them. */
    @Test
    void theDatabaseTellsAndErasesForNobodyElse() {
        UUID id = cast.member.id().value();
        for (Actor actor : List.of(cast.member, cast.stranger, cast.manager, Actor.VISITOR, Actor.Job.SETUP)) {
            assertThat(asActor(actor, "SELECT platform.own_data(?)::text", id)).isNull();
            assertThatThrownBy(() -> asActor(actor, "SELECT platform.erase_person(?, now())::text", id))
                    .hasMessageContaining("nobody erases others");
            assertThatThrownBy(() -> asActor(actor, "SELECT count(*) FROM platform.held_by(?)", id))
                    .hasMessageContaining("nobody asks this for others");
            assertThat(Cast.count(actor, "platform.erased_account")).isZero();
        }
    }

    /** Whoever adds a table that names people decides here what its owner gets of it. */
    @Test
    void everyTableThatNamesPeopleIsInTheirData() {
        // What the application reads itself, and what holds nothing that the person does not get from another table.
        Set<String> elsewhere = Set.of(
                "consent_record",
                // what inboxes and mails are made from; deleted by the schedule
                "domain_event",
                // steps of the organisation's own interests and of the lab's decisions
                "interest_history",
                "application_step",
                // promised to an address whose owner has no account yet
                "invited_researcher");
        String tables = asOwner("SELECT string_agg(DISTINCT table_name, ',') FROM information_schema.columns"
                        + " WHERE table_schema = 'platform' AND column_name IN ('person_id', 'created_by', 'invited_by', 'accepted_by',"
                        + " 'decided_by', 'email', 'contact_email', 'recipient')")
                .toString();
        String function = asOwner("SELECT string_agg(prosrc, ' ') FROM pg_proc WHERE proname LIKE 'own\\_data%'")
                .toString();
        assertThat(List.of(tables.split(",")))
                .contains("person", "follow", "mail_outbox")
                .filteredOn(table -> !elsewhere.contains(table))
                .allSatisfy(table -> assertThat(function).containsPattern("(FROM|JOIN) " + table + " "));
    }

    private PersonalData read(Actor.Person person) {
        Account account = account(person);
        return data.read(account.issuer, account.subject).orElseThrow();
    }

    private static List<Map<String, String>> section(PersonalData data, String name) {
        return data.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow()
                .entries();
    }

    private record Account(String issuer, String subject) {}

    private static Account account(Actor.Person person) {
        return new Account(text("issuer", person.id()), text("subject", person.id()));
    }

    private static String email(Actor.Person person) {
        return text("email", person.id());
    }

    private static String text(String column, PersonId person) {
        return asOwner("SELECT " + column + " FROM platform.person WHERE id = ?", person.value())
                .toString();
    }

    private static Object asOwner(String statement, Object... values) {
        return CoreDatabase.askOwner(statement, values);
    }

    private static @Nullable Object asActor(Actor actor, String statement, Object... values) {
        DSLContext sql = CoreDatabase.bean(DSLContext.class);
        return CoreDatabase.bean(Transactions.class)
                .write(
                        actor,
                        () -> Optional.ofNullable(
                                sql.fetchSingle(statement, values).get(0)))
                .orElse(null);
    }
}
