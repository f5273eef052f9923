package kr.nairl.platform.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.newsletter.IssueRow;
import kr.nairl.platform.core.newsletter.State;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** An editor's home: issues to go on with, and those that are out. */
class EditorHome extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    EditorHome(List<IssueRow> issues) {
        add(
                new PageHeader(getTranslation("home.editor.title")).withLead(getTranslation("home.editor.lead")),
                Columns.stack(
                        list(
                                "home.editor.drafts",
                                "home.editor.drafts.none",
                                issues.stream()
                                        .filter(issue -> issue.state() == State.DRAFT || issue.drafts() > 0)
                                        .toList()),
                        list(
                                "home.editor.published",
                                "home.editor.published.none",
                                issues.stream()
                                        .filter(issue -> issue.state() == State.PUBLISHED)
                                        .toList())));
    }

    private ListCard list(String titleKey, String noneKey, List<IssueRow> issues) {
        Language language = Language.of(getLocale());
        ListCard list = new ListCard(getTranslation(titleKey));
        for (IssueRow issue : issues) {
            Instant published = issue.publishedAt();
            list.withRow(
                    null,
                    new Anchor("editor/issues/" + issue.id(), issue.title().text(language)),
                    new Span(issue.volume() + " · "
                            + getTranslation("home.editor.stories", issue.stories(), issue.drafts())),
                    published == null
                            ? new Tag(getTranslation("home.editor.draft"), Tone.WARN)
                            : new Tag(Formats.here().date(published), Tone.OK));
        }
        if (issues.isEmpty()) {
            list.withRow(new Span(getTranslation(noneKey)));
        }
        return list;
    }
}
