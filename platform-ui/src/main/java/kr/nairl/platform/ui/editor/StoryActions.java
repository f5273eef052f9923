package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.Command;
import java.io.Serializable;
import java.util.List;
import kr.nairl.platform.core.newsletter.StorySheet;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.reader.Proof;

/** What can be done with a story as a whole, the main thing last. */
final class StoryActions {

    /** Who does it. */
    interface Doer extends Serializable {
        void publish();

        void unpublish();

        void save();

        void delete();
    }

    private StoryActions() {}

    /** @param readable whether readers see it now: it is published, and so is its issue */
    static Component[] of(Component page, StorySheet story, boolean readable, Doer doer) {
        List<Component> actions = switch (story.state()) {
            case DRAFT ->
                List.of(
                        asked(page, "editor.delete", "editor.story.delete", doer::delete),
                        seen(page, story, readable),
                        Buttons.primary(page.getTranslation("editor.publish"), click -> doer.publish()));
            case PUBLISHED ->
                List.of(
                        asked(page, "editor.unpublish", "editor.story.unpublish", doer::unpublish),
                        seen(page, story, readable),
                        Buttons.primary(page.getTranslation("editor.save.public"), click -> doer.save()));
        };
        return actions.toArray(Component[]::new);
    }

    /** The public page, or its proof as long as there is none. */
    private static Anchor seen(Component page, StorySheet story, boolean readable) {
        Anchor link = readable
                ? Buttons.outside(
                        page.getTranslation("editor.public"),
                        "/" + EditorWords.language().code() + "/letter/"
                                + story.draft().slug())
                : Buttons.outside(page.getTranslation("editor.proof"), Proof.path(EditorWords.language(), story.id()));
        link.setTarget("_blank");
        return link;
    }

    private static Component asked(Component page, String verbKey, String key, Command action) {
        String verb = page.getTranslation(verbKey);
        return Buttons.quiet(
                verb,
                click -> Confirmation.askBeforeLoss(
                        page.getTranslation(key + ".question"),
                        page.getTranslation(key + ".consequence"),
                        verb,
                        action));
    }
}
