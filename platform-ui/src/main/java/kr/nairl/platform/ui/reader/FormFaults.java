package kr.nairl.platform.ui.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import org.jspecify.annotations.Nullable;

/** What is wrong with a public form, in words, by field; the first of a field counts. Also the templates' toolbox. */
public final class FormFaults {

    private final Map<String, String> byField = new LinkedHashMap<>();

    FormFaults(Words words, List<Violation> violations) {
        for (Violation violation : violations) {
            byField.putIfAbsent(violation.field(), say(words, violation));
        }
    }

    /** The words for the field, or null when nothing is wrong with it. */
    public @Nullable String of(String field) {
        return byField.get(field);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** The id of the input that the field's fault leads to. */
    public String anchor(String field) {
        return field.equals("name") ? "name.ko" : field;
    }

    /** The fields with a fault, in the form's order. */
    public List<String> fields() {
        return List.copyOf(byField.keySet());
    }

    private static String say(Words words, Violation violation) {
        Object[] arguments = violation.arguments().toArray();
        try {
            return words.say("fault." + violation.field() + "." + violation.code(), arguments);
        } catch (MissingResourceException general) {
            return words.say("fault." + violation.code(), arguments);
        }
    }
}
