package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serial;
import kr.nairl.platform.auth.FreshProof;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Toast;

/**
 * Says that the step needs a fresh proof of who the person is, and leads to it in a window of its own: the page behind
 * stays, with all that was typed. Closes when that window tells that it is done.
 */
final class ProofDialog extends Dialog {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The name under which windows of this browser tell each other. */
    static final String CHANNEL = "platform-proven";

    ProofDialog() {
        setHeaderTitle(getTranslation("account.proof.title"));
        setWidth("30rem");
        Anchor prove = Buttons.outside(getTranslation("account.proof.do"), FreshProof.IN_A_WINDOW);
        prove.addClassName("primary");
        prove.setTarget("_blank");
        // So that the window may close itself.
        prove.getElement().setAttribute("rel", "opener");
        add(new Paragraph(getTranslation("account.proof.text")));
        getFooter().add(Buttons.quiet(getTranslation("component.cancel"), click -> close()), prove);
        getElement().addEventListener("proven", proven -> {
            close();
            Toast.success(getTranslation("account.proof.again"));
        });
        addAttachListener(attached -> getElement()
                .executeJs(
                        "const told = new BroadcastChannel($0);"
                                + "told.onmessage = () => { told.close(); this.dispatchEvent(new CustomEvent('proven')); };",
                        CHANNEL));
    }
}
