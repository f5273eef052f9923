package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.IssueId;
import kr.nairl.platform.core.newsletter.IssueSheet;
import kr.nairl.platform.core.newsletter.Publication;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.UnsavedWork;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** One issue: its stories by section, what it says about itself, and publishing it. */
@Route(value = "editor/issues/:id", layout = MainLayout.class)
@RolesAllowed({"EDITOR", "LAB_MANAGER"})
class IssueEditView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient EditorialDesk desk;
    private final transient CurrentActor current;
    private final Div head = new Div();
    private String title = "";
    private @Nullable IssueCard about;
    private @Nullable UnsavedWork work;

    IssueEditView(EditorialDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            show(IssueId.of(entering.getRouteParameters().get("id").orElse("")));
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (work != null) {
            work.askBefore(leaving);
        }
    }

    private void show(IssueId id) {
        IssueSheet issue = desk.issue(current.actor(), id);
        NewStoryCard begun = new NewStoryCard(id, desk, current);
        IssueCard card = new IssueCard(issue, desk, current, this::head);
        Div side = Columns.stack(begun, card);
        UnsavedWork writing = new UnsavedWork(side);
        Runnable written = () -> writing.set(begun.isWritten() || card.isChanged());
        begun.onWritten(written);
        card.onWritten(written);
        about = card;
        work = writing;
        removeAll();
        add(head, Columns.mainAndSide(new IssueStories(id, issue.stories(), desk, current), side));
        head(issue);
    }

    private void head(IssueSheet issue) {
        title = issue.draft().title().text(Language.of(getLocale()));
        head.removeAll();
        head.add(new PageHeader(title)
                .withPath(List.of(new RouterLink(getTranslation("editor.title"), EditorView.class)), title)
                .withBadges(
                        EditorWords.state(this, issue.state()),
                        EditorWords.small(issue.draft().volume()))
                .withActions(IssueActions.of(
                        this,
                        issue,
                        () -> step(issue, () -> publish(issue)),
                        () -> step(issue, () -> desk.unpublishIssue(current.actor(), issue.id(), issue.version())))));
    }

    private void publish(IssueSheet issue) {
        switch (desk.publishIssue(current.actor(), issue.id(), issue.version())) {
            case Publication.Published published -> Toast.success(getTranslation("editor.issue.published"));
            case Publication.NothingToRead nothing -> Toast.error(getTranslation("editor.issue.nothing"));
        }
    }

    /** Does it and shows what became of it; when somebody was faster, shows what they did. */
    private void step(IssueSheet issue, Runnable step) {
        if (about != null && about.isChanged()) {
            Toast.error(getTranslation("editor.issue.saveFirst"));
            return;
        }
        try {
            step.run();
        } catch (StaleException meanwhile) {
            Toast.error(getTranslation("editor.stale.shown"));
        }
        IssueSheet now = desk.issue(current.actor(), issue.id());
        head(now);
        if (about != null) {
            about.show(now);
        }
    }
}
