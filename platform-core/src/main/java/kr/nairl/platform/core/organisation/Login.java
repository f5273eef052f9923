package kr.nairl.platform.core.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who proved who they are.
 *
 * @param actings the active memberships that can be acted for, in a stable order; may be empty
 * @param heldBack the active memberships that this way of signing in does not open
 */
public record Login(
        PersonId person,
        EmailAddress email,
        LocalizedText name,
        Language language,
        Theme theme,
        List<Acting> actings,
        List<HeldBack> heldBack) {

    public Login {
        actings = List.copyOf(actings);
        heldBack = List.copyOf(heldBack);
    }

    public Login(
            PersonId person,
            EmailAddress email,
            LocalizedText name,
            Language language,
            Theme theme,
            List<Acting> actings) {
        this(person, email, name, language, theme, actings, List.of());
    }

    /** Holds these memberships back, each with the identity provider that it asks for, if one would do. */
    Login without(Map<OrganisationId, Optional<String>> held) {
        return held.isEmpty()
                ? this
                : new Login(
                        person,
                        email,
                        name,
                        language,
                        theme,
                        actings.stream()
                                .filter(acting -> !held.containsKey(acting.organisation()))
                                .toList(),
                        actings.stream()
                                .flatMap(acting -> Stream.ofNullable(held.get(acting.organisation()))
                                        .map(provider -> new HeldBack(
                                                acting.organisation(), acting.name(), provider.orElse(null))))
                                .toList());
    }

    /**
     * An organisation that the person belongs to and cannot act for after this sign-in.
     *
     * @param provider the identity provider to come through instead; null when the one they came through may not speak
     *     for their address
     */
    public record HeldBack(
            OrganisationId organisation,
            LocalizedText name,
            @Nullable String provider) {}

    /**
     * One organisation that the person may act for, and as what.
     *
     * @param keycloakId the organisation's id at the identity provider; null as long as it is not there
     */
    public record Acting(
            OrganisationId organisation,
            String slug,
            OrganisationKind kind,
            LocalizedText name,
            @Nullable String keycloakId,
            Set<Role> roles) {
        public Acting {
            roles = Set.copyOf(roles);
        }
    }
}
