package kr.nairl.platform.ui.update;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.update.Feed;
import kr.nairl.platform.core.update.FeedItem;
import kr.nairl.platform.core.update.UpdateDesk;
import kr.nairl.platform.core.update.UpdateId;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.shell.LiveChanges;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** One update by itself, as mails and notifications link to it; its author edits it or takes it back from here. */
@Route(value = "updates/:id", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class UpdateView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ID = "id";
    private static final long serialVersionUID = 1L;

    private final transient Feed feed;
    private final transient UpdateDesk desk;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private @Nullable UpdateId id;
    private String title = "";

    UpdateView(Feed feed, UpdateDesk desk, CurrentActor current, Changes changes, Clock clock) {
        this.feed = feed;
        this.desk = desk;
        this.current = current;
        this.clock = clock;
        LiveChanges.keep(
                this, changes, change -> change.kind() == Changes.Kind.UPDATE && isShown(change.id()), this::showAgain);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            UpdateId asked = UpdateId.of(entering.getRouteParameters().get(ID).orElse(""));
            id = asked;
            show(asked);
        } catch (IllegalArgumentException noId) {
            throw new com.vaadin.flow.router.NotFoundException();
        }
    }

    private boolean isShown(@Nullable UUID changed) {
        UpdateId shown = id;
        return shown != null && shown.value().equals(changed);
    }

    private void showAgain() {
        UpdateId shown = id;
        if (shown == null) {
            return;
        }
        try {
            show(shown);
        } catch (NotFoundException gone) {
            removeAll();
            add(
                    new PageHeader(title),
                    new EmptyState(Glyph.UNDO_2, getTranslation("update.gone"), getTranslation("update.gone.advice")));
        }
    }

    private void show(UpdateId shown) {
        FeedItem item = feed.one(current.actor(), shown);
        title = item.title().text(Language.of(Formats.here().locale()));
        removeAll();
        PageHeader header = new PageHeader(title)
                .withPath(
                        List.of(
                                new RouterLink(getTranslation("updates.title"), UpdatesView.class),
                                UpdateNavigation.of(
                                        item.subProject().number(),
                                        getTranslation(
                                                "subProject.short",
                                                item.subProject().number()))),
                        getTranslation("update.here"));
        if (item.own()) {
            header.withActions(
                    Buttons.quiet(getTranslation("update.delete"), click -> askToDelete(shown)),
                    Buttons.link(getTranslation("update.edit"), UpdateEditView.class, UpdateNavigation.update(shown)));
        }
        UpdateCard card = new UpdateCard(item, clock.instant(), false);
        card.addClassName("alone");
        add(header, card);
    }

    private void askToDelete(UpdateId shown) {
        int version = desk.sheet(current.actor(), shown).version();
        Confirmation.askBeforeLoss(
                getTranslation("update.delete.question"),
                getTranslation("update.delete.consequence"),
                getTranslation("update.delete"),
                () -> delete(shown, version));
    }

    private void delete(UpdateId shown, int version) {
        UI ui = UI.getCurrent();
        try {
            id = null;
            desk.delete(current.actor(), shown, version);
            Toast.success(getTranslation("update.deleted"));
            ui.navigate(UpdatesView.class);
        } catch (StaleException edited) {
            id = shown;
            Toast.error(getTranslation("update.stale"));
            showAgain();
        }
    }
}
