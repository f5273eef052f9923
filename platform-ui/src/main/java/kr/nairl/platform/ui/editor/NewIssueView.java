package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.IssueId;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.UnsavedWork;
import kr.nairl.platform.ui.shell.MainLayout;

/** Begins an issue: what it says about itself, and on to its own page. */
@Route(value = "editor/issues/new", layout = MainLayout.class)
@RolesAllowed({"EDITOR", "LAB_MANAGER"})
class NewIssueView extends Div implements BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient EditorialDesk desk;
    private final transient CurrentActor current;
    private final IssueForm fields = new IssueForm(IssueForm.empty(), this::written);
    private final UnsavedWork work = new UnsavedWork(fields);

    NewIssueView(EditorialDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
        String title = getTranslation("editor.issue.new");
        add(
                new PageHeader(title)
                        .withPath(List.of(new RouterLink(getTranslation("editor.title"), EditorView.class)), title)
                        .withLead(getTranslation("editor.issue.new.lead")),
                new Card(fields, Buttons.primary(getTranslation("editor.issue.begin"), click -> begin())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("editor.issue.new");
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        work.askBefore(leaving);
    }

    private void written() {
        work.set(fields.isChanged());
    }

    private void begin() {
        try {
            IssueId begun = desk.createIssue(current.actor(), fields.draft());
            work.forget();
            UI.getCurrent().navigate(IssueEditView.class, EditorNavigation.at(begun.toString()));
        } catch (InvalidInputException refused) {
            fields.refuse(refused);
        }
    }
}
