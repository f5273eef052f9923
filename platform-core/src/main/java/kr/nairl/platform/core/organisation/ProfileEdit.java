package kr.nairl.platform.core.organisation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/** All fields of a profile that its organisation may change, as they shall be. Owner, kind and status are not among them. */
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
        List<ProfileItem> items) {

    /** The most items that a profile holds. */
    public static final int MAX_ITEMS = 60;

    private static final int MAX_URL = 300;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public ProfileEdit {
        website = website == null || website.isBlank() ? null : website.strip();
        items = List.copyOf(items);
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
                profile.items());
    }

    /**
     * Refuses what the schema or a reader could not take.
     *
     * @throws InvalidInputException naming every bad field
     */
    void validate() {
        Violations violations = new Violations()
                .required(120, "name", name)
                .check(isCountry(country), "country", "country")
                .check(founded == null || (founded >= 1000 && founded <= 2200), "founded", "year")
                .check(website == null || isWebAddress(website), "website", "web-address")
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
                .check(item.url() == null || isWebAddress(item.url()), prefix + "url", "web-address")
                .check(item.kind() != ProfileItem.Kind.LINK || item.url() != null, prefix + "url", "required");
    }

    /** An ISO 3166-1 alpha-2 code that exists? */
    static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    /** An http or https address with a host and without a user's name and password? */
    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            String authority = uri.getAuthority();
            return text.length() <= MAX_URL
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && authority != null
                    && authority.indexOf('@') < 0;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
