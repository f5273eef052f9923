package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.nairl.platform.core.research.FoundWork;
import kr.nairl.platform.core.research.OfferedWork;
import kr.nairl.platform.core.research.OfferedWork.Standing;
import kr.nairl.platform.core.research.ResultWords;
import kr.nairl.platform.core.research.WorkSource;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Found works to choose from: those that can be taken first, the new ones ticked; those that lack a title or a year with
 * fields to write them in; those that are there already without a box.
 */
final class WorkPicker extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern PLACE = Pattern.compile("works\\[(\\d+)]\\.(\\w+).*");
    private static final int AUTHORS = 4;

    private final transient List<Row> rows = new ArrayList<>();
    private final Button take;

    /** A work that may be taken, and the fields of one that lacks something. */
    private record Row(
            FoundWork work,
            Checkbox box,
            @Nullable TextField title,
            @Nullable IntegerField year) {

        FoundWork written() {
            return work.with(
                    title == null ? work.title() : FoundWork.text(title.getValue()),
                    year == null ? work.year() : year.getValue());
        }
    }

    /**
     * @param taken told the chosen works as they are written now
     * @param dismissed told the chosen works that are not the researcher's; null where nothing can be dismissed
     */
    WorkPicker(
            List<OfferedWork> works, Consumer<List<FoundWork>> taken, @Nullable Consumer<List<FoundWork>> dismissed) {
        addClassName("work-picker");
        take = Buttons.primary(
                "", click -> taken.accept(chosen().stream().map(Row::written).toList()));
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        works.stream()
                .sorted(Comparator.comparing(OfferedWork::standing, Comparator.comparingInt(WorkPicker::place)))
                .forEach(work -> list.add(row(work)));
        add(summary(works), list);
        if (!rows.isEmpty()) {
            Div actions = Columns.row(take);
            if (dismissed != null) {
                actions.add(Buttons.plain(
                        getTranslation("import.dismiss"),
                        click -> dismissed.accept(
                                chosen().stream().map(Row::work).toList())));
            }
            actions.add(
                    Buttons.quiet(getTranslation("import.all"), click -> tick(true)),
                    Buttons.quiet(getTranslation("import.nothing"), click -> tick(false)));
            actions.addClassName("picker-actions");
            add(actions);
        }
        count();
    }

    /** Says at the works what stands against taking them. */
    void refuse(InvalidInputException refused) {
        List<Row> chosen = chosen();
        Component first = null;
        for (Violation violation : refused.violations()) {
            String words = FieldErrors.message(violation);
            Matcher place = PLACE.matcher(violation.field());
            Row row = place.matches() ? chosen.get(Integer.parseInt(place.group(1))) : null;
            if (row != null && row.title() != null && place.group(2).equals("title")) {
                row.title().setErrorMessage(words);
                row.title().setInvalid(true);
                first = first == null ? row.title() : first;
            } else if (row != null && row.year() != null && place.group(2).equals("year")) {
                row.year().setErrorMessage(words);
                row.year().setInvalid(true);
                first = first == null ? row.year() : first;
            } else {
                Toast.error(words);
            }
        }
        if (first instanceof TextField field) {
            field.focus();
        } else if (first instanceof IntegerField field) {
            field.focus();
        }
    }

    private Div summary(List<OfferedWork> works) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        works.forEach(work -> counts.merge(work.standing(), 1, Integer::sum));
        Div line = Columns.row();
        line.addClassName("picker-summary");
        counts.forEach((standing, count) ->
                line.add(new Tag(getTranslation("import.count." + standing.name(), count), tone(standing))));
        return line;
    }

    private ListItem row(OfferedWork offered) {
        FoundWork work = offered.work();
        Div words = new Div();
        words.addClassName("row-words");
        String title = work.title().isEmpty()
                ? getTranslation("import.untitled", work.sourceId())
                : work.title().text(ResearchWords.language());
        Span name = work.title().isEmpty() ? new Span(title) : new Span(ResearchWords.text(work.title()));
        name.addClassName("row-title");
        Tag standing =
                new Tag(getTranslation("import.standing." + offered.standing().name()), tone(offered.standing()));
        Div head = Columns.row(name, standing);
        if (work.source() != WorkSource.BIBTEX) {
            head.add(new Tag(getTranslation("import.source." + work.source().name())));
        }
        words.add(head, where(work));
        if (offered.standing() == Standing.COLLEAGUES || offered.standing() == Standing.OTHERS) {
            Span note =
                    new Span(getTranslation("import.note." + offered.standing().name()));
            note.addClassNames("row-detail", "dim");
            words.add(note);
        }
        ListItem item = new ListItem();
        if (offered.isTakable() || offered.standing() == Standing.INCOMPLETE) {
            Checkbox box = new Checkbox();
            box.setAriaLabel(getTranslation("import.take", title));
            box.setValue(offered.standing() == Standing.NEW);
            box.addValueChangeListener(ticked -> count());
            item.add(box);
            rows.add(
                    offered.standing() == Standing.INCOMPLETE
                            ? incomplete(work, box, words)
                            : new Row(work, box, null, null));
        } else {
            item.addClassName("settled");
        }
        item.add(words);
        return item;
    }

    /** The fields of what lacks, right at the work; writing into one ticks it. */
    private Row incomplete(FoundWork work, Checkbox box, Div words) {
        Div fields = Columns.row();
        fields.addClassName("mend");
        String written = work.title().text(ResearchWords.language());
        TextField title = null;
        if (written.isEmpty() || written.length() > ResultWords.TITLE_MAX) {
            title = new TextField(getTranslation("result.field.title"));
            title.setValue(written);
            title.addClassName("wide");
            title.addValueChangeListener(change -> box.setValue(true));
            fields.add(title);
        }
        IntegerField year = new IntegerField(getTranslation("result.field.year"));
        year.setValue(work.year());
        year.addValueChangeListener(change -> box.setValue(true));
        fields.add(year);
        words.add(fields);
        return new Row(work, box, title, year);
    }

    private Div where(FoundWork work) {
        Div line = new Div();
        line.addClassNames("row-detail", "num");
        List<String> parts = new ArrayList<>();
        if (!work.authors().isEmpty()) {
            String names =
                    String.join(", ", work.authors().stream().limit(AUTHORS).toList());
            parts.add(
                    work.authors().size() > AUTHORS
                            ? getTranslation(
                                    "import.authors.more", names, work.authors().size() - AUTHORS)
                            : names);
        }
        if (work.venue() != null) {
            parts.add(work.venue());
        }
        if (work.year() != null) {
            parts.add(work.year().toString());
        }
        if (!parts.isEmpty()) {
            line.add(new Span(String.join(" · ", parts)));
        }
        if (work.doi() != null) {
            line.add(ResultRows.doi(work.doi()));
        }
        return line;
    }

    private List<Row> chosen() {
        return rows.stream().filter(row -> row.box().getValue()).toList();
    }

    private void tick(boolean all) {
        rows.forEach(row -> row.box().setValue(all));
    }

    private void count() {
        int chosen = chosen().size();
        take.setText(getTranslation("import.do", chosen));
        take.setEnabled(chosen > 0);
    }

    private static Tone tone(Standing standing) {
        return switch (standing) {
            case NEW -> Tone.OK;
            case INCOMPLETE, OTHERS -> Tone.WARN;
            case COLLEAGUES -> Tone.BRAND;
            case OWN, REPEATED -> Tone.NEUTRAL;
        };
    }

    private static int place(Standing standing) {
        return switch (standing) {
            case NEW -> 0;
            case INCOMPLETE -> 1;
            case OTHERS -> 2;
            case COLLEAGUES -> 3;
            case OWN, REPEATED -> 4;
        };
    }
}
