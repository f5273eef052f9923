package kr.nairl.platform.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.interest.TopicSuggestions.Outcome;
import kr.nairl.platform.core.interest.TopicSuggestions.Suggestion;
import kr.nairl.platform.core.research.LabOfTests;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.TermProposals;
import org.junit.jupiter.api.Test;

class TopicSuggestionsTest {

    private final Actor.Person member =
            CoreDatabase.person(CoreDatabase.organisation("COMPANY", "에버엑스", "EverEx"), "윤찬", Role.MEMBER);
    private final List<String> sent = new ArrayList<>();
    private TermProposals.Answer answer = new TermProposals.Answer.Told(List.of());
    private final TopicSuggestions suggestions = new TopicSuggestions(
            new TermProposals() {
                @Override
                public boolean isOn() {
                    return true;
                }

                @Override
                public String where() {
                    return "models.example";
                }

                @Override
                public Answer propose(String text) {
                    sent.add(text);
                    return answer;
                }
            },
            CoreDatabase.bean(Concepts.class));

    @Test
    void theVocabularysOwnConceptsAreFoundAndChosenOnesLeftOut() {
        List<ConceptId> known = LabOfTests.topics("tidal pose estimation", "tidal forecasting");
        answer = new TermProposals.Answer.Told(List.of(
                LocalizedText.of("조수 예측", "Tidal-Forecasting"),
                LocalizedText.of(null, "tidal pose estimation"),
                LocalizedText.of("아무도 모르는 낱말", "a term nobody has")));
        Outcome outcome = suggestions.suggest(member, words(Audience.MEMBERS, Map.of(), List.of(known.getFirst())));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Suggested.class, suggested -> {
            assertThat(suggested.terms()).hasSize(2);
            Suggestion first = suggested.terms().getFirst();
            assertThat(first.concept())
                    .isNotNull()
                    .satisfies(concept -> assertThat(concept.id()).isEqualTo(known.getLast()));
            assertThat(suggested.terms().getLast())
                    .isEqualTo(new Suggestion(LocalizedText.of("아무도 모르는 낱말", "a term nobody has"), null));
        });
        assertThat(sent).containsExactly("THE-TITLE\nTHE-NEED in words");
    }

    @Test
    void whatIsKeptForFewerNeverLeavesTheHouse() {
        for (Audience narrow : List.of(Audience.ACCEPTED, Audience.NDA)) {
            suggestions.suggest(member, words(Audience.PUBLIC, Map.of(InterestField.NEED, narrow), List.of()));
        }
        assertThat(sent).containsOnly("THE-TITLE");
        sent.clear();
        assertThat(suggestions.suggest(member, words(Audience.ACCEPTED, Map.of(), List.of())))
                .isEqualTo(new Outcome.Confidential());
        assertThat(sent).isEmpty();
    }

    @Test
    void onlyACompanysPeopleAskAndFailuresAreTold() {
        answer = new TermProposals.Answer.Failed(TermProposals.Failure.BUSY);
        assertThat(suggestions.suggest(member, words(Audience.PUBLIC, Map.of(), List.of())))
                .isEqualTo(new Outcome.Failed(TermProposals.Failure.BUSY));
        sent.clear();
        for (Actor other : List.of(
                Actor.VISITOR,
                Actor.Job.INDEXER,
                CoreDatabase.person(CoreDatabase.organisation("UNIVERSITY", "대학", "Uni"), "교수", Role.RESEARCHER))) {
            assertThatThrownBy(() -> suggestions.suggest(other, words(Audience.PUBLIC, Map.of(), List.of())))
                    .isInstanceOf(ForbiddenException.class);
        }
        assertThat(sent).isEmpty();
        assertThat(CoreDatabase.bean(TopicSuggestions.class).isOn())
                .as("off unless an installation says so")
                .isFalse();
    }

    private static InterestWords words(
            Audience audience, Map<InterestField, Audience> narrower, List<ConceptId> topics) {
        return new InterestWords(
                LocalizedText.of(null, "THE-TITLE"),
                LocalizedText.of(null, "THE-NEED in words"),
                CollaborationMode.JOINT_RESEARCH,
                null,
                BudgetBand.UNDECIDED,
                audience,
                topics,
                Set.of(),
                narrower);
    }
}
