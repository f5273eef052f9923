package kr.nairl.platform.core.organisation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Countries;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * All fields of a profile that its organisation may change, as they shall be. Owner, kind and status are not among them.
 *
 * @param audiences of the fields that are narrower than the profile; the others are seen with it
 */
public record ProfileEdit(
        LocalizedText name,
        String country,
        @Nullable Integer founded,
        @Nullable String website,
        LocalizedText sector,
        LocalizedText summary,
        LocalizedText description,
        LocalizedText address,
        boolean visibleToVisitors,
        List<ProfileItem> items,
        Map<ProfileField, Audience> audiences) {

    /** The most items that a profile holds. */
    public static final int MAX_ITEMS = 60;

    public ProfileEdit {
        website = WebAddress.blankAsNull(website);
        items = List.copyOf(items);
        Map<ProfileField, Audience> narrower = new EnumMap<>(ProfileField.class);
        audiences.forEach((field, audience) -> {
            if (audience != Audience.PUBLIC) {
                narrower.put(field, audience);
            }
        });
        audiences = Map.copyOf(narrower);
    }

    /** A profile whose fields are all seen with it. */
    public ProfileEdit(
            LocalizedText name,
            String country,
            @Nullable Integer founded,
            @Nullable String website,
            LocalizedText sector,
            LocalizedText summary,
            LocalizedText description,
            LocalizedText address,
            boolean visibleToVisitors,
            List<ProfileItem> items) {
        this(
                name,
                country,
                founded,
                website,
                sector,
                summary,
                description,
                address,
                visibleToVisitors,
                items,
                Map.of());
    }

    /** Who shall see the field; {@link Audience#PUBLIC} for all who see the profile. */
    public Audience audience(ProfileField field) {
        return audiences.getOrDefault(field, Audience.PUBLIC);
    }

    /** Is there nothing in the field? */
    boolean isEmpty(ProfileField field) {
        return switch (field) {
            case SECTOR -> sector.isEmpty();
            case SUMMARY -> summary.isEmpty();
            case DESCRIPTION -> description.isEmpty();
            case FOUNDED -> founded == null;
            case WEBSITE -> website == null;
            case ADDRESS -> address.isEmpty();
        };
    }

    /** The profile as it stands, as the start of a form. */
    public static ProfileEdit of(OrganisationProfile profile) {
        return new ProfileEdit(
                profile.name(),
                profile.country(),
                profile.founded(),
                profile.website(),
                profile.sector(),
                profile.summary(),
                profile.description(),
                profile.address(),
                profile.visibleToVisitors(),
                profile.items(),
                profile.audiences());
    }

    /**
     * Refuses what the schema or a reader could not take.
     *
     * @throws InvalidInputException naming every bad field
     */
    void validate() {
        Violations violations = new Violations()
                .required(120, "name", name)
                .check(Countries.has(country), "country", "country")
                .check(founded == null || (founded >= 1000 && founded <= 2200), "founded", "year")
                .check(website == null || WebAddress.is(website), "website", "web-address")
                .atMost(200, "sector", sector)
                .atMost(600, "summary", summary)
                .atMost(8000, "description", description)
                .atMost(300, "address", address)
                .check(items.size() <= MAX_ITEMS, "items", "too-many", MAX_ITEMS);
        for (int i = 0; i < items.size(); i++) {
            check(violations, "items[" + i + "].", items.get(i));
        }
        violations.refuse();
    }

    static void check(Violations violations, String prefix, ProfileItem item) {
        violations
                .required(200, prefix + "name", item.name())
                .atMost(1000, prefix + "detail", item.detail())
                .check(item.url() == null || WebAddress.is(item.url()), prefix + "url", "web-address")
                .check(item.kind() != ProfileItem.Kind.LINK || item.url() != null, prefix + "url", "required");
    }
}
