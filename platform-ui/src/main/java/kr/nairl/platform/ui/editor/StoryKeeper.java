package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.newsletter.Deletion;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.Publication;
import kr.nairl.platform.core.newsletter.State;
import kr.nairl.platform.core.newsletter.StorySheet;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.UnsavedWork;

/**
 * Keeps one story while it is written, and says beside its title how it stands. A draft is saved with every change; a
 * published story, which readers see, by its button only. Lives until the story is read anew.
 */
final class StoryKeeper extends Span implements StoryActions.Doer {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient EditorialDesk desk;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private final transient StorySheet story;
    private final boolean issuePublished;
    private final StoryForm fields;
    private final UnsavedWork work;
    private final transient Runnable again;
    private int version;

    /** What the desk needs of its surroundings. */
    record Surroundings(EditorialDesk desk, CurrentActor current, Clock clock) {}

    /** @param again shows the story as it is stored */
    StoryKeeper(Surroundings around, StorySheet story, boolean issuePublished, StoryForm fields, Runnable again) {
        this.desk = around.desk();
        this.current = around.current();
        this.clock = around.clock();
        this.story = story;
        this.issuePublished = issuePublished;
        this.fields = fields;
        this.work = new UnsavedWork(fields);
        this.again = again;
        this.version = story.version();
        addClassNames("small", "dim");
        getElement().setAttribute("role", "status");
        saved(story.updatedAt());
    }

    UnsavedWork work() {
        return work;
    }

    /** Something was written. */
    void written() {
        work.set(true);
        if (story.state() == State.PUBLISHED) {
            setText(getTranslation("editor.unsaved.public"));
        } else {
            keep(false);
        }
    }

    @Override
    public void save() {
        keep(true);
    }

    @Override
    public void publish() {
        step(() -> {
            switch (desk.publishStory(current.actor(), story.id(), version)) {
                case Publication.Published done ->
                    Toast.success(getTranslation(
                            issuePublished ? "editor.story.published" : "editor.story.published.waiting"));
                case Publication.NothingToRead nothing -> Toast.error(getTranslation("editor.story.nothing"));
            }
        });
    }

    @Override
    public void unpublish() {
        step(() -> {
            desk.unpublishStory(current.actor(), story.id(), version);
            Toast.success(getTranslation("editor.story.hidden"));
        });
    }

    @Override
    public void delete() {
        try {
            switch (desk.deleteStory(current.actor(), story.id(), version)) {
                case Deletion.Deleted gone -> {
                    work.forget();
                    Toast.success(getTranslation("editor.story.deleted"));
                    UI.getCurrent()
                            .navigate(
                                    IssueEditView.class,
                                    EditorNavigation.at(story.issue().toString()));
                }
                case Deletion.StillPublished still -> Toast.error(getTranslation("editor.story.stillPublished"));
            }
        } catch (StaleException meanwhile) {
            Toast.error(getTranslation("editor.stale.shown"));
            work.forget();
            again.run();
        }
    }

    /** Does it once everything is saved, and shows what became of it. */
    private void step(Runnable step) {
        if (work.isWaiting() && !keep(true)) {
            return;
        }
        try {
            step.run();
        } catch (StaleException meanwhile) {
            Toast.error(getTranslation("editor.stale.shown"));
        }
        again.run();
    }

    /** @param go whether to go to what is refused */
    private boolean keep(boolean go) {
        try {
            desk.editStory(current.actor(), story.id(), version, fields.draft());
            version++;
            work.set(false);
            fields.accepted();
            saved(clock.instant());
            return true;
        } catch (InvalidInputException refused) {
            fields.refuse(refused, go);
            setText(getTranslation("editor.unsaved.refused"));
        } catch (StaleException meanwhile) {
            setText(getTranslation("editor.unsaved.stale"));
            Overtaken.ask(this, () -> {
                version = desk.story(current.actor(), story.id()).version();
                keep(true);
            });
        }
        return false;
    }

    private void saved(Instant at) {
        setText(getTranslation("editor.saved", Formats.here().dateTime(at)));
    }
}
