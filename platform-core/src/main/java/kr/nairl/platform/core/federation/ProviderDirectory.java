package kr.nairl.platform.core.federation;

import java.util.Map;
import java.util.Set;
import kr.nairl.platform.core.organisation.OrganisationDirectory;
import kr.nairl.platform.core.shared.LocalizedText;

/** The realm's side of organisations' identity providers. All calls may be repeated. */
public interface ProviderDirectory {

    /** Asks the provider to describe itself and looks whether the realm can work with it. Changes nothing. */
    Found look(ProviderForm form);

    /**
     * Makes the provider of an organisation, or makes it anew with what was found.
     *
     * @param keycloakId the organisation's id there
     * @throws OrganisationDirectory.Unreachable when the realm did not answer as it should
     */
    void ensure(String keycloakId, String alias, LocalizedText name, ProviderForm form, Found.Usable found);

    /**
     * Lets people through it, or lets nobody through.
     *
     * @throws OrganisationDirectory.Unreachable when the realm did not answer as it should
     */
    void open(String alias, boolean open);

    /** @throws OrganisationDirectory.Unreachable when the realm did not answer as it should */
    void remove(String alias);

    /**
     * Sets the domains of an organisation there.
     *
     * @throws OrganisationDirectory.Unreachable when the realm did not answer as it should
     */
    void domains(String keycloakId, Set<String> domains);

    /**
     * Ends all sessions of an account.
     *
     * @throws OrganisationDirectory.Unreachable when the realm did not answer as it should
     */
    void endSessions(String subject);

    /** What the provider's own administrators must enter there. */
    Entries entries(String alias, OwnProvider.Protocol protocol);

    /**
     * What to enter at a provider.
     *
     * @param returnAddress where it sends people back to
     * @param entity what the realm calls itself in SAML
     * @param metadata where the realm describes itself for SAML
     */
    record Entries(String returnAddress, String entity, String metadata) {}

    /** What was found of a provider. */
    sealed interface Found {

        /**
         * It answers, and can be worked with.
         *
         * @param issuer as it names itself
         * @param settings for the realm, without secrets
         */
        record Usable(String issuer, Map<String, String> settings) implements Found {
            public Usable {
                settings = Map.copyOf(settings);
            }
        }

        /** It cannot be worked with. */
        record Faulty(Fault fault) implements Found {}
    }

    /** Why a provider cannot be worked with. */
    enum Fault {
        /** Not a public https address. */
        ADDRESS,
        NO_ANSWER,
        /** What came is no description of a provider. */
        NO_METADATA,
        /** It calls itself something else than what was entered. */
        OTHER_ISSUER,
        /** It does not know the authorization code flow. */
        NO_CODE_FLOW,
        /** One of the addresses that it names is not a public https address. */
        INNER_ADDRESS,
        /** It publishes no key to check its signatures with. */
        NO_KEYS,
        /** The realm does not answer. */
        REALM
    }
}
