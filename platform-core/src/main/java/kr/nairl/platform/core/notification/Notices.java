package kr.nairl.platform.core.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Where notices are kept. Runs inside the caller's transaction. */
public interface Notices {

    /**
     * Writes a notice unless this person was told of this event already.
     *
     * @param organisation the membership that it was told for; null when it concerns the person whoever they act for
     * @param at when what it tells of happened
     * @return whether it was written
     */
    boolean add(
            UUID event,
            PersonId person,
            @Nullable OrganisationId organisation,
            String kind,
            Map<String, String> parameters,
            String link,
            Instant at);

    /** A part of the person's inbox while acting for the organisation, newest first. */
    Page<Notice> list(PersonId person, OrganisationId organisation, PageRequest page);

    /** How many of those are unread. */
    int unread(PersonId person, OrganisationId organisation);

    /** Marks one as read; false when there is no such notice in that inbox. Read ones keep their time. */
    boolean markRead(PersonId person, OrganisationId organisation, NoticeId notice, Instant now);

    /** Marks all unread ones; answers how many. */
    int markAllRead(PersonId person, OrganisationId organisation, Instant now);
}
