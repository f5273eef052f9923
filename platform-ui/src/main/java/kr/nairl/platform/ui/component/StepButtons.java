package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.io.Serial;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A row with a button for each step that may be taken. The buttons live as long as the page and are only shown and
 * hidden: a page that reads itself again under a person's hand must not swap the button being pressed for a new one, for
 * then the press is lost.
 *
 * @param <S> the steps
 */
public final class StepButtons<S extends Enum<S>> extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Map<S, Button> buttons;

    public StepButtons(Class<S> steps) {
        buttons = new EnumMap<>(steps);
        addClassName("row");
    }

    /** Adds a step's button after those there are; not shown before it is offered. */
    public StepButtons<S> with(S step, Button button) {
        button.setVisible(false);
        buttons.put(step, button);
        add(button);
        return this;
    }

    /** Shows the buttons of the permitted steps and hides the others. */
    public void offer(Set<S> permitted) {
        buttons.forEach((step, button) -> button.setVisible(permitted.contains(step)));
    }
}
