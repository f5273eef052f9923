package kr.nairl.platform.core.matching;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The engine that this node ranks with: in its own memory, unless a search cluster was chosen. */
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {

    /**
     * @param index how the names of this installation's indices in the cluster begin
     * @param shards of an index that is made anew
     * @param patience milliseconds for a whole ranking
     */
    @Bean
    IndexedMatchEngine matchEngine(
            Embedding embedding,
            SearchCluster cluster,
            @Value("${platform.matching.opensearch.index:nairl-matching}") String index,
            @Value("${platform.matching.opensearch.shards:1}") int shards,
            @Value("${platform.matching.opensearch.patience-millis:3000}") int patience,
            JsonMapper json,
            Clock clock) {
        if (!cluster.isOn()) {
            return new LuceneMatchEngine(embedding);
        }
        OpenSearchMatchEngine.Settings settings =
                new OpenSearchMatchEngine.Settings(index, shards, Duration.ofMillis(patience));
        return OpenSearchMatchEngine.shipped(cluster, settings, embedding, json, clock);
    }
}
