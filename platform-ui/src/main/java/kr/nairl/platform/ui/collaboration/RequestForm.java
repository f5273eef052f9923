package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.nairl.platform.core.collaboration.RequestDraft;
import kr.nairl.platform.core.collaboration.RequestMode;
import kr.nairl.platform.core.collaboration.RequestPage;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.CountedTextArea;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/**
 * The words of a draft, in two cards that say who reads them. Tells of every change of a person's hand, a moment after
 * it; refuses nothing itself, but shows at its fields what the domain refused.
 */
class RequestForm extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int TELL_AFTER_MILLIS = 700;
    private static final int LONG_ROWS = 8;

    private final TextField title = new TextField();
    private final CountedTextArea summary =
            new CountedTextArea(getTranslation("request.field.summary"), RequestDraft.MAX_SUMMARY);
    private final Select<RequestMode> mode = new Select<>();
    private final CountedTextArea proposal =
            new CountedTextArea(getTranslation("request.field.proposal"), RequestDraft.MAX_PROPOSAL);
    private final CountedTextArea offer =
            new CountedTextArea(getTranslation("request.field.offer"), RequestDraft.MAX_MORE);
    private final CountedTextArea outcome =
            new CountedTextArea(getTranslation("request.field.outcome"), RequestDraft.MAX_MORE);

    private final Map<String, Component> fields = new LinkedHashMap<>();

    RequestForm(SerializableRunnable changed) {
        addClassName("stack");
        title.setLabel(getTranslation("request.field.title"));
        title.setWidthFull();
        title.setValueChangeMode(ValueChangeMode.LAZY);
        title.setValueChangeTimeout(TELL_AFTER_MILLIS);
        title.addValueChangeListener(change -> countTitle());
        mode.setLabel(getTranslation("request.mode"));
        mode.setItems(RequestMode.values());
        mode.setItemLabelGenerator(value -> getTranslation("mode." + value.name()));
        mode.addValueChangeListener(change -> tell(change.isFromClient(), changed));
        title.addValueChangeListener(change -> tell(change.isFromClient(), changed));
        for (CountedTextArea area : new CountedTextArea[] {summary, proposal, offer, outcome}) {
            area.setValueChangeTimeout(TELL_AFTER_MILLIS);
            area.addValueChangeListener(change -> tell(change.isFromClient(), changed));
        }
        proposal.setMinRows(LONG_ROWS);
        title.setRequiredIndicatorVisible(true);
        summary.setRequiredIndicatorVisible(true);
        proposal.setRequiredIndicatorVisible(true);
        proposal.setPlaceholder(getTranslation("request.form.proposal.hint"));
        offer.setPlaceholder(getTranslation("request.form.offer.hint"));
        outcome.setPlaceholder(getTranslation("request.form.outcome.hint"));
        summary.setPlaceholder(getTranslation("request.form.summary.hint"));
        fields.put("title", title);
        fields.put("summary", summary);
        fields.put("proposal", proposal);
        fields.put("offer", offer);
        fields.put("outcome", outcome);
        add(
                part("request.form.open", Glyph.EYE, Tone.NEUTRAL, "request.form.open.who", title, summary, mode),
                part(
                        "request.form.closed",
                        Glyph.LOCK,
                        Tone.BRAND,
                        "request.form.closed.who",
                        proposal,
                        offer,
                        outcome));
    }

    /** Fills the fields; tells of nothing. */
    void show(RequestPage page) {
        title.setValue(page.row().title());
        summary.setValue(page.row().summary());
        mode.setValue(page.row().mode());
        RequestPage.Confidential words = page.confidential();
        proposal.setValue(words == null ? "" : words.proposal());
        offer.setValue(words == null ? "" : words.offer());
        outcome.setValue(words == null ? "" : words.outcome());
        countTitle();
    }

    RequestDraft draft() {
        return new RequestDraft(
                title.getValue(),
                summary.getValue(),
                proposal.getValue(),
                offer.getValue(),
                outcome.getValue(),
                mode.getValue());
    }

    /** Says at each field what is wrong with it, and leads to the first. */
    void mark(InvalidInputException refused, boolean lead) {
        boolean first = lead;
        for (Map.Entry<String, Component> field : fields.entrySet()) {
            for (InvalidInputException.Violation violation : refused.violations()) {
                if (violation.field().equals(field.getKey())
                        && field.getValue() instanceof HasValidation markable
                        && !markable.isInvalid()) {
                    markable.setErrorMessage(getTranslation(
                            "request.violation." + violation.code(),
                            violation.arguments().toArray()));
                    markable.setInvalid(true);
                    if (first && field.getValue() instanceof Focusable<?> focusable) {
                        focusable.focus();
                        first = false;
                    }
                }
            }
        }
    }

    private static void tell(boolean byHand, SerializableRunnable changed) {
        if (byHand) {
            changed.run();
        }
    }

    private void countTitle() {
        Formats formats = Formats.here();
        int length = title.getValue().length();
        title.setHelperText(
                getTranslation("component.count", formats.number(length), formats.number(RequestDraft.MAX_TITLE)));
        boolean over = length > RequestDraft.MAX_TITLE;
        if (over) {
            title.setErrorMessage(
                    getTranslation("component.count.over", formats.number(length - RequestDraft.MAX_TITLE)));
        }
        title.setInvalid(over);
    }

    private Card part(String key, Glyph glyph, Tone tone, String whoKey, Component... inside) {
        Paragraph who = new Paragraph(getTranslation(whoKey));
        who.addClassNames("small", "dim");
        Div body = Columns.stack(inside);
        Card card = new Card(getTranslation(key), who, body);
        return card.withActions(new Tag(getTranslation(key + ".tag"), tone).withIcon(glyph));
    }
}
