package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;

/** Says at each field of a form what the domain refused about it. What no field can say is said in a toast. */
public final class FieldErrors {

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /** @param name the field's name in the domain; parts of it, such as {@code title.ko}, are said at the same field */
    public FieldErrors at(String name, HasValidation field) {
        fields.put(name, field);
        return this;
    }

    /** Takes back what was said before the form is sent again. */
    public void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /** Marks every refused field and goes to the first of them. */
    public void show(Component form, InvalidInputException refused) {
        boolean gone = false;
        for (Violation violation : refused.violations()) {
            String text = words(form, violation);
            HasValidation field = fields.get(violation.field().replaceFirst("[.\\[].*$", ""));
            if (field == null) {
                Toast.error(text);
                continue;
            }
            field.setErrorMessage(text);
            field.setInvalid(true);
            if (!gone && field instanceof Focusable<?> first) {
                first.focus();
                gone = true;
            } else if (!gone && field instanceof Component component) {
                component.getElement().callJsFunction("scrollIntoView");
                gone = true;
            }
        }
    }

    private static String words(Component form, Violation violation) {
        String key = "fieldError." + violation.code();
        String text = form.getTranslation(key, violation.arguments().toArray());
        return text.contains(key)
                ? MessageFormat.format(form.getTranslation("fieldError.other"), violation.field())
                : text;
    }
}
