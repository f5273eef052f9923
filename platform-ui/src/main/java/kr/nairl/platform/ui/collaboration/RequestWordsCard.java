package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serial;
import kr.nairl.platform.core.collaboration.RequestPage;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** What is proposed: the summary that the lab's managers see too, and, marked, what only the two sides read. */
class RequestWordsCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    RequestWordsCard(RequestPage page) {
        super(
                UI.getCurrent().getTranslation("request.proposal"),
                prose(page.row().summary()));
        Div closed = new Div();
        closed.addClassName("confidential");
        Tag mark = new Tag(getTranslation("request.form.closed.tag"), Tone.BRAND).withIcon(Glyph.LOCK);
        RequestPage.Confidential words = page.confidential();
        closed.add(mark);
        if (words == null) {
            Paragraph withheld = new Paragraph(getTranslation("request.withheld"));
            withheld.addClassNames("small", "dim");
            closed.add(withheld);
        } else {
            part(closed, "request.field.proposal", words.proposal());
            part(closed, "request.field.offer", words.offer());
            part(closed, "request.field.outcome", words.outcome());
        }
        add(closed);
    }

    private void part(Div closed, String key, String text) {
        if (!text.isBlank()) {
            closed.add(new H3(getTranslation(key)), prose(text));
        }
    }

    private static Component prose(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("prose");
        return paragraph;
    }
}
