package kr.nairl.platform.ui.research;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the address of the research map asks for. */
final class MapQuery {

    static final String TOPIC = "topic";

    private MapQuery() {}

    /** A slug; null for the whole lab. */
    static @Nullable String topic(QueryParameters query) {
        return query.getSingleParameter(TOPIC).filter(slug -> !slug.isBlank()).orElse(null);
    }

    static QueryParameters at(String topic) {
        return QueryParameters.simple(Map.of(TOPIC, topic));
    }
}
