package kr.nairl.platform.core.vocabulary.outside;

import kr.nairl.platform.core.vocabulary.TermProposals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Which chat model an installation asks: none unless it names one, since words of companies leave the house with it. */
@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

    @Bean
    TermProposals chatTerms(
            @Value("${platform.chat.url:}") String url,
            @Value("${platform.chat.model:}") String model,
            @Value("${platform.chat.key:}") String key,
            JsonMapper json) {
        return new ChatTerms(ChatSettings.of(url, model, key), json);
    }
}
