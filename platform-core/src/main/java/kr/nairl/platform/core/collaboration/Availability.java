package kr.nairl.platform.core.collaboration;

import java.util.List;
import kr.nairl.platform.core.research.ResearcherCard;
import org.jspecify.annotations.Nullable;

/**
 * When a researcher is away, and who stands in.
 *
 * @param standIn to whom unanswered requests go before they expire; null for the sub-project's principal investigator
 * @param absences those that are not over, earliest first
 */
public record Availability(@Nullable ResearcherCard standIn, List<Absence> absences) {

    /** Nothing said. */
    public static final Availability NONE = new Availability(null, List.of());

    public Availability {
        absences = List.copyOf(absences);
    }
}
