package kr.nairl.platform.core.matching;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine that this node ranks with. */
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {

    @Bean
    LuceneMatchEngine matchEngine() {
        return new LuceneMatchEngine();
    }
}
