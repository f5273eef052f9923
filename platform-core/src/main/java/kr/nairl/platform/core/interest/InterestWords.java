package kr.nairl.platform.core.interest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jspecify.annotations.Nullable;

/**
 * What a company writes into an interest.
 *
 * @param title at least one language, at most {@value #TITLE_MAX} characters each
 * @param need at most {@value #NEED_MAX} characters each; to be opened, one language needs {@value #NEED_MIN}
 * @param horizonMonths within how many months the company wants results, 1 to {@value #HORIZON_MAX}; null for open-ended
 * @param audience who sees it once it is open: everybody, members, or only researchers who accepted a request
 * @param topics in the order to be shown, at most {@value #TOPICS_MAX}; to be opened, one is needed
 * @param subProjects sub-projects that the company has in mind
 * @param audiences of the fields that are narrower than the interest; the others are seen with it
 */
public record InterestWords(
        LocalizedText title,
        LocalizedText need,
        CollaborationMode mode,
        @Nullable Integer horizonMonths,
        BudgetBand budget,
        Audience audience,
        List<ConceptId> topics,
        Set<SubProjectId> subProjects,
        Map<InterestField, Audience> audiences) {

    public static final int TITLE_MAX = 160;
    public static final int NEED_MIN = 40;
    public static final int NEED_MAX = 4000;
    public static final int HORIZON_MAX = 60;
    public static final int TOPICS_MAX = 15;

    /** @throws kr.nairl.platform.core.shared.InvalidInputException naming every field that is refused */
    public InterestWords {
        topics = topics.stream().distinct().toList();
        subProjects = Set.copyOf(subProjects);
        Map<InterestField, Audience> narrower = new EnumMap<>(InterestField.class);
        audiences.forEach((field, who) -> {
            if (who != Audience.PUBLIC) {
                narrower.put(field, who);
            }
        });
        audiences = Map.copyOf(narrower);
        new Violations()
                .required(TITLE_MAX, "title", title)
                .atMost(NEED_MAX, "need", need)
                .check(
                        horizonMonths == null || (horizonMonths >= 1 && horizonMonths <= HORIZON_MAX),
                        "horizonMonths",
                        "range",
                        1,
                        HORIZON_MAX)
                .check(audience != Audience.NDA, "audience", "not-offered")
                .check(topics.size() <= TOPICS_MAX, "topics", "too-many", TOPICS_MAX)
                .refuse();
    }

    /** An interest whose fields are all seen with it. */
    public InterestWords(
            LocalizedText title,
            LocalizedText need,
            CollaborationMode mode,
            @Nullable Integer horizonMonths,
            BudgetBand budget,
            Audience audience,
            List<ConceptId> topics,
            Set<SubProjectId> subProjects) {
        this(title, need, mode, horizonMonths, budget, audience, topics, subProjects, Map.of());
    }

    /** Who sees the field: those who see the interest, or fewer. */
    public Audience audience(InterestField field) {
        return audience.narrower(audiences.getOrDefault(field, Audience.PUBLIC));
    }

    /** Does the field stand in the interest's own row, for all who see the interest? */
    public boolean seenWithInterest(InterestField field) {
        return !audiences.containsKey(field);
    }
}
