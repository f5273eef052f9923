package kr.nairl.platform.ui.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.MatchRow.Why;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherRole;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Topic;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Topic VIDEO = topic("video");
    private static final Topic TRACKING = topic("tracking");
    private static final Topic POSE = topic("pose");

    @Test
    void aConceptStandsInOneRowForAllAndSaysWhoLacksIt() {
        MatchRow first = row(0.8, share(new Why.SameConcept(VIDEO), 0.75), share(new Why.AlikeInMeaning(), 0.25));
        MatchRow second =
                row(0.5, share(new Why.NearConcept(TRACKING, POSE), 0.6), share(new Why.SameConcept(VIDEO), 0.4));

        List<Comparison.Row> rows = Comparison.of(List.of(first, second)).rows();

        assertThat(rows).extracting(Comparison.Row::concept).containsExactly(VIDEO, TRACKING);
        assertThat(rows.getFirst().strongest()).isEqualTo(0.6, within(1e-9));
        assertThat(rows.getLast().cells().getFirst()).isNull();
        assertThat(rows.getLast().cells().getLast()).isEqualTo(new Comparison.Cell(0.3, POSE));
    }

    @Test
    void onlyTheRankingIsChosenFromAndFourAtMost() {
        List<MatchRow> ranking = Stream.generate(() -> row(0.5)).limit(6).toList();
        List<String> all = ranking.stream().flatMap(Comparison::id).toList();

        assertThat(Comparison.chosen(ranking, all)).isEqualTo(ranking.subList(0, Comparison.MOST));
        assertThat(Comparison.chosen(ranking, List.of(UUID.randomUUID().toString(), all.get(5))))
                .containsExactly(ranking.get(5));
    }

    private static Topic topic(String slug) {
        return new Topic(new ConceptId(UUID.randomUUID()), slug, LocalizedText.of(slug, slug));
    }

    private static MatchRow.ReasonShare share(Why why, double part) {
        return new MatchRow.ReasonShare(why, part);
    }

    private static MatchRow row(double score, MatchRow.ReasonShare... shares) {
        ResearcherCard card = new ResearcherCard(
                ResearcherId.fresh(),
                "someone",
                LocalizedText.of("누구", "Someone"),
                null,
                null,
                ResearcherRole.RESEARCHER,
                false,
                LocalizedText.EMPTY,
                List.of(),
                true,
                0);
        return new MatchRow(
                new MatchRow.Who.Researcher(card),
                score,
                Match.Strength.GOOD,
                Arrays.asList(shares),
                List.of(),
                List.of());
    }
}
