package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.io.Serial;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.DeclineReason;
import kr.nairl.platform.core.collaboration.MoveOutcome;
import kr.nairl.platform.core.collaboration.RequestCommand;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestPage;
import kr.nairl.platform.core.collaboration.RequestStep;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.CountedTextArea;
import kr.nairl.platform.ui.component.Toast;

/** What the reader can do with a request now: one field for words and a button for each step that is permitted. */
class RequestActions extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final RequestId id;
    private final int version;
    private final transient RequestDesk desk;
    private final transient CurrentActor current;
    private final transient Runnable after;
    private final CountedTextArea words;
    private final ComboBox<DeclineReason> reason = new ComboBox<>();

    RequestActions(RequestPage page, RequestDesk desk, CurrentActor current, Runnable after) {
        this.id = page.row().id();
        this.version = page.row().version();
        this.desk = desk;
        this.current = current;
        this.after = after;
        this.words = new CountedTextArea(getTranslation("request.words"), RequestCommand.MAX_TEXT);
        words.setWidthFull();
        Div buttons = Columns.row();
        if (page.permitted().contains(RequestStep.SEND)) {
            buttons.add(Buttons.primary(
                    getTranslation("request.do.SEND"), click -> finish(desk.send(actor(), id, version))));
        } else {
            add(words);
        }
        if (page.permitted().contains(RequestStep.ACCEPT)) {
            buttons.add(Buttons.primary(
                    getTranslation("request.do.ACCEPT"),
                    click -> finish(desk.accept(actor(), id, words.getValue(), version))));
        }
        if (page.permitted().contains(RequestStep.ANSWER)) {
            buttons.add(Buttons.primary(
                    getTranslation("request.do.ANSWER"),
                    click -> withWords(() -> desk.answer(actor(), id, words.getValue(), version))));
        }
        if (page.permitted().contains(RequestStep.ASK)) {
            buttons.add(Buttons.plain(
                    getTranslation("request.do.ASK"),
                    click -> withWords(() -> desk.ask(actor(), id, words.getValue(), version))));
        }
        if (page.permitted().contains(RequestStep.DECLINE)) {
            reason.setLabel(getTranslation("request.declineReason"));
            reason.setItems(DeclineReason.values());
            reason.setItemLabelGenerator(value -> getTranslation("request.decline." + value.name()));
            add(reason);
            buttons.add(Buttons.plain(getTranslation("request.do.DECLINE"), click -> decline()));
        }
        if (page.permitted().contains(RequestStep.WITHDRAW)) {
            buttons.add(Buttons.quiet(
                    getTranslation("request.do.WITHDRAW"),
                    click -> Confirmation.askBeforeLoss(
                            getTranslation("request.withdraw.question"),
                            getTranslation("request.withdraw.consequence"),
                            getTranslation("request.do.WITHDRAW"),
                            () -> finish(desk.withdraw(actor(), id, words.getValue(), version)))));
        }
        add(buttons);
    }

    private Actor actor() {
        return current.actor();
    }

    private void withWords(java.util.function.Supplier<MoveOutcome> step) {
        if (words.getValue().isBlank()) {
            words.setInvalid(true);
            words.setErrorMessage(getTranslation("request.words.needed"));
            words.focus();
            return;
        }
        finish(step.get());
    }

    private void decline() {
        if (reason.getValue() == null) {
            reason.setInvalid(true);
            reason.setErrorMessage(getTranslation("request.reason.needed"));
            reason.focus();
            return;
        }
        finish(desk.decline(actor(), id, reason.getValue(), words.getValue(), version));
    }

    private void finish(MoveOutcome outcome) {
        switch (outcome) {
            case MoveOutcome.Moved moved ->
                Toast.success(getTranslation("request.moved." + moved.state().name()));
            case MoveOutcome.Refused refused ->
                Toast.error(getTranslation("request.refused." + refused.reason().name()));
            case MoveOutcome.Overtaken overtaken -> {
                LocalizedText by = overtaken.by();
                Toast.error(getTranslation(
                        "request.overtaken",
                        by == null ? getTranslation("request.somebody") : by.text(Language.of(getLocale())),
                        getTranslation("request.state." + overtaken.current().name())));
            }
        }
        after.run();
    }
}
