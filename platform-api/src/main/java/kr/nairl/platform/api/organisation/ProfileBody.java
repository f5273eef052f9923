package kr.nairl.platform.api.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.ProfileEdit;
import kr.nairl.platform.core.organisation.ProfileItem;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an organisation says of itself.
 *
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
        int openInterests,
        int completeness,
        Instant updatedAt,
        int version) {

    /** One entry, such as a product. */
    record Item(
            ProfileItem.Kind kind,
            Text name,
            @Nullable Text detail,
            @Nullable String url) {}

    /** What may be changed; owner, kind and state are not among it. */
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
            int version) {

        ProfileEdit read() {
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
                    items.stream()
                            .map(item -> new ProfileItem(
                                    item.kind(), Text.read(item.name()), Text.read(item.detail()), item.url()))
                            .toList());
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
                        .map(item -> new Item(item.kind(), Text.of(item.name()), Text.of(item.detail()), item.url()))
                        .toList(),
                profile.openInterests(),
                profile.completeness(),
                profile.updatedAt(),
                profile.version());
    }
}
