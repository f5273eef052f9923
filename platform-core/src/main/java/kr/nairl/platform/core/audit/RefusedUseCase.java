package kr.nairl.platform.core.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The use case that refused, as the refusal's stack trace tells: the outermost method of a feature. Both parts are empty
 * where the refusal came before any, as an endpoint's own does.
 *
 * @param feature its package, such as {@code newsletter}
 * @param name class and method
 */
record RefusedUseCase(String feature, String name) {

    private static final Pattern CLASS = Pattern.compile("kr\\.nairl\\.platform\\.core\\.([a-z]+)\\.([A-Za-z]+)");

    static RefusedUseCase of(RuntimeException refusal) {
        RefusedUseCase asked = new RefusedUseCase("", "");
        for (StackTraceElement frame : refusal.getStackTrace()) {
            Matcher place = CLASS.matcher(frame.getClassName());
            if (place.matches() && !"shared".equals(place.group(1))) {
                String method = frame.getMethodName();
                // what runs inside a transaction is a lambda of the method that began it
                String name = method.startsWith("lambda$") ? method.split("\\$", 3)[1] : method;
                asked = new RefusedUseCase(place.group(1), place.group(2) + "." + name);
            }
        }
        return asked;
    }
}
