package kr.nairl.platform.ui.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;

/** The organisation that an address names. */
final class AuditOrganisation {

    private final PartnerDirectory directory;

    AuditOrganisation(PartnerDirectory directory) {
        this.directory = directory;
    }

    /** Empty where the address names none that there is, and for everybody who sees only one organisation's entries. */
    Optional<PartnerDirectory.Heading> named(Actor actor, Map<String, List<String>> query) {
        String slug = AuditQuery.first(query, AuditQuery.ORGANISATION);
        if (slug == null || !actor.has(Role.LAB_MANAGER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(directory.heading(actor, slug));
        } catch (NotFoundException nobody) {
            return Optional.empty();
        }
    }
}
