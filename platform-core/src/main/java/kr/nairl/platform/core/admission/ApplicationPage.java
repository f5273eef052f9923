package kr.nairl.platform.core.admission;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application as a manager sees it.
 *
 * @param lookalikes what may be the same organisation, the surest first
 * @param became the address of what came of it; null before that
 * @param linked whether the identity provider knows what came of it
 */
public record ApplicationPage(
        Application application,
        List<ApplicationStep> steps,
        List<Applications.GivenConsent> consents,
        List<Lookalike> lookalikes,
        @Nullable String became,
        boolean linked,
        Set<ApplicationCommand.Name> permitted) {

    public ApplicationPage {
        steps = List.copyOf(steps);
        consents = List.copyOf(consents);
        lookalikes = List.copyOf(lookalikes);
        permitted = Set.copyOf(permitted);
    }
}
