package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.IssueId;
import kr.nairl.platform.core.newsletter.IssueSheet;
import kr.nairl.platform.core.newsletter.Publication;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.State;
import kr.nairl.platform.core.newsletter.StoryRow;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** One issue: its stories by section, what it says about itself, and publishing it. */
@Route(value = "editor/issues/:id", layout = MainLayout.class)
@RolesAllowed({"EDITOR", "LAB_MANAGER"})
class IssueEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient EditorialDesk desk;
    private final transient CurrentActor current;
    private @Nullable IssueId id;
    private String title = "";
    private @Nullable IssueForm form;

    IssueEditView(EditorialDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        String asked = entering.getRouteParameters().get("id").orElse("");
        try {
            id = asked.equals("new") ? null : IssueId.of(asked);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
        show();
    }

    private void show() {
        removeAll();
        IssueId known = id;
        if (known == null) {
            begin();
            return;
        }
        IssueSheet issue = desk.issue(current.actor(), known);
        Language language = Language.of(getLocale());
        title = issue.draft().title().text(language);
        IssueForm fields = new IssueForm(issue.draft());
        form = fields;
        add(
                header(title)
                        .withBadges(
                                EditorWords.state(this, issue.state()),
                                EditorWords.small(issue.draft().volume()))
                        .withActions(actions(issue)),
                Columns.mainAndSide(
                        stories(issue, language),
                        new NewStoryCard(known, desk, current),
                        new Card(
                                getTranslation("editor.issue.about"),
                                fields,
                                Buttons.plain(getTranslation("editor.save"), click -> save(issue, fields)))));
    }

    private void begin() {
        title = getTranslation("editor.issue.new");
        IssueForm fields = new IssueForm(IssueForm.empty());
        form = null;
        Button begin = Buttons.primary(getTranslation("editor.issue.begin"), click -> {
            try {
                IssueId begun = desk.createIssue(current.actor(), fields.draft());
                UI.getCurrent().navigate(IssueEditView.class, EditorNavigation.at(begun.toString()));
            } catch (InvalidInputException refused) {
                fields.refuse(refused);
            }
        });
        add(header(title).withLead(getTranslation("editor.issue.new.lead")), new Card(fields, begin));
    }

    private PageHeader header(String text) {
        return new PageHeader(text)
                .withPath(List.of(new RouterLink(getTranslation("editor.title"), EditorView.class)), text);
    }

    private Component stories(IssueSheet issue, Language language) {
        List<Component> cards = new ArrayList<>();
        for (Section section : Section.values()) {
            List<StoryRow> stories = issue.stories().stream()
                    .filter(story -> story.section() == section)
                    .toList();
            if (!stories.isEmpty()) {
                cards.add(SectionCard.of(
                        getTranslation("editor.section." + section.name()),
                        stories,
                        language,
                        order -> guarded(() -> desk.reorder(current.actor(), issue.id(), section, order))));
            }
        }
        return cards.isEmpty()
                ? new EmptyState(
                        Glyph.FILE_TEXT,
                        getTranslation("editor.stories.none"),
                        getTranslation("editor.stories.none.advice"))
                : Columns.stack(cards.toArray(Component[]::new));
    }

    private Component[] actions(IssueSheet issue) {
        if (issue.state() == State.PUBLISHED) {
            return new Component[] {
                Buttons.outside(
                        getTranslation("editor.public"),
                        "/" + getLocale().getLanguage() + "/letter/issues/"
                                + issue.draft().slug()),
                Buttons.plain(
                        getTranslation("editor.unpublish"),
                        click -> Confirmation.askBeforeLoss(
                                getTranslation("editor.issue.unpublish.question"),
                                getTranslation("editor.issue.unpublish.consequence"),
                                getTranslation("editor.unpublish"),
                                () -> guarded(() -> desk.unpublishIssue(current.actor(), issue.id(), issue.version()))))
            };
        }
        return new Component[] {
            Buttons.primary(
                    getTranslation("editor.publish"),
                    click -> guarded(() -> {
                        switch (desk.publishIssue(current.actor(), issue.id(), issue.version())) {
                            case Publication.Published published ->
                                Toast.success(getTranslation("editor.issue.published"));
                            case Publication.NothingToRead nothing ->
                                Toast.error(getTranslation("editor.issue.nothing"));
                        }
                    }))
        };
    }

    private void save(IssueSheet issue, IssueForm fields) {
        try {
            desk.editIssue(current.actor(), issue.id(), issue.version(), fields.draft());
            fields.accepted();
            Toast.success(getTranslation("editor.saved.toast"));
            show();
        } catch (InvalidInputException refused) {
            fields.refuse(refused);
        } catch (StaleException meanwhile) {
            Toast.error(getTranslation("editor.stale"));
        }
    }

    /** Does it and shows what became of it; when somebody was faster, shows what they did. */
    private void guarded(Runnable step) {
        if (form != null && form.isChanged()) {
            Toast.error(getTranslation("editor.issue.saveFirst"));
            return;
        }
        try {
            step.run();
        } catch (StaleException meanwhile) {
            Toast.error(getTranslation("editor.stale.shown"));
        }
        show();
    }
}
