package kr.nairl.platform.core.matching;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine that this node ranks with. */
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {

    @Bean
    LuceneMatchEngine matchEngine(Embedding embedding) {
        return new LuceneMatchEngine(embedding);
    }
}
