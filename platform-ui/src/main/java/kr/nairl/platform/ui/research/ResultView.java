package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.ResearcherDesk;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.core.research.ResultId;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** Where a researcher adds a result or edits one of their own. Leaving with unsaved words asks first. */
@Route(value = "research/results/new", layout = MainLayout.class)
@RouteAlias(value = "research/results/:id", layout = MainLayout.class)
@RolesAllowed("RESEARCHER")
class ResultView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    static final String ID = "id";
    private static final long serialVersionUID = 1L;

    private final transient ResearcherDesk desk;
    private final transient ResearcherDirectory directory;
    private final transient Concepts concepts;
    private final transient CurrentActor current;
    private @Nullable ResultId id;
    private int version;
    private @Nullable ResultForm form;

    ResultView(ResearcherDesk desk, ResearcherDirectory directory, Concepts concepts, CurrentActor current) {
        this.desk = desk;
        this.directory = directory;
        this.concepts = concepts;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(id == null ? "result.new.title" : "result.edit.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        Optional<String> asked = entering.getRouteParameters().get(ID);
        @Nullable ResultCard result = asked.isEmpty() ? null : own(asked.get()).orElseThrow(NotFoundException::new);
        id = result == null ? null : result.id();
        version = result == null ? 0 : result.version();
        ResultForm fields = new ResultForm(result, directory, concepts, current);
        form = fields;
        PageHeader header = new PageHeader(getPageTitle())
                .withPath(
                        List.of(new RouterLink(getTranslation("research.title"), OwnResearchView.class)),
                        getPageTitle())
                .withLead(getTranslation("result.lead"));
        if (result != null) {
            header.withActions(Buttons.quiet(getTranslation("result.delete"), click -> askToDelete(result.id())));
        }
        header.withActions(
                Buttons.plain(
                        getTranslation("result.cancel"),
                        click -> UI.getCurrent().navigate(OwnResearchView.class)),
                Buttons.primary(getTranslation("result.save"), click -> save(fields)));
        removeAll();
        add(header, fields);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (form != null) {
            form.work().askBefore(leaving);
        }
    }

    private Optional<ResultCard> own(String text) {
        return desk.own(current.actor()).results().stream()
                .filter(result -> result.id().toString().equals(text))
                .findFirst();
    }

    private void save(ResultForm fields) {
        ResultId edited = id;
        try {
            if (edited == null) {
                desk.addResult(current.actor(), fields.words());
            } else {
                desk.editResult(current.actor(), edited, fields.words(), version);
            }
            fields.markSaved();
            Toast.success(getTranslation(edited == null ? "result.added" : "result.saved"));
            UI.getCurrent().navigate(OwnResearchView.class);
        } catch (InvalidInputException refused) {
            fields.refuse(refused);
        } catch (StaleException overtaken) {
            offerMine(fields);
        }
    }

    /** Another author saved first: what is typed stays, and replaces the other's words if wished. */
    private void offerMine(ResultForm fields) {
        ResultId edited = id;
        int theirs = edited == null
                ? version
                : own(edited.toString()).map(ResultCard::version).orElse(version);
        Confirmation.askBeforeLoss(
                getTranslation("research.overtaken.question"),
                getTranslation("research.overtaken.consequence"),
                getTranslation("research.overtaken.mine"),
                () -> {
                    version = theirs;
                    save(fields);
                });
    }

    private void askToDelete(ResultId result) {
        Confirmation.askBeforeLoss(
                getTranslation("result.delete.question"),
                getTranslation("result.delete.consequence"),
                getTranslation("result.delete"),
                () -> delete(result));
    }

    private void delete(ResultId result) {
        try {
            desk.deleteResult(current.actor(), result, version);
            form = null;
            Toast.success(getTranslation("result.deleted"));
            UI.getCurrent().navigate(OwnResearchView.class);
        } catch (StaleException overtaken) {
            version = own(result.toString()).map(ResultCard::version).orElse(version);
            Toast.error(getTranslation("result.stale"));
        }
    }
}
