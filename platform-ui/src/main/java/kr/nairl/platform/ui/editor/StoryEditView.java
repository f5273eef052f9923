package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
import kr.nairl.platform.core.newsletter.Deletion;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.IssueSheet;
import kr.nairl.platform.core.newsletter.Publication;
import kr.nairl.platform.core.newsletter.State;
import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.core.newsletter.StorySheet;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/**
 * One story, written beside its preview. A draft saves itself; a published story, which readers see, is saved by its
 * button only.
 */
@Route(value = "editor/stories/:id", layout = MainLayout.class)
@RolesAllowed({"EDITOR", "LAB_MANAGER"})
class StoryEditView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient EditorialDesk desk;
    private final transient About about;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private final Span saved = new Span();
    private @Nullable StoryId id;
    private int version;
    private boolean published;
    private boolean unsaved;
    private String title = "";
    private @Nullable StoryForm form;
    private @Nullable StoryPreview preview;

    StoryEditView(EditorialDesk desk, About about, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.about = about;
        this.current = current;
        this.clock = clock;
        saved.addClassNames("small", "dim");
        saved.getElement().setAttribute("role", "status");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            id = StoryId.of(entering.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
        show();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (unsaved) {
            BeforeLeaveEvent.ContinueNavigationAction leave = leaving.postpone();
            Confirmation.askBeforeLoss(
                    getTranslation("editor.leave.question"),
                    getTranslation("editor.leave.consequence"),
                    getTranslation("editor.leave"),
                    leave::proceed);
        }
    }

    private void show() {
        StorySheet story = desk.story(current.actor(), java.util.Objects.requireNonNull(id));
        IssueSheet issue = desk.issue(current.actor(), story.issue());
        Language language = Language.of(getLocale());
        version = story.version();
        published = story.state() == State.PUBLISHED;
        unsaved = false;
        title = story.draft().title().text(language);
        StoryForm fields = new StoryForm(story.draft(), about, language, this::changed);
        StoryPreview beside = new StoryPreview(getTranslation("editor.preview"), story.draft(), language);
        form = fields;
        preview = beside;
        say("editor.saved", Formats.here().dateTime(story.updatedAt()));
        removeAll();
        add(
                new PageHeader(title)
                        .withPath(
                                List.of(
                                        new RouterLink(getTranslation("editor.title"), EditorView.class),
                                        EditorNavigation.toIssue(
                                                issue.id(),
                                                issue.draft().title().text(language))),
                                title)
                        .withBadges(EditorWords.state(this, story.state()), saved)
                        .withActions(actions(story, issue.state() == State.PUBLISHED)),
                Columns.mainAndSide(fields, beside));
    }

    private Component[] actions(StorySheet story, boolean issuePublished) {
        if (!published) {
            Button delete = Buttons.quiet(
                    getTranslation("editor.delete"),
                    click -> Confirmation.askBeforeLoss(
                            getTranslation("editor.story.delete.question"),
                            getTranslation("editor.story.delete.consequence"),
                            getTranslation("editor.delete"),
                            () -> delete(story)));
            return new Component[] {
                delete, Buttons.primary(getTranslation("editor.publish"), click -> publish(issuePublished))
            };
        }
        Button hide = Buttons.quiet(
                getTranslation("editor.unpublish"),
                click -> Confirmation.askBeforeLoss(
                        getTranslation("editor.story.unpublish.question"),
                        getTranslation("editor.story.unpublish.consequence"),
                        getTranslation("editor.unpublish"),
                        this::unpublish));
        Button save = Buttons.primary(getTranslation("editor.save.public"), click -> save());
        return issuePublished
                ? new Component[] {
                    hide,
                    Buttons.outside(
                            getTranslation("editor.public"),
                            "/" + getLocale().getLanguage() + "/letter/"
                                    + story.draft().slug()),
                    save
                }
                : new Component[] {hide, save};
    }

    private void changed() {
        if (preview != null && form != null) {
            preview.show(form.draft());
        }
        unsaved = true;
        if (published) {
            say("editor.unsaved.public");
        } else {
            save();
        }
    }

    private boolean save() {
        StoryForm fields = java.util.Objects.requireNonNull(form);
        StoryId story = java.util.Objects.requireNonNull(id);
        try {
            desk.editStory(current.actor(), story, version, fields.draft());
            version++;
            unsaved = false;
            fields.accepted();
            say("editor.saved", Formats.here().dateTime(clock.instant()));
            return true;
        } catch (InvalidInputException refused) {
            fields.refuse(refused);
            say("editor.unsaved.refused");
        } catch (StaleException meanwhile) {
            say("editor.unsaved.stale");
            Confirmation.askBeforeLoss(
                    getTranslation("editor.overtaken.question"),
                    getTranslation("editor.overtaken.consequence"),
                    getTranslation("editor.overtaken.mine"),
                    () -> {
                        version = desk.story(current.actor(), story).version();
                        save();
                    });
        }
        return false;
    }

    private void publish(boolean issuePublished) {
        if (unsaved && !save()) {
            return;
        }
        switch (desk.publishStory(current.actor(), java.util.Objects.requireNonNull(id), version)) {
            case Publication.Published done ->
                Toast.success(
                        getTranslation(issuePublished ? "editor.story.published" : "editor.story.published.waiting"));
            case Publication.NothingToRead nothing -> Toast.error(getTranslation("editor.story.nothing"));
        }
        show();
    }

    private void unpublish() {
        if (unsaved && !save()) {
            return;
        }
        desk.unpublishStory(current.actor(), java.util.Objects.requireNonNull(id), version);
        Toast.success(getTranslation("editor.story.hidden"));
        show();
    }

    private void delete(StorySheet story) {
        switch (desk.deleteStory(current.actor(), story.id(), version)) {
            case Deletion.Deleted gone -> {
                unsaved = false;
                Toast.success(getTranslation("editor.story.deleted"));
                UI.getCurrent()
                        .navigate(
                                IssueEditView.class,
                                EditorNavigation.at(story.issue().toString()));
            }
            case Deletion.StillPublished still -> Toast.error(getTranslation("editor.story.stillPublished"));
        }
    }

    private void say(String key, Object... parameters) {
        saved.setText(getTranslation(key, parameters));
    }
}
