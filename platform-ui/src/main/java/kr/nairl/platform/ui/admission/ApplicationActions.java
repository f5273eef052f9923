package kr.nairl.platform.ui.admission;

import com.vaadin.flow.component.html.Paragraph;
import java.io.Serial;
import java.util.Set;
import java.util.function.Supplier;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.admission.AdmissionDesk;
import kr.nairl.platform.core.admission.Admissions;
import kr.nairl.platform.core.admission.ApplicationCommand;
import kr.nairl.platform.core.admission.ApplicationId;
import kr.nairl.platform.core.admission.ApplicationPage;
import kr.nairl.platform.core.admission.DeclineReason;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.CountedTextArea;
import kr.nairl.platform.ui.component.ReasonChoice;
import kr.nairl.platform.ui.component.StepButtons;
import kr.nairl.platform.ui.component.Toast;

/**
 * What a manager can do with an application now: one field for words to the applicant, and a button for each step that is
 * permitted. Lives as long as the page, so that nothing typed is lost when the application changes meanwhile.
 */
class ApplicationActions extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ApplicationId id;
    private final transient AdmissionDesk desk;
    private final transient CurrentActor current;
    private final transient Runnable after;
    private final Paragraph turn = new Paragraph();
    private final CountedTextArea words;
    private final StepButtons<ApplicationCommand.Name> buttons;
    private final ReasonChoice<DeclineReason> declining;
    private String contact = "";

    ApplicationActions(ApplicationId id, AdmissionDesk desk, CurrentActor current, Runnable after) {
        this.id = id;
        this.desk = desk;
        this.current = current;
        this.after = after;
        words = new CountedTextArea(getTranslation("application.words"), Admissions.WORDS_MAX);
        turn.addClassName("request-turn");
        declining = new ReasonChoice<>(
                getTranslation("application.decline.choose"),
                DeclineReason.values(),
                value -> getTranslation("application.decline." + value.name()),
                getTranslation("application.do.DECLINE"),
                getTranslation("application.decline.needed"),
                this::decline,
                () -> offerDecline(false));
        buttons = new StepButtons<>(ApplicationCommand.Name.class)
                .with(
                        ApplicationCommand.Name.APPROVE,
                        Buttons.primary(getTranslation("application.do.APPROVE"), click -> askToApprove()))
                .with(ApplicationCommand.Name.ASK, Buttons.plain(getTranslation("application.do.ASK"), click -> ask()))
                .with(
                        ApplicationCommand.Name.DECLINE,
                        Buttons.plain(getTranslation("application.do.DECLINE.open"), click -> offerDecline(true)));
        add(turn, words, buttons, declining);
    }

    void show(ApplicationPage page) {
        Set<ApplicationCommand.Name> permitted = page.permitted();
        contact = page.application().sheet().contact().value();
        boolean any = !permitted.isEmpty();
        turn.setText(
                getTranslation("application.turn." + page.application().state().name()));
        words.setVisible(any || !words.getValue().isBlank());
        words.setReadOnly(!any);
        buttons.offer(permitted);
        if (!permitted.contains(ApplicationCommand.Name.DECLINE)) {
            declining.setVisible(false);
        }
        buttons.setVisible(any && !declining.isVisible());
    }

    private void askToApprove() {
        Confirmation.ask(
                getTranslation("application.approve.question"),
                getTranslation("application.approve.consequence", contact),
                getTranslation("application.do.APPROVE"),
                () -> take(() -> desk.approve(current.actor(), id)));
    }

    private void ask() {
        if (words.getValue().isBlank()) {
            words.setErrorMessage(getTranslation("application.words.needed"));
            words.setInvalid(true);
            words.focus();
            return;
        }
        take(() -> desk.ask(current.actor(), id, words.getValue()));
    }

    private void decline(DeclineReason chosen) {
        take(() -> desk.decline(current.actor(), id, chosen, words.getValue()));
    }

    private void offerDecline(boolean open) {
        declining.setVisible(open);
        buttons.setVisible(!open);
    }

    private void take(Supplier<AdmissionDesk.Outcome> step) {
        AdmissionDesk.Outcome outcome;
        try {
            outcome = step.get();
        } catch (InvalidInputException refused) {
            // The only field there is: its words are too long.
            words.focus();
            return;
        }
        switch (outcome) {
            case AdmissionDesk.Outcome.Done done -> {
                words.clear();
                declining.setVisible(false);
                Toast.success(getTranslation(
                        "application.done." + done.application().state().name()));
            }
            case AdmissionDesk.Outcome.TooLate late -> Toast.error(getTranslation("application.tooLate"));
            case AdmissionDesk.Outcome.Taken taken -> Toast.error(getTranslation("application.taken"));
        }
        after.run();
    }
}
