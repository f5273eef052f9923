package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of a request through its states: what is done, where it stands, what is still to come. */
public final class Stepper extends OrderedList {

    /** How far a step is. */
    public enum Progress {
        DONE,
        CURRENT,
        AHEAD,
        /** The way ended here: declined, withdrawn, expired. */
        STOPPED
    }

    /**
     * One step.
     *
     * @param label the state in words
     * @param progress how far it is
     * @param detail a date or a name beneath, if any
     */
    public record Step(
            String label, Progress progress, @Nullable String detail) implements Serializable {}

    public Stepper(List<Step> steps) {
        addClassName("stepper");
        steps.forEach(step -> add(item(step)));
    }

    private ListItem item(Step step) {
        Span label = new Span(step.label());
        label.addClassName("label");
        Span spoken = new Span(getTranslation(spokenKey(step.progress())));
        spoken.addClassName("visually-hidden");
        ListItem item = new ListItem(label, spoken);
        item.addClassName(
                switch (step.progress()) {
                    case DONE -> "done";
                    case CURRENT -> "current";
                    case AHEAD -> "ahead";
                    case STOPPED -> "stopped";
                });
        if (step.progress() == Progress.CURRENT || step.progress() == Progress.STOPPED) {
            item.getElement().setAttribute("aria-current", "step");
        }
        if (step.detail() != null) {
            Span detail = new Span(step.detail());
            detail.addClassName("detail");
            item.add(detail);
        }
        return item;
    }

    private static String spokenKey(Progress progress) {
        return switch (progress) {
            case DONE -> "component.step.done";
            case CURRENT -> "component.step.current";
            case AHEAD -> "component.step.ahead";
            case STOPPED -> "component.step.stopped";
        };
    }
}
