package kr.nairl.platform.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.Map;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.core.privacy.ConsentRecord;
import kr.nairl.platform.core.privacy.Consents;
import kr.nairl.platform.core.privacy.Purpose;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.Toast;

/** What the person has agreed to; an optional consent is taken back with the click that gave it. */
final class ConsentsCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Consents consents;
    private final transient SignedIn who;

    ConsentsCard(Consents consents, SignedIn who) {
        this.consents = consents;
        this.who = who;
        show();
    }

    private void show() {
        removeAll();
        Map<Purpose, ConsentRecord> holding = Consents.holding(consents.register(who.issuer(), who.getName()));
        ListCard list = new ListCard(getTranslation("privacy.consents"));
        for (Purpose purpose : Purpose.values()) {
            list.withRow(row(purpose, holding));
        }
        add(list);
    }

    private Div row(Purpose purpose, Map<Purpose, ConsentRecord> holding) {
        ConsentRecord record = holding.get(purpose);
        boolean given = record != null && record.given();
        Span title = new Span(getTranslation("privacy.consent." + purpose.name()));
        title.addClassName("row-title");
        Paragraph about = new Paragraph(getTranslation("privacy.consent." + purpose.name() + ".about"));
        about.addClassNames("small", "dim");
        Span state = new Span(
                record == null
                        ? getTranslation("privacy.consent.never")
                        : getTranslation(
                                given ? "privacy.consent.given" : "privacy.consent.refused",
                                Formats.here().date(record.at()),
                                record.version()));
        state.addClassNames("small", "faint");
        Div row = new Div(title, about, state);
        row.addClassName("consent-row");
        if (purpose.isRequired()) {
            row.add(
                    given
                            ? leave()
                            : Buttons.plain(getTranslation("privacy.consent.do"), click -> decide(purpose, true)));
        } else {
            Checkbox wanted = new Checkbox(getTranslation("privacy.consent.wanted"), given);
            wanted.addValueChangeListener(change -> decide(purpose, change.getValue()));
            row.add(wanted);
        }
        return row;
    }

    private Component leave() {
        Paragraph leave = new Paragraph(getTranslation("privacy.consent.leave"));
        leave.addClassNames("small", "dim");
        return leave;
    }

    private void decide(Purpose purpose, boolean given) {
        consents.decide(who.issuer(), who.getName(), purpose, given);
        Toast.success(getTranslation(given ? "privacy.consent.done" : "privacy.consent.back"));
        show();
    }
}
