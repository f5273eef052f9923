package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.Command;

/**
 * A short message that an action went well or did not. Good news goes away by itself; an error stays until it is
 * closed. What a field can say is said at the field, not here.
 */
public final class Toast {
    private static final int READ_MILLIS = 5_000;
    private static final int UNDO_MILLIS = 10_000;
    private static final int UNTIL_CLOSED = 0;

    private Toast() {}

    public static Notification success(String text) {
        return show(text, Glyph.CIRCLE_CHECK, NotificationVariant.SUCCESS, READ_MILLIS);
    }

    public static Notification error(String text) {
        return show(text, Glyph.CIRCLE_ALERT, NotificationVariant.ERROR, UNTIL_CLOSED);
    }

    /** Good news about a step that can still be taken back. */
    public static Notification undoable(String text, String undo, Command takeBack) {
        Notification toast = show(text, Glyph.CIRCLE_CHECK, NotificationVariant.SUCCESS, UNDO_MILLIS);
        Button button = new Button(undo, click -> {
            toast.close();
            takeBack.execute();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.addClassName("toast-action");
        toast.getChildren()
                .findFirst()
                .map(Component::getElement)
                .ifPresent(line -> line.insertChild(line.getChildCount() - 1, button.getElement()));
        return toast;
    }

    private static Notification show(String text, Glyph glyph, NotificationVariant variant, int millis) {
        Notification toast = new Notification();
        toast.addThemeVariants(variant);
        toast.setDuration(millis);
        toast.setPosition(Notification.Position.BOTTOM_END);
        toast.setAssertive(variant == NotificationVariant.ERROR);
        Span words = new Span(text);
        words.addClassName("toast-words");
        Button close = Buttons.icon(Glyph.X, UI.getCurrent().getTranslation("component.close"), click -> toast.close());
        close.addThemeVariants(ButtonVariant.SMALL);
        Div line = new Div(glyph.icon(), words, close);
        line.addClassNames("toast", variant == NotificationVariant.ERROR ? Tone.BAD.css() : Tone.OK.css());
        toast.add(line);
        toast.open();
        return toast;
    }
}
