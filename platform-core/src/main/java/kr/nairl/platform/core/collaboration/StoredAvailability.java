package kr.nairl.platform.core.collaboration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.research.ResearcherId;
import org.jspecify.annotations.Nullable;

/** Where absences and stand-ins are kept. Runs inside the caller's transaction. */
public interface StoredAvailability {

    /**
     * How long turns took.
     *
     * @param soon a fifth of them ended sooner, in seconds
     * @param late four fifths of them had ended by then, in seconds
     */
    record Turns(int count, double soon, double late) {}

    /** Either is null when none ended. */
    record Taken(@Nullable Turns own, @Nullable Turns lab) {}

    /** Those that are not over on that day, earliest first. */
    List<Absence> absences(ResearcherId researcher, LocalDate today);

    /** Whom the researcher named. */
    Optional<ResearcherId> standIn(ResearcherId researcher);

    /** @param standIn null to name nobody */
    void nameStandIn(ResearcherId researcher, @Nullable ResearcherId standIn, Instant now);

    void add(ResearcherId researcher, Absence absence);

    void remove(ResearcherId researcher, Absence absence);

    /** The turns that ended since then: the researcher's, and all the lab's. */
    Taken turns(ResearcherId researcher, Instant since);
}
