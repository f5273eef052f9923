package kr.nairl.platform.devservices;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How people of a realm sign in: its flows, the group of those who must have a second factor, and the key that signs their
 * tokens. A realm that follows the flows by these names keeps them, so flows that change get new names; what a broken-off
 * try left is made anew.
 */
final class SignInRules {

    static final String FILE = "nairl-sign-in.json";

    private final RealmAdmin realm;
    private final JsonNode wanted;

    SignInRules(RealmAdmin realm, String file) {
        this.realm = realm;
        this.wanted = JsonMapper.shared().readTree(file);
    }

    void set() throws IOException {
        ensureKeys(wanted.get("keys"));
        ensureGroup(text("group"), text("role"));
        JsonNode present = realm.get("");
        if (present.get("browserFlow").stringValue().equals(text("browserFlow"))
                && present.get("resetCredentialsFlow").stringValue().equals(text("resetCredentialsFlow"))) {
            // its own flows stay; those of a later version are added beside them
            makeFlows(
                    below(Named.by("alias", realm.get("/authentication/flows")).keySet()));
            return;
        }
        removeLeftovers();
        makeFlows(Set.of());
        realm.put("", Map.of("browserFlow", text("browserFlow"), "resetCredentialsFlow", text("resetCredentialsFlow")));
    }

    /** New tokens are signed with the key of the highest priority; what older ones signed stays valid as long as it does. */
    private void ensureKeys(JsonNode keys) throws IOException {
        Map<String, JsonNode> present = Named.by("name", realm.get("/components?type=org.keycloak.keys.KeyProvider"));
        for (JsonNode key : keys) {
            if (!present.containsKey(key.get("name").stringValue())) {
                realm.post("/components", key);
            }
        }
    }

    /** The platform keeps the group's members; the role is what flows can ask for. */
    private void ensureGroup(String group, String role) throws IOException {
        if (!Named.by("name", realm.get("/roles")).containsKey(role)) {
            realm.post("/roles", Map.of("name", role, "description", "Signs in with a second factor"));
        }
        JsonNode found = Named.by("name", realm.get("/groups?max=1000")).get(group);
        String id = found == null
                ? realm.post("/groups", Map.of("name", group))
                : found.get("id").stringValue();
        realm.post("/groups/" + id + "/role-mappings/realm", Set.of(realm.get("/roles/" + role)));
    }

    private void removeLeftovers() throws IOException {
        Set<String> ours = Named.by("alias", wanted.get("authenticationFlows")).keySet();
        while (true) {
            JsonNode leftover = Named.by("alias", realm.get("/authentication/flows")).entrySet().stream()
                    .filter(each -> ours.contains(each.getKey()))
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElse(null);
            if (leftover == null) {
                return;
            }
            realm.delete("/authentication/flows/" + leftover.get("id").stringValue());
        }
    }

    /** Keycloak lists only the flows that stand at the top; these and what they hold, as far as it is ours. */
    private Set<String> below(Set<String> top) {
        Map<String, JsonNode> ours = Named.by("alias", wanted.get("authenticationFlows"));
        Set<String> all = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(top);
        while (!waiting.isEmpty()) {
            JsonNode flow = ours.get(waiting.peek());
            if (all.add(waiting.pop()) && flow != null) {
                for (JsonNode execution : flow.get("authenticationExecutions")) {
                    if (execution.has("flowAlias")) {
                        waiting.add(execution.get("flowAlias").stringValue());
                    }
                }
            }
        }
        return all;
    }

    private void makeFlows(Set<String> there) throws IOException {
        List<JsonNode> flows = wanted.get("authenticationFlows")
                .valueStream()
                .filter(flow -> !there.contains(flow.get("alias").stringValue()))
                .toList();
        Map<String, String> ids = new HashMap<>();
        for (JsonNode flow : flows) {
            String alias = flow.get("alias").stringValue();
            ids.put(
                    alias,
                    realm.post(
                            "/authentication/flows",
                            Map.of(
                                    "alias",
                                    alias,
                                    "description",
                                    flow.get("description").stringValue(),
                                    "providerId",
                                    "basic-flow",
                                    "topLevel",
                                    flow.has("topLevel"),
                                    "builtIn",
                                    false)));
        }
        Set<String> configured = configured(there);
        for (JsonNode flow : flows) {
            int priority = 0;
            for (JsonNode execution : flow.get("authenticationExecutions")) {
                priority += 10;
                makeExecution(ids, of(ids, flow.get("alias").stringValue()), execution, priority, configured);
            }
        }
    }

    /** Configurations that flows which are there use already. */
    private Set<String> configured(Set<String> there) {
        Set<String> used = new HashSet<>();
        for (JsonNode flow : wanted.get("authenticationFlows")) {
            if (there.contains(flow.get("alias").stringValue())) {
                for (JsonNode execution : flow.get("authenticationExecutions")) {
                    if (execution.has("authenticatorConfig")) {
                        used.add(execution.get("authenticatorConfig").stringValue());
                    }
                }
            }
        }
        return used;
    }

    /** A configuration is made with the first that uses it; the others find it by its name. */
    private void makeExecution(
            Map<String, String> flows, String parent, JsonNode execution, int priority, Set<String> configured)
            throws IOException {
        Map<String, Object> body = new HashMap<>();
        body.put("parentFlow", parent);
        body.put("requirement", execution.get("requirement").stringValue());
        body.put("priority", priority);
        body.put("authenticatorFlow", execution.has("flowAlias"));
        if (execution.has("flowAlias")) {
            body.put("flowId", of(flows, execution.get("flowAlias").stringValue()));
        } else {
            body.put("authenticator", execution.get("authenticator").stringValue());
        }
        String config = execution.has("authenticatorConfig")
                ? execution.get("authenticatorConfig").stringValue()
                : null;
        if (config != null && configured.contains(config)) {
            body.put("authenticatorConfig", config);
        }
        String id = realm.post("/authentication/executions", body);
        if (config != null && configured.add(config)) {
            realm.post(
                    "/authentication/executions/" + id + "/config",
                    of(Named.by("alias", wanted.get("authenticatorConfig")), config));
        }
    }

    private static <T> T of(Map<String, T> named, String name) {
        return Objects.requireNonNull(named.get(name), name);
    }

    private String text(String name) {
        return wanted.get(name).stringValue();
    }
}
