package kr.nairl.platform.ui.security;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import kr.nairl.platform.auth.FailedSignIn;
import kr.nairl.platform.auth.SessionAgeLimit;
import kr.nairl.platform.ui.reader.LanguageChoice;
import kr.nairl.platform.ui.reader.Proof;
import kr.nairl.platform.ui.reader.ReaderPolicy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OidcBackChannelLogoutHandler;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Two chains: readers get pages without session or cookie; signed-in people get the application. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    /** Addresses of the public pages and of what they load. */
    static final String[] PUBLIC_PAGES = {
        "/",
        "/ko",
        "/ko/**",
        "/en",
        "/en/**",
        "/letter",
        "/letter/**",
        "/sitemap.xml",
        "/robots.txt",
        "/favicon.ico",
        "/favicon.svg",
        "/reader/**",
        "/fonts/**",
        "/styles/**",
        "/images/**",
        "/scripts/**",
        "/webjars/**"
    };

    /**
     * Vaadin's client evaluates what the server sends it ({@code new Function}) and starts from inline script, so this
     * one chain needs 'unsafe-inline' and 'unsafe-eval'; see infra/docs/adr. Nothing from another origin is allowed.
     */
    private static final String APPLICATION_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
                    + "base-uri 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain publicPages(HttpSecurity http) {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        http.securityMatcher(new OrRequestMatcher(Stream.concat(
                                Stream.<RequestMatcher>of(PageSecurity::choosesLanguage),
                                Arrays.stream(PUBLIC_PAGES).map(path::matcher))
                        .toList()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> {
                    // The controllers say themselves how long a page may be kept.
                    headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
                    common(headers, ReaderPolicy.CONTENT);
                });
        return http.build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain application(
            HttpSecurity http, ClientRegistrationRepository registrations, FailedSignIn failedSignIn, Clock clock) {
        OidcClientInitiatedLogoutSuccessHandler bothSessions =
                new OidcClientInitiatedLogoutSuccessHandler(registrations);
        bothSessions.setPostLogoutRedirectUri("{baseUrl}/");
        // The request to sign out is one of Vaadin's own: the page, not the answer, must go to the identity provider.
        bothSessions.setRedirectStrategy(new UidlRedirectStrategy());
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/actuator/health", "/actuator/health/**", "/join/**", "/login", "/error", FailedSignIn.PAGE)
                .permitAll()
                .requestMatchers("/logos/**", "/exports/**", Proof.ROOT + "/**")
                .authenticated());
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.oauth2LoginPage("/oauth2/authorization/keycloak")
                        .logoutSuccessHandler(bothSessions)
                        // An address that leads nowhere gets the application's own page for that.
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.oauth2Login(login -> login.failureHandler(failedSignIn));
        http.oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()));
        http.addFilterBefore(new SessionAgeLimit(clock), SecurityContextHolderFilter.class);
        http.addFilterBefore(new PushDoor(), SecurityContextHolderFilter.class);
        http.headers(headers -> {
            common(headers, APPLICATION_POLICY);
            headers.withObjectPostProcessor(eagerly());
        });
        return http.build();
    }

    /**
     * Vaadin's pages are answered through a forward, after which it is too late to add anything: so the headers are written
     * before. Whoever answers may still set another.
     */
    private static ObjectPostProcessor<HeaderWriterFilter> eagerly() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    /** Which of our sessions began with which of Keycloak's, so that they end together. */
    @Bean
    OidcSessionRegistry keycloakSessions() {
        return new InMemoryOidcSessionRegistry();
    }

    /** Ends our session when Keycloak ends its own; it asks us once more with the session's cookie, which it must know. */
    @Bean
    OidcBackChannelLogoutHandler endWithKeycloak(
            OidcSessionRegistry sessions, @Value("${server.servlet.session.cookie.name}") String cookie) {
        OidcBackChannelLogoutHandler handler = new OidcBackChannelLogoutHandler(sessions);
        handler.setSessionCookieName(cookie);
        return handler;
    }

    /** The bare address. Vaadin sends its own requests there too, told apart by their parameter and method. */
    private static boolean choosesLanguage(HttpServletRequest request) {
        return LanguageChoice.isFor(request);
    }

    private static void common(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
