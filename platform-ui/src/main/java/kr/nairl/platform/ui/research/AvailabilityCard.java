package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.time.LocalDate;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.Absence;
import kr.nairl.platform.core.collaboration.Availability;
import kr.nairl.platform.core.collaboration.AvailabilityDesk;
import kr.nairl.platform.core.collaboration.Request;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.DayPicker;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Toast;
import org.jspecify.annotations.Nullable;

/** When a researcher is away, and who stands in for them. Each step takes effect at once. */
final class AvailabilityCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AvailabilityDesk desk;
    private final transient CurrentActor current;
    private final Div shown = new Div();
    private final DayPicker first = new DayPicker(getTranslation("availability.first"));
    private final DayPicker last = new DayPicker(getTranslation("availability.last"));
    private final ResearcherPicker standIn;
    private final FieldErrors errors = new FieldErrors().at("first", first).at("last", last);

    AvailabilityCard(AvailabilityDesk desk, ResearcherDirectory directory, CurrentActor current) {
        this.desk = desk;
        this.current = current;
        standIn = new ResearcherPicker(getTranslation("availability.standIn"), directory, current);
        errors.at("standIn", standIn);
        Paragraph meaning = new Paragraph(getTranslation("availability.meaning"));
        meaning.addClassNames("small", "dim");
        first.setRequiredIndicatorVisible(true);
        // Emptied after each absence, which is no mistake of the reader's.
        first.setManualValidation(true);
        last.setManualValidation(true);
        first.addValueChangeListener(change -> {
            if (change.isFromClient() && last.isEmpty()) {
                last.setInitialPosition(change.getValue());
            }
        });
        Div days = Columns.row(first, last);
        days.addClassName("absence-days");
        Availability now = desk.own(current.actor());
        offer(now.standIn());
        Paragraph after = new Paragraph(getTranslation("availability.standIn.meaning", Request.PASS_ON_AFTER.toDays()));
        after.addClassNames("small", "dim");
        add(new Card(
                getTranslation("availability.title"),
                meaning,
                shown,
                days,
                Buttons.plain(getTranslation("availability.add"), click -> add()),
                new H3(getTranslation("availability.standIn.title")),
                after,
                standIn));
        addClassName("conflicts");
        show(now);
    }

    private void offer(@Nullable ResearcherCard named) {
        standIn.setClearButtonVisible(true);
        standIn.setPlaceholder(getTranslation("availability.standIn.none"));
        if (named != null) {
            standIn.setValue(named);
        }
        standIn.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                name(change.getValue());
            }
        });
    }

    private void show(Availability now) {
        shown.removeAll();
        if (now.absences().isEmpty()) {
            Span none = new Span(getTranslation("availability.none"));
            none.addClassNames("small", "dim");
            shown.add(none);
            return;
        }
        Formats formats = Formats.here();
        for (Absence absence : now.absences()) {
            String days = absence.first().equals(absence.last())
                    ? formats.date(absence.first())
                    : getTranslation("availability.days", formats.date(absence.first()), formats.date(absence.last()));
            Button remove = Buttons.quiet(getTranslation("availability.remove"), click -> {
                desk.removeAbsence(current.actor(), absence);
                show(desk.own(current.actor()));
                Toast.undoable(getTranslation("availability.removed", days), getTranslation("match.aside.undo"), () -> {
                    desk.addAbsence(current.actor(), absence.first(), absence.last());
                    show(desk.own(current.actor()));
                });
            });
            remove.setAriaLabel(getTranslation("availability.remove.of", days));
            Div words = new Div(new Span(days));
            words.addClassName("conflict-words");
            Div row = new Div(words, remove);
            row.addClassName("conflict");
            shown.add(row);
        }
    }

    private void add() {
        errors.clear();
        LocalDate from = first.getValue();
        LocalDate until = last.getValue();
        if (from == null) {
            errors.show(new InvalidInputException("first", "required"));
            return;
        }
        try {
            desk.addAbsence(current.actor(), from, until == null ? from : until);
            first.clear();
            last.clear();
            Toast.success(getTranslation("availability.added"));
            show(desk.own(current.actor()));
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }

    private void name(@Nullable ResearcherCard chosen) {
        errors.clear();
        try {
            desk.nameStandIn(current.actor(), chosen == null ? null : chosen.id());
            Toast.success(
                    chosen == null
                            ? getTranslation("availability.standIn.cleared")
                            : getTranslation(
                                    "availability.standIn.named", chosen.name().text(ResearchWords.language())));
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }
}
