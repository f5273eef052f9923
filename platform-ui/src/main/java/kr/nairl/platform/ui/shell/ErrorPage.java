package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import kr.nairl.platform.ui.component.Glyph;

/** What all error pages look like: what happened, what to do, and the way home. Nothing of the cause is shown. */
abstract class ErrorPage extends Div {
    private final Main main = new Main();

    ErrorPage() {
        addClassName("error-page");
        main.addClassName("card");
        add(main);
    }

    final void say(Glyph glyph, String titleKey, String adviceKey, Component... more) {
        Span icon = glyph.icon();
        icon.addClassName("glyph-l");
        Paragraph advice = new Paragraph(getTranslation(adviceKey));
        advice.addClassName("dim");
        Anchor home = new Anchor("/", getTranslation("error.home"));
        home.addClassNames("button", "primary");
        home.setRouterIgnore(true);
        main.removeAll();
        main.add(icon, new H1(getTranslation(titleKey)), advice);
        main.add(more);
        main.add(home);
    }
}
