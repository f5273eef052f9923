package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.io.Serial;

/** A field with the choice of who sees it at its upper end; the keyboard comes to the field first. */
public final class GuardedField extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    public GuardedField(Component field, AudiencePicker picker) {
        addClassName("guarded-field");
        add(field, picker);
    }
}
