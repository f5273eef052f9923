package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;

/**
 * The four weights of an action: one primary per page, plain ones beside it, quiet ones for the rarely used, and
 * destructive ones, which always go through {@link Confirmation} or can be undone.
 */
public final class Buttons {
    private Buttons() {}

    public static Button primary(String text, ComponentEventListener<ClickEvent<Button>> listener) {
        Button button = plain(text, listener);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    public static Button plain(String text, ComponentEventListener<ClickEvent<Button>> listener) {
        return new Button(text, listener);
    }

    public static Button quiet(String text, ComponentEventListener<ClickEvent<Button>> listener) {
        Button button = plain(text, listener);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    public static Button destructive(String text, ComponentEventListener<ClickEvent<Button>> listener) {
        Button button = plain(text, listener);
        button.addThemeVariants(ButtonVariant.ERROR);
        return button;
    }

    /** A button that shows only an icon; its name is spoken, and shown as a tooltip. */
    public static Button icon(Glyph glyph, String name, ComponentEventListener<ClickEvent<Button>> listener) {
        Button button = new Button(glyph.icon(), listener);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("icon-only");
        button.setAriaLabel(name);
        Tooltip.forComponent(button).setText(name);
        return button;
    }

    /** A link to a page that looks like a plain action: what only navigates stays a link. */
    public static RouterLink link(String text, Class<? extends Component> target, RouteParameters parameters) {
        RouterLink link = new RouterLink(text, target, parameters);
        link.addClassName("button");
        return link;
    }

    /** The page's one main action, where it only navigates. */
    public static RouterLink primaryLink(String text, Class<? extends Component> target, RouteParameters parameters) {
        RouterLink link = link(text, target, parameters);
        link.addClassName("primary");
        return link;
    }

    /**
     * A link out of the Vaadin application, such as a public page or a download.
     *
     * @param address same-origin path or https address; never taken from a person's input unchecked
     */
    public static Anchor outside(String text, String address) {
        Anchor link = new Anchor(address, text);
        link.addClassName("button");
        link.setRouterIgnore(true);
        return link;
    }
}
