package kr.nairl.platform.core.interest;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jspecify.annotations.Nullable;

/**
 * An interest, as far as its reader stands on its company's ladder: what they may not see is empty here, as if it never had
 * been written. In others' lists only what is seen with the interest stands; the rest is on its own page.
 *
 * @param horizonMonths null for open-ended, and where the reader does not see it
 * @param budget undecided also where the reader does not see it
 * @param subProjects by number
 * @param audiences of the fields that are narrower than the interest and that the reader sees
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
        Map<InterestField, Audience> audiences,
        @Nullable Instant openedAt,
        @Nullable Instant expiresAt,
        Instant updatedAt,
        int version,
        Set<InterestCommand> permitted) {

    public InterestCard {
        topics = List.copyOf(topics);
        subProjects = List.copyOf(subProjects);
        audiences = Map.copyOf(audiences);
        permitted = Set.copyOf(permitted);
    }

    /** Who sees the field: those who see the interest, or fewer. */
    public Audience audience(InterestField field) {
        return audience.narrower(audiences.getOrDefault(field, Audience.PUBLIC));
    }

    /** The narrowest audience of all that is given here. */
    public Audience narrowest() {
        Audience narrowest = audience;
        for (InterestField field : InterestField.values()) {
            narrowest = isEmpty(field) ? narrowest : narrowest.narrower(audience(field));
        }
        return narrowest;
    }

    /** Is there nothing in the field, or nothing that the reader may see? */
    public boolean isEmpty(InterestField field) {
        return switch (field) {
            case NEED -> need.isEmpty();
            case TOPICS -> topics.isEmpty();
            case SUB_PROJECTS -> subProjects.isEmpty();
            case HORIZON -> horizonMonths == null;
            case BUDGET -> budget == BudgetBand.UNDECIDED;
        };
    }

    /**
     * What somebody on this rung of the ladder sees of it while it is open.
     *
     * @return empty when they do not see the interest at all
     */
    public Optional<InterestCard> seenFrom(Audience rung) {
        if (!rung.sees(audience)) {
            return Optional.empty();
        }
        Map<InterestField, Audience> seen = new EnumMap<>(InterestField.class);
        audiences.forEach((field, who) -> {
            if (rung.sees(who)) {
                seen.put(field, who);
            }
        });
        return Optional.of(new InterestCard(
                id,
                company,
                title,
                rung.sees(audience(InterestField.NEED)) ? need : LocalizedText.EMPTY,
                mode,
                rung.sees(audience(InterestField.HORIZON)) ? horizonMonths : null,
                rung.sees(audience(InterestField.BUDGET)) ? budget : BudgetBand.UNDECIDED,
                audience,
                state,
                rung.sees(audience(InterestField.TOPICS)) ? topics : List.of(),
                rung.sees(audience(InterestField.SUB_PROJECTS)) ? subProjects : List.of(),
                seen,
                openedAt,
                expiresAt,
                updatedAt,
                version,
                permitted));
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
                audiences,
                openedAt,
                expiresAt,
                updatedAt,
                version,
                commands);
    }
}
