package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;

/** Says above a form that somebody else saved meanwhile, and offers both ways on. Hidden until that happens. */
final class OvertakenNotice extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    OvertakenNotice(Command saveMine, Command loadTheirs) {
        super();
        add(
                new Paragraph(getTranslation("organisation.overtaken")),
                Columns.row(
                        Buttons.plain(getTranslation("organisation.overtaken.mine"), click -> saveMine.execute()),
                        Buttons.quiet(getTranslation("organisation.overtaken.theirs"), click -> loadTheirs.execute())));
        addClassName("overtaken");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }
}
