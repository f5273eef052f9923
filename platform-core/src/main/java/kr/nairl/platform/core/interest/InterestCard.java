package kr.nairl.platform.core.interest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jspecify.annotations.Nullable;

/**
 * An interest as lists show it.
 *
 * @param subProjects by number
 * @param permitted what the reader may do to it
 * @param version for {@link InterestDesk#apply}
 */
public record InterestCard(
        InterestId id,
        Company company,
        LocalizedText title,
        LocalizedText need,
        CollaborationMode mode,
        @Nullable Integer horizonMonths,
        BudgetBand budget,
        Audience audience,
        InterestState state,
        List<Topic> topics,
        List<SubProjectName> subProjects,
        @Nullable Instant openedAt,
        @Nullable Instant expiresAt,
        Instant updatedAt,
        int version,
        Set<InterestCommand> permitted) {

    public InterestCard {
        topics = List.copyOf(topics);
        subProjects = List.copyOf(subProjects);
        permitted = Set.copyOf(permitted);
    }

    /** What its company could add to be matched more surely. */
    public Set<Sharpening> sharpenings() {
        return Sharpening.of(need, topics.size(), subProjects.size());
    }

    /** This card for a reader who may do these things. */
    InterestCard permitting(Set<InterestCommand> commands) {
        return new InterestCard(
                id,
                company,
                title,
                need,
                mode,
                horizonMonths,
                budget,
                audience,
                state,
                topics,
                subProjects,
                openedAt,
                expiresAt,
                updatedAt,
                version,
                commands);
    }
}
