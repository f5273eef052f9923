package kr.nairl.platform.core.federation;

import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Violations;

/** What an administrator enters of their organisation's identity provider. */
public sealed interface ProviderForm {

    /** @throws InvalidInputException naming every bad field */
    void validate();

    OwnProvider.Protocol protocol();

    /**
     * An OpenID Connect provider, which describes itself below its issuer.
     *
     * @param issuer its address
     * @param clientId as it was given for this platform
     * @param clientSecret likewise; goes to the realm and stays there
     */
    record Oidc(String issuer, String clientId, String clientSecret) implements ProviderForm {

        private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s?#]+");
        private static final int MAX = 300;

        public Oidc {
            issuer = issuer.strip();
            clientId = clientId.strip();
            clientSecret = clientSecret.strip();
        }

        @Override
        public OwnProvider.Protocol protocol() {
            return OwnProvider.Protocol.OIDC;
        }

        @Override
        public void validate() {
            new Violations()
                    .required(MAX, "issuer", issuer)
                    .check(issuer.isBlank() || ADDRESS.matcher(issuer).matches(), "issuer", "web-address")
                    .required(MAX, "clientId", clientId)
                    .required(MAX, "clientSecret", clientSecret)
                    .refuse();
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Oidc[" + issuer + ", " + clientId + "]";
        }
    }

    /**
     * A SAML identity provider.
     *
     * @param metadata its own description, XML
     */
    record Saml(String metadata) implements ProviderForm {

        private static final int MAX = 200_000;

        @Override
        public OwnProvider.Protocol protocol() {
            return OwnProvider.Protocol.SAML;
        }

        @Override
        public void validate() {
            new Violations().required(MAX, "metadata", metadata).refuse();
        }
    }
}
