package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.IssueRow;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.shell.MainLayout;

/** All issues of the newsletter, drafts too, newest first. */
@Route(value = "editor", layout = MainLayout.class)
@RolesAllowed({"EDITOR", "LAB_MANAGER"})
class EditorView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient EditorialDesk desk;
    private final transient CurrentActor current;

    EditorView(EditorialDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("editor.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        add(new PageHeader(getTranslation("editor.title"))
                .withLead(getTranslation("editor.lead"))
                .withActions(Buttons.primaryLink(
                        getTranslation("editor.issue.new"), NewIssueView.class, RouteParameters.empty())));
        List<IssueRow> issues = desk.issues(current.actor());
        if (issues.isEmpty()) {
            add(new EmptyState(Glyph.NEWSPAPER, getTranslation("editor.none"), getTranslation("editor.none.advice")));
            return;
        }
        Language language = Language.of(getLocale());
        Formats formats = Formats.here();
        ListCard list = new ListCard(getTranslation("editor.issues"));
        for (IssueRow issue : issues) {
            list.withRow(
                    EditorWords.state(this, issue.state()),
                    EditorNavigation.toIssue(issue.id(), issue.title().text(language)),
                    EditorWords.small(
                            getTranslation("editor.issue.line", issue.volume(), issue.stories(), issue.drafts())),
                    issue.publishedAt() == null ? null : EditorWords.small(formats.date(issue.publishedAt())));
        }
        add(list);
    }
}
