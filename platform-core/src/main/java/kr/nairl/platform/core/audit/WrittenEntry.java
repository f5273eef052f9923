package kr.nairl.platform.core.audit;

import java.time.Instant;
import java.util.UUID;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An entry exactly as the database holds it, for its link: ids and no names, so that erasing a person changes none.
 *
 * @param sequence the order in which entries were begun
 * @param detail the stored JSON, letter for letter
 */
public record WrittenEntry(
        UUID id,
        long sequence,
        Instant at,
        @Nullable PersonId person,
        @Nullable OrganisationId organisation,
        String action,
        String subjectKind,
        UUID subject,
        String detail) {}
