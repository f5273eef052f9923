package kr.nairl.platform.app;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.core.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An endpoint of the API, found in Spring's own mapping, and how to call it.
 *
 * @param reach null when it declares no audience
 */
public record ApiEndpoint(
        String method, String path, @Nullable Reach reach) {

    /** Beneath it lie all of them. */
    public static final String BASE = "/api/v1";

    /** A body that each writing endpoint can read. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PUT /organisations/{slug}", """
                    {"name": {"ko": "이름"}, "country": "KR", "visibleToVisitors": true, "items": [], "version": 1}"""),
            Map.entry("POST /interests", interest("")),
            Map.entry("PUT /interests/{id}", interest(", \"version\": 0")),
            Map.entry("POST /interests/{id}/commands", "{\"command\": \"OPEN\", \"version\": 0}"),
            Map.entry("POST /requests", "{\"researcher\": \"minsu-cho\", \"mode\": \"ADVICE\"}"),
            Map.entry("PUT /requests/{id}", """
                    {"title": "t", "summary": "s", "proposal": "p", "mode": "ADVICE", "version": 0}"""),
            Map.entry("POST /requests/{id}/ask", "{\"text\": \"?\", \"version\": 1}"),
            Map.entry("POST /requests/{id}/answer", "{\"text\": \"!\", \"version\": 1}"),
            Map.entry("POST /requests/{id}/decline", "{\"reason\": \"OTHER\", \"version\": 1}"),
            Map.entry("POST /updates", """
                    {"title": {"ko": "제목"}, "body": {"ko": "본문"}, "audience": "MEMBERS"}"""),
            Map.entry("PUT /updates/{id}", """
                    {"title": {"ko": "제목"}, "body": {"ko": "본문"}, "audience": "MEMBERS", "version": 0}"""));

    /** All that the running platform has. */
    public static List<ApiEndpoint> all() {
        return RunningPlatform.get()
                .application()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("kr.nairl.platform.api"))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .flatMap(method -> entry.getKey().getPatternValues().stream()
                                .map(path -> new ApiEndpoint(
                                        method, path, entry.getValue().getMethodAnnotation(Reach.class)))))
                .toList();
    }

    /** As the bodies are listed by: method and path below the base. */
    public String name() {
        return method + " " + path.substring(BASE.length());
    }

    /** Does it change nothing? */
    public boolean reads() {
        return method.equals("GET");
    }

    /** Does this person hold a role that it names? */
    public boolean isReachedBy(Actor.Person person) {
        return reach != null && (reach.value().length == 0 || person.hasAny(reach.value()));
    }

    /** A body that it can read; empty where it takes none. */
    public String body() {
        return reads() || method.equals("DELETE") ? "" : BODIES.getOrDefault(name(), "{\"version\": 1}");
    }

    /** The address with ids of the planted secrets, or with ones that nobody has. */
    public String address(boolean planted) {
        Canaries canaries = Canaries.planted();
        String kind = path.split("/")[3];
        String id = switch (kind) {
            case "interests" -> canaries.draft().toString();
            case "requests" -> canaries.sentRequest().toString();
            case "updates" -> UUID.randomUUID().toString();
            case "organisations", "researchers", "sub-projects", "follows", "stories", "issues" -> "";
            default -> throw new AssertionError("the walk knows no parameters for " + path);
        };
        String address = path.replace("{id}", planted ? id : UUID.randomUUID().toString())
                .replace("{number}", planted ? "3" : "99")
                .replace(
                        "{slug}",
                        !planted
                                ? "nobody-has-this"
                                : switch (kind) {
                                    case "organisations" -> "hanbit-robotics";
                                    case "stories" -> "everex-rehabilitation";
                                    default -> "seungryong-kim";
                                });
        return method.equals("DELETE") && !path.contains("follows") ? address + "?version=1" : address;
    }

    private static String interest(String more) {
        return "{\"title\": {\"ko\": \"제목\"}, \"mode\": \"DATA\"" + more + "}";
    }
}
