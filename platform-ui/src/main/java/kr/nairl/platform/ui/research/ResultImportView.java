package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.Bibliography;
import kr.nairl.platform.core.research.FoundWork;
import kr.nairl.platform.core.research.OfferedWork;
import kr.nairl.platform.core.research.ResearcherDesk;
import kr.nairl.platform.core.research.ResultImport;
import kr.nairl.platform.core.research.SuggestionDesk;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.shell.MainLayout;

/** Where a researcher brings many results in: from BibTeX, ORCID and OpenAlex. Nothing is stored before they choose. */
@Route(value = "research/results/import", layout = MainLayout.class)
@RolesAllowed("RESEARCHER")
class ResultImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient ResearcherDesk desk;
    private final transient ResultImport imports;
    private final transient SuggestionDesk suggestions;
    private final transient CurrentActor current;
    private final Div preview = Columns.stack();
    private final Div waiting = Columns.stack();

    ResultImportView(ResearcherDesk desk, ResultImport imports, SuggestionDesk suggestions, CurrentActor current) {
        this.desk = desk;
        this.imports = imports;
        this.suggestions = suggestions;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("import.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        preview.removeAll();
        PageHeader header = new PageHeader(getPageTitle())
                .withPath(
                        List.of(
                                new RouterLink(getTranslation("research.title"), OwnResearchView.class),
                                new RouterLink(getTranslation("results.title"), OwnResultsView.class)),
                        getPageTitle())
                .withLead(getTranslation("import.lead"));
        try {
            String orcid = desk.own(current.actor()).links().orcid();
            preview.getElement().setAttribute("aria-live", "polite");
            add(
                    header,
                    Columns.stack(
                            Columns.equal(
                                    new BibTexCard(imports, current, this::show),
                                    new DirectoriesCard(suggestions, current, orcid, this::showSuggestions)),
                            preview,
                            waiting));
            showSuggestions();
        } catch (NotFoundException unlinked) {
            add(
                    header,
                    new EmptyState(
                            Glyph.ID_CARD,
                            getTranslation("research.unlinked"),
                            getTranslation("research.unlinked.advice")));
        }
    }

    private void show(ResultImport.Preview read) {
        preview.removeAll();
        if (!read.works().isEmpty()) {
            Card card = new Card(getTranslation("import.preview"));
            card.add(picker(read.works()));
            preview.add(card);
            card.scrollIntoView();
        }
        if (!read.unread().isEmpty()) {
            preview.add(unread(read.unread()));
        }
    }

    private WorkPicker picker(List<OfferedWork> works) {
        WorkPicker[] picker = new WorkPicker[1];
        picker[0] = new WorkPicker(
                works,
                chosen -> take(picker[0], chosen, kept -> imports.take(current.actor(), kept), preview::removeAll),
                null);
        return picker[0];
    }

    private void showSuggestions() {
        waiting.removeAll();
        List<OfferedWork> open = suggestions.open(current.actor());
        if (open.isEmpty()) {
            return;
        }
        WorkPicker[] picker = new WorkPicker[1];
        picker[0] = new WorkPicker(
                open,
                chosen ->
                        take(picker[0], chosen, kept -> suggestions.take(current.actor(), kept), this::showSuggestions),
                this::dismiss);
        Paragraph how = new Paragraph(getTranslation("import.suggestions.how"));
        how.addClassName("dim");
        waiting.add(new Card(new H2(getTranslation("import.suggestions", open.size())), how, picker[0]));
    }

    private void take(
            WorkPicker picker,
            List<FoundWork> chosen,
            Function<List<FoundWork>, ResultImport.Taken> taking,
            Runnable after) {
        try {
            ResultImport.Taken taken = taking.apply(chosen);
            after.run();
            Toast.success(
                    taken.skipped() == 0
                            ? getTranslation("import.taken", taken.added().size())
                            : getTranslation("import.taken.some", taken.added().size(), taken.skipped()));
            getUI().ifPresent(ui -> ui.navigate(OwnResultsView.class));
        } catch (InvalidInputException refused) {
            picker.refuse(refused);
        }
    }

    private void dismiss(List<FoundWork> chosen) {
        int dismissed = suggestions.dismiss(current.actor(), chosen);
        showSuggestions();
        Toast.undoable(getTranslation("import.dismissed", dismissed), getTranslation("import.undo"), () -> {
            suggestions.restore(current.actor(), chosen);
            showSuggestions();
        });
    }

    private Card unread(List<Bibliography.Unread> entries) {
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        for (Bibliography.Unread entry : entries) {
            Span key = new Span(getTranslation("import.unread.entry", entry.line(), entry.key()));
            key.addClassName("row-title");
            Span why = new Span(getTranslation("import.unread." + entry.reason(), entry.detail()));
            why.addClassName("row-detail");
            Div words = new Div(key, why);
            words.addClassName("row-words");
            list.add(new ListItem(words));
        }
        return new Card(getTranslation("import.unread", entries.size()), list);
    }
}
