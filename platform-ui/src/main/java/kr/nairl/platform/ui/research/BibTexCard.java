package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.Serial;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.ResultImport;
import kr.nairl.platform.core.research.ResultImport.Preview;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.FilePicker;

/** A BibTeX file chosen or pasted; it is only read here. */
final class BibTexCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ResultImport imports;
    private final transient CurrentActor current;
    private final transient Consumer<Preview> then;
    private final Span problem = new Span();
    private final TextArea pasted;

    /** @param then told what was read */
    BibTexCard(ResultImport imports, CurrentActor current, Consumer<Preview> then) {
        this.imports = imports;
        this.current = current;
        this.then = then;
        addClassName("import-source");
        Paragraph how = new Paragraph(getTranslation("import.bibtex.how"));
        how.addClassName("dim");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        pasted = new TextArea(getTranslation("import.bibtex.paste"));
        pasted.setPlaceholder(getTranslation("import.bibtex.paste.hint"));
        pasted.setWidthFull();
        pasted.setMinRows(3);
        pasted.setMaxRows(8);
        add(
                new H2(getTranslation("import.bibtex")),
                how,
                upload(),
                pasted,
                Buttons.plain(
                        getTranslation("import.bibtex.read"),
                        click -> read(() -> imports.read(current.actor(), pasted.getValue()))),
                problem);
    }

    private FilePicker upload() {
        return new FilePicker(
                "import.bibtex",
                "fieldError.bibtex-type",
                ResultImport.LARGEST_FILE,
                (metadata, bytes) -> read(() -> imports.read(current.actor(), bytes)),
                problem::setText,
                ".bib",
                ".bibtex",
                ".txt");
    }

    private void read(Supplier<Preview> reading) {
        problem.setText("");
        try {
            then.accept(reading.get());
        } catch (InvalidInputException refused) {
            problem.setText(FieldErrors.message(refused.violations().getFirst()));
        }
    }
}
