package kr.nairl.platform.core.organisation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;

/** Stored memberships, as far as the actor of the running transaction may see them. */
public interface Memberships {

    /** Active ones by name, the id breaks ties. */
    Page<Member> list(Actor.Person reader, OrganisationId organisation, PageRequest page);

    /** The roles of an active membership. */
    Optional<Set<Role>> roles(OrganisationId organisation, PersonId person);

    /** The active member with this address. */
    Optional<PersonId> withEmail(OrganisationId organisation, EmailAddress email);

    /** Active memberships with the role ADMINISTRATOR. */
    int administrators(OrganisationId organisation);

    /** Makes the membership or makes an ended one active again with these roles; an active one gets them in addition. */
    void join(OrganisationId organisation, PersonId person, Set<Role> roles, LocalizedText title, Instant now);

    void changeRoles(OrganisationId organisation, PersonId person, Set<Role> roles);

    void end(OrganisationId organisation, PersonId person, Instant now);

    /** Notes whether the identity provider counts the person among the organisation's. */
    void linked(OrganisationId organisation, PersonId person, boolean linked);

    /** The subjects of people who hold any of the roles in an active membership, whichever organisation it is of. */
    Set<String> subjectsWith(Set<Role> anyOf);

    /** What the identity provider was not told yet, people and organisations. */
    Unlinked unlinked();
}
