package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.ResearcherInvitations;
import kr.nairl.platform.core.research.Roster;
import kr.nairl.platform.core.research.RosterColumn;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Csv;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.FilePicker;
import kr.nairl.platform.ui.component.Toast;
import org.jspecify.annotations.Nullable;

/** A list of researchers: chosen, read and checked first, and only then, as a whole, invited. */
final class RosterCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ResearcherInvitations researchers;
    private final transient CurrentActor current;
    private final Command after;
    private final Span problem = new Span();
    private final Div result = new Div();
    private transient byte @Nullable [] file;

    RosterCard(ResearcherInvitations researchers, CurrentActor current, Command after) {
        this.researchers = researchers;
        this.current = current;
        this.after = after;
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        result.addClassName("roster-file");
        result.getElement().setAttribute("aria-live", "polite");
        Paragraph how = new Paragraph(getTranslation("roster.list.how"));
        how.addClassName("dim");
        Paragraph roles = new Paragraph(getTranslation("roster.list.roles"));
        roles.addClassNames("small", "dim");
        add(new H2(getTranslation("roster.list")), how, roles, template(), upload(), problem, result);
    }

    private Anchor template() {
        byte[] headings = (Csv.MARK
                        + Csv.line(Arrays.stream(RosterColumn.values())
                                .map(column -> getTranslation("roster.column." + column.name()))
                                .toList()))
                .getBytes(StandardCharsets.UTF_8);
        return new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(headings), "researchers.csv", "text/csv", headings.length)),
                getTranslation("roster.list.template"));
    }

    private FilePicker upload() {
        return new FilePicker(
                "roster.list",
                "fieldError.roster-type",
                ResearcherInvitations.LARGEST_FILE,
                (metadata, bytes) -> read(bytes),
                this::refuse,
                ".xlsx",
                ".csv",
                ".tsv",
                ".txt");
    }

    private void read(byte[] bytes) {
        problem.setText("");
        try {
            Roster roster = researchers.check(current.actor(), bytes);
            file = bytes;
            show(roster);
        } catch (InvalidInputException refused) {
            refuse(FieldErrors.message(refused.violations().getFirst()));
        }
    }

    private void refuse(String why) {
        file = null;
        result.removeAll();
        problem.setText(why);
    }

    private void show(Roster roster) {
        long faulty = roster.entries().stream()
                .filter(entry -> !entry.faults().isEmpty())
                .count();
        int all = roster.entries().size();
        Paragraph summary = new Paragraph(
                faulty == 0
                        ? getTranslation("roster.list.clean", all)
                        : getTranslation("roster.list.faulty", all, faulty));
        summary.addClassName(faulty == 0 ? "dim" : "problem");
        result.removeAll();
        result.add(summary, new RosterTable(roster));
        if (faulty == 0) {
            result.add(Buttons.primary(getTranslation("roster.list.do", all), click -> invite()));
        }
    }

    private void invite() {
        if (file == null) {
            return;
        }
        switch (researchers.inviteAll(current.actor(), file)) {
            case ResearcherInvitations.Outcome.Invited invited -> {
                file = null;
                result.removeAll();
                Toast.success(getTranslation("roster.list.sent", invited.people()));
                after.execute();
            }
            case ResearcherInvitations.Outcome.Faulty faulty -> show(faulty.roster());
        }
    }
}
