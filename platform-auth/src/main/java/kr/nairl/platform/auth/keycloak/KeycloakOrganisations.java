package kr.nairl.platform.auth.keycloak;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import kr.nairl.platform.core.organisation.OrganisationDirectory;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.OrganizationsResource;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.springframework.stereotype.Component;

/** Keycloak's Organizations, one for each organisation here, found again by our id in an attribute. */
@Component
class KeycloakOrganisations implements OrganisationDirectory {

    private static final String OUR_ID = "platform-id";

    private final KeycloakRealm realm;

    KeycloakOrganisations(KeycloakRealm realm) {
        this.realm = realm;
    }

    @Override
    public String ensureOrganisation(
            OrganisationId id, LocalizedText name, String alias, @Nullable String emailDomain) {
        return reaching(() -> {
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
        reaching(() -> {
            try (Response response =
                    realm.realm().organizations().get(keycloakId).members().addMember(subject)) {
                // 409: is a member already, which is what was wanted.
                if (response.getStatus() != 409 && response.getStatus() >= 400) {
                    throw new Unreachable("adding a member answered " + response.getStatus());
                }
            }
            return true;
        });
    }

    @Override
    public void removeMember(String keycloakId, String subject) {
        reaching(() -> {
            try (Response response =
                    realm.realm().organizations().get(keycloakId).members().removeMember(subject)) {
                if (response.getStatus() != 404 && response.getStatus() >= 400) {
                    throw new Unreachable("removing a member answered " + response.getStatus());
                }
            }
            return true;
        });
    }

    private static <T> T reaching(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProcessingException | WebApplicationException failed) {
            throw new Unreachable("Keycloak: " + failed.getMessage());
        }
    }
}
