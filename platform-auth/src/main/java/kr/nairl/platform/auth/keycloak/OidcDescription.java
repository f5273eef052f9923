package kr.nairl.platform.auth.keycloak;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.nairl.platform.core.federation.ProviderDirectory.Fault;
import kr.nairl.platform.core.federation.ProviderDirectory.Found;
import org.springframework.stereotype.Component;

/** What an OpenID Connect provider says of itself (OpenID Connect Discovery 1.0), read and looked through. */
@Component
class OidcDescription {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 256 * 1024;

    private final PublicAddresses addresses;

    OidcDescription(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    /** @param issuer its address as it was entered, with or without a slash at the end */
    Found read(String issuer) {
        String plain = withoutSlash(issuer);
        Optional<URI> described = addresses.checked(plain + WELL_KNOWN);
        if (described.isEmpty()) {
            return new Found.Faulty(Fault.ADDRESS);
        }
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(fetched(described.get()));
            String named = metadata.getIssuer().getValue();
            if (!withoutSlash(named).equals(plain)) {
                return new Found.Faulty(Fault.OTHER_ISSUER);
            }
            List<ResponseType> flows = metadata.getResponseTypes();
            if (flows != null && !flows.contains(ResponseType.CODE)) {
                return new Found.Faulty(Fault.NO_CODE_FLOW);
            }
            List<URI> inner = Stream.of(
                            metadata.getAuthorizationEndpointURI(),
                            metadata.getTokenEndpointURI(),
                            metadata.getJWKSetURI())
                    .toList();
            if (inner.stream()
                    .anyMatch(one ->
                            one == null || addresses.checked(one.toString()).isEmpty())) {
                return new Found.Faulty(Fault.INNER_ADDRESS);
            }
            if (JWKSet.parse(fetched(metadata.getJWKSetURI())).isEmpty()) {
                return new Found.Faulty(Fault.NO_KEYS);
            }
            return new Found.Usable(named, settings(metadata));
        } catch (ParseException | java.text.ParseException unreadable) {
            return new Found.Faulty(Fault.NO_METADATA);
        } catch (IOException silent) {
            return new Found.Faulty(Fault.NO_ANSWER);
        }
    }

    private static Map<String, String> settings(OIDCProviderMetadata metadata) {
        Map<String, String> settings = new HashMap<>();
        settings.put("issuer", metadata.getIssuer().getValue());
        settings.put("authorizationUrl", metadata.getAuthorizationEndpointURI().toString());
        settings.put("tokenUrl", metadata.getTokenEndpointURI().toString());
        settings.put("jwksUrl", metadata.getJWKSetURI().toString());
        settings.put("useJwksUrl", "true");
        settings.put("validateSignature", "true");
        // All that is needed stands in the signed token; one address less that is called.
        settings.put("disableUserInfo", "true");
        settings.put("pkceEnabled", "true");
        settings.put("pkceMethod", "S256");
        settings.put("defaultScope", "openid email profile");
        List<ClientAuthenticationMethod> ways = metadata.getTokenEndpointAuthMethods();
        settings.put(
                "clientAuthMethod",
                ways != null && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        ? "client_secret_post"
                        : "client_secret_basic");
        return settings;
    }

    /** A short text from an address that was checked; follows no redirect, which could lead anywhere. */
    private static String fetched(URI address) throws IOException {
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpResponse<InputStream> answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                if (answer.statusCode() != 200 || bytes.length > MOST_BYTES) {
                    throw new IOException("answered " + answer.statusCode() + " with " + bytes.length + " bytes");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", ended);
        }
    }

    private static String withoutSlash(String issuer) {
        return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }
}
