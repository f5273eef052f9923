package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.Command;

/**
 * Asks before a step that others notice or that cannot be undone. Escape cancels; before a loss Cancel has the focus, so
 * that a hasty Enter loses nothing.
 */
public final class Confirmation {
    private Confirmation() {}

    /**
     * @param question what is about to happen, as a question
     * @param consequence what it means for whom
     * @param verb the action's own word, never 'OK'
     */
    public static void ask(String question, String consequence, String verb, Command action) {
        dialog(question, consequence, verb, "primary", action).open();
    }

    /** For a step that removes or ends something. */
    public static void askBeforeLoss(String question, String consequence, String verb, Command action) {
        askBeforeLoss(question, consequence, verb, action, () -> {});
    }

    /** For a step that removes or ends something, where not taking it needs to be said as well. */
    public static void askBeforeLoss(
            String question, String consequence, String verb, Command action, Command otherwise) {
        ConfirmDialog dialog = dialog(question, consequence, verb, "error primary", action);
        dialog.addCancelListener(cancel -> otherwise.execute());
        dialog.open();
        dialog.getElement()
                .executeJs(
                        "setTimeout(() => this.querySelector('[slot=cancel-button]')?.focus({focusVisible: true}), 60)");
    }

    private static ConfirmDialog dialog(
            String question, String consequence, String verb, String theme, Command action) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setText(consequence);
        dialog.setCancelable(true);
        dialog.setCancelText(dialog.getTranslation("component.cancel"));
        dialog.setCancelButtonTheme("tertiary");
        dialog.setConfirmText(verb);
        dialog.setConfirmButtonTheme(theme);
        dialog.addConfirmListener(confirm -> action.execute());
        return dialog;
    }
}
