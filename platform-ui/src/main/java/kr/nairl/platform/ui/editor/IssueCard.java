package kr.nairl.platform.ui.editor;

import java.io.Serial;
import java.util.function.Consumer;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.IssueDraft;
import kr.nairl.platform.core.newsletter.IssueId;
import kr.nairl.platform.core.newsletter.IssueSheet;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Toast;

/** What an issue says about itself, saved by its button. Remembers the version that it began with. */
class IssueCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient EditorialDesk desk;
    private final transient CurrentActor current;
    private final transient Consumer<IssueSheet> saved;
    private final IssueId id;
    private final IssueForm fields;
    private int version;
    private transient Runnable written = () -> {};

    /** @param saved takes the issue as it is stored after each saving */
    IssueCard(IssueSheet issue, EditorialDesk desk, CurrentActor current, Consumer<IssueSheet> saved) {
        super(EditorWords.say("editor.issue.about"));
        this.desk = desk;
        this.current = current;
        this.saved = saved;
        this.id = issue.id();
        this.version = issue.version();
        this.fields = new IssueForm(issue.draft(), () -> written.run());
        add(fields, Buttons.plain(getTranslation("editor.save"), click -> save()));
    }

    /** Whom to tell when something was written or saved. */
    void onWritten(Runnable listener) {
        written = listener;
    }

    boolean isChanged() {
        return fields.isChanged();
    }

    /** Shows the issue as it is stored now. */
    void show(IssueSheet issue) {
        version = issue.version();
        fields.show(issue.draft());
        written.run();
    }

    private void save() {
        IssueDraft draft = fields.draft();
        try {
            desk.editIssue(current.actor(), id, version, draft);
        } catch (InvalidInputException refused) {
            fields.refuse(refused);
            return;
        } catch (StaleException meanwhile) {
            Overtaken.ask(this, () -> {
                version = desk.issue(current.actor(), id).version();
                save();
            });
            return;
        }
        IssueSheet stored = desk.issue(current.actor(), id);
        version = stored.version();
        fields.kept(draft);
        written.run();
        Toast.success(getTranslation("editor.saved.toast"));
        saved.accept(stored);
    }
}
