package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableSupplier;
import java.io.Serial;
import java.util.Optional;

/** A part of a page that is worked out once the rest is on the screen. Takes no room when there is nothing to show. */
public final class Later extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param work what to show; runs in the browser's next request */
    public Later(SerializableSupplier<Optional<Component>> work) {
        addClassName("later");
        getElement().executeJs("return true").then(shown -> work.get().ifPresent(this::add));
    }
}
