package kr.nairl.platform.core.matching;

import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jspecify.annotations.Nullable;

/**
 * {@link Wishes} as they are written.
 *
 * @param partners kinds that become partners
 * @param fields in the order to be shown, at most {@value #FIELDS_MAX}
 * @param data at most {@value #DATA_MAX} characters
 * @param capacity new engagements a month, 0 to {@value #CAPACITY_MAX}; null for unsaid
 */
public record WishWords(
        Set<OrganisationKind> partners,
        List<ConceptId> fields,
        Set<CollaborationMode> modes,
        Set<Language> languages,
        LocalizedText data,
        @Nullable Integer capacity) {

    public static final int FIELDS_MAX = 15;
    public static final int DATA_MAX = 600;
    public static final int CAPACITY_MAX = 20;

    /** @throws kr.nairl.platform.core.shared.InvalidInputException naming every field that is refused */
    public WishWords {
        partners = Set.copyOf(partners);
        fields = fields.stream().distinct().toList();
        modes = Set.copyOf(modes);
        languages = Set.copyOf(languages);
        new Violations()
                .check(partners.stream().allMatch(OrganisationKind::becomesPartner), "partners", "unknown")
                .check(fields.size() <= FIELDS_MAX, "fields", "too-many", FIELDS_MAX)
                .atMost(DATA_MAX, "data", data)
                .check(
                        capacity == null || (capacity >= 0 && capacity <= CAPACITY_MAX),
                        "capacity",
                        "range",
                        0,
                        CAPACITY_MAX)
                .refuse();
    }
}
