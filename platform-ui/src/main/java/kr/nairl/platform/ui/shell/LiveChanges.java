package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.function.Predicate;
import kr.nairl.platform.core.shared.Changes;

/** Reads an open page again when something changed that it shows. Listens while the page is attached, no longer. */
public final class LiveChanges {

    private LiveChanges() {}

    /**
     * @param meant whether the page shows what changed; everything counts as changed after the line was down
     * @param again reads and shows again, with the page's own actor
     */
    public static void keep(Component page, Changes changes, Predicate<Changes.Change> meant, Command again) {
        page.addAttachListener(attached -> {
            UI ui = attached.getUI();
            Changes.Subscription subscription = changes.subscribe(change -> {
                if (change.kind() == Changes.Kind.EVERYTHING || meant.test(change)) {
                    ui.access(again);
                }
            });
            page.addDetachListener(detached -> {
                detached.unregisterListener();
                subscription.close();
            });
        });
    }
}
