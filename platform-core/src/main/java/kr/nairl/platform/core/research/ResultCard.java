package kr.nairl.platform.core.research;

import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A result (publication) with its authors among the lab's researchers.
 *
 * @param title at least one language; the English slot holds the original title when that is not Korean
 * @param venue where it appeared
 * @param doi without a resolver's address
 * @param version for {@link ResearcherDesk#editResult}
 */
public record ResultCard(
        ResultId id,
        String slug,
        LocalizedText title,
        @Nullable String venue,
        @Nullable Integer year,
        @Nullable String doi,
        @Nullable String url,
        LocalizedText summary,
        List<Topic> topics,
        List<ResearcherName> authors,
        int version) {

    public ResultCard {
        topics = List.copyOf(topics);
        authors = List.copyOf(authors);
    }
}
