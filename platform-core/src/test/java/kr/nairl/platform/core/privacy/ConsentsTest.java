package kr.nairl.platform.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ConsentsTest {

    private static final String ISSUER = "test";

    private final Consents consents = CoreDatabase.bean(Consents.class);
    private final Cast cast = new Cast();
    private final String subject = cast.member.id().toString();

    @Test
    void everyDecisionIsKeptAndTheLastOneHolds() {
        consents.joined(ISSUER, subject, Set.of(Purpose.USE));
        assertThat(register()).containsExactly(tuple(Purpose.USE, true), tuple(Purpose.NEWS, false));

        consents.decide(ISSUER, subject, Purpose.NEWS, true);
        consents.decide(ISSUER, subject, Purpose.NEWS, true);
        consents.decide(ISSUER, subject, Purpose.NEWS, false);
        assertThat(register())
                .containsExactly(
                        tuple(Purpose.USE, true),
                        tuple(Purpose.NEWS, false),
                        tuple(Purpose.NEWS, true),
                        tuple(Purpose.NEWS, false));
        assertThat(Consents.holding(consents.register(ISSUER, subject)).get(Purpose.NEWS))
                .satisfies(holds -> {
                    assertThat(holds.given()).isFalse();
                    assertThat(holds.version()).isEqualTo(Purpose.NEWS.version());
                });
        assertThat(Cast.count(
                        cast.manager,
                        "platform.audit_entry WHERE action LIKE 'consent.%' AND subject_id = ?",
                        cast.member.id().value()))
                .isEqualTo(4);
        // Joining a second organisation asks again and records nothing that holds already.
        consents.joined(ISSUER, subject, Set.of(Purpose.USE));
        assertThat(register()).hasSize(4);
        consents.joined(ISSUER, subject, Set.of(Purpose.USE, Purpose.NEWS));
        consents.joined(ISSUER, subject, Set.of(Purpose.USE));
        assertThat(Consents.holding(consents.register(ISSUER, subject)).get(Purpose.NEWS))
                .satisfies(holds -> assertThat(holds.given()).isTrue());
    }

    @Test
    void whatAnAccountNeedsIsTakenBackByLeavingOnly() {
        assertThatThrownBy(() -> consents.decide(ISSUER, subject, Purpose.USE, false))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> consents.decide(ISSUER, "nobody", Purpose.NEWS, true))
                .isInstanceOf(NotFoundException.class);
        assertThat(consents.register(ISSUER, "nobody")).isEmpty();
    }

    @Test
    void anOlderVersionDoesNotHold() {
        CoreDatabase.asOwner(
                "INSERT INTO consent_record (id, person_id, purpose, text_version, given, at) VALUES (gen_random_uuid(), ?, 'NEWS', '2020-01', true, now())",
                cast.member.id().value());
        assertThat(Consents.holding(consents.register(ISSUER, subject))).isEmpty();
        consents.decide(ISSUER, subject, Purpose.NEWS, true);
        assertThat(consents.register(ISSUER, subject))
                .extracting(ConsentRecord::version)
                .containsExactly("2020-01", Purpose.NEWS.version());
    }

    @Test
    void nobodyReadsOrWritesThemPastTheUseCase() {
        consents.joined(ISSUER, subject, Set.of(Purpose.USE));
        for (Actor actor : List.of(cast.member, cast.manager, cast.stranger, Actor.VISITOR, Actor.Job.SETUP)) {
            assertThat(Cast.count(actor, "platform.consent_record")).isZero();
            assertThat(Cast.sql(actor, "DELETE FROM platform.consent_record")).isZero();
        }
        assertThat(register()).hasSize(2);
    }

    private List<Tuple> register() {
        return consents.register(ISSUER, subject).stream()
                .map(record -> tuple(record.purpose(), record.given()))
                .toList();
    }
}
