package kr.nairl.platform.api.shared;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import kr.nairl.platform.auth.KeycloakSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI 3.1 document: what the API is and how to get a token for it. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String SCHEME = "keycloak";

    @Bean
    OpenAPI openApi(KeycloakSettings keycloak) {
        return new OpenAPI()
                .info(new Info()
                        .title("Research partnership platform")
                        .version("1")
                        .description("Organisations, researchers, interests, matches, requests, updates and stories. "
                                + "Errors are RFC 9457 problems with a stable code. Each person's programs may ask "
                                + "so often in a minute; what is more is answered with 429 and Retry-After.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OAUTH2)
                                        .flows(new OAuthFlows()
                                                .authorizationCode(new OAuthFlow()
                                                        .authorizationUrl(keycloak.endpoint("auth"))
                                                        .tokenUrl(keycloak.endpoint("token"))
                                                        .scopes(new Scopes()
                                                                .addString("openid", "who you are")
                                                                .addString(
                                                                        "organization:*",
                                                                        "the organisations you act for"))))))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }
}
