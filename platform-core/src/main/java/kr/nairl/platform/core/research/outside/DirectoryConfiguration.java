package kr.nairl.platform.core.research.outside;

import java.time.Clock;
import kr.nairl.platform.core.research.OutsideWorks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Which directories an installation asks: none unless it says so, since a lab's network may have no way out. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    @Bean
    OutsideWorks orcidWorks(
            @Value("${platform.works.enabled:false}") boolean on,
            @Value("${platform.works.orcid-url:https://pub.orcid.org/v3.0}") String base,
            @Value("${platform.works.mailto:}") String mailto,
            JsonMapper json,
            Clock clock) {
        return new OrcidWorks(DirectorySettings.of(on, base, mailto), json, clock);
    }

    @Bean
    OutsideWorks openAlexWorks(
            @Value("${platform.works.enabled:false}") boolean on,
            @Value("${platform.works.openalex-url:https://api.openalex.org}") String base,
            @Value("${platform.works.mailto:}") String mailto,
            JsonMapper json,
            Clock clock) {
        return new OpenAlexWorks(DirectorySettings.of(on, base, mailto), json, clock);
    }
}
