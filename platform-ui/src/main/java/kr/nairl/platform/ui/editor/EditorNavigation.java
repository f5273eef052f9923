package kr.nairl.platform.ui.editor;

import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import kr.nairl.platform.core.newsletter.IssueId;
import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;

/** The ways from other pages to the editors' desk. */
public final class EditorNavigation {

    private EditorNavigation() {}

    /** The line of the navigation. */
    public static NavItem item() {
        return new NavItem("editor", Glyph.NEWSPAPER, EditorView.class, 0);
    }

    /** A link with this text to one issue. */
    public static RouterLink toIssue(IssueId id, String text) {
        return new RouterLink(text, IssueEditView.class, at(id.toString()));
    }

    /** A link with this text to one story. */
    public static RouterLink toStory(StoryId id, String text) {
        return new RouterLink(text, StoryEditView.class, at(id.toString()));
    }

    static RouteParameters at(String id) {
        return new RouteParameters(new RouteParam("id", id));
    }
}
