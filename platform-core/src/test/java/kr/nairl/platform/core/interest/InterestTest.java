package kr.nairl.platform.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final OrganisationId COMPANY = OrganisationId.fresh();
    private static final Actor.Person MEMBER = person(COMPANY, Role.MEMBER);

    @ParameterizedTest
    @CsvSource({
        "DRAFT,  OPEN,   OPEN",
        "DRAFT,  PAUSE,  ",
        "DRAFT,  CLOSE,  ",
        "DRAFT,  RENEW,  ",
        "OPEN,   OPEN,   ",
        "OPEN,   PAUSE,  PAUSED",
        "OPEN,   CLOSE,  CLOSED",
        "OPEN,   RENEW,  ",
        "PAUSED, OPEN,   OPEN",
        "PAUSED, PAUSE,  ",
        "PAUSED, CLOSE,  CLOSED",
        "PAUSED, RENEW,  ",
        "CLOSED, OPEN,   ",
        "CLOSED, PAUSE,  ",
        "CLOSED, CLOSE,  ",
        "CLOSED, RENEW,  OPEN",
    })
    void everyCommandMovesOrIsRefusedAndButtonsSayTheSame(
            InterestState from, InterestCommand command, @Nullable InterestState to) {
        Interest interest = in(from);
        InterestOutcome outcome = interest.apply(command, MEMBER, NOW);
        if (to == null) {
            assertThat(outcome).isEqualTo(new InterestOutcome.Refused(InterestOutcome.Reason.WRONG_STATE));
        } else {
            assertThat(outcome).isInstanceOfSatisfying(InterestOutcome.Moved.class, moved -> {
                assertThat(moved.interest().state()).isEqualTo(to);
                assertThat(moved.interest().version()).isEqualTo(interest.version() + 1);
            });
        }
        assertThat(interest.permittedFor(MEMBER).contains(command)).isEqualTo(to != null);
    }

    @Test
    void nobodyElseMayDoAnything() {
        for (Actor other : List.of(
                Actor.VISITOR,
                Actor.Job.SETUP,
                person(OrganisationId.fresh(), Role.MEMBER),
                person(OrganisationId.fresh(), Role.LAB_MANAGER),
                person(COMPANY, Role.EDITOR))) {
            for (InterestState state : InterestState.values()) {
                assertThat(in(state).permittedFor(other)).isEmpty();
                assertThat(in(state).editableBy(other)).isFalse();
                assertThat(in(state).deletableBy(other)).isFalse();
            }
            assertThat(in(InterestState.OPEN).apply(InterestCommand.PAUSE, other, NOW))
                    .isEqualTo(new InterestOutcome.Refused(InterestOutcome.Reason.NOT_ALLOWED));
        }
        assertThat(in(InterestState.OPEN).apply(InterestCommand.EXPIRE, MEMBER, NOW))
                .isEqualTo(new InterestOutcome.Refused(InterestOutcome.Reason.NOT_ALLOWED));
    }

    @Test
    void onlyDraftsCanBeDeleted() {
        assertThat(in(InterestState.DRAFT).deletableBy(MEMBER)).isTrue();
        assertThat(in(InterestState.CLOSED).deletableBy(MEMBER)).isFalse();
        assertThat(in(InterestState.CLOSED).editableBy(MEMBER)).isTrue();
    }

    @Test
    void openingTellsAllThatIsMissing() {
        InterestWords words = words(LocalizedText.of("제목", null), LocalizedText.of("짧다", "s".repeat(39)), List.of());
        Interest draft = Interest.draft(InterestId.fresh(), MEMBER, words, NOW);
        assertThat(draft.apply(InterestCommand.OPEN, MEMBER, NOW))
                .isEqualTo(new InterestOutcome.Refused(
                        InterestOutcome.Reason.INCOMPLETE,
                        Set.of(InterestOutcome.Missing.NEED, InterestOutcome.Missing.TOPIC)));
        InterestWords enough =
                words(LocalizedText.of("제목", null), LocalizedText.of("짧다", "s".repeat(40)), List.of(ConceptId.fresh()));
        assertThat(Interest.draft(InterestId.fresh(), MEMBER, enough, NOW).apply(InterestCommand.OPEN, MEMBER, NOW))
                .isInstanceOf(InterestOutcome.Moved.class);
    }

    @Test
    void aPauseDoesNotLengthenTheTermAndARenewalBeginsANewOne() {
        Interest opened = moved(in(InterestState.DRAFT).apply(InterestCommand.OPEN, MEMBER, NOW));
        assertThat(opened.expiresAt()).isEqualTo(Instant.parse("2027-11-23T00:00:00Z"));
        Instant later = NOW.plus(Duration.ofDays(100));
        Interest paused = moved(opened.apply(InterestCommand.PAUSE, MEMBER, later));
        Interest again = moved(paused.apply(InterestCommand.OPEN, MEMBER, later));
        assertThat(again.openedAt()).isEqualTo(NOW);
        assertThat(again.expiresAt()).isEqualTo(opened.expiresAt());
        Interest closed = moved(again.apply(InterestCommand.CLOSE, MEMBER, later));
        Interest renewed = moved(closed.apply(InterestCommand.RENEW, MEMBER, later));
        assertThat(renewed.openedAt()).isEqualTo(later);
        assertThat(renewed.expiresAt()).isAfter(opened.expiresAt());
    }

    @Test
    void theClockEndsOnlyWhatHasBeenOpenForItsTerm() {
        Interest opened = moved(in(InterestState.DRAFT).apply(InterestCommand.OPEN, MEMBER, NOW));
        Instant end = Instant.parse("2027-11-23T00:00:00Z");
        assertThat(opened.apply(InterestCommand.EXPIRE, Actor.Job.CLOCK, end.minusSeconds(1)))
                .isEqualTo(new InterestOutcome.Refused(InterestOutcome.Reason.NOT_DUE));
        assertThat(moved(opened.apply(InterestCommand.EXPIRE, Actor.Job.CLOCK, end))
                        .state())
                .isEqualTo(InterestState.CLOSED);
        Interest paused = moved(opened.apply(InterestCommand.PAUSE, MEMBER, NOW));
        // Opened again after its term, before the clock came by: a new term.
        assertThat(moved(paused.apply(InterestCommand.OPEN, MEMBER, end)).openedAt())
                .isEqualTo(end);
    }

    @Test
    void wordsAreRefusedWithEveryFieldThatIsWrong() {
        assertThatThrownBy(() -> new InterestWords(
                        LocalizedText.EMPTY,
                        LocalizedText.of("x".repeat(4001), null),
                        CollaborationMode.DATA,
                        61,
                        BudgetBand.UNDECIDED,
                        Audience.NDA,
                        List.of(),
                        Set.of()))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("title", "need.ko", "horizonMonths", "audience"));
    }

    private static Interest moved(InterestOutcome outcome) {
        assertThat(outcome).isInstanceOf(InterestOutcome.Moved.class);
        return ((InterestOutcome.Moved) outcome).interest();
    }

    private static Interest in(InterestState state) {
        Interest draft = Interest.draft(
                InterestId.fresh(),
                MEMBER,
                words(
                        LocalizedText.of("제목", null),
                        LocalizedText.of("필요".repeat(20), null),
                        List.of(ConceptId.fresh())),
                NOW);
        return switch (state) {
            case DRAFT -> draft;
            case OPEN -> moved(draft.apply(InterestCommand.OPEN, MEMBER, NOW));
            case PAUSED -> moved(in(InterestState.OPEN).apply(InterestCommand.PAUSE, MEMBER, NOW));
            case CLOSED -> moved(in(InterestState.OPEN).apply(InterestCommand.CLOSE, MEMBER, NOW));
        };
    }

    private static InterestWords words(LocalizedText title, LocalizedText need, List<ConceptId> topics) {
        return new InterestWords(
                title,
                need,
                CollaborationMode.JOINT_RESEARCH,
                null,
                BudgetBand.UNDECIDED,
                Audience.MEMBERS,
                topics,
                Set.of());
    }

    private static Actor.Person person(OrganisationId organisation, Role role) {
        return new Actor.Person(PersonId.fresh(), organisation, Set.of(role), Actor.LoginStrength.SINGLE_FACTOR);
    }
}
