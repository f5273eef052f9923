package kr.nairl.platform.api.shared;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** What no endpoint answers under {@code /api} is a problem too, and never the page that all other addresses lead to. */
@Configuration(proxyBeanMethods = false)
class NoEndpoint {

    /** Before the application's own mapping of everything, after all others. */
    private static final int ORDER = Ordered.LOWEST_PRECEDENCE - 100;

    @Bean
    SimpleUrlHandlerMapping noEndpointMapping(SecurityProblems problems) {
        HttpRequestHandler absent = (request, response) ->
                problems.write(response, Problems.of(HttpStatus.NOT_FOUND, "not-found", "There is no such thing."));
        return new SimpleUrlHandlerMapping(Map.of("/api/**", absent), ORDER);
    }
}
