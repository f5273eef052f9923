package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import kr.nairl.platform.core.organisation.OrganisationCard;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Headline;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** A partner as the directory shows it: who, what they do, and whether they look for something. */
final class PartnerCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    PartnerCard(OrganisationCard partner) {
        addClassName("partner-card");
        Language language = Language.of(getLocale());
        String name = partner.name().text(language);
        add(new Headline(
                        OrganisationWords.avatar(name, partner.id(), partner.logo()),
                        OrganisationNavigation.toPartner(partner.slug(), name),
                        partner.sector().isEmpty()
                                ? OrganisationWords.kind(this, partner.kind())
                                : partner.sector().text(language))
                .withTags(OrganisationWords.tags(this, partner.partnerSince(), partner.fictional())));
        if (!partner.summary().isEmpty()) {
            Paragraph summary = new Paragraph(OrganisationWords.text(partner.summary(), getLocale()));
            summary.addClassName("clamped");
            add(summary);
        }
        Span where = new Span(OrganisationWords.country(partner.country(), getLocale()));
        where.addClassNames("small", "faint");
        add(Columns.row(
                partner.openInterests() == 0
                        ? new Tag(getTranslation("organisation.interests.none"))
                        : new Tag(getTranslation("organisation.interests.open", partner.openInterests()), Tone.BRAND),
                where));
    }
}
