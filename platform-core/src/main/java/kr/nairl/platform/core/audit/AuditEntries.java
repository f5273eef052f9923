package kr.nairl.platform.core.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Stored entries of the audit trail. */
public interface AuditEntries {

    void add(
            Instant at,
            @Nullable PersonId person,
            @Nullable OrganisationId organisation,
            String action,
            String subjectKind,
            UUID subject,
            Map<String, String> detail);

    /** Newest first; of the same moment the one begun last. */
    Page<AuditEntry> page(AuditFilter filter, PageRequest page);

    /** As {@link #page}, from the newest on. */
    List<AuditEntry> newest(AuditFilter filter, int limit);

    /** When each of these people last did one of these for the organisation; whoever never did is not in it. */
    Map<PersonId, Instant> lastOf(Set<String> actions, OrganisationId organisation, Collection<PersonId> people);
}
