package kr.nairl.platform.ui.update;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.update.UpdateDesk;
import kr.nairl.platform.core.update.UpdateDraft;
import kr.nairl.platform.core.update.UpdateId;
import kr.nairl.platform.core.update.UpdateSheet;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** Where a researcher writes a new update or corrects one of their own. Leaving with unsaved words asks first. */
@Route(value = "updates/new", layout = MainLayout.class)
@RouteAlias(value = "updates/:id/edit", layout = MainLayout.class)
@RolesAllowed("RESEARCHER")
class UpdateEditView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final UpdateDraft EMPTY =
            new UpdateDraft(LocalizedText.EMPTY, LocalizedText.EMPTY, Audience.MEMBERS);

    private final transient UpdateDesk desk;
    private final transient CurrentActor current;
    private @Nullable UpdateId id;
    private int version;
    private UpdateForm form = new UpdateForm(EMPTY);

    UpdateEditView(UpdateDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(id == null ? "update.new.title" : "update.edit.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        Optional<String> asked = entering.getRouteParameters().get(UpdateView.ID);
        try {
            id = asked.map(UpdateId::of).orElse(null);
        } catch (IllegalArgumentException noId) {
            throw new com.vaadin.flow.router.NotFoundException();
        }
        UpdateId edited = id;
        removeAll();
        if (edited == null) {
            form = new UpdateForm(EMPTY);
        } else {
            UpdateSheet sheet = desk.sheet(current.actor(), edited);
            version = sheet.version();
            form = new UpdateForm(sheet.draft());
        }
        add(
                new PageHeader(getPageTitle())
                        .withPath(
                                List.of(new RouterLink(getTranslation("updates.title"), UpdatesView.class)),
                                getPageTitle())
                        .withLead(getTranslation(edited == null ? "update.new.lead" : "update.edit.lead"))
                        .withActions(
                                Buttons.quiet(getTranslation("update.cancel"), click -> leave()),
                                Buttons.primary(
                                        getTranslation(edited == null ? "update.post" : "update.save"),
                                        click -> save())),
                form);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        form.work().askBefore(leaving);
    }

    private void save() {
        UpdateId edited = id;
        UpdateDraft draft = form.draft();
        try {
            UpdateId done;
            if (edited == null) {
                done = desk.post(current.actor(), draft);
            } else {
                desk.edit(current.actor(), edited, version, draft);
                done = edited;
            }
            form.markSaved();
            Toast.success(getTranslation(edited == null ? "update.posted" : "update.saved"));
            UI.getCurrent().navigate(UpdateView.class, UpdateNavigation.update(done));
        } catch (InvalidInputException refused) {
            form.refuse(refused);
        } catch (StaleException overtaken) {
            offerMine();
        } catch (NotFoundException gone) {
            Toast.error(getTranslation("update.gone"));
        }
    }

    /** Somebody, usually oneself in another window, saved first: what is typed stays, and replaces the other if wished. */
    private void offerMine() {
        UpdateId edited = id;
        if (edited == null) {
            return;
        }
        UpdateSheet theirs = desk.sheet(current.actor(), edited);
        String now = theirs.draft().title().text(Language.of(Formats.here().locale()));
        Confirmation.askBeforeLoss(
                getTranslation("update.overtaken.question"),
                getTranslation("update.overtaken.consequence", now),
                getTranslation("update.overtaken.mine"),
                () -> {
                    version = theirs.version();
                    save();
                });
    }

    private void leave() {
        UpdateId edited = id;
        if (edited == null) {
            UI.getCurrent().navigate(UpdatesView.class);
        } else {
            UI.getCurrent().navigate(UpdateView.class, UpdateNavigation.update(edited));
        }
    }
}
