package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import kr.nairl.platform.ui.component.Confirmation;

/** Asks whether one's own text shall replace what somebody else saved meanwhile. */
final class Overtaken {

    private Overtaken() {}

    static void ask(Component page, Command mine) {
        Confirmation.askBeforeLoss(
                page.getTranslation("editor.overtaken.question"),
                page.getTranslation("editor.overtaken.consequence"),
                page.getTranslation("editor.overtaken.mine"),
                mine);
    }
}
