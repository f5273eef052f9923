package kr.nairl.platform.core.organisation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations a list shows.
 *
 * @param text part of a name or sector in either script, or initial consonants; empty for all
 * @param kinds empty for all
 * @param country ISO 3166-1 alpha-2; null for all
 */
public record OrganisationFilter(
        String text,
        Set<OrganisationKind> kinds,
        boolean partnersOnly,
        @Nullable String country) {

    public static final OrganisationFilter ALL = new OrganisationFilter("", Set.of(), false, null);
    public static final OrganisationFilter PARTNERS = new OrganisationFilter("", Set.of(), true, null);

    public OrganisationFilter {
        kinds = Set.copyOf(kinds);
    }
}
