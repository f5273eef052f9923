package kr.nairl.platform.auth.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.organisation.OrganisationDirectory;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.GroupResource;
import org.keycloak.admin.client.resource.OrganizationsResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keycloak's Organizations, one for each organisation here, found again by our id in an attribute. */
@Component
class KeycloakOrganisations implements OrganisationDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakOrganisations.class);
    private static final String OUR_ID = "platform-id";

    /** The group whose members the realm's own sign-in asks for a second factor. */
    private static final String SECOND_FACTOR = "second-factor";

    private static final int AT_ONCE = 200;

    private final KeycloakRealm realm;

    KeycloakOrganisations(KeycloakRealm realm) {
        this.realm = realm;
    }

    @Override
    public String ensureOrganisation(
            OrganisationId id, LocalizedText name, String alias, @Nullable String emailDomain) {
        return KeycloakRealm.reaching(() -> {
            OrganizationsResource organisations = realm.realm().organizations();
            List<OrganizationRepresentation> known = organisations.searchByAttribute(OUR_ID + ":" + id);
            if (!known.isEmpty()) {
                return known.getFirst().getId();
            }
            OrganizationRepresentation organisation = new OrganizationRepresentation();
            // Keycloak wants names unique; two organisations of one name are told apart by our slug.
            organisation.setName(name.text(Language.EN) + " (" + alias + ")");
            organisation.setAlias(alias);
            organisation.setEnabled(true);
            organisation.singleAttribute(OUR_ID, id.toString());
            if (emailDomain != null) {
                OrganizationDomainRepresentation domain = new OrganizationDomainRepresentation(emailDomain);
                domain.setVerified(true);
                organisation.addDomain(domain);
            }
            try (Response response = organisations.create(organisation)) {
                return CreatedResponseUtil.getCreatedId(response);
            }
        });
    }

    @Override
    public void ensureMember(String keycloakId, String subject) {
        KeycloakRealm.reaching(() -> {
            try (Response response =
                    realm.realm().organizations().get(keycloakId).members().addMember(subject)) {
                // 409: is a member already, which is what was wanted.
                if (response.getStatus() != 409 && response.getStatus() >= 400) {
                    throw new Unreachable("adding a member answered " + response.getStatus() + " "
                            + response.readEntity(String.class));
                }
            }
            return true;
        });
    }

    @Override
    public void removeMember(String keycloakId, String subject) {
        KeycloakRealm.reaching(() -> {
            try (Response response =
                    realm.realm().organizations().get(keycloakId).members().removeMember(subject)) {
                if (response.getStatus() != 404 && response.getStatus() >= 400) {
                    throw new Unreachable("removing a member answered " + response.getStatus());
                }
            }
            return true;
        });
    }

    @Override
    public Set<String> needingSecondFactor() {
        return KeycloakRealm.reaching(() -> {
            GroupResource group = secondFactor();
            Set<String> subjects = new HashSet<>();
            List<UserRepresentation> some;
            do {
                some = group.members(subjects.size(), AT_ONCE, true);
                some.forEach(user -> subjects.add(user.getId()));
            } while (some.size() == AT_ONCE);
            return subjects;
        });
    }

    @Override
    public void needSecondFactor(String subject, boolean needed) {
        KeycloakRealm.reaching(() -> {
            String group = secondFactor().toRepresentation().getId();
            UserResource user = realm.realm().users().get(subject);
            try {
                if (needed) {
                    user.joinGroup(group);
                } else {
                    user.leaveGroup(group);
                }
            } catch (NotFoundException gone) {
                LOG.warn("no account {}: nobody can sign in with it, with or without a second factor", subject);
            }
            return true;
        });
    }

    @Override
    public void deleteAccount(String subject) {
        KeycloakRealm.reaching(() -> {
            try (Response response = realm.realm().users().delete(subject)) {
                if (response.getStatus() != 404 && response.getStatus() >= 400) {
                    throw new Unreachable("deleting an account answered " + response.getStatus());
                }
            }
            return true;
        });
    }

    private GroupResource secondFactor() {
        return realm.realm().groups().groups(SECOND_FACTOR, true, 0, 1, true).stream()
                .findFirst()
                .map(group -> realm.realm().groups().group(group.getId()))
                .orElseThrow(() -> new Unreachable("the realm has no group " + SECOND_FACTOR));
    }
}
