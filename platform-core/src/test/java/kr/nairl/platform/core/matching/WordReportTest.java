package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.vocabulary.ConceptWords;
import kr.nairl.platform.core.vocabulary.GlossaryDesk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordReportTest {

    private static final OrganisationId LAB = CoreDatabase.organisation("UNIVERSITY", "낱말연구소", "Word Lab");
    private static final OrganisationId COMPANY = CoreDatabase.organisation("COMPANY", "낱말회사", "Word Company");
    private static final Actor.Person MANAGER = CoreDatabase.person(LAB, "낱말지기", Role.LAB_MANAGER);
    private static final Actor.Person MEMBER = CoreDatabase.person(COMPANY, "낱말손님", Role.MEMBER);

    private static final int OFTEN = 30;

    private final WordReport report = CoreDatabase.bean(WordReport.class);

    @Test
    void wordsThatNoLabelCoversAreCountedByInterestUntilAConceptOrAManagerTakesThemOff() {
        // Often enough to stand among the first, whatever other tests have opened.
        for (int i = 0; i < OFTEN; i++) {
            open("MEMBERS", i % 2 == 0 ? "멍석 예측" : "멍석 보관", "짚신을 봅니다. 멍석.", "Our kombucha.");
        }
        open("PUBLIC", "옹기 짚신", null, "Estimate the kombucha fermentation. Please improve our kombucha.");
        open("ACCEPTED", "숨은 메주", null, null);
        assertThat(of("멍석", Language.KO))
                .hasValueSatisfying(word -> assertThat(word.interests()).isEqualTo(OFTEN));
        assertThat(of("짚신", Language.KO)).hasValueSatisfying(word -> {
            assertThat(word.interests()).isEqualTo(OFTEN + 1);
            assertThat(word.before() + word.written() + word.after()).isEqualTo("옹기 짚신");
        });
        assertThat(of("kombucha", Language.EN)).isPresent();
        assertThat(of("please", Language.EN)).isEmpty();
        assertThat(of("improve", Language.EN)).isEmpty();
        assertThat(of("메주", Language.KO)).isEmpty();

        WordReport.Ignored ignored = new WordReport.Ignored(Language.KO, "짚신");
        report.ignore(MANAGER, ignored);
        report.ignore(MANAGER, ignored);
        assertThat(of("짚신", Language.KO)).isEmpty();
        assertThat(report.ignored(MANAGER)).contains(ignored);
        report.restore(MANAGER, ignored);
        assertThat(of("짚신", Language.KO)).isPresent();
        assertThat(report.ignored(MANAGER)).doesNotContain(ignored);

        CoreDatabase.bean(GlossaryDesk.class)
                .create(
                        MANAGER,
                        new ConceptWords(
                                LocalizedText.of("짚신", "kombucha fermentation"),
                                null,
                                List.of(),
                                List.of(),
                                Set.of(),
                                "test",
                                "MIT"));
        assertThat(of("짚신", Language.KO)).isEmpty();
    }

    @Test
    void onlyManagersSeeAndShortenTheReport() {
        WordReport.Ignored word = new WordReport.Ignored(Language.KO, "말");
        assertThatThrownBy(() -> report.uncovered(MEMBER)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> report.ignored(MEMBER)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> report.ignore(MEMBER, word)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> report.restore(MEMBER, word)).isInstanceOf(ForbiddenException.class);
    }

    private Optional<WordReport.Uncovered> of(String word, Language language) {
        return report.uncovered(MANAGER).in(language).stream()
                .filter(one -> one.word().equals(word))
                .findFirst();
    }

    private static void open(String audience, String title, @Nullable String needKo, @Nullable String needEn) {
        CoreDatabase.asOwner(
                """
                INSERT INTO interest (id, organisation_id, title_ko, need_ko, need_en, mode, budget_band, audience, state,
                  opened_at, expires_at, created_by, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, 'ADVICE', 'UNDECIDED', ?, 'OPEN', clock_timestamp(), now() + interval '1 year', ?, now(), now())""",
                UUID.randomUUID(),
                COMPANY.value(),
                title,
                needKo,
                needEn,
                audience,
                MEMBER.id().value());
    }
}
