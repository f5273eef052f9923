package kr.nairl.platform.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.devservices.DevKeycloak;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** A company's own identity provider: another realm of the running Keycloak, which knows nothing of ours. */
final class CompanyRealm implements AutoCloseable {

    static final String PASSWORD = "company-password-2026";
    static final String CLIENT = "nairl-platform";
    static final String SECRET = "company-secret-2026";

    private final String name;
    private final String base;
    private final Keycloak administration;

    /** @param people their addresses; each signs in with the address and {@link #PASSWORD} */
    CompanyRealm(String name, String... people) {
        this.name = name;
        DevKeycloak keycloak = RunningPlatform.get().keycloak();
        base = keycloak.url().toString();
        administration = administration();
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(name);
        realm.setEnabled(true);
        realm.setLoginWithEmailAllowed(true);
        realm.setUsers(List.of(people).stream().map(CompanyRealm::person).toList());
        realm.setClients(List.of(oidcClient(), samlClient()));
        administration.realms().create(realm);
    }

    /** The whole Keycloak, as its own administrator. */
    static Keycloak administration() {
        DevKeycloak keycloak = RunningPlatform.get().keycloak();
        return Keycloak.getInstance(
                keycloak.url().toString(), "master", DevKeycloak.CONSOLE_USER, keycloak.consolePassword(), "admin-cli");
    }

    /** Our own realm, as Keycloak's administrator sees it. */
    static RealmResource ours(Keycloak administration) {
        return administration.realm(DevKeycloak.REALM);
    }

    String issuer() {
        return base + "/realms/" + name;
    }

    /** What it says of itself as a SAML identity provider. */
    String samlMetadata() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(issuer() + "/protocol/saml/descriptor"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static UserRepresentation person(String email) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(true);
        user.setFirstName("Min");
        user.setLastName("Kim");
        user.setEnabled(true);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(PASSWORD);
        password.setTemporary(false);
        user.setCredentials(List.of(password));
        return user;
    }

    private ClientRepresentation oidcClient() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(CLIENT);
        client.setSecret(SECRET);
        client.setRedirectUris(List.of(base + "/realms/" + DevKeycloak.REALM + "/broker/*"));
        client.setStandardFlowEnabled(true);
        return client;
    }

    private ClientRepresentation samlClient() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(base + "/realms/" + DevKeycloak.REALM);
        client.setProtocol("saml");
        client.setRedirectUris(List.of(base + "/realms/" + DevKeycloak.REALM + "/broker/*"));
        client.setAttributes(Map.of(
                "saml.assertion.signature", "true",
                "saml.server.signature", "true",
                "saml.client.signature", "false",
                "saml_force_name_id_format", "true",
                "saml_name_id_format", "persistent"));
        client.setProtocolMappers(List.of(attribute("email"), attribute("firstName"), attribute("lastName")));
        return client;
    }

    private static ProtocolMapperRepresentation attribute(String property) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(property);
        mapper.setProtocol("saml");
        mapper.setProtocolMapper("saml-user-property-mapper");
        mapper.setConfig(Map.of(
                "user.attribute", property,
                "attribute.name", property,
                "attribute.nameformat", "Basic"));
        return mapper;
    }

    @Override
    public void close() {
        administration.realm(name).remove();
        administration.close();
    }
}
