package kr.nairl.platform.devservices;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A JSON list of things that have names of their own. */
final class Named {

    private Named() {}

    /** In the list's order, by what the property holds. */
    static Map<String, JsonNode> by(String property, JsonNode list) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        list.forEach(each -> named.put(each.get(property).stringValue(), each));
        return named;
    }
}
