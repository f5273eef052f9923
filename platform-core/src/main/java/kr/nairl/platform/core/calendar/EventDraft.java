package kr.nairl.platform.core.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes of an event.
 *
 * @param slug the last part of its address: lower-case letters, digits and single hyphens, at most 80
 * @param title at most 200 characters, in one language or both
 * @param description Markdown, at most 8000 characters; may be empty
 * @param speaker the name of a speaker who has no researcher's page; may be empty
 * @param affiliation that speaker's organisation, if it has a row here
 * @param researcher the speaker, if a researcher of the lab
 * @param endsOn the last day; the first for an event of one day
 * @param startTime on each day, in the lab's time zone; null while unknown
 */
public record EventDraft(
        String slug,
        EventKind kind,
        LocalizedText title,
        LocalizedText description,
        LocalizedText venue,
        LocalizedText speaker,
        @Nullable OrganisationId affiliation,
        @Nullable ResearcherId researcher,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable LocalTime startTime,
        @Nullable LocalTime endTime) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public EventDraft {
        slug = slug.strip();
    }

    void refuseUnlessSound() {
        new Violations()
                .required(80, "slug", slug)
                .check(SLUG.matcher(slug).matches(), "slug", "slug")
                .required(200, "title", title)
                .atMost(8000, "description", description)
                .atMost(300, "venue", venue)
                .atMost(200, "speaker", speaker)
                .check(!endsOn.isBefore(startsOn), "endsOn", "before-start")
                .check(endTime == null || startTime != null, "startTime", "required")
                .check(endTime == null || startTime == null || endTime.isAfter(startTime), "endTime", "before-start")
                .refuse();
    }
}
