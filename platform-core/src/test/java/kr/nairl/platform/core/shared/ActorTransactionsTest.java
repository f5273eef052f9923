package kr.nairl.platform.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kr.nairl.platform.core.CoreDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class ActorTransactionsTest {

    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);

    @Test
    void statementOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> sql.fetch("SELECT 1")).hasMessageContaining("outside a transaction");
    }

    @Test
    void theApplicationsRoleOwnsNothingAndCannotBypassThePolicies() {
        transactions.run(Actor.VISITOR, () -> {
            assertThat(sql.fetchValue("SELECT rolbypassrls OR rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo(false);
            assertThat(sql.fetch(
                                    "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                                            + "WHERE n.nspname = 'platform' AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)")
                            .map(row -> row.get(0, String.class)))
                    .containsExactlyInAnyOrder("scheduled_tasks", "flyway_schema_history");
        });
    }

    @Test
    void aPersonWhoseMembershipWasRemovedCannotBegin() {
        OrganisationId company = CoreDatabase.organisation("COMPANY", "가나", "Gana");
        Actor.Person member = CoreDatabase.person(company, "홍길동", Role.MEMBER);
        assertThat(transactions.<Object>read(member, () -> sql.fetchValue("SELECT platform.actor_person()")))
                .isEqualTo(member.id().value());
        CoreDatabase.asOwner(
                "UPDATE membership SET status = 'REMOVED', removed_at = now() WHERE person_id = ?",
                member.id().value());
        assertThatThrownBy(() -> transactions.read(member, () -> 1)).isInstanceOf(AuthorityEndedException.class);
    }

    @Test
    void aRoleThatTheMembershipDoesNotHoldIsRefused() {
        OrganisationId company = CoreDatabase.organisation("COMPANY", "다라", "Dara");
        Actor.Person member = CoreDatabase.person(company, "임꺽정", Role.MEMBER);
        Actor.Person pretender = new Actor.Person(
                member.id(), company, Set.of(Role.MEMBER, Role.LAB_MANAGER), Actor.LoginStrength.SINGLE_FACTOR);
        assertThatThrownBy(() -> transactions.read(pretender, () -> 1)).isInstanceOf(AuthorityEndedException.class);
    }

    @Test
    void anotherActorCannotJoinARunningTransaction() {
        assertThatThrownBy(() -> transactions.read(Actor.VISITOR, () -> transactions.read(Actor.Job.CLOCK, () -> 1)))
                .hasMessageContaining("another actor");
    }

    @Test
    void whatOneTransactionWasToldIsForgottenInTheNext() {
        OrganisationId company = CoreDatabase.organisation("COMPANY", "마바", "Maba");
        Actor.Person member = CoreDatabase.person(company, "장길산", Role.MEMBER);
        transactions.read(member, () -> 1);
        assertThat(transactions.<Object>read(
                        Actor.VISITOR, () -> sql.fetchValue("SELECT platform.actor_person() IS NULL")))
                .isEqualTo(true);
    }

    @Test
    void subscribersHearOfAChangeOnlyWhenItsTransactionCommits() throws InterruptedException {
        Changes changes = CoreDatabase.bean(Changes.class);
        BlockingQueue<Changes.Change> heard = new ArrayBlockingQueue<>(10);
        PersonId rolledBack = PersonId.fresh();
        PersonId committed = PersonId.fresh();
        try (var subscription = changes.subscribe(heard::add)) {
            assertThatThrownBy(() -> transactions.run(Actor.Job.SETUP, () -> {
                        changes.announce(Changes.Kind.INBOX, rolledBack.value());
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            transactions.run(Actor.Job.SETUP, () -> changes.announce(Changes.Kind.INBOX, committed.value()));
            assertThat(heard.poll(10, TimeUnit.SECONDS))
                    .isEqualTo(new Changes.Change(Changes.Kind.INBOX, committed.value()));
        }
    }

    @Test
    void namesAreFoundByInitialConsonantsAndInBothScripts() {
        String key = SearchKey.of("김승룡", "Seungryong Kim");
        assertThat(List.of("ㄱㅅㄹ", "승룡", "seungryong", "Kim", "ㅅㄹ"))
                .allSatisfy(typed ->
                        assertThat(key).contains(SearchKey.pattern(typed).replace("%", "")));
        assertThat(key).doesNotContain(SearchKey.pattern("ㅇㅅㄹ").replace("%", ""));
    }
}
