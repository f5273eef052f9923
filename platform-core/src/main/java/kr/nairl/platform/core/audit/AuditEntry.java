package kr.nairl.platform.core.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done.
 *
 * @param person who did it; null for a job
 * @param personName empty for a job, and where the reader may not know the person
 * @param organisation whose affair it was; null when it was nobody's in particular
 * @param organisationName empty without an organisation
 * @param subjectName the subject's, where it is a person whom the reader may know; else empty
 * @param link the number of its link in the chain; null while it waits for one
 * @param action a stable name such as {@code membership.removed}
 * @param detail ids and plain values, never confidential text
 */
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable PersonId person,
        LocalizedText personName,
        @Nullable OrganisationId organisation,
        LocalizedText organisationName,
        String action,
        String subjectKind,
        UUID subject,
        LocalizedText subjectName,
        Map<String, String> detail,
        @Nullable Long link) {

    public AuditEntry {
        detail = Map.copyOf(detail);
    }
}
