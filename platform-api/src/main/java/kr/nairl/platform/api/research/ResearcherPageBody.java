package kr.nairl.platform.api.research;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.api.shared.Topics;
import kr.nairl.platform.core.research.ResearcherPage;
import kr.nairl.platform.core.research.ResultCard;
import org.jspecify.annotations.Nullable;

/**
 * A researcher with their research.
 *
 * @param seeks what they would like to work on with a company
 * @param results newest first
 * @param reachable whether somebody reads requests to them
 */
record ResearcherPageBody(
        ResearcherBody researcher,
        Text biography,
        Text seeks,
        List<Names.Area> areas,
        List<Result> results,
        boolean reachable,
        Instant updatedAt) {

    /** A publication or another result. */
    record Result(
            UUID id,
            Text title,
            @Nullable String venue,
            @Nullable Integer year,
            @Nullable String doi,
            @Nullable String url,
            Text summary,
            List<Topics.Named> topics) {

        static Result of(ResultCard card) {
            return new Result(
                    card.id().value(),
                    Text.of(card.title()),
                    card.venue(),
                    card.year(),
                    card.doi(),
                    card.url(),
                    Text.of(card.summary()),
                    card.topics().stream().map(Topics.Named::of).toList());
        }
    }

    static ResearcherPageBody of(ResearcherPage page) {
        return new ResearcherPageBody(
                ResearcherBody.of(page.card()),
                Text.of(page.biography()),
                Text.of(page.seeks()),
                page.areas().stream().map(Names.Area::of).toList(),
                page.results().stream().map(Result::of).toList(),
                page.reachable(),
                page.updatedAt());
    }
}
