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
import java.time.Clock;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.IssueSheet;
import kr.nairl.platform.core.newsletter.ProofDesk;
import kr.nairl.platform.core.newsletter.State;
import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.core.newsletter.StorySheet;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** One story, written beside its preview; its {@link StoryKeeper} saves it. */
@Route(value = "editor/stories/:id", layout = MainLayout.class)
@RolesAllowed({"EDITOR", "LAB_MANAGER"})
class StoryEditView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient EditorialDesk desk;
    private final transient ProofDesk proofs;
    private final transient About about;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private String title = "";
    private @Nullable StoryKeeper keeper;
    private @Nullable StoryForm form;
    private @Nullable StoryPreview preview;

    StoryEditView(EditorialDesk desk, ProofDesk proofs, About about, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.proofs = proofs;
        this.about = about;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            show(StoryId.of(entering.getRouteParameters().get("id").orElse("")));
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (keeper != null) {
            keeper.work().askBefore(leaving);
        }
    }

    private void show(StoryId id) {
        StorySheet story = desk.story(current.actor(), id);
        IssueSheet issue = desk.issue(current.actor(), story.issue());
        Language language = Language.of(getLocale());
        title = story.draft().title().text(language);
        StoryForm fields =
                new StoryForm(story.draft(), proofs.story(current.actor(), id).card(), about, language, this::written);
        StoryPreview beside = new StoryPreview(getTranslation("editor.preview"), story.draft(), language);
        boolean issuePublished = issue.state() == State.PUBLISHED;
        StoryKeeper keeping = new StoryKeeper(
                new StoryKeeper.Surroundings(desk, current, clock), story, issuePublished, fields, () -> show(id));
        form = fields;
        preview = beside;
        keeper = keeping;
        removeAll();
        add(
                header(issue, language)
                        .withBadges(EditorWords.state(this, story.state()), keeping)
                        .withActions(StoryActions.of(
                                this, story, issuePublished && story.state() == State.PUBLISHED, keeping)),
                Columns.mainAndSide(fields, beside));
    }

    private PageHeader header(IssueSheet issue, Language language) {
        return new PageHeader(title)
                .withPath(
                        List.of(
                                new RouterLink(getTranslation("editor.title"), EditorView.class),
                                EditorNavigation.toIssue(
                                        issue.id(), issue.draft().title().text(language))),
                        title);
    }

    private void written() {
        if (preview != null && form != null && keeper != null) {
            preview.show(form.draft());
            keeper.written();
        }
    }
}
