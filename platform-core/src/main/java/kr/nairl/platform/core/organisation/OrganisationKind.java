package kr.nairl.platform.core.organisation;

import java.util.Set;
import kr.nairl.platform.core.shared.Role;

/** What sort of organisation it is. */
public enum OrganisationKind {
    LAB,
    UNIVERSITY,
    COMPANY,
    VENTURE_CAPITAL,
    INSTITUTE;

    private static final Set<Role> PARTNER_ROLES = Set.of(Role.MEMBER, Role.ADMINISTRATOR);

    /** May somebody hold these roles in such an organisation? The lab's own roles are never held in a company. */
    public boolean grants(Set<Role> roles) {
        return switch (this) {
            case LAB, UNIVERSITY, INSTITUTE -> true;
            case COMPANY, VENTURE_CAPITAL -> PARTNER_ROLES.containsAll(roles);
        };
    }

    /** Does an organisation of this kind become a partner by accepting its invitation? */
    public boolean becomesPartner() {
        return switch (this) {
            case LAB, UNIVERSITY -> false;
            case COMPANY, VENTURE_CAPITAL, INSTITUTE -> true;
        };
    }
}
