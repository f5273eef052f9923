package kr.nairl.platform.ui.glossary;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptSheet;
import kr.nairl.platform.core.vocabulary.ConceptUses;
import kr.nairl.platform.core.vocabulary.ConceptWords;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.GlossaryDesk;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.research.ResearchNavigation;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** A concept: its labels, what is broader and narrower, where it comes from and where it is used. */
@Route(value = "glossary/concepts/:concept", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class ConceptView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String CONCEPT = "concept";

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient GlossaryDesk desk;
    private final transient Concepts concepts;
    private final transient CurrentActor current;
    private String title = "";

    ConceptView(GlossaryDesk desk, Concepts concepts, CurrentActor current) {
        this.desk = desk;
        this.concepts = concepts;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        show(entering.getRouteParameters().get(CONCEPT).orElse(""));
    }

    private void show(String slug) {
        ConceptSheet sheet = desk.sheet(current.actor(), slug);
        Concept concept = sheet.concept();
        boolean manager = current.actor().has(Role.LAB_MANAGER);
        title = concept.label().text(Language.of(getLocale()));
        PageHeader header = new PageHeader(title)
                .withPath(List.of(GlossaryNavigation.toList(getTranslation("glossary.title"))), title)
                .withBadges(GlossaryWords.status(concept));
        if (manager) {
            actions(header, sheet);
        }
        Card places = new Card(
                getTranslation("concept.place"),
                part("concept.broader", GlossaryWords.links(sheet.broader(), getTranslation("concept.broader.none"))),
                part(
                        "concept.narrower",
                        GlossaryWords.links(sheet.narrower(), getTranslation("concept.narrower.none"))));
        Div main = Columns.stack(labels(sheet), places);
        Div side = Columns.stack(uses(sheet));
        if (manager && !concept.confirmed()) {
            side.add(new MergeCard(desk, concepts, current, sheet));
        }
        removeAll();
        add(header, Columns.mainAndSide(main, side));
    }

    private void actions(PageHeader header, ConceptSheet sheet) {
        Concept concept = sheet.concept();
        header.withActions(Buttons.quiet(
                getTranslation("concept.delete"),
                click -> Confirmation.askBeforeLoss(
                        getTranslation("concept.delete.question", title),
                        getTranslation("concept.delete.consequence"),
                        getTranslation("concept.delete"),
                        () -> attempt(
                                sheet,
                                "concept.deleted",
                                true,
                                () -> desk.delete(current.actor(), concept.id(), sheet.version())))));
        if (concept.confirmed()) {
            header.withActions(Buttons.primaryLink(
                    getTranslation("concept.edit"), ConceptEditView.class, GlossaryNavigation.concept(concept.slug())));
        } else {
            header.withActions(
                    Buttons.link(
                            getTranslation("concept.edit"),
                            ConceptEditView.class,
                            GlossaryNavigation.concept(concept.slug())),
                    Buttons.primary(
                            getTranslation("concept.confirm"),
                            click -> attempt(
                                    sheet,
                                    "concept.confirmed",
                                    false,
                                    () -> desk.confirm(current.actor(), concept.id(), sheet.version()))));
        }
    }

    /** Does it and says so; what speaks against it is said instead, and the page is read again. */
    private void attempt(ConceptSheet sheet, String done, boolean gone, Command work) {
        try {
            work.execute();
            Toast.success(getTranslation(done, title));
            if (gone) {
                UI.getCurrent().navigate(GlossaryView.class);
                return;
            }
        } catch (InvalidInputException refused) {
            refused.violations().forEach(one -> Toast.error(FieldErrors.message(one)));
        } catch (StaleException overtaken) {
            Toast.error(getTranslation("concept.overtaken"));
        } catch (NotFoundException deleted) {
            Toast.error(getTranslation("concept.gone"));
            UI.getCurrent().navigate(GlossaryView.class);
            return;
        }
        show(sheet.concept().slug());
    }

    private Card labels(ConceptSheet sheet) {
        ConceptWords words = GlossaryDesk.words(sheet.entry());
        KeyValues values = new KeyValues()
                .with(getTranslation("concept.label.ko"), text(words.label().ko(), Language.KO))
                .with(getTranslation("concept.label.en"), text(words.label().en(), Language.EN))
                .with(getTranslation("concept.abbreviation"), text(words.abbreviation(), Language.EN))
                .with(getTranslation("concept.more.ko"), text(joined(words.moreKo()), Language.KO))
                .with(getTranslation("concept.more.en"), text(joined(words.moreEn()), Language.EN))
                .with(getTranslation("concept.source"), words.source())
                .with(getTranslation("concept.licence"), words.licence());
        return new Card(getTranslation("concept.labels"), values);
    }

    private static @Nullable String joined(List<String> labels) {
        return labels.isEmpty() ? null : String.join(" · ", labels);
    }

    private Span text(@Nullable String text, Language language) {
        Span span = new Span(text == null ? getTranslation("concept.none") : text);
        if (text == null) {
            span.addClassName("faint");
        } else {
            span.getElement().setAttribute("lang", language.code());
        }
        return span;
    }

    private Div part(String key, Component content) {
        Paragraph heading = new Paragraph(getTranslation(key));
        heading.addClassNames("small", "dim");
        Div part = new Div(heading, content);
        part.addClassName("concept-part");
        return part;
    }

    private Card uses(ConceptSheet sheet) {
        ConceptUses uses = sheet.uses();
        Card card = new Card(getTranslation("concept.uses"));
        if (uses.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("concept.uses.none"));
            none.addClassNames("small", "dim");
            card.add(none);
            return card;
        }
        Formats formats = Formats.here();
        KeyValues counts = new KeyValues()
                .with(getTranslation("concept.uses.interests"), formats.number(uses.interests()))
                .with(
                        getTranslation("concept.uses.researchers"),
                        uses.researchers() == 0
                                ? new Span(formats.number(0))
                                : ResearchNavigation.toResearchersOn(
                                        sheet.concept().slug(), formats.number(uses.researchers())))
                .with(getTranslation("concept.uses.areas"), formats.number(uses.areas()))
                .with(getTranslation("concept.uses.results"), formats.number(uses.results()))
                .with(getTranslation("concept.uses.subProjects"), formats.number(uses.subProjects()));
        card.add(counts);
        return card;
    }
}
