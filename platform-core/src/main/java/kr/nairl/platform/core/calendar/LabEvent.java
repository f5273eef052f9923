package kr.nairl.platform.core.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A talk, ceremony, networking day or conference of the lab.
 *
 * @param description Markdown
 * @param speaker the speaker's name, from the researcher's page where there is one; empty without a speaker
 * @param affiliation the name of the speaker's organisation; empty where unknown or hidden from the reader
 * @param startTime on each day, in the lab's time zone; null while unknown
 */
public record LabEvent(
        EventId id,
        int version,
        String slug,
        EventKind kind,
        LocalizedText title,
        LocalizedText description,
        LocalizedText venue,
        LocalizedText speaker,
        LocalizedText affiliation,
        @Nullable Speaker researcher,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable LocalTime startTime,
        @Nullable LocalTime endTime) {

    /** A speaker who is a researcher of the lab and has a page. */
    public record Speaker(ResearcherId id, String slug) {}

    /** Does it last longer than a day? */
    public boolean severalDays() {
        return endsOn.isAfter(startsOn);
    }
}
