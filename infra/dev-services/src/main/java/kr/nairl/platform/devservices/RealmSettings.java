package kr.nairl.platform.devservices;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sets in a running realm what a realm file says of the realm itself, what its tokens tell, and the addresses of its
 * clients. People, organisations and sessions stay as they are; doing it again changes nothing.
 */
final class RealmSettings {

    private static final List<String> OF_A_CLIENT = List.of("rootUrl", "redirectUris", "webOrigins");
    private static final List<String> OF_THE_REALM = List.of("supportedLocales", "smtpServer");

    private final RealmAdmin realm;

    RealmSettings(RealmAdmin realm) {
        this.realm = realm;
    }

    void set(String realmFile) throws IOException {
        JsonNode wanted = JsonMapper.shared().readTree(realmFile);
        for (JsonNode client : wanted.get("clients")) {
            if (client.has("rootUrl")) {
                setAddresses(client);
            }
        }
        addMissingMappers(wanted.get("clientScopes"));
        for (JsonNode user : wanted.get("users")) {
            grantRoles(user);
        }
        realm.put("", ofTheRealmItself(wanted));
    }

    private void setAddresses(JsonNode client) throws IOException {
        String id = client.get("clientId").stringValue();
        JsonNode found = realm.get("/clients?clientId=" + RealmAdmin.encoded(id));
        if (found.isEmpty()) {
            return;
        }
        var present = (ObjectNode) found.get(0);
        OF_A_CLIENT.forEach(name -> present.set(name, client.get(name)));
        var attributes = (ObjectNode) present.get("attributes");
        client.get("attributes").properties().forEach(each -> attributes.set(each.getKey(), each.getValue()));
        realm.put("/clients/" + present.get("id").stringValue(), present);
    }

    /** What a service account may do in the realm; granting it again changes nothing. */
    private void grantRoles(JsonNode user) throws IOException {
        String client = clientId(user.get("serviceAccountClientId").stringValue());
        String account = realm.get("/clients/" + client + "/service-account-user")
                .get("id")
                .stringValue();
        for (Map.Entry<String, JsonNode> of : user.get("clientRoles").properties()) {
            String roles = clientId(of.getKey());
            Set<String> names =
                    of.getValue().valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
            List<JsonNode> granted = realm.get("/clients/" + roles + "/roles")
                    .valueStream()
                    .filter(role -> names.contains(role.get("name").stringValue()))
                    .toList();
            realm.post("/users/" + account + "/role-mappings/clients/" + roles, granted);
        }
    }

    private String clientId(String name) throws IOException {
        return realm.get("/clients?clientId=" + RealmAdmin.encoded(name))
                .get(0)
                .get("id")
                .stringValue();
    }

    private void addMissingMappers(JsonNode wanted) throws IOException {
        Map<String, JsonNode> present = Named.by("name", realm.get("/client-scopes"));
        for (JsonNode scope : wanted) {
            JsonNode found = present.get(scope.get("name").stringValue());
            if (found == null || !scope.has("protocolMappers")) {
                continue;
            }
            String mappers = "/client-scopes/" + found.get("id").stringValue() + "/protocol-mappers/models";
            Map<String, JsonNode> known = Named.by("name", realm.get(mappers));
            for (JsonNode mapper : scope.get("protocolMappers")) {
                if (!known.containsKey(mapper.get("name").stringValue())) {
                    realm.post(mappers, mapper);
                }
            }
        }
    }

    /** All plain values, the languages and the mail server; not what has a life of its own, such as clients. */
    private static ObjectNode ofTheRealmItself(JsonNode wanted) {
        ObjectNode settings = JsonMapper.shared().createObjectNode();
        wanted.properties().forEach(each -> {
            if (each.getValue().isValueNode() || OF_THE_REALM.contains(each.getKey())) {
                settings.set(each.getKey(), each.getValue());
            }
        });
        return settings;
    }
}
