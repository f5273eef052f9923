package kr.nairl.platform.core.admission;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kr.nairl.platform.core.organisation.RegistrationNumber;
import kr.nairl.platform.core.organisation.Slugs;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What may be the same organisation as the one that applies: an organisation that is here, or another open application.
 *
 * @param organisation null for an application
 * @param application null for an organisation
 * @param slug the organisation's; empty for an application
 */
public record Lookalike(
        @Nullable OrganisationId organisation,
        @Nullable ApplicationId application,
        String slug,
        LocalizedText name,
        Set<Sign> signs) {

    /** From here on two names are called similar: more than half of their pairs of letters are the same. */
    private static final double SIMILAR = 0.6;

    private static final String FORMS = "(?i)\\(주\\)|㈜|주식회사|유한회사|(?<=[\\s,.])(inc|ltd|llc|corp|co|gmbh|corporation|"
            + "company|limited)\\b\\.?|[\\s,.]+$";

    public Lookalike {
        signs = Set.copyOf(signs);
    }

    /** What they have in common. */
    public enum Sign {
        NUMBER,
        DOMAIN,
        NAME
    }

    static Set<Sign> signs(
            ApplicationSheet sheet,
            LocalizedText name,
            String country,
            @Nullable RegistrationNumber number,
            @Nullable String domain) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        if (sheet.number().equals(number)
                && (sheet.number().kind() != RegistrationNumber.Kind.NATIONAL
                        || sheet.country().equals(country))) {
            signs.add(Sign.NUMBER);
        }
        if (domain != null
                && (domain.equals(sheet.emailDomain())
                        || domain.equals(sheet.contact().domain()))) {
            signs.add(Sign.DOMAIN);
        }
        if (areSimilar(sheet.name(), name)) {
            signs.add(Sign.NAME);
        }
        return signs;
    }

    /** In either script; a Korean name meets an English one by its sound. */
    static boolean areSimilar(LocalizedText one, LocalizedText other) {
        for (Language mine : Language.values()) {
            for (Language theirs : Language.values()) {
                String left = one.exactly(mine);
                String right = other.exactly(theirs);
                if (left != null && right != null && similarity(plain(left), plain(right)) >= SIMILAR) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String plain(String name) {
        return Slugs.of(LocalizedText.of(null, name.replaceAll(FORMS, " ").strip()))
                .replace("-", "");
    }

    /** Dice's coefficient over pairs of letters. */
    private static double similarity(String one, String other) {
        if (one.length() < 2 || other.length() < 2) {
            return one.equals(other) && !one.isEmpty() ? 1 : 0;
        }
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < one.length(); i++) {
            pairs.merge(one.substring(i, i + 2), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 0; i + 1 < other.length(); i++) {
            if (pairs.merge(other.substring(i, i + 2), -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return 2.0 * common / (one.length() - 1 + other.length() - 1);
    }
}
