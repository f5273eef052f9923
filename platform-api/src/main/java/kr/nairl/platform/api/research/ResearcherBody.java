package kr.nairl.platform.api.research;

import java.util.List;
import java.util.UUID;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.api.shared.Topics;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherRole;
import org.jspecify.annotations.Nullable;

/**
 * A researcher in a list.
 *
 * @param organisation null when the caller may not see it
 * @param accepting whether they take requests now
 */
public record ResearcherBody(
        UUID id,
        String slug,
        Text name,
        Names.@Nullable Organisation organisation,
        Names.@Nullable SubProject subProject,
        ResearcherRole role,
        Text headline,
        List<Topics.Named> topics,
        boolean accepting) {

    public static ResearcherBody of(ResearcherCard card) {
        return new ResearcherBody(
                card.id().value(),
                card.slug(),
                Text.of(card.name()),
                Names.Organisation.of(card.organisation()),
                Names.SubProject.of(card.subProject()),
                card.role(),
                Text.of(card.headline()),
                card.topics().stream().map(Topics.Named::of).toList(),
                card.accepting());
    }
}
