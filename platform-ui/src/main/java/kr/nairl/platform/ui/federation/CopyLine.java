package kr.nairl.platform.ui.federation;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import java.io.Serial;
import kr.nairl.platform.ui.component.Buttons;

/** A value to be entered elsewhere, exactly: a click copies it. */
final class CopyLine extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    CopyLine(String value) {
        addClassName("copy-line");
        Code code = new Code(value);
        add(
                code,
                Buttons.quiet(
                        getTranslation("federation.copy"),
                        click -> getElement().executeJs("navigator.clipboard?.writeText($0)", value)));
    }
}
