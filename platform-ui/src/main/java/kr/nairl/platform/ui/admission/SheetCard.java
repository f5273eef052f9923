package kr.nairl.platform.ui.admission;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.Locale;
import kr.nairl.platform.core.admission.ApplicationPage;
import kr.nairl.platform.core.admission.ApplicationSheet;
import kr.nairl.platform.core.admission.Applications;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** What the application says, and what was agreed to. */
class SheetCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String MAIL = "mailto:";

    SheetCard(ApplicationPage page) {
        super(page.application().sheet().contactName());
        ApplicationSheet sheet = page.application().sheet();
        KeyValues facts = new KeyValues();
        if (sheet.name().ko() != null) {
            facts.with(getTranslation("application.name.ko"), sheet.name().ko());
        }
        if (sheet.name().en() != null) {
            facts.with(getTranslation("application.name.en"), sheet.name().en());
        }
        facts.with(
                        getTranslation("application.kind"),
                        getTranslation("organisation.kind." + sheet.kind().name()))
                .with(
                        getTranslation("application.country"),
                        Locale.of("", sheet.country()).getDisplayCountry(getLocale()))
                .with(
                        getTranslation(
                                "application.number." + sheet.number().kind().name()),
                        sheet.number().written());
        if (sheet.website() != null) {
            Anchor site = new Anchor(sheet.website(), sheet.website(), AnchorTarget.BLANK);
            site.getElement().setAttribute("rel", "noopener noreferrer nofollow");
            facts.with(getTranslation("application.website"), site);
        }
        if (sheet.emailDomain() != null) {
            facts.with(getTranslation("application.emailDomain"), sheet.emailDomain());
        }
        facts.with(
                getTranslation("application.contact"),
                new Anchor(MAIL + sheet.contact().value(), sheet.contact().value()));
        facts.with(
                getTranslation("application.language"),
                sheet.language().locale().getDisplayLanguage(getLocale()));
        add(facts, new H3(getTranslation("application.consents")));
        Div consents = new Div();
        consents.addClassName("stack");
        page.consents().forEach(consent -> consents.add(line(consent)));
        add(consents);
    }

    private Div line(Applications.GivenConsent consent) {
        Span words = new Span(getTranslation(
                "application.consent." + consent.consent().name(),
                consent.version(),
                Formats.here().date(consent.at())));
        words.addClassName("small");
        Div line = new Div(
                new Tag(
                        getTranslation(consent.given() ? "application.given" : "application.notGiven"),
                        consent.given() ? Tone.OK : Tone.NEUTRAL),
                words);
        line.addClassName("row");
        return line;
    }
}
