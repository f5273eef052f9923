package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.ProfileField;
import kr.nairl.platform.core.organisation.ProfileItem;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.ui.component.AudienceWords;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.MarkdownText;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.interest.InterestNavigation;
import org.jspecify.annotations.Nullable;

/** The cards of an organisation's page. */
final class ProfileCards {

    private static final List<ProfileItem.Kind> MAIN = List.of(
            ProfileItem.Kind.PRODUCT,
            ProfileItem.Kind.TECHNOLOGY,
            ProfileItem.Kind.CERTIFICATION,
            ProfileItem.Kind.AWARD,
            ProfileItem.Kind.CLIENT);

    private final Component page;
    private final OrganisationProfile profile;
    private final Locale reader;
    private final Language language;

    ProfileCards(Component page, OrganisationProfile profile) {
        this.page = page;
        this.profile = profile;
        this.reader = Formats.here().locale();
        this.language = Language.of(reader);
    }

    /** What the organisation says of itself at length. */
    void about(Div main) {
        if (!profile.description().isEmpty()) {
            Card about = new Card(
                    page.getTranslation("organisation.about"),
                    new MarkdownText(
                            profile.description().ko(), profile.description().en()));
            Audience audience = profile.audience(ProfileField.DESCRIPTION);
            if (!Audience.MEMBERS.sees(audience)) {
                about.withActions(AudienceWords.tag(audience));
            }
            main.add(about);
        }
    }

    /** What the organisation makes and can. */
    void made(Div main) {
        MAIN.stream()
                .map(kind -> items(kind, kind == ProfileItem.Kind.CLIENT))
                .filter(card -> card != null)
                .forEach(main::add);
    }

    /** Short facts, people and links. */
    void beside(Div side) {
        side.add(facts());
        Card people = items(ProfileItem.Kind.PERSON, false);
        if (people != null) {
            side.add(people);
        }
        Card links = items(ProfileItem.Kind.LINK, false);
        if (links != null) {
            side.add(links);
        }
    }

    ListCard interests(Page<InterestCard> open) {
        ListCard list = new ListCard(page.getTranslation("organisation.interests"));
        if (open.items().isEmpty()) {
            Paragraph none = new Paragraph(page.getTranslation("organisation.interests.empty"));
            none.addClassNames("small", "dim");
            return list.withRow(none);
        }
        for (InterestCard interest : open.items()) {
            Div need = new Div(OrganisationWords.text(interest.need(), reader));
            need.addClassName("clamped");
            list.withRow(
                    null,
                    InterestNavigation.to(interest.id(), interest.title().text(language)),
                    need,
                    new Tag(page.getTranslation("mode." + interest.mode().name()), Tone.BRAND));
        }
        return list;
    }

    ListCard stories(List<StoryCard> stories) {
        ListCard list = new ListCard(page.getTranslation("organisation.stories"));
        for (StoryCard story : stories) {
            Anchor title = new Anchor(
                    "/" + language.code() + "/letter/" + story.slug(),
                    story.title().text(language));
            title.setRouterIgnore(true);
            list.withRow(null, title, new Span(OrganisationWords.text(story.lead(), reader)), new Tag(story.volume()));
        }
        return list;
    }

    private Card facts() {
        Div logo = new Div(OrganisationWords.avatar(profile.name().text(language), profile.id(), profile.logo())
                .large());
        logo.addClassName("partner-logo");
        KeyValues facts = new KeyValues();
        if (!profile.sector().isEmpty()) {
            fact(facts, ProfileField.SECTOR, OrganisationWords.text(profile.sector(), reader));
        }
        facts.with(page.getTranslation("organisation.kind"), OrganisationWords.kind(page, profile.kind()));
        facts.with(page.getTranslation("organisation.country"), OrganisationWords.country(profile.country(), reader));
        Integer founded = profile.founded();
        if (founded != null) {
            fact(facts, ProfileField.FOUNDED, new Span(page.getTranslation("organisation.year", founded.toString())));
        }
        if (!profile.address().isEmpty()) {
            fact(facts, ProfileField.ADDRESS, OrganisationWords.text(profile.address(), reader));
        }
        String website = profile.website();
        if (website != null) {
            fact(facts, ProfileField.WEBSITE, OrganisationWords.outside(website, host(website)));
        }
        return new Card(page.getTranslation("organisation.facts"), logo, facts);
    }

    private void fact(KeyValues facts, ProfileField field, Component value) {
        facts.with(OrganisationWords.field(page, field), OrganisationWords.marked(value, profile.audience(field)));
    }

    /** Null where there are none. */
    private @Nullable Card items(ProfileItem.Kind kind, boolean asTags) {
        List<ProfileItem> items = profile.items(kind);
        if (items.isEmpty()) {
            return null;
        }
        String title = page.getTranslation("organisation.items." + kind.name());
        if (asTags) {
            return new Card(
                    title,
                    Columns.row(items.stream()
                            .map(item -> OrganisationWords.marked(
                                    new Tag(item.name().text(language)), profile.audience(item)))
                            .toArray(Component[]::new)));
        }
        ListCard list = new ListCard(title);
        for (ProfileItem item : items) {
            String name = item.name().text(language);
            list.withRow(
                    kind == ProfileItem.Kind.PERSON ? Avatar.ofPerson(name) : null,
                    item.url() == null
                            ? OrganisationWords.text(item.name(), reader)
                            : OrganisationWords.outside(item.url(), name),
                    item.detail().isEmpty() ? null : OrganisationWords.text(item.detail(), reader),
                    Audience.MEMBERS.sees(profile.audience(item)) ? null : AudienceWords.tag(profile.audience(item)));
        }
        return list;
    }

    private static String host(String website) {
        String host = URI.create(website).getHost();
        return host == null ? website : host.replaceFirst("^www\\.", "");
    }
}
