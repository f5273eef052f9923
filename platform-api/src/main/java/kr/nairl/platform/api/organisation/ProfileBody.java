package kr.nairl.platform.api.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.ProfileEdit;
import kr.nairl.platform.core.organisation.ProfileField;
import kr.nairl.platform.core.organisation.ProfileItem;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an organisation says of itself.
 *
 * @param audiences who sees those of the fields that fewer see than the profile, as far as the caller sees them
 * @param completeness 0 to 100
 * @param version goes back with an edit
 */
record ProfileBody(
        UUID id,
        String slug,
        OrganisationKind kind,
        boolean partner,
        @Nullable Integer partnerSince,
        boolean fictional,
        Text name,
        String country,
        @Nullable Integer founded,
        @Nullable String website,
        Text sector,
        Text summary,
        Text description,
        Text address,
        boolean visibleToVisitors,
        List<Item> items,
        Map<ProfileField, Audience> audiences,
        int openInterests,
        int completeness,
        Instant updatedAt,
        int version) {

    /**
     * One entry, such as a product.
     *
     * @param audience who sees it, never more than see the profile; left out it stays what it is for an entry of this name
     */
    record Item(
            ProfileItem.Kind kind,
            Text name,
            @Nullable Text detail,
            @Nullable String url,
            @Nullable Audience audience) {

        private ProfileItem read(OrganisationProfile before) {
            LocalizedText named = Text.read(name);
            return new ProfileItem(
                    kind,
                    named,
                    Text.read(detail),
                    url,
                    audience != null
                            ? audience
                            : before.items(kind).stream()
                                    .filter(item -> item.name().equals(named))
                                    .map(ProfileItem::audience)
                                    .findFirst()
                                    .orElse(Audience.PUBLIC));
        }
    }

    /**
     * What may be changed; owner, kind and state are not among it.
     *
     * @param audiences who sees the fields that fewer see than the profile; left out they stay as they are
     */
    record Edit(
            Text name,
            String country,
            @Nullable Integer founded,
            @Nullable String website,
            @Nullable Text sector,
            @Nullable Text summary,
            @Nullable Text description,
            @Nullable Text address,
            boolean visibleToVisitors,
            List<Item> items,
            @Nullable Map<ProfileField, Audience> audiences,
            int version) {

        /** @param before what stands, and stays where nothing is said */
        ProfileEdit read(OrganisationProfile before) {
            return new ProfileEdit(
                    Text.read(name),
                    country,
                    founded,
                    website,
                    Text.read(sector),
                    Text.read(summary),
                    Text.read(description),
                    Text.read(address),
                    visibleToVisitors,
                    items.stream().map(item -> item.read(before)).toList(),
                    audiences == null ? before.audiences() : audiences);
        }
    }

    static ProfileBody of(OrganisationProfile profile) {
        return new ProfileBody(
                profile.id().value(),
                profile.slug(),
                profile.kind(),
                profile.partner(),
                profile.partnerSince(),
                profile.fictional(),
                Text.of(profile.name()),
                profile.country(),
                profile.founded(),
                profile.website(),
                Text.of(profile.sector()),
                Text.of(profile.summary()),
                Text.of(profile.description()),
                Text.of(profile.address()),
                profile.visibleToVisitors(),
                profile.items().stream()
                        .map(item -> new Item(
                                item.kind(), Text.of(item.name()), Text.of(item.detail()), item.url(), item.audience()))
                        .toList(),
                profile.audiences(),
                profile.openInterests(),
                profile.completeness(),
                profile.updatedAt(),
                profile.version());
    }
}
