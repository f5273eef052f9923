package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.Component;
import kr.nairl.platform.core.newsletter.IssueSheet;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Confirmation;

/** What can be done with an issue as a whole. */
final class IssueActions {

    private IssueActions() {}

    static Component[] of(Component page, IssueSheet issue, Runnable publish, Runnable unpublish) {
        return switch (issue.state()) {
            case PUBLISHED ->
                new Component[] {
                    Buttons.outside(
                            page.getTranslation("editor.public"),
                            "/" + EditorWords.language().code() + "/letter/issues/"
                                    + issue.draft().slug()),
                    Buttons.plain(
                            page.getTranslation("editor.unpublish"),
                            click -> Confirmation.askBeforeLoss(
                                    page.getTranslation("editor.issue.unpublish.question"),
                                    page.getTranslation("editor.issue.unpublish.consequence"),
                                    page.getTranslation("editor.unpublish"),
                                    unpublish::run))
                };
            case DRAFT ->
                new Component[] {Buttons.primary(page.getTranslation("editor.publish"), click -> publish.run())};
        };
    }
}
