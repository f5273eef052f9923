package kr.nairl.platform.core.matching;

import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What a researcher wants of partners. Whatever is empty is left open.
 *
 * @param partners kinds of organisation
 * @param fields in the researcher's own order
 * @param modes forms of working
 * @param languages in which the researcher works with partners
 * @param data what data would help
 * @param capacity new engagements a month, 0 for none now; null for unsaid
 * @param version for {@link WishDesk#edit}
 */
public record Wishes(
        Set<OrganisationKind> partners,
        List<Topic> fields,
        Set<CollaborationMode> modes,
        Set<Language> languages,
        LocalizedText data,
        @Nullable Integer capacity,
        int version) {

    /** Nothing said yet. */
    public static final Wishes NONE = new Wishes(Set.of(), List.of(), Set.of(), Set.of(), LocalizedText.EMPTY, null, 0);

    public Wishes {
        partners = Set.copyOf(partners);
        fields = List.copyOf(fields);
        modes = Set.copyOf(modes);
        languages = Set.copyOf(languages);
    }

    /** Is nothing said? */
    public boolean isEmpty() {
        return partners.isEmpty()
                && fields.isEmpty()
                && modes.isEmpty()
                && languages.isEmpty()
                && data.isEmpty()
                && capacity == null;
    }
}
