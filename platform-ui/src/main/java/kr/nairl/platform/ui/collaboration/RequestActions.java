package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.html.Paragraph;
import java.io.Serial;
import java.util.function.Supplier;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.DeclineReason;
import kr.nairl.platform.core.collaboration.HandOverReason;
import kr.nairl.platform.core.collaboration.MoveOutcome;
import kr.nairl.platform.core.collaboration.RequestCommand;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestPage;
import kr.nairl.platform.core.collaboration.RequestStep;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.CountedTextArea;
import kr.nairl.platform.ui.component.ReasonChoice;
import kr.nairl.platform.ui.component.StepButtons;
import kr.nairl.platform.ui.component.Toast;

/**
 * What the reader can do with a request now: one field for words and a button for each step that is permitted. Lives as
 * long as the page: when the request changes under the reader, {@link #show} changes the buttons and leaves the field
 * alone, so nothing typed is lost; if no step is left, what was typed stays to be copied.
 */
class RequestActions extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final RequestId id;
    private final transient RequestDesk desk;
    private final transient CurrentActor current;
    private final transient Runnable after;
    private final Paragraph turn = new Paragraph();
    private final CountedTextArea words;
    private final StepButtons<RequestStep> buttons;
    private final ReasonChoice<DeclineReason> declining;
    private final HandOverChoice handingOver;
    private int version;

    RequestActions(
            RequestId id, RequestDesk desk, ResearcherDirectory directory, CurrentActor current, Runnable after) {
        this.id = id;
        this.desk = desk;
        this.current = current;
        this.after = after;
        this.words = new CountedTextArea(getTranslation("request.words"), RequestCommand.MAX_TEXT);
        turn.addClassName("request-turn");
        declining = new ReasonChoice<>(
                getTranslation("request.declineReason.choose"),
                DeclineReason.values(),
                value -> getTranslation("request.decline." + value.name()),
                getTranslation("request.do.DECLINE"),
                getTranslation("request.reason.needed"),
                this::decline,
                () -> offerDecline(false));
        handingOver = new HandOverChoice(directory, current, this::handOver, () -> offerHandOver(false));
        buttons = new StepButtons<>(RequestStep.class)
                .with(
                        RequestStep.ACCEPT,
                        Buttons.primary(
                                getTranslation("request.do.ACCEPT"),
                                click -> take(() -> desk.accept(actor(), id, words.getValue(), version))))
                .with(
                        RequestStep.ANSWER,
                        Buttons.primary(
                                getTranslation("request.do.ANSWER"),
                                click -> withWords(() -> desk.answer(actor(), id, words.getValue(), version))))
                .with(
                        RequestStep.ASK,
                        Buttons.plain(
                                getTranslation("request.do.ASK"),
                                click -> withWords(() -> desk.ask(actor(), id, words.getValue(), version))))
                .with(
                        RequestStep.DECLINE,
                        Buttons.plain(getTranslation("request.do.DECLINE.open"), click -> offerDecline(true)))
                .with(
                        RequestStep.HAND_OVER,
                        Buttons.plain(getTranslation("request.do.HAND_OVER.open"), click -> offerHandOver(true)))
                .with(
                        RequestStep.WITHDRAW,
                        Buttons.quiet(getTranslation("request.do.WITHDRAW"), click -> askToWithdraw()));
        add(turn, words, buttons, declining, handingOver);
    }

    /** Offers what the page permits now. */
    void show(RequestPage page, String whoseTurn) {
        version = page.row().version();
        turn.setText(whoseTurn);
        boolean any = !page.permitted().isEmpty();
        setVisible(any || !words.getValue().isBlank());
        words.setReadOnly(!any);
        words.setLabel(getTranslation(any ? wordsKey(page) : "request.words.kept"));
        buttons.offer(page.permitted());
        if (!page.permitted().contains(RequestStep.DECLINE)) {
            declining.setVisible(false);
        }
        handingOver.from(page.row().researcher());
        if (!page.permitted().contains(RequestStep.HAND_OVER)) {
            handingOver.setVisible(false);
        }
        buttons.setVisible(any && !declining.isVisible() && !handingOver.isVisible());
    }

    private static String wordsKey(RequestPage page) {
        if (page.permitted().contains(RequestStep.ANSWER)) {
            return "request.words.answer";
        }
        return page.permitted().contains(RequestStep.ACCEPT) ? "request.words" : "request.words.withdraw";
    }

    private void askToWithdraw() {
        Confirmation.askBeforeLoss(
                getTranslation("request.withdraw.question"),
                getTranslation("request.withdraw.consequence"),
                getTranslation("request.do.WITHDRAW"),
                () -> take(() -> desk.withdraw(actor(), id, words.getValue(), version)));
    }

    private void offerDecline(boolean open) {
        declining.setVisible(open);
        buttons.setVisible(!open);
    }

    private void offerHandOver(boolean open) {
        handingOver.setVisible(open);
        buttons.setVisible(!open);
    }

    private Actor actor() {
        return current.actor();
    }

    private void withWords(Supplier<MoveOutcome> step) {
        if (words.getValue().isBlank()) {
            words.setErrorMessage(getTranslation("request.words.needed"));
            words.setInvalid(true);
            words.focus();
            return;
        }
        take(step);
    }

    private void handOver(ResearcherId to, HandOverReason reason) {
        take(() -> desk.handOver(actor(), id, to, reason, words.getValue(), version));
    }

    private void decline(DeclineReason chosen) {
        take(() -> desk.decline(actor(), id, chosen, words.getValue(), version));
    }

    private void take(Supplier<MoveOutcome> step) {
        MoveOutcome outcome;
        try {
            outcome = step.get();
        } catch (InvalidInputException refused) {
            // The only field there is: its words are too long.
            words.focus();
            return;
        }
        switch (outcome) {
            case MoveOutcome.Moved moved -> {
                words.clear();
                declining.setVisible(false);
                handingOver.setVisible(false);
                Toast.success(getTranslation("request.moved." + moved.state().name()));
            }
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
