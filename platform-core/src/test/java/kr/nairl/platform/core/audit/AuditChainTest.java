package kr.nairl.platform.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who tampers here is the database's owner, past all policies and with the triggers off; each puts back what it changed. */
class AuditChainTest {

    private final AuditTrail audit = CoreDatabase.bean(AuditTrail.class);
    private final AuditChain chain = CoreDatabase.bean(AuditChain.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final Cast cast = new Cast();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();

    @BeforeEach
    void threeLinkedEntries() {
        for (UUID subject : List.of(first, second, third)) {
            written(subject);
        }
        linked();
    }

    @AfterEach
    void theChainHoldsAgain() {
        triggers("ENABLE");
        assertThat(verdict()).isInstanceOf(ChainVerdict.Intact.class);
    }

    @Test
    void linksFollowEachOtherInTheOrderOfTheEntries() {
        assertThat(link(second)).isEqualTo(link(first) + 1);
        assertThat(link(third)).isEqualTo(link(second) + 1);
        ChainVerdict.Intact intact = intact(verdict());
        assertThat(intact.links()).isEqualTo(link(third)).isEqualTo(intact.entries());
        assertThat(intact.waiting()).isZero();
        assertThat(intact.waitingSince()).isNull();
        assertThat(Objects.requireNonNull(intact.end()).link()).isEqualTo(link(third));
    }

    @Test
    void anEntryThatWaitsIsNoBreak() {
        CoreDatabase.clock().pass(Duration.ofSeconds(5));
        written(UUID.randomUUID());
        ChainVerdict.Intact before = intact(verdict());
        assertThat(before.waiting()).isEqualTo(1);
        assertThat(before.entries()).isEqualTo(before.links() + 1);
        assertThat(before.waitingSince()).isEqualTo(CoreDatabase.clock().instant());
        linked();
        ChainVerdict.Intact after = intact(verdict());
        assertThat(after.waiting()).isZero();
        assertThat(after.links()).isEqualTo(before.links() + 1);
        assertThat(chain.link(Actor.Job.AUDITOR)).isEqualTo(new AuditChain.Round(0, false));
    }

    @Test
    void anEntryThatCommitsLateIsLinkedLate() throws Exception {
        UUID late = UUID.randomUUID();
        UUID quick = UUID.randomUUID();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (var slow = Executors.newSingleThreadExecutor()) {
            Future<?> writing = slow.submit(() -> transactions.run(cast.member, () -> {
                written(late);
                begun.countDown();
                await(end);
            }));
            await(begun);
            written(quick);
            linked();
            assertThat(link(quick)).isEqualTo(link(third) + 1);
            end.countDown();
            writing.get(10, TimeUnit.SECONDS);
        }
        linked();
        assertThat(link(late)).isEqualTo(link(quick) + 1);
        assertThat(number("SELECT sequence FROM platform.audit_entry WHERE subject_id = ?", late))
                .isLessThan(number("SELECT sequence FROM platform.audit_entry WHERE subject_id = ?", quick));
    }

    @Test
    void nodesThatLinkAtOnceLinkEachEntryOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            written(UUID.randomUUID());
        }
        long before = intact(verdict()).links();
        int linked = 0;
        try (var nodes = Executors.newFixedThreadPool(4)) {
            List<Future<AuditChain.Round>> rounds = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                rounds.add(nodes.submit(() -> chain.link(Actor.Job.AUDITOR)));
            }
            for (Future<AuditChain.Round> round : rounds) {
                linked += round.get().linked();
            }
        }
        assertThat(linked).isEqualTo(40);
        assertThat(intact(verdict()).links()).isEqualTo(before + 40);
    }

    @Test
    void moreThanOneBatchIsLinkedRoundByRound() {
        Cast.sql(
                Actor.Job.SETUP,
                "INSERT INTO platform.audit_entry (id, at, action, subject_kind, subject_id)"
                        + " SELECT gen_random_uuid(), timestamptz '2026-01-01', 'many', 'thing', gen_random_uuid() FROM generate_series(1, ?)",
                AuditChain.BATCH + 1);
        assertThat(chain.link(Actor.Job.AUDITOR)).isEqualTo(new AuditChain.Round(AuditChain.BATCH, true));
        assertThat(chain.link(Actor.Job.AUDITOR)).isEqualTo(new AuditChain.Round(1, false));
    }

    @Test
    void aChangedEntryIsFound() {
        triggers("DISABLE");
        for (String change : List.of(
                "action = 'thing.else'",
                "detail = '{\"why\": \"no\"}'",
                "person_id = gen_random_uuid()",
                "organisation_id = NULL",
                "at = at + interval '1 microsecond'")) {
            CoreDatabase.asOwner(
                    "CREATE TABLE kept AS SELECT * FROM audit_entry WHERE subject_id = '%s'".formatted(second));
            CoreDatabase.asOwner("UPDATE audit_entry SET " + change + " WHERE subject_id = ?", second);
            assertThat(verdict()).as(change).isEqualTo(broken(link(second), second, ChainVerdict.Break.CHANGED));
            CoreDatabase.asOwner(
                    "UPDATE audit_entry e SET action = k.action, detail = k.detail, person_id = k.person_id,"
                            + " organisation_id = k.organisation_id, at = k.at FROM kept k WHERE e.id = k.id");
            CoreDatabase.asOwner("DROP TABLE kept");
        }
    }

    @Test
    void aDeletedEntryIsFound() {
        triggers("DISABLE");
        ChainVerdict.Broken expected = broken(link(second), second, ChainVerdict.Break.ENTRY_MISSING);
        CoreDatabase.asOwner(
                "CREATE TABLE kept AS SELECT * FROM audit_entry WHERE subject_id = '%s'".formatted(second));
        CoreDatabase.asOwner("DELETE FROM audit_entry WHERE subject_id = ?", second);
        assertThat(verdict()).isEqualTo(expected);

        // with its link, too
        CoreDatabase.asOwner("CREATE TABLE kept_link AS SELECT * FROM audit_link WHERE sequence = " + expected.link());
        CoreDatabase.asOwner("DELETE FROM audit_link WHERE sequence = ?", expected.link());
        assertThat(verdict())
                .isEqualTo(new ChainVerdict.Broken(
                        expected.link(), null, ChainVerdict.Break.LINK_MISSING, expected.link() - 1));

        // and the numbers closed up behind it
        CoreDatabase.asOwner("UPDATE audit_link SET sequence = sequence - 1 WHERE sequence > ?", expected.link());
        assertThat(verdict()).isEqualTo(broken(expected.link(), third, ChainVerdict.Break.OUT_OF_ORDER));
        CoreDatabase.asOwner("UPDATE audit_link SET sequence = sequence + 1 WHERE sequence >= ?", expected.link());

        CoreDatabase.asOwner("INSERT INTO audit_link SELECT * FROM kept_link");
        CoreDatabase.asOwner("INSERT INTO audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM kept");
        CoreDatabase.asOwner("DROP TABLE kept, kept_link");
    }

    @Test
    void twoSwappedEntriesAreFound() {
        triggers("DISABLE");
        ChainVerdict.Broken expected = broken(link(first), third, ChainVerdict.Break.CHANGED);
        swapLinksOf(first, third);
        assertThat(verdict()).isEqualTo(expected);
        swapLinksOf(first, third);
    }

    @Test
    void aChainWrittenAnewOrCutShortIsFoundByWhatWasNoted() {
        ChainEnd noted = Objects.requireNonNull(intact(verdict()).end());
        assertThat(ChainEnd.of(" " + noted + "\n")).contains(noted);
        assertThat(ChainEnd.of("0:" + noted.hash())).isEmpty();
        assertThat(chain.verify(Actor.Job.AUDITOR, noted)).isInstanceOf(ChainVerdict.Intact.class);

        triggers("DISABLE");
        CoreDatabase.asOwner("DELETE FROM audit_link WHERE sequence = ?", noted.link());
        assertThat(intact(verdict()).waiting()).isEqualTo(1);
        assertThat(chain.verify(Actor.Job.AUDITOR, noted))
                .isEqualTo(
                        new ChainVerdict.Broken(noted.link(), null, ChainVerdict.Break.NOT_AS_NOTED, noted.link() - 1));
        CoreDatabase.asOwner("UPDATE audit_entry SET action = 'thing.else' WHERE subject_id = ?", third);
        linked();
        assertThat(verdict()).isInstanceOf(ChainVerdict.Intact.class);
        assertThat(chain.verify(Actor.Job.AUDITOR, noted))
                .isEqualTo(broken(noted.link(), third, ChainVerdict.Break.NOT_AS_NOTED));
    }

    @Test
    void nobodyButTheAuditorLinksAndNobodyChangesALink() {
        for (Actor actor : List.of(cast.manager, cast.administrator, Actor.VISITOR, Actor.Job.SETUP)) {
            assertThatThrownBy(() -> chain.link(actor)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> chain.verify(actor, null)).isInstanceOf(ForbiddenException.class);
        }
        String insert = "INSERT INTO platform.audit_link (sequence, entry_id, previous, hash, chained_at)"
                + " SELECT max(sequence) + 1, gen_random_uuid(), sha256('a'), sha256('b'), now() FROM platform.audit_link";
        assertThatThrownBy(() -> Cast.sql(cast.manager, insert)).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> Cast.sql(Actor.Job.SETUP, insert)).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> Cast.sql(Actor.Job.AUDITOR, "UPDATE platform.audit_link SET sequence = 1"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Cast.sql(Actor.Job.AUDITOR, "DELETE FROM platform.audit_link"))
                .hasMessageContaining("permission denied");
        for (String table : List.of("audit_link", "audit_entry")) {
            assertThatThrownBy(() -> CoreDatabase.asOwner("DELETE FROM " + table + " WHERE false"))
                    .hasMessageContaining("only ever added to");
            assertThatThrownBy(() -> CoreDatabase.asOwner("TRUNCATE " + table))
                    .hasMessageContaining("only ever added to");
        }
    }

    @Test
    void aLinkIsSeenByWhoSeesItsEntry() {
        UUID elsewhere = UUID.randomUUID();
        audit.record(cast.stranger, "thing.done", "thing", elsewhere, Map.of());
        linked();
        String links = "platform.audit_link l JOIN platform.audit_entry e ON e.id = l.entry_id WHERE e.subject_id = ?";
        assertThat(Cast.count(cast.manager, links, elsewhere)).isEqualTo(1);
        assertThat(Cast.count(cast.stranger, links, elsewhere)).isEqualTo(1);
        assertThat(Cast.count(cast.administrator, "platform.audit_link")).isEqualTo(3);
        assertThat(Cast.count(cast.member, "platform.audit_link")).isZero();
    }

    private void written(UUID subject) {
        audit.record(cast.member, "thing.done", "thing", subject, Map.of("why", "이유"));
    }

    private void linked() {
        boolean more = true;
        while (more) {
            more = chain.link(Actor.Job.AUDITOR).more();
        }
    }

    private ChainVerdict verdict() {
        return chain.verify(Actor.Job.AUDITOR, null);
    }

    private static ChainVerdict.Intact intact(ChainVerdict verdict) {
        assertThat(verdict).isInstanceOf(ChainVerdict.Intact.class);
        return (ChainVerdict.Intact) verdict;
    }

    private ChainVerdict.Broken broken(long link, UUID subject, ChainVerdict.Break why) {
        return new ChainVerdict.Broken(link, entry(subject), why, link - 1);
    }

    private long link(UUID subject) {
        return number(
                "SELECT l.sequence FROM platform.audit_link l JOIN platform.audit_entry e ON e.id = l.entry_id"
                        + " WHERE e.subject_id = ?",
                subject);
    }

    private UUID entry(UUID subject) {
        DSLContext sql = CoreDatabase.bean(DSLContext.class);
        return transactions.read(
                Actor.Job.AUDITOR,
                () -> sql.fetchSingle("SELECT id FROM platform.audit_entry WHERE subject_id = ?", subject)
                        .get(0, UUID.class));
    }

    private long number(String query, UUID subject) {
        DSLContext sql = CoreDatabase.bean(DSLContext.class);
        return transactions.read(
                Actor.Job.AUDITOR, () -> sql.fetchSingle(query, subject).get(0, Long.class));
    }

    private void swapLinksOf(UUID one, UUID other) {
        UUID nobody = UUID.randomUUID();
        UUID a = entry(one);
        UUID b = entry(other);
        String rename = "UPDATE audit_link SET entry_id = ? WHERE entry_id = ?";
        CoreDatabase.asOwner(rename, nobody, a);
        CoreDatabase.asOwner(rename, a, b);
        CoreDatabase.asOwner(rename, b, nobody);
    }

    private static void triggers(String state) {
        for (String table : List.of("audit_entry", "audit_link")) {
            CoreDatabase.asOwner("ALTER TABLE " + table + " " + state + " TRIGGER only_add");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
