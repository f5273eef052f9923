package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.io.Serial;
import java.io.Serializable;

/**
 * What is written in one place of a page and not kept yet. As long as it waits, the browser asks before the page is closed,
 * reloaded or left for another site, and {@link #askBefore} asks before another page of the platform is opened.
 *
 * <p>Typing counts from the first key on; whoever owns the place says when everything in it is kept.
 */
public final class UnsavedWork implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String GLUE = "context://scripts/unsaved.js";

    private static final int SETTLED_MILLIS = 800;

    private final Component place;
    private boolean waiting;

    /** @param place the form or card in which people write */
    public UnsavedWork(Component place) {
        this.place = place;
        // What is typed and undone at once changes no field's value, so nobody would say that nothing waits.
        place.getElement()
                .addEventListener("input", typed -> tell(waiting ? "waits" : "kept"))
                .debounce(SETTLED_MILLIS);
        place.addAttachListener(attached -> {
            attached.getUI().getPage().addJavaScript(GLUE);
            tell("watch");
            if (waiting) {
                tell("waits");
            }
        });
    }

    /**
     * Asks after each change of these fields whether anything waits.
     *
     * @param differs whether what stands in the fields is not what is kept
     */
    public void watch(SerializableSupplier<Boolean> differs, HasValue<?, ?>... fields) {
        for (HasValue<?, ?> field : fields) {
            field.addValueChangeListener(change -> set(differs.get()));
        }
    }

    /** Whether something waits, after it was written or kept. */
    public void set(boolean nowWaiting) {
        waiting = nowWaiting;
        tell(nowWaiting ? "waits" : "kept");
    }

    /** Whatever waits is given up or has been kept, and the page may be left at once. */
    public void forget() {
        waiting = false;
        tell("forget");
    }

    public boolean isWaiting() {
        return waiting;
    }

    /** Asks before another page is opened while something waits. */
    public void askBefore(BeforeLeaveEvent leaving) {
        if (!waiting) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction on = leaving.postpone();
        Confirmation.askBeforeLoss(
                place.getTranslation("component.unsaved.question"),
                place.getTranslation("component.unsaved.consequence"),
                place.getTranslation("component.unsaved.leave"),
                () -> {
                    forget();
                    on.proceed();
                },
                // Otherwise Vaadin takes the page that was not opened for the current one, and the address stays
                // behind.
                on::cancel);
    }

    private void tell(String what) {
        if (place.isAttached()) {
            place.getElement().executeJs("window.platformUnsaved." + what + "(this)");
        }
    }
}
