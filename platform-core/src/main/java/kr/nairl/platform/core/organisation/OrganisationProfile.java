package kr.nairl.platform.core.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an organisation says of itself.
 *
 * @param country ISO 3166-1 alpha-2
 * @param founded a year
 * @param visibleToVisitors whether people who are not signed in see it
 * @param logo a stored file's id
 * @param items in their own order
 * @param openInterests open interests that the reader may see
 * @param version what an edit must name to be accepted
 */
public record OrganisationProfile(
        OrganisationId id,
        String slug,
        OrganisationKind kind,
        OrganisationStatus status,
        boolean partner,
        @Nullable Integer partnerSince,
        boolean fictional,
        LocalizedText name,
        String country,
        @Nullable Integer founded,
        @Nullable String website,
        LocalizedText sector,
        LocalizedText summary,
        LocalizedText description,
        LocalizedText address,
        boolean visibleToVisitors,
        @Nullable UUID logo,
        List<ProfileItem> items,
        int openInterests,
        Instant updatedAt,
        int version) {

    public OrganisationProfile {
        items = List.copyOf(items);
    }

    /** The items of one kind, in their order. */
    public List<ProfileItem> items(ProfileItem.Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    /** The items by kind, kinds in the order in which profiles show them; kinds without any are left out. */
    public Map<ProfileItem.Kind, List<ProfileItem>> itemsByKind() {
        Map<ProfileItem.Kind, List<ProfileItem>> grouped = new EnumMap<>(ProfileItem.Kind.class);
        items.forEach(item ->
                grouped.computeIfAbsent(item.kind(), kind -> new ArrayList<>()).add(item));
        return grouped;
    }

    /** How complete the profile is, 0 to 100: each part of {@link MissingPart} counts the same. */
    public int completeness() {
        int parts = MissingPart.values().length;
        return 100 * (parts - missing().size()) / parts;
    }

    /** What a reader would miss, the most useful first. */
    public List<MissingPart> missing() {
        return Stream.of(MissingPart.values()).filter(part -> !has(part)).toList();
    }

    private boolean has(MissingPart part) {
        return switch (part) {
            case SUMMARY -> !summary.isEmpty();
            case SECTOR -> !sector.isEmpty();
            case DESCRIPTION -> !description.isEmpty();
            case BOTH_LANGUAGES ->
                name.isComplete()
                        && Stream.of(sector, summary, description)
                                .allMatch(text -> text.isEmpty() || text.isComplete());
            case PRODUCT -> !items(ProfileItem.Kind.PRODUCT).isEmpty();
            case TECHNOLOGY -> !items(ProfileItem.Kind.TECHNOLOGY).isEmpty();
            case PERSON -> !items(ProfileItem.Kind.PERSON).isEmpty();
            case WEBSITE -> website != null;
            case ADDRESS -> !address.isEmpty();
            case LOGO -> logo != null;
        };
    }

    /** A part that a full profile has. */
    public enum MissingPart {
        SUMMARY,
        SECTOR,
        DESCRIPTION,
        /** The name and every text that is there at all, in Korean and in English. */
        BOTH_LANGUAGES,
        PRODUCT,
        TECHNOLOGY,
        PERSON,
        WEBSITE,
        ADDRESS,
        LOGO
    }
}
