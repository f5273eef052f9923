package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Toast;

/** Follows something or lets it go, and says which of both it does next. */
class FollowButton extends Button {

    @Serial
    private static final long serialVersionUID = 1L;

    private boolean following;

    /**
     * @param name what is followed, for assistive technology
     * @param following whether the reader follows it now
     */
    FollowButton(String name, boolean following, Command follow, Command unfollow) {
        this.following = following;
        addClickListener(click -> {
            if (this.following) {
                unfollow.execute();
                Toast.success(getTranslation("follow.ended", name));
            } else {
                follow.execute();
                Toast.success(getTranslation("follow.begun", name));
            }
            this.following = !this.following;
            show(name);
        });
        show(name);
    }

    private void show(String name) {
        setText(getTranslation(following ? "follow.on" : "follow.off"));
        setIcon(following ? Glyph.CHECK.icon() : Glyph.PLUS.icon());
        setAriaLabel(getTranslation(following ? "follow.on.of" : "follow.off.of", name));
        setTooltipText(getTranslation(following ? "follow.on.hint" : "follow.off.hint"));
    }
}
