package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serial;
import kr.nairl.platform.core.collaboration.ReplyForecast;
import kr.nairl.platform.core.collaboration.Request;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Headline;
import kr.nairl.platform.ui.component.KeyValues;
import org.jspecify.annotations.Nullable;

/** Whom a draft is meant for, what they are in the lab, and by when they will answer. */
class AddresseeCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param researcher null for a draft to a sub-project that nobody leads
     * @param forecast of a request sent now; null where there is no researcher
     */
    AddresseeCard(
            RequestRow row, @Nullable ResearcherCard researcher, @Nullable ReplyForecast forecast, Language language) {
        super(UI.getCurrent().getTranslation("request.to.title"));
        KeyValues facts = new KeyValues();
        if (researcher == null) {
            add(new Headline(
                    Avatar.ofSubProject(row.subProjectNumber() == null ? 1 : row.subProjectNumber()),
                    row.subProjectTitle().text(language),
                    getTranslation("request.refused.NO_INVESTIGATOR")));
        } else {
            String name = researcher.name().text(language);
            add(new Headline(Avatar.ofPerson(name), name, researcher.headline().text(language)));
            facts.with(
                    getTranslation("request.to.role"),
                    getTranslation("request.role." + researcher.role().name()));
            if (researcher.organisation() != null) {
                facts.with(
                        getTranslation("request.to.organisation"),
                        researcher.organisation().name().text(language));
            }
            if (researcher.subProject() != null) {
                facts.with(
                        getTranslation("request.subProject"),
                        getTranslation(
                                        "subProject.short",
                                        researcher.subProject().number()) + " · "
                                + researcher.subProject().title().text(language));
            }
        }
        facts.with(getTranslation("request.dueAt"), getTranslation("request.form.due", Request.ANSWER_WITHIN.toDays()));
        if (forecast != null) {
            Div expected = ReplyWords.of(this, forecast);
            if (expected.getComponentCount() > 0) {
                facts.with(getTranslation("request.reply"), expected);
            }
        }
        add(facts);
        if (row.subProject() != null) {
            Paragraph note = new Paragraph(getTranslation("request.form.subProject", row.subProjectNumber()));
            note.addClassNames("small", "dim");
            add(note);
        }
    }
}
