package kr.nairl.platform.ui.update;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.update.Following;
import kr.nairl.platform.core.update.Follows;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.research.ResearchNavigation;

/** What the reader follows, each with the way to let it go, which can be taken back. */
class FollowingCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Command changed;

    /** @param changed called when something was let go or followed again */
    FollowingCard(Follows follows, CurrentActor current, Command changed) {
        this.changed = changed;
        Following following = follows.list(current.actor());
        ListCard list = new ListCard(getTranslation("updates.following"));
        Language language = Language.of(Formats.here().locale());
        for (Following.FollowedSubProject one : following.subProjects()) {
            String title = one.title().text(language);
            list.withRow(
                    Avatar.ofSubProject(one.number()),
                    ResearchNavigation.toSubProject(one.number(), title),
                    null,
                    end(
                            title,
                            () -> follows.unfollow(current.actor(), one.id()),
                            () -> follows.follow(current.actor(), one.id())));
        }
        for (Following.FollowedResearcher one : following.researchers()) {
            String name = one.name().text(language);
            list.withRow(
                    Avatar.ofPerson(name),
                    ResearchNavigation.toResearcher(one.slug(), name),
                    null,
                    end(
                            name,
                            () -> follows.unfollow(current.actor(), one.id()),
                            () -> follows.follow(current.actor(), one.id())));
        }
        if (following.isEmpty()) {
            list.withRow(new Paragraph(getTranslation("updates.following.none")));
        }
        add(list);
    }

    private Button end(String name, Command letGo, Command again) {
        return Buttons.icon(Glyph.X, getTranslation("updates.unfollow", name), click -> {
            letGo.execute();
            Toast.undoable(getTranslation("updates.unfollowed", name), getTranslation("updates.unfollow.undo"), () -> {
                again.execute();
                changed.execute();
            });
            changed.execute();
        });
    }
}
