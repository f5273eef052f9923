package kr.nairl.platform.app.hostile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that answers.
 *
 * @param pattern an address, with parameters as whoever declares it writes them: {@code {id}}, {@code :id} or {@code **}
 * @param audience null when nothing says who it is for
 */
record Place(
        Kind kind, String method, String pattern, @Nullable Audience audience) {

    private static final Pattern PARAMETER =
            Pattern.compile("\\{(\\w+)(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}|:(\\w+)[^/]*");

    /** One value for each name that a parameter may have. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("lang", "ko"),
            Map.entry("id", UUID.randomUUID().toString()),
            Map.entry("file", UUID.randomUUID().toString()),
            Map.entry("slug", "hanbit-robotics"),
            Map.entry("number", "3"),
            Map.entry("story", "everex-rehabilitation"),
            Map.entry("token", "x".repeat(43)),
            Map.entry("concept", "pose-estimation"),
            Map.entry("step", "confirm"));

    /** Who made it answer. */
    enum Kind {
        /** A view of the application; its HTTP answer is one shell for all of them. */
        ROUTE,
        /** A method of a controller or an endpoint. */
        HANDLER,
        /** A mapping of addresses to files or to a fixed handler. */
        MAPPING,
        /** A servlet beside Spring's own. */
        SERVLET
    }

    /** One address of it. */
    String address() {
        Matcher parameter = PARAMETER.matcher(pattern);
        StringBuilder address = new StringBuilder();
        while (parameter.find()) {
            String name = parameter.group(1) == null ? parameter.group(2) : parameter.group(1);
            String value = VALUES.get(name);
            if (value == null) {
                throw new AssertionError("the walk knows no value for " + name + " in " + pattern);
            }
            parameter.appendReplacement(address, Matcher.quoteReplacement(value));
        }
        return parameter
                .appendTail(address)
                .toString()
                .replace("/**", "/anything")
                .replace("/*", "/anything");
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** For whoever counts or shows them. */
    static List<String> names(List<Place> places) {
        return places.stream().map(Place::toString).toList();
    }

    @Override
    public String toString() {
        return kind + " " + method + " " + pattern;
    }
}
