package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Glyph;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every signed-in page: navigation at the side, which on a phone is a drawer behind a button; the person's
 * card at its foot; the page itself in {@code main}. What it shows is read again with each navigation, so a right that
 * was taken away is gone with the next click.
 */
@PermitAll
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private static final String MAIN = "main";

    private final ShellContents contents;
    private final Nav side = new Nav();
    private final Navigation navigation = new Navigation();
    private final NoticeBell bell;
    private final ReaderMenu reader;
    private final Main main = new Main();
    private final Section banner = new Section();
    private final Section top = new Section();
    private final Button opener;
    private final Div scrim = new Div();
    private final Span labName = new Span();
    private final Span topName = new Span();
    private @Nullable ShortcutRegistration escape;
    private @Nullable Registration telling;

    public MainLayout(ShellContents contents) {
        this.contents = contents;
        addClassName("shell");
        bell = new NoticeBell(contents);
        reader = new ReaderMenu(contents, PopoverPosition.TOP_START);
        opener = Buttons.icon(Glyph.MENU, getTranslation("shell.menu.open"), click -> openDrawer());
        opener.getElement().setAttribute("aria-expanded", "false");
        Button closer = Buttons.icon(Glyph.X, getTranslation("shell.menu.close"), click -> closeDrawer(true));
        closer.addClassName("drawer-close");

        Div head = new Div(logo(labName), closer);
        head.addClassName("side-head");
        side.addClassName("side");
        side.setAriaLabel(getTranslation("shell.navigation"));
        side.add(head, navigation, reader);

        top.addClassName("top-bar");
        top.setAriaLabel(getTranslation("shell.bar"));
        top.add(opener, logo(topName));

        banner.addClassName("banner");
        banner.setAriaLabel(getTranslation("shell.banner"));
        scrim.addClassName("scrim");
        scrim.addClickListener(click -> closeDrawer(true));
        main.setId(MAIN);
        main.getElement().setAttribute("tabindex", "-1");
        Div body = new Div(top, banner, main);
        body.addClassName("shell-body");
        add(skipLink(), side, bell, scrim, body);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(Objects.requireNonNull(content).getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        UI ui = attach.getUI();
        telling = contents.onNoticesChanged(() -> ui.access(this::count));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (telling != null) {
            telling.remove();
            telling = null;
        }
        super.onDetach(detach);
    }

    /** What waits has changed while the page is open. */
    private void count() {
        ShellModel model = contents.model(getLocale());
        navigation.count(model.items());
        bell.show(model.unread());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent navigated) {
        ShellModel model = contents.model(getLocale());
        labName.setText(model.labName());
        topName.setText(model.labName());
        navigation.show(model.items(), navigated.getLocation().getPath());
        reader.show(model);
        bell.show(model.unread());
        banner.setVisible(model.banner() != null);
        banner.setText(model.banner() == null ? "" : model.banner());
        closeDrawer(false);
    }

    private Component logo(Span name) {
        Div logo = new Div();
        logo.addClassName("logo");
        LabLook look = contents.look(getLocale());
        if (look.logo() == null) {
            Span sign = new Span();
            sign.addClassName("sign");
            logo.add(sign);
        } else {
            logo.add(new Image(look.logo(), ""));
        }
        logo.add(name);
        return logo;
    }

    private Anchor skipLink() {
        Anchor skip = new Anchor("#" + MAIN, getTranslation("shell.skip"));
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        return skip;
    }

    private void openDrawer() {
        addClassName("drawer-open");
        opener.getElement().setAttribute("aria-expanded", "true");
        top.getElement().setAttribute("inert", true);
        main.getElement().setAttribute("inert", true);
        side.getElement().executeJs("requestAnimationFrame(() => this.querySelector('.side-nav a')?.focus())");
        escape = Shortcuts.addShortcutListener(this, () -> closeDrawer(true), Key.ESCAPE);
    }

    private void closeDrawer(boolean focusOpener) {
        if (!hasClassName("drawer-open")) {
            return;
        }
        removeClassName("drawer-open");
        opener.getElement().setAttribute("aria-expanded", "false");
        top.getElement().removeAttribute("inert");
        main.getElement().removeAttribute("inert");
        if (escape != null) {
            escape.remove();
            escape = null;
        }
        if (focusOpener) {
            opener.focus();
        }
    }
}
