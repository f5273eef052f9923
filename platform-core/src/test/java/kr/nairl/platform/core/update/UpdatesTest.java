package kr.nairl.platform.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.SearchKey;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UpdatesTest {

    private final UpdateDesk desk = CoreDatabase.bean(UpdateDesk.class);
    private final Feed feed = CoreDatabase.bean(Feed.class);
    private final Follows follows = CoreDatabase.bean(Follows.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);

    private final OrganisationId university = CoreDatabase.organisation("UNIVERSITY", "가대학", "Ga University");
    private final SubProjectId subProject = subProject();
    private final Actor.Person author = CoreDatabase.person(university, "김승룡", Role.RESEARCHER);
    private final ResearcherId researcher = researcher(author, subProject, "김승룡", "Seungryong Kim");
    private final Actor.Person partner =
            CoreDatabase.person(CoreDatabase.organisation("COMPANY", "나", "Na"), "박민지", Role.MEMBER);

    @Test
    void postedUpdateReachesItsReadersWithAuthorAndSubProject() {
        UpdateId id = desk.post(author, draft("점을 따라가기", "Tracking points", Audience.MEMBERS));
        FeedItem item = feed.one(partner, id);
        assertThat(item.author().id()).isEqualTo(researcher);
        assertThat(item.author().organisation().en()).isEqualTo("Ga University");
        assertThat(item.subProject().id()).isEqualTo(subProject);
        assertThat(item.title().ko()).isEqualTo("점을 따라가기");
        assertThat(item.own()).isFalse();
        assertThat(feed.one(author, id).own()).isTrue();
    }

    @Test
    void postingTellsTheNotifierOnce() {
        UpdateId id = desk.post(author, draft("알림", "Told", Audience.PUBLIC));
        assertThat(transactions.<List<String>>read(
                        Actor.Job.NOTIFIER,
                        () -> sql.fetch(
                                        "SELECT detail->>'subProject' FROM platform.domain_event WHERE kind = 'update.posted' AND subject_id = {0}",
                                        DSL.val(id.value()))
                                .map(row -> row.get(0, String.class))))
                .containsExactly(subProject.value().toString());
    }

    @Test
    void whoMayReadAnUpdateIsInTheAuditTrail() {
        UpdateId id = desk.post(author, draft("새 소식", "News", Audience.MEMBERS));
        desk.edit(author, id, 0, draft("새 소식!", "News!", Audience.MEMBERS));
        desk.edit(author, id, 1, draft("새 소식!", "News!", Audience.PUBLIC));
        desk.delete(author, id, 2);
        Actor.Person manager = CoreDatabase.person(university, "최거점", Role.LAB_MANAGER);
        assertThat(CoreDatabase.bean(AuditTrail.class)
                        .page(manager, new AuditFilter(null, null, id.value(), null, null), PageRequest.first(9))
                        .items())
                .extracting(AuditEntry::action, AuditEntry::detail)
                .containsExactly(
                        tuple("update.withdrawn", Map.of()),
                        tuple("update.visibility-changed", Map.of("from", "MEMBERS", "to", "PUBLIC")),
                        tuple("update.posted", Map.of("to", "MEMBERS")));
    }

    @Test
    void visitorsSeePublicUpdatesOnly() {
        UpdateId open = desk.post(author, draft("공개", "Open", Audience.PUBLIC));
        UpdateId closed = desk.post(author, draft("회원", "Members", Audience.MEMBERS));
        assertThat(feed.page(Actor.VISITOR, FeedFilter.of(researcher), PageRequest.first(50))
                        .items())
                .extracting(FeedItem::id)
                .containsExactly(open);
        assertThatThrownBy(() -> feed.one(Actor.VISITOR, closed)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void feedIsNewestFirstAndCountsAllOfIt() {
        UpdateId first = desk.post(author, draft("하나", "One", Audience.PUBLIC));
        CoreDatabase.clock().pass(Duration.ofMinutes(1));
        UpdateId second = desk.post(author, draft("둘", "Two", Audience.PUBLIC));
        var page = feed.page(partner, FeedFilter.of(subProject), PageRequest.first(1));
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.items()).extracting(FeedItem::id).containsExactly(second);
        assertThat(feed.page(partner, FeedFilter.of(subProject), new PageRequest(1, 10))
                        .items())
                .extracting(FeedItem::id)
                .containsExactly(first);
    }

    @Test
    void updatesAreFoundByWordsAndByTheAuthorsInitialConsonants() {
        UpdateId id = desk.post(author, draft("100% 점 추적", "Point tracking", Audience.PUBLIC));
        for (String typed : List.of("POINT", "점 추", "100%", "ㄱㅅㄹ", "seungryong")) {
            assertThat(feed.page(partner, new FeedFilter(false, null, researcher, typed), PageRequest.first(10))
                            .items())
                    .as(typed)
                    .extracting(FeedItem::id)
                    .containsExactly(id);
        }
        for (String typed : List.of("없는 말", "100_", "%%%")) {
            assertThat(feed.page(partner, new FeedFilter(false, null, researcher, typed), PageRequest.first(10))
                            .items())
                    .as(typed)
                    .isEmpty();
        }
    }

    @Test
    void followedFeedHoldsWhatAPersonFollowsAndNothingElse() {
        UpdateId here = desk.post(author, draft("여기", "Here", Audience.PUBLIC));
        SubProjectId elsewhere = subProject();
        Actor.Person other = CoreDatabase.person(university, "조민수", Role.RESEARCHER);
        researcher(other, elsewhere, "조민수", "Minsu Cho");
        UpdateId there = desk.post(other, draft("저기", "There", Audience.PUBLIC));

        follows.follow(partner, subProject);
        assertThat(followed()).containsExactly(here);
        assertThat(feed.one(partner, here).followed()).isTrue();
        assertThat(feed.one(partner, there).followed()).isFalse();
        assertThat(feed.one(author, here).followed()).isFalse();

        follows.unfollow(partner, subProject);
        assertThat(followed()).isEmpty();
        follows.follow(partner, researcher);
        assertThat(followed()).containsExactly(here);
    }

    @Test
    void followingTwiceCountsOnceAndIsListed() {
        follows.follow(partner, subProject);
        follows.follow(partner, subProject);
        follows.follow(partner, researcher);
        assertThat(follows.isFollowing(partner, subProject)).isTrue();
        assertThat(follows.isFollowing(partner, researcher)).isTrue();
        assertThat(follows.isFollowing(author, researcher)).isFalse();
        Following following = follows.list(partner);
        assertThat(following.subProjects())
                .extracting(Following.FollowedSubProject::id)
                .containsExactly(subProject);
        assertThat(following.researchers())
                .extracting(Following.FollowedResearcher::id)
                .containsExactly(researcher);
    }

    @Test
    void visitorsFollowNothingAndWhatIsNotThereCannotBeFollowed() {
        assertThatThrownBy(() -> follows.follow(Actor.VISITOR, subProject)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> follows.follow(partner, SubProjectId.fresh())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> follows.follow(partner, ResearcherId.fresh())).isInstanceOf(NotFoundException.class);
        assertThat(feed.page(Actor.VISITOR, FeedFilter.followed(), PageRequest.first(5))
                        .total())
                .isZero();
    }

    @Test
    void editIsSeenAndNamesTheVersionItWasMadeFrom() {
        UpdateId id = desk.post(author, draft("처음", "First", Audience.PUBLIC));
        UpdateSheet sheet = desk.sheet(author, id);
        desk.edit(author, id, sheet.version(), draft("고침", "Edited", Audience.PUBLIC));
        assertThat(feed.one(partner, id).title().ko()).isEqualTo("고침");
        assertThat(feed.one(partner, id).editedAt()).isNotNull();
        assertThatThrownBy(() -> desk.edit(author, id, sheet.version(), draft("늦음", "Late", Audience.PUBLIC)))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> desk.delete(author, id, sheet.version())).isInstanceOf(StaleException.class);
        desk.delete(author, id, sheet.version() + 1);
        assertThatThrownBy(() -> feed.one(partner, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anotherResearchersUpdateIsAsGoodAsMissing() {
        UpdateId id = desk.post(author, draft("내 것", "Mine", Audience.PUBLIC));
        Actor.Person other = CoreDatabase.person(university, "이창희", Role.RESEARCHER);
        researcher(other, subProject, "이창희", "Changhee Lee");
        assertThatThrownBy(() -> desk.sheet(other, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.edit(other, id, 0, draft("남의 것", "Theirs", Audience.PUBLIC)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.delete(other, id, 0)).isInstanceOf(NotFoundException.class);
        assertThat(feed.one(partner, id).title().ko()).isEqualTo("내 것");
    }

    @Test
    void onlyResearchersPostAndOnlySoundDrafts() {
        UpdateDraft sound = draft("제목", "Title", Audience.PUBLIC);
        assertThatThrownBy(() -> desk.post(partner, sound)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> desk.post(Actor.VISITOR, sound)).isInstanceOf(ForbiddenException.class);
        UpdateDraft bad =
                new UpdateDraft(LocalizedText.EMPTY, LocalizedText.of("가".repeat(6001), null), Audience.ACCEPTED);
        assertThatThrownBy(() -> desk.post(author, bad))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("title", "body.ko", "audience"));
        Actor.Person loose = CoreDatabase.person(university, "최예진", Role.RESEARCHER);
        researcher(loose, null, "최예진", "Yejin Choi");
        assertThatThrownBy(() -> desk.post(loose, sound)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void removedResearcherCannotPost() {
        CoreDatabase.asOwner(
                "UPDATE membership SET status = 'REMOVED', removed_at = now() WHERE person_id = ?",
                author.id().value());
        assertThatThrownBy(() -> desk.post(author, draft("아직", "Still", Audience.PUBLIC)))
                .isInstanceOf(AuthorityEndedException.class);
    }

    @Test
    void policiesAloneRefuseForeignWordsAndForeignPlaces() {
        UpdateId id = desk.post(author, draft("지켜진 것", "Kept", Audience.MEMBERS));
        assertThat(transactions.<Integer>write(
                        partner, () -> sql.execute("UPDATE platform.project_update SET title_ko = 'x'")))
                .isZero();
        assertThat(transactions.<Integer>write(partner, () -> sql.execute("DELETE FROM platform.project_update")))
                .isZero();
        assertThat(transactions.<Integer>read(
                        Actor.VISITOR,
                        () -> sql.fetchCount(
                                DSL.table("platform.project_update"),
                                DSL.field("id", UUID.class).eq(id.value()))))
                .isZero();
        assertThatThrownBy(() -> transactions.run(
                        author,
                        () -> sql.execute(
                                "UPDATE platform.project_update SET sub_project_id = {0}",
                                DSL.val(subProject().value()))))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> insert(author, researcher, subProject())).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> insert(partner, researcher, subProject)).hasMessageContaining("row-level security");
    }

    @Test
    void followsOfOthersAreHiddenByPolicyToo() {
        follows.follow(partner, subProject);
        assertThat(transactions.<Integer>read(author, () -> sql.fetchCount(DSL.table("platform.follow"))))
                .isZero();
    }

    private List<UpdateId> followed() {
        return feed.page(partner, FeedFilter.followed(), PageRequest.first(50)).items().stream()
                .map(FeedItem::id)
                .toList();
    }

    private void insert(Actor actor, ResearcherId as, SubProjectId into) {
        transactions.run(
                actor,
                () -> sql.execute(
                        "INSERT INTO platform.project_update (id, sub_project_id, researcher_id, title_ko, audience, published_at) VALUES (gen_random_uuid(), {0}, {1}, 'x', 'PUBLIC', now())",
                        DSL.val(into.value()), DSL.val(as.value())));
    }

    private static UpdateDraft draft(String ko, String en, Audience audience) {
        return new UpdateDraft(LocalizedText.of(ko, en), LocalizedText.of("**본문**", "**Body**"), audience);
    }

    private static SubProjectId subProject() {
        SubProjectId id = SubProjectId.fresh();
        // whatever other tests of this JVM took, low numbers first
        CoreDatabase.asOwner(
                "INSERT INTO sub_project (id, number, slug, title_ko, title_en) VALUES (?, (SELECT min(n) FROM generate_series(40, 99) n WHERE n NOT IN (SELECT number FROM sub_project)), ?, '과제', 'Sub-project')",
                id.value(),
                "u" + id.value().toString());
        return id;
    }

    private static ResearcherId researcher(Actor.Person person, @Nullable SubProjectId place, String ko, String en) {
        ResearcherId id = ResearcherId.fresh();
        CoreDatabase.asOwner(
                "INSERT INTO researcher (id, slug, person_id, organisation_id, role, name_ko, name_en, search_key, updated_at) VALUES (?, ?, ?, ?, 'RESEARCHER', ?, ?, ?, now())",
                id.value(),
                "r" + id.value().toString(),
                person.id().value(),
                person.organisation().value(),
                ko,
                en,
                SearchKey.of(ko, en));
        if (place != null) {
            CoreDatabase.asOwner("UPDATE researcher SET sub_project_id = ? WHERE id = ?", place.value(), id.value());
        }
        return id;
    }
}
