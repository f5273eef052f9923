package kr.nairl.platform.core.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an organisation says of itself, as far as its reader stands on its ladder: what they may not see is empty
 * here, as if it never had been written.
 *
 * @param country ISO 3166-1 alpha-2
 * @param founded a year
 * @param visibleToVisitors whether people who are not signed in see it
 * @param logo a stored file's id
 * @param items in their own order
 * @param audiences of the fields that are narrower than the profile and that the reader sees
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
        Map<ProfileField, Audience> audiences,
        int openInterests,
        Instant updatedAt,
        int version) {

    public OrganisationProfile {
        items = List.copyOf(items);
        audiences = Map.copyOf(audiences);
    }

    /** Who sees the profile itself. */
    public Audience audience() {
        return visibleToVisitors ? Audience.PUBLIC : Audience.MEMBERS;
    }

    /** Who sees the field: those who see the profile, or fewer. */
    public Audience audience(ProfileField field) {
        return audience().narrower(audiences.getOrDefault(field, Audience.PUBLIC));
    }

    /** Who sees the entry: those who see the profile, or fewer. */
    public Audience audience(ProfileItem item) {
        return audience().narrower(item.audience());
    }

    /** The narrowest audience of all that is given here. */
    public Audience narrowest() {
        Audience narrowest = audience();
        for (ProfileField field : ProfileField.values()) {
            narrowest = isEmpty(field) ? narrowest : narrowest.narrower(audience(field));
        }
        for (ProfileItem item : items) {
            narrowest = narrowest.narrower(audience(item));
        }
        return narrowest;
    }

    /** Is there nothing in the field, or nothing that the reader may see? */
    public boolean isEmpty(ProfileField field) {
        return ProfileEdit.of(this).isEmpty(field);
    }

    /**
     * What somebody on this rung of the ladder sees of it.
     *
     * @return empty when they do not see the profile at all
     */
    public Optional<OrganisationProfile> seenFrom(Audience rung) {
        return rung.sees(audience()) ? Optional.of(withoutAbove(rung)) : Optional.empty();
    }

    /** How many fields and entries with something in them somebody on this rung does not see. */
    public int hiddenFrom(Audience rung) {
        long fields = Stream.of(ProfileField.values())
                .filter(field -> !isEmpty(field) && !rung.sees(audience(field)))
                .count();
        return (int) (fields
                + items.stream().filter(item -> !rung.sees(audience(item))).count());
    }

    private OrganisationProfile withoutAbove(Audience rung) {
        Map<ProfileField, Audience> seen = new EnumMap<>(ProfileField.class);
        audiences.forEach((field, audience) -> {
            if (rung.sees(audience)) {
                seen.put(field, audience);
            }
        });
        return new OrganisationProfile(
                id,
                slug,
                kind,
                status,
                partner,
                partnerSince,
                fictional,
                name,
                country,
                rung.sees(audience(ProfileField.FOUNDED)) ? founded : null,
                rung.sees(audience(ProfileField.WEBSITE)) ? website : null,
                at(ProfileField.SECTOR, rung, sector),
                at(ProfileField.SUMMARY, rung, summary),
                at(ProfileField.DESCRIPTION, rung, description),
                at(ProfileField.ADDRESS, rung, address),
                visibleToVisitors,
                logo,
                items.stream().filter(item -> rung.sees(audience(item))).toList(),
                seen,
                openInterests,
                updatedAt,
                version);
    }

    private LocalizedText at(ProfileField field, Audience rung, LocalizedText text) {
        return rung.sees(audience(field)) ? text : LocalizedText.EMPTY;
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
