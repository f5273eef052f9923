package kr.nairl.platform.ui.glossary;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.matching.WordReport;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.LinkTabs;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.shell.MainLayout;

/** Words of companies' interests that no concept covers: each can become one, or be ignored. */
@Route(value = "glossary/words", layout = MainLayout.class)
@RolesAllowed("LAB_MANAGER")
class WordsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String PART = "part";
    private static final String ENGLISH = "en";
    private static final String IGNORED = "ignored";

    private final transient WordReport report;
    private final transient CurrentActor current;
    private final Div content = Columns.stack();
    private String part = "";

    WordsView(WordReport report, CurrentActor current) {
        this.report = report;
        this.current = current;
        add(
                new PageHeader(getPageTitle())
                        .withPath(List.of(GlossaryNavigation.toList(getTranslation("glossary.title"))), getPageTitle())
                        .withLead(getTranslation("words.lead")),
                content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("words.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        part = entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(PART)
                .filter(one -> one.equals(ENGLISH) || one.equals(IGNORED))
                .orElse("");
        show();
    }

    private void show() {
        Actor actor = current.actor();
        WordReport.Report words = report.uncovered(actor);
        List<WordReport.Ignored> ignored = report.ignored(actor);
        content.removeAll();
        content.add(new LinkTabs(getTranslation("words.title"))
                .withTab(
                        getTranslation("words.ko"),
                        WordsView.class,
                        RouteParameters.empty(),
                        PART,
                        "",
                        part.isEmpty(),
                        words.in(Language.KO).size())
                .withTab(
                        getTranslation("words.en"),
                        WordsView.class,
                        RouteParameters.empty(),
                        PART,
                        ENGLISH,
                        part.equals(ENGLISH),
                        words.in(Language.EN).size())
                .withTab(
                        getTranslation("words.ignored"),
                        WordsView.class,
                        RouteParameters.empty(),
                        PART,
                        IGNORED,
                        part.equals(IGNORED),
                        ignored.size()));
        if (part.equals(IGNORED)) {
            content.add(ignored(ignored));
        } else {
            List<WordReport.Uncovered> some = words.in(part.equals(ENGLISH) ? Language.EN : Language.KO);
            Paragraph read =
                    new Paragraph(getTranslation("words.read", Formats.here().number(words.interests())));
            read.addClassNames("small", "dim");
            content.add(read, uncovered(some));
        }
    }

    private Component uncovered(List<WordReport.Uncovered> words) {
        if (words.isEmpty()) {
            return new EmptyState(
                    Glyph.CIRCLE_CHECK, getTranslation("words.none"), getTranslation("words.none.advice"));
        }
        Card card = new Card();
        card.addClassNames("dense-table", "words-table");
        NativeTableBody body = body(card, "word", "interests", "example", "do");
        words.forEach(word -> body.add(row(word)));
        return card;
    }

    private NativeTableRow row(WordReport.Uncovered word) {
        Span name = new Span(word.word());
        name.addClassName("action");
        name.getElement().setAttribute("lang", word.language().code());
        Span mark = new Span(word.written());
        mark.addClassName("uncovered");
        Div sentence = new Div(new Span(word.before()), mark, new Span(word.after()));
        sentence.addClassName("sentence");
        sentence.getElement().setAttribute("lang", word.language().code());
        Div example = new Div(
                sentence,
                InterestNavigation.to(word.example(), word.exampleTitle().text(Language.of(getLocale()))));
        return new NativeTableRow(
                cell("what", name),
                cell("at", new Span(getTranslation("words.count", Formats.here().number(word.interests())))),
                cell("who", example),
                cell(
                        "do",
                        Columns.row(
                                GlossaryNavigation.toNew(getTranslation("words.concept"), word.language(), word.word()),
                                Buttons.quiet(
                                        getTranslation("words.ignore"),
                                        click -> ignore(new WordReport.Ignored(word.language(), word.word()))))));
    }

    private void ignore(WordReport.Ignored word) {
        report.ignore(current.actor(), word);
        Toast.undoable(
                getTranslation("words.ignored.done", word.word()), getTranslation("words.undo"), () -> restore(word));
        show();
    }

    private void restore(WordReport.Ignored word) {
        report.restore(current.actor(), word);
        show();
    }

    private Component ignored(List<WordReport.Ignored> words) {
        if (words.isEmpty()) {
            return new EmptyState(
                    Glyph.EYE_OFF, getTranslation("words.ignored.none"), getTranslation("words.ignored.none.advice"));
        }
        Card card = new Card();
        card.addClassNames("dense-table", "words-table");
        NativeTableBody body = body(card, "word", "language", "do");
        words.forEach(word -> {
            Span name = new Span(word.word());
            name.addClassName("action");
            body.add(new NativeTableRow(
                    cell("what", name),
                    cell(
                            "at",
                            new Tag(getTranslation(
                                    "component.language." + word.language().code()))),
                    cell("do", Buttons.quiet(getTranslation("words.restore"), click -> restore(word)))));
        });
        return card;
    }

    private NativeTableBody body(Card card, String... columns) {
        NativeTable table = new NativeTable();
        table.setCaptionText(getTranslation("words.title"));
        table.getCaption().addClassName("visually-hidden");
        NativeTableRow heads = new NativeTableRow();
        for (String column : columns) {
            NativeTableHeaderCell head = new NativeTableHeaderCell(getTranslation("words.column." + column));
            head.getElement().setAttribute("scope", "col");
            heads.add(head);
        }
        table.getHead().add(heads);
        card.add(table);
        return table.addBody();
    }

    private static NativeTableCell cell(String column, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName(column);
        return cell;
    }
}
