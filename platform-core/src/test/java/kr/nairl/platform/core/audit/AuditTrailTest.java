package kr.nairl.platform.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.organisation.CountedStatements;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Transactions;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private static final PageRequest PAGE = PageRequest.first(50);

    private final AuditTrail audit = CoreDatabase.bean(AuditTrail.class);
    private final Cast cast = new Cast();

    @Test
    void anEntryTellsWhoWhatAndWhoseAffair() {
        UUID subject = UUID.randomUUID();
        audit.record(cast.member, "thing.done", "thing", subject, Map.of("why", "이유"));
        assertThat(audit.page(cast.administrator, AuditFilter.ALL, PAGE).items())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.at()).isEqualTo(CoreDatabase.clock().instant());
                    assertThat(entry.person()).isEqualTo(cast.member.id());
                    assertThat(entry.personName().ko()).isEqualTo("김회원");
                    assertThat(entry.organisation()).isEqualTo(cast.company);
                    assertThat(entry.organisationName().en()).isEqualTo("Ganada");
                    assertThat(entry.action()).isEqualTo("thing.done");
                    assertThat(entry.subjectKind()).isEqualTo("thing");
                    assertThat(entry.subject()).isEqualTo(subject);
                    assertThat(entry.detail()).containsExactly(Map.entry("why", "이유"));
                });
    }

    @Test
    void administratorsSeeTheirOwnPartAndLabManagersAll() {
        UUID subject = UUID.randomUUID();
        audit.record(cast.member, "a.one", "thing", subject, Map.of());
        audit.record(cast.manager, cast.company, "a.two", "thing", subject, Map.of());
        audit.record(cast.stranger, "a.three", "thing", subject, Map.of());
        audit.record(Actor.Job.SETUP, "a.four", "thing", subject, Map.of());
        AuditFilter filter = new AuditFilter("a.", null, subject, null, null);
        assertThat(audit.page(cast.administrator, filter, PAGE).items())
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("a.one", "a.two");
        assertThat(audit.page(cast.manager, filter, PAGE).total()).isEqualTo(4);
        AuditFilter foreign = new AuditFilter("a.", cast.other, subject, null, null);
        assertThat(audit.page(cast.administrator, foreign, PAGE).items())
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("a.one", "a.two");
        assertThat(CountedStatements.of(() -> audit.page(cast.manager, filter, PAGE)))
                .isEqualTo(2);
        // and past the use case
        assertThat(Cast.count(cast.administrator, "platform.audit_entry WHERE subject_id = ?", subject))
                .isEqualTo(2);
        assertThat(Cast.count(cast.member, "platform.audit_entry WHERE subject_id = ?", subject))
                .isZero();
    }

    @Test
    void aKindHoldsItsActionsAndALinkIsToldOnceThereIsOne() {
        UUID subject = UUID.randomUUID();
        audit.record(cast.member, "ties.exported", "thing", subject, Map.of());
        audit.record(
                cast.member, "membership.changed", "person", cast.member.id().value(), Map.of());
        AuditFilter exports = new AuditFilter(AuditKind.EXPORT, null, cast.company, null, null, null);
        assertThat(audit.page(cast.manager, exports, PAGE).items())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.subject()).isEqualTo(subject);
                    assertThat(entry.subjectName()).isEqualTo(LocalizedText.EMPTY);
                    assertThat(entry.link()).isNull();
                });
        AuditChain chain = CoreDatabase.bean(AuditChain.class);
        boolean more = true;
        while (more) {
            more = chain.link(Actor.Job.AUDITOR).more();
        }
        AuditFilter members = new AuditFilter(AuditKind.MEMBERSHIP, null, null, null, null, null);
        assertThat(audit.page(cast.administrator, members, PAGE).items())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.subjectName().ko()).isEqualTo("김회원");
                    assertThat(entry.link()).isPositive();
                });
    }

    @Test
    void anExportHoldsTheReadersPartAndIsRecorded() {
        audit.record(cast.member, "thing.done", "thing", UUID.randomUUID(), Map.of());
        audit.record(cast.stranger, "thing.done", "thing", UUID.randomUUID(), Map.of());
        assertThat(audit.export(cast.administrator, AuditFilter.ALL))
                .extracting(AuditEntry::organisation)
                .containsExactly(cast.company);
        assertThat(audit.export(cast.manager, new AuditFilter(null, cast.other, null, null, null)))
                .extracting(AuditEntry::organisation)
                .containsExactly(cast.other);
        assertThat(audit.page(cast.manager, new AuditFilter(AuditKind.EXPORT, null, null, null, null, null), PAGE)
                        .items())
                .extracting(AuditEntry::person, AuditEntry::detail)
                .contains(
                        tuple(cast.administrator.id(), Map.of("rows", "1", "filtered", "false")),
                        tuple(cast.manager.id(), Map.of("rows", "1", "filtered", "true")));
    }

    @Test
    void othersDoNotReadIt() {
        for (Actor actor : List.of(cast.member, Actor.VISITOR, Actor.Job.CLOCK)) {
            assertThatThrownBy(() -> audit.export(actor, AuditFilter.ALL)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> audit.page(actor, AuditFilter.ALL, PAGE)).isInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void nobodyChangesOrDeletesAnEntryOrWritesInAnothersName() {
        audit.record(cast.member, "thing.done", "thing", UUID.randomUUID(), Map.of());
        assertThatThrownBy(() -> Cast.sql(cast.manager, "UPDATE platform.audit_entry SET action = 'x'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Cast.sql(Actor.Job.SETUP, "DELETE FROM platform.audit_entry"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Cast.sql(
                        cast.stranger,
                        "INSERT INTO platform.audit_entry (id, at, person_id, action, subject_kind, subject_id) VALUES (gen_random_uuid(), now(), ?, 'x', 'x', gen_random_uuid())",
                        cast.member.id().value()))
                .hasMessageContaining("row-level security");
    }

    @Test
    void anEntryFallsWithTheTransactionThatWroteIt() {
        UUID subject = UUID.randomUUID();
        assertThatThrownBy(() -> CoreDatabase.bean(Transactions.class).run(cast.member, () -> {
                    audit.record(cast.member, "thing.done", "thing", subject, Map.of());
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(audit.page(cast.manager, new AuditFilter(null, null, subject, null, null), PAGE)
                        .total())
                .isZero();
    }
}
