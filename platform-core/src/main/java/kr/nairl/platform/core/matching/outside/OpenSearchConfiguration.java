package kr.nairl.platform.core.matching.outside;

import kr.nairl.platform.core.matching.SearchCluster;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Which search cluster an installation uses: none unless it names one. */
@Configuration(proxyBeanMethods = false)
class OpenSearchConfiguration {

    @Bean
    SearchCluster searchCluster(
            @Value("${platform.matching.opensearch.url:}") String url,
            @Value("${platform.matching.opensearch.user:}") String user,
            @Value("${platform.matching.opensearch.password:}") String password,
            JsonMapper json) {
        OpenSearchSettings settings = OpenSearchSettings.of(url, user, password);
        return settings.isOn() ? new OpenSearchLine(settings, json) : SearchCluster.NONE;
    }
}
