package kr.nairl.platform.app.hostile;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import kr.nairl.platform.app.ApiClient;
import kr.nairl.platform.app.RunningPlatform;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes tokens. One of its keys is the realm's: Keycloak publishes it as a key of its own that it no longer signs with, so
 * that what it signs differs from a real token in nothing but what a test changes. The other is anybody's.
 */
final class Forge {

    private static final Forge ONLY = new Forge();

    private final RSAKey realms;
    private final RSAKey anybodys;

    private Forge() {
        try {
            RSAKey fresh = new RSAKeyGenerator(2048).generate();
            anybodys = new RSAKeyGenerator(2048).keyID("anybodys").generate();
            String body = JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "name",
                            "hostile-tests",
                            "providerId",
                            "rsa",
                            "providerType",
                            "org.keycloak.keys.KeyProvider",
                            "config",
                            Map.of(
                                    "privateKey", List.of(pem(fresh.toPrivateKey())),
                                    "priority", List.of("-100"),
                                    "enabled", List.of("true"),
                                    "active", List.of("false"),
                                    "algorithm", List.of("RS256"))));
            ApiClient.Answer made = ApiClient.get().administrate("POST", "/nairl/components", body);
            if (made.status() != 201) {
                throw new IllegalStateException("no key: " + made.status() + " " + made.text());
            }
            RSAKey published = published(fresh);
            realms = new RSAKey.Builder(fresh).keyID(published.getKeyID()).build();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Forge get() {
        return ONLY;
    }

    /** The token with other claims, signed by the realm. */
    String signed(String token, Consumer<JWTClaimsSet.Builder> change) {
        return signed(token, realms, header -> {}, change);
    }

    /** The token with other claims and another header, signed by the realm. */
    String signed(String token, Consumer<JWSHeader.Builder> header, Consumer<JWTClaimsSet.Builder> change) {
        return signed(token, realms, header, change);
    }

    /** The token as it is, under the realm's key id, signed with a key that is not the realm's. */
    String signedByAnybody(String token) {
        return signed(
                token, new RSAKey.Builder(anybodys).keyID(realms.getKeyID()).build(), header -> {}, claims -> {});
    }

    /** The token as it is, signed with a key that it brings along itself. */
    String signedByItsOwnKey(String token) {
        return signed(
                token,
                anybodys,
                header -> header.jwk(anybodys.toPublicJWK())
                        .jwkURL(URI.create(RunningPlatform.get().url() + "/reader/keys.json")),
                claims -> {});
    }

    /** The token as it is, with the realm's public key taken for a shared secret. */
    String signedWithThePublicKey(String token) {
        try {
            SignedJWT forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(realms.getKeyID())
                            .build(),
                    SignedJWT.parse(token).getJWTClaimsSet());
            forged.sign(new MACSigner(realms.toPublicKey().getEncoded()));
            return forged.serialize();
        } catch (JOSEException | ParseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The token as it is, saying of itself that it needs no signature. */
    static String unsigned(String token) {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + token.split("\\.")[1] + ".";
    }

    private static String signed(
            String token, RSAKey key, Consumer<JWSHeader.Builder> head, Consumer<JWTClaimsSet.Builder> change) {
        try {
            JWTClaimsSet.Builder claims =
                    new JWTClaimsSet.Builder(SignedJWT.parse(token).getJWTClaimsSet());
            Instant now = Instant.now();
            claims.issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(300)))
                    .jwtID(UUID.randomUUID().toString());
            change.accept(claims);
            JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID());
            head.accept(header);
            SignedJWT signed = new SignedJWT(header.build(), claims.build());
            signed.sign(new RSASSASigner(key));
            return signed.serialize();
        } catch (JOSEException | ParseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The key as the realm's own list has it; Keycloak chooses its id. */
    private static RSAKey published(RSAKey ours) {
        try {
            for (JWK key : JWKSet.load(
                            URI.create(RunningPlatform.get().keycloak().issuer() + "/protocol/openid-connect/certs")
                                    .toURL())
                    .getKeys()) {
                if (key instanceof RSAKey one && Objects.equals(one.getModulus(), ours.getModulus())) {
                    return one;
                }
            }
        } catch (IOException | ParseException failed) {
            throw new IllegalStateException(failed);
        }
        throw new IllegalStateException("Keycloak does not publish the key");
    }

    private static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----";
    }
}
