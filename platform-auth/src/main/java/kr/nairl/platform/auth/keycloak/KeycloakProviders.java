package kr.nairl.platform.auth.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.nairl.platform.auth.KeycloakSettings;
import kr.nairl.platform.core.federation.OwnProvider;
import kr.nairl.platform.core.federation.ProviderDirectory;
import kr.nairl.platform.core.federation.ProviderForm;
import kr.nairl.platform.core.organisation.OrganisationDirectory.Unreachable;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jboss.resteasy.plugins.providers.multipart.MultipartFormDataOutput;
import org.keycloak.admin.client.resource.IdentityProviderResource;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Organisations' identity providers in the realm, each linked to its organisation there. */
@Component
class KeycloakProviders implements ProviderDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakProviders.class);

    /** Flows of the realm: an account that is there is joined only after its own password; then the second factor. */
    private static final String FIRST_FLOW = "lab first through a provider";

    private static final String EACH_FLOW = "lab after a provider";

    /** As much as is kept of a provider's name for itself. */
    private static final int MOST_OF_A_NAME = 500;

    private static final String USABLE = "singleSignOnServiceUrl";
    private static final String KEYS = "signingCertificate";

    /** Under which names SAML providers give what an account needs. */
    private static final Map<String, List<String>> SAML_ATTRIBUTES = Map.of(
            "email",
            List.of(
                    "email",
                    "urn:oid:1.2.840.113549.1.9.1",
                    "urn:oid:0.9.2342.19200300.100.1.3",
                    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"),
            "firstName",
            List.of(
                    "firstName",
                    "givenName",
                    "urn:oid:2.5.4.42",
                    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname"),
            "lastName",
            List.of(
                    "lastName",
                    "sn",
                    "urn:oid:2.5.4.4",
                    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname"));

    private final KeycloakRealm realm;
    private final KeycloakSettings settings;
    private final OidcDescription descriptions;
    private final PublicAddresses addresses;

    KeycloakProviders(
            KeycloakRealm realm, KeycloakSettings settings, OidcDescription descriptions, PublicAddresses addresses) {
        this.realm = realm;
        this.settings = settings;
        this.descriptions = descriptions;
        this.addresses = addresses;
    }

    @Override
    public Found look(ProviderForm form) {
        return switch (form) {
            case ProviderForm.Oidc oidc -> descriptions.read(oidc.issuer());
            case ProviderForm.Saml saml -> samlDescription(saml.metadata());
        };
    }

    /** The realm reads SAML's XML, as it will have to at every sign-in. */
    private Found samlDescription(String metadata) {
        MultipartFormDataOutput form = new MultipartFormDataOutput();
        form.addFormData("providerId", "saml", MediaType.TEXT_PLAIN_TYPE);
        form.addFormData("file", metadata, MediaType.APPLICATION_XML_TYPE);
        Map<String, String> read;
        try {
            read = realm.realm().identityProviders().importFrom((Object) form);
        } catch (ProcessingException down) {
            LOG.warn("the realm does not read metadata: {}", down.getMessage());
            return new Found.Faulty(Fault.REALM);
        } catch (WebApplicationException refused) {
            LOG.info("unusable SAML metadata: {}", refused.getMessage());
            return new Found.Faulty(Fault.NO_METADATA);
        }
        String entity = read.get("idpEntityId");
        if (entity == null || entity.length() > MOST_OF_A_NAME || !read.containsKey(USABLE)) {
            return new Found.Faulty(Fault.NO_METADATA);
        }
        if (addresses.checked(read.get(USABLE)).isEmpty()) {
            return new Found.Faulty(Fault.INNER_ADDRESS);
        }
        if (!read.containsKey(KEYS)) {
            return new Found.Faulty(Fault.NO_KEYS);
        }
        Map<String, String> usable = new HashMap<>();
        read.forEach((key, value) -> {
            if (value != null) {
                usable.put(key, value);
            }
        });
        usable.put("validateSignature", "true");
        usable.put("wantAssertionsSigned", "true");
        // The certificates that were given, and not whatever an address says later.
        usable.put("useMetadataDescriptorUrl", "false");
        usable.remove("metadataDescriptorUrl");
        usable.put("principalType", "SUBJECT");
        return new Found.Usable(entity, usable);
    }

    @Override
    public void ensure(String keycloakId, String alias, LocalizedText name, ProviderForm form, Found.Usable found) {
        KeycloakRealm.reaching(() -> {
            Map<String, String> config = new HashMap<>(found.settings());
            if (form instanceof ProviderForm.Oidc oidc) {
                config.put("clientId", oidc.clientId());
                config.put("clientSecret", oidc.clientSecret());
            } else {
                config.put("entityId", settings.issuer());
            }
            config.put("syncMode", "IMPORT");
            // What a broken-off try left has other settings and maybe other people: away with it.
            drop(alias);
            IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
            provider.setAlias(alias);
            provider.setDisplayName(name.text(Language.EN));
            provider.setProviderId(form.protocol() == OwnProvider.Protocol.OIDC ? "oidc" : "saml");
            provider.setEnabled(true);
            provider.setTrustEmail(false);
            provider.setStoreToken(false);
            provider.setHideOnLogin(true);
            provider.setFirstBrokerLoginFlowAlias(FIRST_FLOW);
            provider.setPostBrokerLoginFlowAlias(EACH_FLOW);
            provider.setConfig(config);
            accepted(realm.realm().identityProviders().create(provider));
            accepted(realm.realm()
                    .organizations()
                    .get(keycloakId)
                    .identityProviders()
                    .addIdentityProvider(alias));
            IdentityProviderResource made = provider(alias);
            IdentityProviderRepresentation linked = made.toRepresentation();
            linked.getConfig().put("kc.org.domain", "ANY");
            linked.getConfig().put("kc.org.broker.redirect.mode.email-matches", "true");
            made.update(linked);
            if (form.protocol() == OwnProvider.Protocol.SAML) {
                SAML_ATTRIBUTES.forEach((ours, theirs) ->
                        theirs.forEach(one -> accepted(made.addMapper(samlMapper(alias, ours, one)))));
            }
            return true;
        });
    }

    @Override
    public void open(String alias, boolean open) {
        KeycloakRealm.reaching(() -> {
            IdentityProviderResource provider = provider(alias);
            IdentityProviderRepresentation now = provider.toRepresentation();
            now.setEnabled(open);
            provider.update(now);
            return true;
        });
    }

    @Override
    public void remove(String alias) {
        KeycloakRealm.reaching(() -> {
            drop(alias);
            return true;
        });
    }

    @Override
    public void domains(String keycloakId, Set<String> domains) {
        KeycloakRealm.reaching(() -> {
            OrganizationResource organisation = realm.realm().organizations().get(keycloakId);
            OrganizationRepresentation now = organisation.toRepresentation();
            if (now.getDomains() != null) {
                List.copyOf(now.getDomains()).forEach(now::removeDomain);
            }
            for (String domain : domains) {
                OrganizationDomainRepresentation verified = new OrganizationDomainRepresentation(domain);
                verified.setVerified(true);
                now.addDomain(verified);
            }
            accepted(organisation.update(now));
            return true;
        });
    }

    @Override
    public void endSessions(String subject) {
        KeycloakRealm.reaching(() -> {
            try {
                realm.realm().users().get(subject).logout();
            } catch (NotFoundException gone) {
                LOG.info("no account {} to end sessions of", subject);
            }
            return true;
        });
    }

    @Override
    public Entries entries(String alias, OwnProvider.Protocol protocol) {
        String endpoint = settings.issuer() + "/broker/" + alias + "/endpoint";
        return new Entries(endpoint, settings.issuer(), endpoint + "/descriptor");
    }

    private void drop(String alias) {
        try {
            provider(alias).remove();
        } catch (NotFoundException none) {
            LOG.debug("no identity provider {} yet", alias);
        }
    }

    private IdentityProviderResource provider(String alias) {
        return realm.realm().identityProviders().get(alias);
    }

    private static IdentityProviderMapperRepresentation samlMapper(String alias, String ours, String theirs) {
        IdentityProviderMapperRepresentation mapper = new IdentityProviderMapperRepresentation();
        mapper.setName(ours + " from " + theirs);
        mapper.setIdentityProviderAlias(alias);
        mapper.setIdentityProviderMapper("saml-user-attribute-idp-mapper");
        mapper.setConfig(Map.of("attribute.name", theirs, "user.attribute", ours, "syncMode", "INHERIT"));
        return mapper;
    }

    private static void accepted(Response response) {
        try (response) {
            if (response.getStatus() >= 400) {
                throw new Unreachable(
                        "Keycloak answered " + response.getStatus() + " " + response.readEntity(String.class));
            }
        }
    }
}
