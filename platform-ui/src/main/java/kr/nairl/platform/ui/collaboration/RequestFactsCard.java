package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.io.Serial;
import kr.nairl.platform.core.collaboration.ReplyForecast;
import kr.nairl.platform.core.collaboration.RequestPage;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.research.ResearchNavigation;
import org.jspecify.annotations.Nullable;

/** The short facts of a request, with ways to both sides and to the interest that it comes from. */
class RequestFactsCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param forecast of the answer that is awaited; null where none is */
    RequestFactsCard(RequestPage page, @Nullable ReplyForecast forecast, Language language) {
        super(UI.getCurrent().getTranslation("request.facts"));
        RequestRow row = page.row();
        Formats formats = Formats.here();
        KeyValues facts = new KeyValues()
                .with(
                        getTranslation("request.from"),
                        RequestNavigation.organisation(
                                row.organisationSlug(), row.organisationName().text(language)));
        if (!page.contactName().isEmpty()) {
            facts.with(getTranslation("request.contact"), page.contactName().text(language));
        }
        facts.with(
                        getTranslation("request.to"),
                        RequestNavigation.researcher(
                                row.researcherSlug(), row.researcherName().text(language)))
                .with(
                        getTranslation("request.mode"),
                        getTranslation("mode." + row.mode().name()));
        if (row.subProjectNumber() != null) {
            facts.with(
                    getTranslation("request.subProject"),
                    ResearchNavigation.toSubProject(
                            row.subProjectNumber(), getTranslation("subProject.short", row.subProjectNumber())));
        }
        if (page.interest() != null) {
            facts.with(
                    getTranslation("request.interest"),
                    InterestNavigation.to(page.interest(), page.interestTitle().text(language)));
        }
        if (row.sentAt() != null) {
            facts.with(getTranslation("request.sentAt"), formats.date(row.sentAt()));
        }
        if (row.dueAt() != null && !row.state().isFinal()) {
            facts.with(getTranslation("request.dueAt"), formats.date(row.dueAt()));
        }
        if (forecast != null) {
            Div expected = ReplyWords.of(this, forecast);
            if (expected.getComponentCount() > 0) {
                facts.with(getTranslation("request.reply"), expected);
            }
        }
        if (row.decidedAt() != null) {
            facts.with(getTranslation("request.decidedAt"), formats.date(row.decidedAt()));
        }
        if (page.declineReason() != null) {
            facts.with(
                    getTranslation("request.declineReason"),
                    getTranslation("request.decline." + page.declineReason().name()));
        }
        add(facts);
    }
}
