package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import java.util.Set;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.OutsideWorks;
import kr.nairl.platform.core.research.SuggestionDesk;
import kr.nairl.platform.core.research.SuggestionDesk.LookUp;
import kr.nairl.platform.core.research.WorkSource;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.WorkProgress;
import org.jspecify.annotations.Nullable;

/** Looks the researcher's works up in ORCID and OpenAlex, or says why that cannot be done. */
final class DirectoriesCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SuggestionDesk desk;
    private final transient CurrentActor current;
    private final Command after;
    private final Div buttons = Columns.row();
    private final Div told = new Div();

    /**
     * @param orcid the researcher's ORCID iD; null when their page has none
     * @param after run when works were found
     */
    DirectoriesCard(SuggestionDesk desk, CurrentActor current, @Nullable String orcid, Command after) {
        this.desk = desk;
        this.current = current;
        this.after = after;
        addClassName("import-source");
        told.getElement().setAttribute("aria-live", "polite");
        Paragraph how = new Paragraph(getTranslation("import.directories.how"));
        how.addClassName("dim");
        add(new H2(getTranslation("import.directories")), how);
        Set<WorkSource> on = desk.directories(current.actor());
        if (on.isEmpty()) {
            add(note(getTranslation("import.directories.off")));
        } else if (orcid == null) {
            add(
                    note(getTranslation("import.directories.noOrcid")),
                    Buttons.link(
                            getTranslation("import.directories.addOrcid"),
                            OwnResearchView.class,
                            RouteParameters.empty()));
        } else {
            Paragraph who = new Paragraph(getTranslation("import.directories.orcid", orcid));
            who.addClassNames("num", "small");
            on.forEach(source -> buttons.add(
                    Buttons.plain(getTranslation("import.directories.ask." + source.name()), click -> lookUp(source))));
            add(who, buttons, told);
        }
    }

    private void lookUp(WorkSource source) {
        UI ui = getUI().orElseThrow();
        Actor actor = current.actor();
        enable(false);
        told.removeAll();
        told.add(new WorkProgress(
                getTranslation("import.directories.asking", getTranslation("import.source." + source.name()))));
        // The directory may take its time; the page stays usable, and whoever left it misses nothing: what is found
        // waits.
        Thread.ofVirtual().start(() -> {
            try {
                LookUp found = desk.lookUp(actor, source);
                ui.accessLater(() -> tell(source, found), () -> {}).run();
            } catch (RuntimeException failed) {
                ui.accessLater(
                                () -> {
                                    enable(true);
                                    told.removeAll();
                                    throw failed;
                                },
                                () -> {})
                        .run();
            }
        });
    }

    private void tell(WorkSource source, LookUp found) {
        enable(true);
        told.removeAll();
        String name = getTranslation("import.source." + source.name());
        switch (found) {
            case LookUp.Done(int fresh, int all, boolean more) -> {
                told.add(note(getTranslation("import.directories.found", name, all, fresh)));
                if (more) {
                    told.add(note(getTranslation("import.directories.more", OutsideWorks.MOST)));
                }
                after.execute();
            }
            case LookUp.NoOrcid ignored -> told.add(problem(getTranslation("import.directories.noOrcid")));
            case LookUp.SwitchedOff ignored -> told.add(problem(getTranslation("import.directories.off")));
            case LookUp.Failed(OutsideWorks.Failure why) ->
                told.add(problem(getTranslation("import.directories.failed." + why.name(), name)));
        }
    }

    private void enable(boolean on) {
        buttons.getChildren().forEach(button -> ((Button) button).setEnabled(on));
    }

    private static Paragraph note(String words) {
        return new Paragraph(words);
    }

    private static Span problem(String words) {
        Span problem = new Span(words);
        problem.addClassName("problem");
        return problem;
    }
}
