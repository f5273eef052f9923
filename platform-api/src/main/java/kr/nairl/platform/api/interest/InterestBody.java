package kr.nairl.platform.api.interest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.api.research.Names;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.api.shared.Topics;
import kr.nairl.platform.core.interest.BudgetBand;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestCommand;
import kr.nairl.platform.core.interest.InterestField;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.interest.InterestStep;
import kr.nairl.platform.core.shared.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A company's collaboration interest.
 *
 * @param horizonMonths null for open-ended, and where the caller does not see it
 * @param budget undecided also where the caller does not see it
 * @param audience who sees it while it is open
 * @param audiences who sees those of the parts that fewer see than the interest, as far as the caller sees them; they are
 *     told with the interest alone, not in lists of others
 * @param permitted the commands that the caller may give now
 * @param version goes back with every write
 */
public record InterestBody(
        UUID id,
        Company company,
        Text title,
        Text need,
        CollaborationMode mode,
        @Nullable Integer horizonMonths,
        BudgetBand budget,
        Audience audience,
        InterestState state,
        List<Topics.Named> topics,
        List<Names.SubProject> subProjects,
        Map<InterestField, Audience> audiences,
        @Nullable Instant openedAt,
        @Nullable Instant expiresAt,
        Instant updatedAt,
        Set<InterestCommand> permitted,
        int version) {

    /** Whose it is. */
    public record Company(UUID id, String slug, Text name, boolean fictional) {}

    /**
     * What a company writes.
     *
     * @param topics slugs of the glossary
     * @param subProjects numbers
     * @param audiences who sees the parts that fewer see than the interest; left out they stay as they are
     * @param version as read; left out when the interest is new
     */
    record Write(
            Text title,
            @Nullable Text need,
            CollaborationMode mode,
            @Nullable Integer horizonMonths,
            @Nullable BudgetBand budget,
            @Nullable Audience audience,
            @Nullable List<String> topics,
            @Nullable List<Integer> subProjects,
            @Nullable Map<InterestField, Audience> audiences,
            @Nullable Integer version) {}

    /** A step in its life. */
    record Command(InterestCommand command, int version) {}

    /** @param person null for the clock */
    record Step(
            Instant at,
            @Nullable InterestState from,
            InterestState to,
            @Nullable Text person) {

        static Step of(InterestStep step) {
            return new Step(step.at(), step.from(), step.to(), step.person() == null ? null : Text.of(step.person()));
        }
    }

    public static InterestBody of(InterestCard card) {
        Stream<Names.@Nullable SubProject> subProjects =
                card.subProjects().stream().map(Names.SubProject::of);
        return new InterestBody(
                card.id().value(),
                new Company(
                        card.company().id().value(),
                        card.company().slug(),
                        Text.of(card.company().name()),
                        card.company().fictional()),
                Text.of(card.title()),
                Text.of(card.need()),
                card.mode(),
                card.horizonMonths(),
                card.budget(),
                card.audience(),
                card.state(),
                card.topics().stream().map(Topics.Named::of).toList(),
                subProjects
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList(),
                card.audiences(),
                card.openedAt(),
                card.expiresAt(),
                card.updatedAt(),
                card.permitted(),
                card.version());
    }
}
