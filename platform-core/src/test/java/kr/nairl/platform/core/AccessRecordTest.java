package kr.nairl.platform.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.organisation.Members;
import kr.nairl.platform.core.organisation.ProfileDesk;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stands outside of every feature, so that the outermost method of one is the use case that was asked. */
class AccessRecordTest {

    private final AccessRecord record = CoreDatabase.bean(AccessRecord.class);
    private final AuditTrail audit = CoreDatabase.bean(AuditTrail.class);
    private final Members members = CoreDatabase.bean(Members.class);
    private final Cast cast = new Cast();

    @BeforeEach
    void aNewMinute() {
        CoreDatabase.clock().pass(Duration.ofMinutes(2));
    }

    @Test
    void stepsOfASessionAreRecordedWhereTheirAdministratorsSeeThem() {
        for (AccessRecord.Step step : AccessRecord.Step.values()) {
            record.session(Actor.Job.DOORKEEPER, step, cast.member.id(), cast.company);
        }
        record.session(Actor.Job.DOORKEEPER, AccessRecord.Step.SIGNED_IN, cast.member.id(), null);
        assertThat(of(cast.administrator, cast.member))
                .extracting(AuditEntry::action)
                .containsExactly("session.signed-out", "session.organisation-chosen", "session.signed-in");
        assertThat(of(cast.manager, cast.member)).hasSize(4).allSatisfy(entry -> {
            assertThat(entry.person()).isEqualTo(cast.member.id());
            assertThat(entry.detail()).isEmpty();
        });
    }

    @Test
    void aFailedSignInNamesNobodyAndOnlyCodes() {
        record.signInFailed(Actor.Job.DOORKEEPER, "access_denied");
        record.signInFailed(Actor.Job.DOORKEEPER, "<b>Kim's password</b>");
        assertThat(latest(2)).allSatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("session.failed");
            assertThat(entry.person()).isNull();
            assertThat(entry.organisation()).isNull();
        });
        assertThat(latest(2))
                .extracting(AuditEntry::detail)
                .containsExactly(Map.of("code", "other"), Map.of("code", "access_denied"));
        record.unknownAccount(Actor.Job.DOORKEEPER);
        assertThat(latest(1)).extracting(AuditEntry::action).containsExactly("session.unknown-account");
    }

    @Test
    void aRefusalIsRecordedWithWhoAndWhatRefused() {
        ForbiddenException atOnce = refusal(() -> audit.page(cast.member, AuditFilter.ALL, PageRequest.first(1)));
        record.refused(cast.member, atOnce);
        Actor.Person keeper = CoreDatabase.person(cast.lab, "임거점", Role.ADMINISTRATOR);
        ForbiddenException inside = refusal(() -> members.remove(keeper, cast.lab, cast.manager.id()));
        record.refused(keeper, inside);
        assertThat(of(cast.administrator, cast.member)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("refusal.forbidden");
            assertThat(entry.person()).isEqualTo(cast.member.id());
            assertThat(entry.organisation()).isEqualTo(cast.company);
            assertThat(entry.detail()).containsOnly(entry("feature", "audit"), entry("useCase", "AuditTrail.page"));
        });
        assertThat(of(cast.manager, keeper))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).containsEntry("useCase", "Members.remove"));
    }

    @Test
    void whoeverLostTheirMembershipIsRecordedThoughTheyMayDoNothing() {
        Cast.dismiss(cast.member);
        AuthorityEndedException ended = catchThrowableOfType(
                AuthorityEndedException.class,
                () -> CoreDatabase.bean(ProfileDesk.class)
                        .edit(cast.member, cast.company, Cast.profile(LocalizedText.of("가", "A")), 0));
        record.refused(cast.member, ended);
        assertThat(of(cast.administrator, cast.member)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("refusal.authority-ended");
            assertThat(entry.detail()).containsEntry("useCase", "ProfileDesk.edit");
        });
    }

    @Test
    void whatIsNoRefusalAndWhatAJobWasRefusedIsLeftAlone() {
        int before =
                audit.page(cast.manager, AuditFilter.ALL, PageRequest.first(1)).total();
        record.refused(cast.member, new NotFoundException("nothing"));
        record.refused(cast.member, new StaleException("late"));
        record.refused(Actor.Job.CLOCK, new ForbiddenException("no"));
        assertThat(audit.page(cast.manager, AuditFilter.ALL, PageRequest.first(1))
                        .total())
                .isEqualTo(before);
        record.refused(Actor.VISITOR, new ForbiddenException("no"));
        assertThat(latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("refusal.forbidden");
            assertThat(entry.person()).isNull();
        });
    }

    @Test
    void aLoopOfRefusalsDoesNotFillTheTable() {
        ForbiddenException refusal = refusal(() -> audit.page(cast.member, AuditFilter.ALL, PageRequest.first(1)));
        for (int i = 0; i < 50; i++) {
            record.refused(cast.member, refusal);
        }
        record.refused(cast.stranger, refusal);
        assertThat(of(cast.manager, cast.member)).hasSize(5);
        assertThat(of(cast.manager, cast.stranger)).hasSize(1);
        CoreDatabase.clock().pass(Duration.ofMinutes(1));
        record.refused(cast.member, refusal);
        assertThat(of(cast.manager, cast.member))
                .hasSize(6)
                .first()
                .satisfies(entry -> assertThat(entry.detail()).containsEntry("unrecorded", "45"));
    }

    @Test
    void nobodyButTheDoorkeeperRecordsSessions() {
        for (Actor actor : List.of(cast.manager, Actor.VISITOR, Actor.Job.SETUP)) {
            assertThatThrownBy(() -> record.session(actor, AccessRecord.Step.SIGNED_IN, cast.member.id(), cast.company))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> record.signInFailed(actor, "other")).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> record.unknownAccount(actor)).isInstanceOf(ForbiddenException.class);
        }
    }

    private static ForbiddenException refusal(ThrowingCallable asked) {
        return catchThrowableOfType(ForbiddenException.class, asked);
    }

    private List<AuditEntry> of(Actor reader, Actor.Person about) {
        UUID subject = about.id().value();
        return audit.page(reader, new AuditFilter(null, null, subject, null, null), PageRequest.first(50))
                .items();
    }

    private List<AuditEntry> latest(int count) {
        return audit.page(cast.manager, AuditFilter.ALL, PageRequest.first(count))
                .items();
    }
}
