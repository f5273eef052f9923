package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.ProfileField;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.AudienceWords;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.LanguageText;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import org.jspecify.annotations.Nullable;

/** How organisations are put in words and pictures, the same on every page. */
final class OrganisationWords {

    private OrganisationWords() {}

    static String kind(Component page, OrganisationKind kind) {
        return page.getTranslation("organisation.kind." + kind.name());
    }

    /** What a field is called. */
    static String field(Component page, ProfileField field) {
        return page.getTranslation("organisation." + field.name().toLowerCase(Locale.ROOT));
    }

    /** A value with a mark beside it where not all members see it, so that its reader knows not to tell it on. */
    static Component marked(Component value, Audience audience) {
        return Audience.MEMBERS.sees(audience) ? value : Columns.row(value, AudienceWords.tag(audience));
    }

    /** Since when it is a partner, and whether it exists in the demo only. */
    static Tag[] tags(Component page, @Nullable Integer since, boolean fictional) {
        List<Tag> tags = new ArrayList<>();
        if (since != null) {
            tags.add(new Tag(page.getTranslation("organisation.partnerSince", since.toString()), Tone.OK));
        }
        if (fictional) {
            tags.add(new Tag(page.getTranslation("organisation.fictional"), Tone.WARN));
        }
        return tags.toArray(Tag[]::new);
    }

    /** The logo where there is one, else the initial. */
    static Avatar avatar(String name, OrganisationId id, @Nullable UUID logo) {
        Avatar avatar = Avatar.ofOrganisation(name, id);
        return logo == null ? avatar : avatar.withImage(LogoController.address(logo));
    }

    /** The country of an ISO 3166 code in the reader's language. */
    static String country(String code, Locale reader) {
        return Locale.of("", code).getDisplayCountry(reader);
    }

    static LanguageText text(LocalizedText text, Locale reader) {
        return new LanguageText(text.ko(), text.en(), reader);
    }

    /** A link to an address that the core has checked to be http or https; opens beside the platform. */
    static Anchor outside(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        link.add(Glyph.EXTERNAL_LINK.icon());
        link.addClassName("outside");
        return link;
    }
}
