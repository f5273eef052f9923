package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serial;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;

/** How much of the profile is there, and what a reader would miss most. */
final class CompletenessCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param go leads to where a part is written */
    CompletenessCard(OrganisationProfile profile, SerializableConsumer<OrganisationProfile.MissingPart> go) {
        addClassName("completeness");
        double share = profile.completeness() / 100.0;
        String told = Formats.here().percent(share);
        Paragraph figure = new Paragraph(told);
        figure.addClassNames("stat-value", "num");
        Paragraph meaning = new Paragraph(getTranslation("organisation.completeness"));
        meaning.addClassNames("small", "dim");
        ProgressBar bar = new ProgressBar(0, 1, share);
        bar.getElement().setAttribute("aria-label", getTranslation("organisation.completeness.said", told));
        add(meaning, figure, bar);
        if (profile.missing().isEmpty()) {
            add(new Paragraph(getTranslation("organisation.completeness.full")));
            return;
        }
        UnorderedList missing = new UnorderedList();
        profile.missing().forEach(part -> {
            NativeButton there =
                    new NativeButton(getTranslation("organisation.missing." + part.name()), click -> go.accept(part));
            there.addClassName("go-there");
            missing.add(new ListItem(Glyph.PLUS.icon(), there));
        });
        add(missing);
    }
}
