package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.nairl.platform.core.shared.InvalidInputException;

/**
 * Brings what the core refused to the fields where it was typed: each violation stands at its field, the first of them
 * gets the focus. Violations of a part of a field, such as one language, stand at the field.
 */
public final class FieldErrors implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /** @param name the field's name in the core's input record */
    public FieldErrors with(String name, HasValidation field) {
        fields.put(name, field);
        return this;
    }

    /** Takes all marks away, before another try. */
    public void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /**
     * Marks the fields.
     *
     * @return whether every violation has a field here
     */
    public boolean show(InvalidInputException refused) {
        clear();
        boolean all = true;
        HasValidation first = null;
        for (InvalidInputException.Violation violation : refused.violations()) {
            HasValidation field = fieldOf(violation.field());
            if (field == null) {
                all = false;
                continue;
            }
            field.setErrorMessage(message(violation));
            field.setInvalid(true);
            first = first == null ? field : first;
        }
        if (first instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        if (first instanceof Component component) {
            component.scrollIntoView();
        }
        return all;
    }

    /** What is wrong, in words. */
    public static String message(InvalidInputException.Violation violation) {
        return Formats.here()
                .translate(
                        "organisation.invalid." + violation.code(),
                        violation.arguments().toArray());
    }

    private @org.jspecify.annotations.Nullable HasValidation fieldOf(String name) {
        HasValidation exact = fields.get(name);
        int dot = name.lastIndexOf('.');
        return exact != null || dot < 0 ? exact : fieldOf(name.substring(0, dot));
    }
}
