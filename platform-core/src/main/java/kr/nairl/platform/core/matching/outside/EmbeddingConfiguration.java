package kr.nairl.platform.core.matching.outside;

import java.nio.file.Path;
import kr.nairl.platform.core.matching.Embedding;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sentence model that an installation chose. */
@Configuration(proxyBeanMethods = false)
class EmbeddingConfiguration {

    /** @param choice {@code shipped}, {@code none}, or a folder that {@link OnnxEmbedding#of} can read */
    @Bean
    Embedding embedding(@Value("${platform.matching.embedding:shipped}") String choice) {
        return switch (choice.strip()) {
            case "none" -> Embedding.NONE;
            case "shipped" -> OnnxEmbedding.shipped();
            case String folder -> OnnxEmbedding.of(Path.of(folder));
        };
    }
}
