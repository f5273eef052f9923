package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Says at each field of a form what the domain refused about it, and goes to the first of them. A violation of a part of a
 * field, such as one language, stands at the field; what no field can say is said in a toast.
 */
public final class FieldErrors implements Serializable {
    private static final String TOO_LARGE = "file-too-large";

    @Serial
    private static final long serialVersionUID = 1L;

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /** @param name the field's name in the domain */
    public FieldErrors at(String name, HasValidation field) {
        fields.put(name, field);
        return this;
    }

    /** Takes back what was said, before another try. */
    public void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /**
     * Marks every refused field and goes to the first.
     *
     * @return whether each violation has a field here
     */
    public boolean show(InvalidInputException refused) {
        boolean all = mark(refused);
        HasValidation first = refused.violations().stream()
                .map(violation -> fieldOf(violation.field()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (first instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        if (first instanceof Component component) {
            component.scrollIntoView();
        }
        return all;
    }

    /**
     * Marks every refused field and leaves the person where they are, as while they are still writing.
     *
     * @return whether each violation has a field here
     */
    public boolean mark(InvalidInputException refused) {
        clear();
        boolean all = true;
        for (Violation violation : refused.violations()) {
            HasValidation field = fieldOf(violation.field());
            if (field == null) {
                Toast.error(message(violation));
                all = false;
                continue;
            }
            field.setErrorMessage(message(violation));
            field.setInvalid(true);
        }
        return all;
    }

    /** What is wrong, in words. */
    public static String message(Violation violation) {
        String key = "fieldError." + violation.code();
        Object[] arguments = violation.code().equals(TOO_LARGE)
                ? violation.arguments().stream().map(FieldErrors::size).toArray()
                : violation.arguments().toArray();
        String text = Formats.here().translate(key, arguments);
        return text.contains(key) ? Formats.here().translate("fieldError.other", violation.field()) : text;
    }

    private static Object size(Object argument) {
        return argument instanceof Number bytes ? Formats.here().size(bytes.longValue()) : argument;
    }

    private @Nullable HasValidation fieldOf(String name) {
        HasValidation exact = fields.get(name);
        int part = Math.max(name.lastIndexOf('.'), name.lastIndexOf('['));
        return exact != null || part < 0 ? exact : fieldOf(name.substring(0, part));
    }
}
