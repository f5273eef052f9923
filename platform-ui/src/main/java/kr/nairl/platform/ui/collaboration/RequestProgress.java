package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.core.collaboration.RequestPage;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestSide;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.collaboration.RequestStep;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Stepper;
import kr.nairl.platform.ui.component.Stepper.Progress;
import kr.nairl.platform.ui.component.Stepper.Step;
import org.jspecify.annotations.Nullable;

/** Where a request stands on its way, as steps with their dates, and whose turn it is in a sentence. */
final class RequestProgress {

    private RequestProgress() {}

    /** Sent, a question where there was one, looked at, decided. */
    static Stepper stepper(Component view, RequestPage page) {
        RequestRow row = page.row();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(view.getTranslation("request.way.sent"), Progress.DONE, date(row.sentAt())));
        Instant asked = page.history().stream()
                .filter(entry -> entry.step() == RequestStep.ASK || entry.step() == RequestStep.ANSWER)
                .map(RequestPage.Entry::at)
                .reduce((first, last) -> last)
                .orElse(null);
        if (asked != null) {
            boolean open = row.state() == RequestState.QUESTION_ASKED;
            steps.add(new Step(
                    view.getTranslation(open ? "request.way.question" : "request.way.question.done"),
                    open ? Progress.CURRENT : Progress.DONE,
                    date(asked)));
        }
        switch (row.state()) {
            case DRAFT -> throw new IllegalArgumentException("a draft is on no way yet");
            case SENT, HANDED_OVER -> {
                steps.add(new Step(view.getTranslation("request.way.review"), Progress.CURRENT, due(view, row)));
                steps.add(new Step(view.getTranslation("request.way.decision"), Progress.AHEAD, null));
            }
            case QUESTION_ASKED -> {
                steps.add(new Step(view.getTranslation("request.way.review"), Progress.AHEAD, null));
                steps.add(new Step(view.getTranslation("request.way.decision"), Progress.AHEAD, null));
            }
            case ACCEPTED -> steps.add(ending(view, row, Progress.DONE));
            case DECLINED, WITHDRAWN, EXPIRED -> steps.add(ending(view, row, Progress.STOPPED));
        }
        return new Stepper(steps);
    }

    /** Who has the next step, and until when; that it is over, when it is. */
    static String turn(Component view, RequestRow row, Language language, Clock clock) {
        if (row.state().isFinal()) {
            return view.getTranslation("request.turn.over." + row.state().name());
        }
        String who = row.state() != RequestState.QUESTION_ASKED
                ? row.researcherName().text(language)
                : row.organisationName().text(language);
        String left = daysLeft(view, row, clock);
        if (row.waitsForReader()) {
            return view.getTranslation("request.turn.you." + row.state().name(), left);
        }
        return row.side() == RequestSide.OUTSIDE
                ? view.getTranslation("request.turn.waits", who, left)
                : view.getTranslation("request.turn.them", who, left);
    }

    /** How many days the present turn has left, in words; empty when no turn runs. */
    static String daysLeft(Component view, RequestRow row, Clock clock) {
        Instant due = row.dueAt();
        if (due == null || row.state().isFinal()) {
            return "";
        }
        Formats formats = Formats.here();
        long days = ChronoUnit.DAYS.between(
                LocalDate.ofInstant(clock.instant(), formats.zone()), LocalDate.ofInstant(due, formats.zone()));
        return view.getTranslation("request.left", Math.max(0, days));
    }

    private static Step ending(Component view, RequestRow row, Progress progress) {
        return new Step(view.getTranslation("request.state." + row.state().name()), progress, date(row.decidedAt()));
    }

    private static @Nullable String due(Component view, RequestRow row) {
        String date = date(row.dueAt());
        return date == null ? null : view.getTranslation("request.way.until", date);
    }

    private static @Nullable String date(@Nullable Instant at) {
        return at == null ? null : Formats.here().date(at);
    }
}
