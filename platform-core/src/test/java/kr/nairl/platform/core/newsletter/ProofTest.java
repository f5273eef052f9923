package kr.nairl.platform.core.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.Test;

/** Drafts as their readers will see them. */
class ProofTest {

    private final EditorialDesk desk = CoreDatabase.bean(EditorialDesk.class);
    private final ProofDesk proofs = CoreDatabase.bean(ProofDesk.class);
    private final Letter letter = CoreDatabase.bean(Letter.class);

    private final OrganisationId lab = CoreDatabase.organisation("LAB", "가나 연구거점", "A Lab");
    private final OrganisationId company = CoreDatabase.organisation("COMPANY", "하나", "Partner");
    private final OrganisationId shy = CoreDatabase.organisation("COMPANY", "다른", "Shy");
    private final Actor.Person editor = CoreDatabase.person(lab, "오지안", Role.EDITOR);
    private final IssueId issue = desk.createIssue(
            editor, new IssueDraft(slug(), LocalizedText.of("편지", null), "Vol.1", LocalizedText.EMPTY));

    @Test
    void theProofOfADraftIsWhatReadersGetOnceItIsPublished() {
        CoreDatabase.asOwner("UPDATE organisation SET partner = true WHERE id = ?", company.value());
        CoreDatabase.asOwner("UPDATE organisation SET profile_audience = 'MEMBERS' WHERE id = ?", shy.value());
        StoryId before = published();
        StoryId story = desk.createStory(editor, issue, draft());
        desk.createStory(editor, issue, draft());
        StoryId after = published();
        StoryPage proof = proofs.asRead(editor, story);

        desk.publishStory(editor, story, 0);
        desk.publishIssue(editor, issue, 0);
        StoryPage read = letter.story(Actor.VISITOR, proof.card().slug());

        assertThat(proof.card().organisations()).isEqualTo(read.card().organisations());
        assertThat(proof)
                .usingRecursiveComparison()
                .ignoringFields("card.publishedAt", "card.updatedAt")
                .isEqualTo(read);
        assertThat(read.previous())
                .extracting(StoryPage.Neighbour::slug)
                .isEqualTo(desk.story(editor, before).draft().slug());
        assertThat(read.next())
                .extracting(StoryPage.Neighbour::slug)
                .isEqualTo(desk.story(editor, after).draft().slug());
    }

    @Test
    void partnersComeFirstAndWhoHidesIsKnownToEditorsOnly() {
        CoreDatabase.asOwner("UPDATE organisation SET partner = true WHERE id = ?", company.value());
        CoreDatabase.asOwner("UPDATE organisation SET profile_audience = 'MEMBERS' WHERE id = ?", shy.value());
        StoryId story = desk.createStory(editor, issue, draft());

        assertThat(ids(proofs.story(editor, story))).containsExactlyInAnyOrder(lab, company, shy);
        assertThat(ids(proofs.asRead(editor, story))).containsExactly(company, lab);
        assertThat(proofs.asRead(editor, story).card().protagonists())
                .extracting(StoryCard.AboutOrganisation::id)
                .containsExactly(company);
    }

    @Test
    void nobodyElseSeesAProofNorWhetherThereIsOne() {
        StoryId story = desk.createStory(editor, issue, draft());
        Actor.Person member = CoreDatabase.person(company, "김병훈", Role.MEMBER);
        Actor.Person researcher = CoreDatabase.person(lab, "조민수", Role.RESEARCHER);
        for (Actor stranger : List.of(Actor.VISITOR, member, researcher)) {
            assertThatThrownBy(() -> proofs.asRead(stranger, story)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> proofs.story(stranger, StoryId.fresh())).isInstanceOf(ForbiddenException.class);
        }
        assertThatThrownBy(() -> proofs.asRead(editor, StoryId.fresh())).isInstanceOf(NotFoundException.class);
    }

    private StoryId published() {
        StoryId id = desk.createStory(editor, issue, draft());
        desk.publishStory(editor, id, 0);
        return id;
    }

    private StoryDraft draft() {
        return new StoryDraft(
                slug(),
                Section.IMPACT,
                LocalizedText.of("제목", "Title"),
                LocalizedText.EMPTY,
                LocalizedText.of("본문", null),
                null,
                List.of(lab, company, shy),
                List.of(),
                List.of());
    }

    private static List<OrganisationId> ids(StoryPage page) {
        return page.card().organisations().stream()
                .map(StoryCard.AboutOrganisation::id)
                .toList();
    }

    private static String slug() {
        return "p" + UUID.randomUUID();
    }
}
