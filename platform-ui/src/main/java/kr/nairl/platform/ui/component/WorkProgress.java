package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** Long work under way: what is being done, and how far it is where that is known. */
public final class WorkProgress extends Div {
    private final ProgressBar bar = new ProgressBar();
    private final Span step = new Span();

    /** @param text what is being done */
    public WorkProgress(String text) {
        addClassName("work-progress");
        step.setText(text);
        step.getElement().setAttribute("role", "status");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", text);
        add(step, bar);
    }

    /**
     * Tells how far the work is.
     *
     * @param share between 0 and 1
     */
    public void reached(String text, double share) {
        step.setText(text);
        bar.setIndeterminate(false);
        bar.setValue(Math.clamp(share, 0, 1));
    }
}
