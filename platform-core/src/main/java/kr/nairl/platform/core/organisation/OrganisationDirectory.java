package kr.nairl.platform.core.organisation;

import java.io.Serial;
import java.util.Set;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider's own list of organisations and their members, kept in step with ours. All calls may be
 * repeated: what is there already stays.
 */
public interface OrganisationDirectory {

    /**
     * Makes the organisation there unless it exists.
     *
     * @return its id there
     * @throws Unreachable when the identity provider did not answer as it should
     */
    String ensureOrganisation(OrganisationId id, LocalizedText name, String alias, @Nullable String emailDomain);

    /** @throws Unreachable when the identity provider did not answer as it should */
    void ensureMember(String keycloakId, String subject);

    /** @throws Unreachable when the identity provider did not answer as it should */
    void removeMember(String keycloakId, String subject);

    /**
     * The subjects who must sign in with a second factor there.
     *
     * @throws Unreachable when the identity provider did not answer as it should
     */
    Set<String> needingSecondFactor();

    /**
     * From the next sign-in on, this person must have a second factor, or need not.
     *
     * @throws Unreachable when the identity provider did not answer as it should
     */
    void needSecondFactor(String subject, boolean needed);

    /**
     * Deletes an account for good; one that is not there is none that has to go.
     *
     * @throws Unreachable when the identity provider did not answer as it should
     */
    void deleteAccount(String subject);

    /** The identity provider cannot be reached or refused; the call may be repeated later. */
    final class Unreachable extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        /** @param message for the log, never for the screen */
        public Unreachable(String message) {
            super(message);
        }
    }
}
