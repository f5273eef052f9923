package kr.nairl.platform.core.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class LetterTest {

    private final EditorialDesk desk = CoreDatabase.bean(EditorialDesk.class);
    private final LetterSetup setup = CoreDatabase.bean(LetterSetup.class);
    private final Letter letter = CoreDatabase.bean(Letter.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);

    private final OrganisationId lab = CoreDatabase.organisation("LAB", "연구거점", "Lab");
    private final OrganisationId company = CoreDatabase.organisation("COMPANY", "에버", "Ever");
    private final Actor.Person editor = CoreDatabase.person(lab, "오지안", Role.EDITOR);
    private final Actor.Person member = CoreDatabase.person(company, "김병훈", Role.MEMBER);

    @Test
    void storyIsReadByAllOnceItAndItsIssueArePublished() {
        IssueId issue = desk.createIssue(editor, issueDraft());
        StoryDraft draft = storyDraft(Section.IMPACT);
        StoryId story = desk.createStory(editor, issue, draft);
        assertUnreadable(draft.slug());
        assertThat(desk.publishStory(editor, story, 0)).isInstanceOf(Publication.Published.class);
        assertUnreadable(draft.slug());
        assertThat(told(story)).isZero();
        assertThat(desk.publishIssue(editor, issue, 0)).isInstanceOf(Publication.Published.class);
        assertThat(told(story)).isOne();

        StoryPage page = letter.story(Actor.VISITOR, draft.slug());
        assertThat(page.card().organisations())
                .extracting(StoryCard.AboutOrganisation::id)
                .containsExactly(company);
        assertThat(page.card().illustration()).isEqualTo(Illustration.POSE);
        assertThat(page.body().ko()).isEqualTo("## 본문");
        assertThat(letter.about(member, company)).extracting(StoryCard::id).containsExactly(story);
        assertThat(letter.impact(Actor.VISITOR)).extracting(StoryCard::id).contains(story);

        desk.unpublishIssue(editor, issue, 1);
        assertUnreadable(draft.slug());
        assertThat(letter.about(editor, company)).isEmpty();
        desk.unpublishStory(editor, story, 1);
        assertThat(audited(story.value())).containsExactly("story.unpublished", "story.published");
        assertThat(audited(issue.value())).containsExactly("issue.unpublished", "issue.published");
    }

    private List<String> audited(UUID subject) {
        Actor.Person manager = CoreDatabase.person(lab, "최거점", Role.LAB_MANAGER);
        return CoreDatabase.bean(AuditTrail.class)
                .page(manager, new AuditFilter(null, lab, subject, null, null), PageRequest.first(9))
                .items()
                .stream()
                .map(AuditEntry::action)
                .toList();
    }

    @Test
    void editorsFindDraftsOnTheirDeskOnlyAndNotAmongWhatIsRead() {
        IssueId issue = setup.issue(editor, issueDraft(), Instant.parse("2030-01-01T00:00:00Z"));
        StoryDraft draft = storyDraft(Section.ABOUT);
        StoryId story = desk.createStory(editor, issue, draft);
        assertThatThrownBy(() -> letter.story(editor, draft.slug())).isInstanceOf(NotFoundException.class);
        assertThat(letter.latest(editor).orElseThrow().stories()).isEmpty();
        assertThat(desk.story(editor, story).draft()).isEqualTo(draft);
        assertThat(desk.issue(editor, issue).stories()).extracting(StoryRow::id).containsExactly(story);
        CoreDatabase.asOwner("DELETE FROM newsletter_issue WHERE id = ?", issue.value());
    }

    @Test
    void storiesAreReadInTheOrderOfSectionsAndOfTheirEditors() {
        IssueDraft head = issueDraft();
        IssueId issue = setup.issue(editor, head, Instant.parse("2020-01-01T00:00:00Z"));
        StoryDraft bulletin = storyDraft(Section.BULLETIN);
        StoryDraft first = storyDraft(Section.ABOUT);
        StoryDraft second = storyDraft(Section.ABOUT);
        Instant then = Instant.parse("2020-01-01T00:00:00Z");
        setup.story(editor, issue, bulletin, then);
        StoryId one = setup.story(editor, issue, first, then);
        StoryId two = setup.story(editor, issue, second, then);
        assertThat(slugs(head)).containsExactly(first.slug(), second.slug(), bulletin.slug());

        desk.reorder(editor, issue, Section.ABOUT, List.of(two, one));
        assertThat(slugs(head)).containsExactly(second.slug(), first.slug(), bulletin.slug());
        StoryPage middle = letter.story(Actor.VISITOR, first.slug());
        assertThat(Stream.of(middle.previous(), middle.next())
                        .map(StoryPage.Neighbour::slug)
                        .toList())
                .containsExactly(second.slug(), bulletin.slug());
        assertThat(letter.story(Actor.VISITOR, second.slug()).previous()).isNull();
        assertThat(letter.story(Actor.VISITOR, bulletin.slug()).next()).isNull();
        assertThat(letter.issues(Actor.VISITOR))
                .filteredOn(each -> each.id().equals(issue))
                .extracting(IssueHead::stories)
                .containsExactly(3);
        assertThatThrownBy(() -> desk.reorder(editor, issue, Section.ABOUT, List.of(two)))
                .isInstanceOf(StaleException.class);
    }

    @Test
    void takingOverTwiceLeavesWhatIsThere() {
        IssueDraft head = issueDraft();
        Instant then = Instant.parse("2021-08-01T00:00:00Z");
        IssueId issue = setup.issue(editor, head, then);
        StoryDraft draft = storyDraft(Section.IMPACT);
        StoryId story = setup.story(editor, issue, draft, then);
        assertThat(setup.issue(editor, head, then)).isEqualTo(issue);
        assertThat(setup.story(editor, issue, draft, then)).isEqualTo(story);
        assertThat(letter.story(Actor.VISITOR, draft.slug()).card().publishedAt())
                .isEqualTo(then);
        assertThat(told(story)).isZero();
    }

    @Test
    void staleChangesAreRefused() {
        IssueId issue = desk.createIssue(editor, issueDraft());
        StoryDraft draft = storyDraft(Section.IMPACT);
        StoryId story = desk.createStory(editor, issue, draft);
        desk.editStory(editor, story, 0, draft);
        assertThatThrownBy(() -> desk.editStory(editor, story, 0, draft)).isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> desk.publishStory(editor, story, 0)).isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> desk.deleteStory(editor, story, 0)).isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> desk.editIssue(editor, issue, 7, issueDraft())).isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> desk.editStory(editor, StoryId.fresh(), 0, storyDraft(Section.IMPACT)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void movedStoryBecomesTheLastOfItsNewSection() {
        IssueId issue = desk.createIssue(editor, issueDraft());
        StoryId there = desk.createStory(editor, issue, storyDraft(Section.IMPACT));
        StoryDraft draft = storyDraft(Section.ABOUT);
        StoryId moving = desk.createStory(editor, issue, draft);
        StoryDraft moved = new StoryDraft(
                draft.slug(),
                Section.IMPACT,
                draft.title(),
                draft.lead(),
                draft.body(),
                null,
                List.of(),
                List.of(),
                List.of());
        desk.editStory(editor, moving, 0, moved);
        assertThat(desk.issue(editor, issue).stories()).extracting(StoryRow::id).containsExactly(there, moving);
        assertThat(desk.story(editor, moving).draft()).isEqualTo(moved);
    }

    @Test
    void emptyThingsCannotBePublishedNorPublishedOnesDeleted() {
        IssueId issue = desk.createIssue(editor, issueDraft());
        assertThat(desk.publishIssue(editor, issue, 0)).isEqualTo(new Publication.NothingToRead());
        StoryDraft draft = storyDraft(Section.IMPACT);
        StoryId empty = desk.createStory(
                editor,
                issue,
                new StoryDraft(
                        slug(),
                        Section.IMPACT,
                        draft.title(),
                        draft.lead(),
                        LocalizedText.EMPTY,
                        null,
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(desk.publishStory(editor, empty, 0)).isEqualTo(new Publication.NothingToRead());
        assertThat(desk.deleteStory(editor, empty, 0)).isEqualTo(new Deletion.Deleted());
        StoryId full = desk.createStory(editor, issue, draft);
        desk.publishStory(editor, full, 0);
        assertThat(desk.deleteStory(editor, full, 1)).isEqualTo(new Deletion.StillPublished());
        desk.unpublishStory(editor, full, 1);
        assertThat(desk.deleteStory(editor, full, 2)).isEqualTo(new Deletion.Deleted());
    }

    @Test
    void unsoundDraftsAreRefusedFieldByField() {
        assertThatThrownBy(() -> desk.createIssue(
                        editor,
                        new IssueDraft("Über uns", LocalizedText.EMPTY, "", LocalizedText.of("가".repeat(2001), null))))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("slug", "title", "volume", "intro.ko"));
        IssueDraft taken = issueDraft();
        IssueId issue = desk.createIssue(editor, taken);
        assertThatThrownBy(() -> desk.createIssue(editor, taken)).hasMessageContaining("taken");
        StoryDraft reserved = storyDraft(Section.IMPACT);
        assertThatThrownBy(() -> desk.createStory(
                        editor,
                        issue,
                        new StoryDraft(
                                "issues",
                                reserved.section(),
                                reserved.title(),
                                reserved.lead(),
                                reserved.body(),
                                null,
                                List.of(),
                                List.of(),
                                List.of())))
                .hasMessageContaining("reserved");
    }

    @Test
    void nobodyButEditorsAndManagersEnterTheDesk() {
        IssueDraft draft = issueDraft();
        for (Actor stranger : List.of(Actor.VISITOR, member, Actor.Job.SETUP)) {
            assertThatThrownBy(() -> desk.createIssue(stranger, draft)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.issues(stranger)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> setup.issue(stranger, draft, Instant.EPOCH))
                    .isInstanceOf(ForbiddenException.class);
        }
        Actor.Person manager = CoreDatabase.person(lab, "한서윤", Role.LAB_MANAGER);
        IssueId issue = desk.createIssue(manager, draft);
        assertThat(desk.issues(manager)).extracting(IssueRow::id).contains(issue);
    }

    @Test
    void policiesAloneHideDraftsAndRefuseForeignPens() {
        IssueId issue = desk.createIssue(editor, issueDraft());
        StoryId story = desk.createStory(editor, issue, storyDraft(Section.IMPACT));
        for (Actor stranger : List.of(Actor.VISITOR, member)) {
            assertThat(transactions.<Integer>read(
                            stranger,
                            () -> sql.fetchCount(
                                    DSL.table("platform.story"),
                                    DSL.field("id", UUID.class).eq(story.value()))))
                    .isZero();
            assertThat(transactions.<Integer>read(
                            stranger,
                            () -> sql.fetchCount(
                                    DSL.table("platform.story_organisation"),
                                    DSL.field("story_id", UUID.class).eq(story.value()))))
                    .isZero();
            assertThat(transactions.<Integer>write(
                            stranger, () -> sql.execute("UPDATE platform.newsletter_issue SET volume = 'x'")))
                    .isZero();
        }
    }

    @Test
    void organisationThatHidesFromVisitorsIsNotNamedToThem() {
        Instant then = Instant.parse("2022-01-01T00:00:00Z");
        IssueId issue = setup.issue(editor, issueDraft(), then);
        StoryDraft draft = storyDraft(Section.IMPACT);
        setup.story(editor, issue, draft, then);
        CoreDatabase.asOwner("UPDATE organisation SET profile_audience = 'MEMBERS' WHERE id = ?", company.value());
        assertThat(letter.story(Actor.VISITOR, draft.slug()).card().organisations())
                .isEmpty();
        assertThat(letter.story(editor, draft.slug()).card().organisations()).hasSize(1);
    }

    private void assertUnreadable(String slug) {
        for (Actor reader : List.of(Actor.VISITOR, member, editor)) {
            assertThatThrownBy(() -> letter.story(reader, slug)).isInstanceOf(NotFoundException.class);
        }
    }

    private int told(StoryId story) {
        return transactions.read(
                Actor.Job.NOTIFIER,
                () -> sql.fetchCount(
                        DSL.table("platform.domain_event"),
                        DSL.field("subject_id", UUID.class).eq(story.value())));
    }

    private List<String> slugs(IssueDraft head) {
        return letter.issue(Actor.VISITOR, head.slug()).stories().stream()
                .map(StoryCard::slug)
                .toList();
    }

    private static String slug() {
        return "s" + UUID.randomUUID();
    }

    private static IssueDraft issueDraft() {
        return new IssueDraft(slug(), LocalizedText.of("편지", "Letter"), "Vol.1", LocalizedText.of("소개", null));
    }

    private StoryDraft storyDraft(Section section) {
        return new StoryDraft(
                slug(),
                section,
                LocalizedText.of("제목", "Title"),
                LocalizedText.of("머리", "Lead"),
                LocalizedText.of("## 본문", "## Body"),
                Illustration.POSE,
                List.of(company),
                List.of(),
                List.of());
    }
}
