package kr.nairl.platform.core.research;

import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A researcher as lists show them.
 *
 * @param organisation null when the reader may not see that organisation
 * @param subProject null for those who belong to none, such as visiting scholars
 * @param topics in the researcher's own order
 * @param accepting whether new requests are welcome
 * @param results how many results name the researcher as an author
 */
public record ResearcherCard(
        ResearcherId id,
        String slug,
        LocalizedText name,
        @Nullable Affiliation organisation,
        @Nullable SubProjectName subProject,
        ResearcherRole role,
        boolean overseas,
        LocalizedText headline,
        List<Topic> topics,
        boolean accepting,
        int results) {

    public ResearcherCard {
        topics = List.copyOf(topics);
    }
}
