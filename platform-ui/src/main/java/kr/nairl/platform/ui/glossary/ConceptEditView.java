package kr.nairl.platform.ui.glossary;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.lab.Lab;
import kr.nairl.platform.core.lab.LabIdentity;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptSheet;
import kr.nairl.platform.core.vocabulary.ConceptWords;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.GlossaryDesk;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** Where a lab manager adds a concept or edits one. Leaving with unsaved words asks first. */
@Route(value = "glossary/new", layout = MainLayout.class)
@RouteAlias(value = "glossary/concepts/:concept/edit", layout = MainLayout.class)
@RolesAllowed("LAB_MANAGER")
class ConceptEditView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What the lab writes itself is anybody's. */
    private static final String OWN_LICENCE = "CC0-1.0";

    private final transient GlossaryDesk desk;
    private final transient Concepts concepts;
    private final transient LabIdentity identity;
    private final transient CurrentActor current;
    private transient @Nullable Concept concept;
    private int version;
    private @Nullable ConceptForm form;

    ConceptEditView(GlossaryDesk desk, Concepts concepts, LabIdentity identity, CurrentActor current) {
        this.desk = desk;
        this.concepts = concepts;
        this.identity = identity;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(concept == null ? "concept.new.title" : "concept.edit.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        ConceptSheet sheet = entering.getRouteParameters()
                .get(ConceptView.CONCEPT)
                .map(slug -> desk.sheet(current.actor(), slug))
                .orElse(null);
        concept = sheet == null ? null : sheet.concept();
        version = sheet == null ? 0 : sheet.version();
        ConceptForm fields = sheet == null
                ? new ConceptForm(begun(entering.getLocation().getQueryParameters()), List.of(), concepts, current)
                : new ConceptForm(GlossaryDesk.words(sheet.entry()), sheet.broader(), concepts, current);
        form = fields;
        List<RouterLink> path = new ArrayList<>();
        path.add(GlossaryNavigation.toList(getTranslation("glossary.title")));
        if (sheet != null) {
            path.add(GlossaryNavigation.toConcept(
                    sheet.concept().slug(), sheet.concept().label().text(Language.of(getLocale()))));
        }
        PageHeader header = new PageHeader(getPageTitle())
                .withPath(path, getPageTitle())
                .withLead(getTranslation("concept.form.lead"))
                .withActions(
                        Buttons.plain(getTranslation("concept.cancel"), click -> leave()),
                        Buttons.primary(getTranslation("concept.save"), click -> save(fields)));
        removeAll();
        add(header, fields);
    }

    /** A new concept, with a label that the address brings along. */
    private ConceptWords begun(QueryParameters query) {
        return new ConceptWords(
                LocalizedText.of(brought(query, Language.KO), brought(query, Language.EN)),
                null,
                List.of(),
                List.of(),
                Set.of(),
                identity.current().map(Lab::acronym).orElse(""),
                OWN_LICENCE);
    }

    private static String brought(QueryParameters query, Language language) {
        return query.getSingleParameter(language.code())
                .filter(text -> text.length() <= Concept.LABEL_MAX)
                .orElse("");
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (form != null) {
            form.work().askBefore(leaving);
        }
    }

    private void leave() {
        Concept edited = concept;
        if (edited == null) {
            UI.getCurrent().navigate(GlossaryView.class);
        } else {
            UI.getCurrent().navigate(ConceptView.class, GlossaryNavigation.concept(edited.slug()));
        }
    }

    private void save(ConceptForm fields) {
        Concept edited = concept;
        try {
            String slug;
            if (edited == null) {
                slug = desk.create(current.actor(), fields.words());
            } else {
                desk.edit(current.actor(), edited.id(), fields.words(), version);
                slug = edited.slug();
            }
            fields.markSaved();
            Toast.success(getTranslation(edited == null ? "concept.added" : "concept.saved"));
            UI.getCurrent().navigate(ConceptView.class, GlossaryNavigation.concept(slug));
        } catch (InvalidInputException refused) {
            fields.refuse(refused);
        } catch (StaleException overtaken) {
            offerMine(fields, edited);
        } catch (NotFoundException gone) {
            Toast.error(getTranslation("concept.gone"));
        }
    }

    /** Another manager saved first: what is typed stays, and replaces the other's words if wished. */
    private void offerMine(ConceptForm fields, @Nullable Concept edited) {
        int theirs = edited == null
                ? version
                : desk.sheet(current.actor(), edited.slug()).version();
        Confirmation.askBeforeLoss(
                getTranslation("concept.overtaken.question"),
                getTranslation("concept.overtaken.consequence"),
                getTranslation("concept.overtaken.mine"),
                () -> {
                    version = theirs;
                    save(fields);
                });
    }
}
