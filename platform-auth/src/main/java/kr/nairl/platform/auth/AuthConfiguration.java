package kr.nairl.platform.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kr.nairl.platform.core.shared.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The OpenID Connect client and the decoder of bearer tokens. All endpoints are named here and keys are loaded when the
 * first token comes, so the application starts while Keycloak is down.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeycloakSettings.class)
class AuthConfiguration {

    /** The one registration's id, part of the redirect address that the realm allows. */
    static final String REGISTRATION = "keycloak";

    @Bean
    ClientRegistrationRepository clientRegistrations(KeycloakSettings keycloak) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(keycloak.uiClientId())
                .clientSecret(keycloak.uiClientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email", "organization:*")
                .authorizationUri(keycloak.endpoint("auth"))
                .tokenUri(keycloak.endpoint("token"))
                .jwkSetUri(keycloak.endpoint("certs"))
                .issuerUri(keycloak.issuer())
                .providerConfigurationMetadata(java.util.Map.of("end_session_endpoint", keycloak.endpoint("logout")))
                .userNameAttributeName("sub")
                .clientName("NAIRL")
                .build());
    }

    /**
     * PKCE always; the reader's language; Keycloak's registration form for somebody with an invitation, its set-up of
     * a second factor for whoever asks for one, and a second factor from whoever must prove again who they are.
     */
    @Bean
    OAuth2AuthorizationRequestResolver authorizationRequests(
            ClientRegistrationRepository registrations, PendingInvitation invitation) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(builder -> builder.additionalParameters(parameters -> {
                    HttpServletRequest request = request();
                    String language = request == null ? null : request.getParameter("lang");
                    parameters.put(
                            "ui_locales",
                            "ko".equals(language) || "en".equals(language)
                                    ? language
                                    : Language.of(LocaleContextHolder.getLocale())
                                            .code());
                    String invited = request == null ? null : invitation.address(request);
                    if (invited != null) {
                        parameters.put("prompt", "create");
                        parameters.put("login_hint", invited);
                    }
                    if (request != null) {
                        SecondFactor.asked(request).ifPresent(factor -> {
                            parameters.put("kc_action", factor.action());
                            SecondFactor.returnToAccount(request);
                        });
                        ThroughProvider.asked(request).ifPresent(alias -> {
                            parameters.put("kc_idp_hint", alias);
                            parameters.put("prompt", "login");
                        });
                        if (FreshProof.asked(request)) {
                            parameters.put("acr_values", SigningIn.SECOND_LEVEL);
                        }
                    }
                })));
        return new InvitedAuthorizationRequests(resolver, invitation);
    }

    @Bean
    JwtDecoder bearerTokenDecoder(KeycloakSettings keycloak) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(keycloak.endpoint("certs")).build();
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setAllowEmptyExpiryClaim(false);
        // Keycloak signs its ID, refresh and logout tokens with the same key; only the claim tells them apart.
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                times,
                new JwtIssuerValidator(keycloak.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, named -> named != null && named.contains(keycloak.apiAudience())),
                new JwtClaimValidator<String>("typ", "Bearer"::equals)));
        return decoder;
    }

    /** The request that this thread answers; null outside of one. */
    static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
