package kr.nairl.platform.core.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.Test;

class RequestBoxTest {

    private static final PageRequest FIRST = PageRequest.first(50);

    private final RequestBox box = CoreDatabase.bean(RequestBox.class);
    private final RequestDesk desk = CoreDatabase.bean(RequestDesk.class);
    private final RequestCast cast = new RequestCast();

    @Test
    void eachSideSeesItsOwnAndTheManagerWhatWasSent() {
        RequestId sent = cast.sent("Visible");
        RequestId draft = cast.draft();
        assertThat(ids(box.mine(cast.administrator, RequestFilter.ALL, FIRST))).containsExactlyInAnyOrder(sent, draft);
        assertThat(ids(box.mine(cast.scholar, RequestFilter.ALL, FIRST))).containsExactly(sent);
        assertThat(box.mine(cast.stranger, RequestFilter.ALL, FIRST)).isEqualTo(new Page<>(List.of(), 0));
        assertThat(box.mine(cast.otherScholar, RequestFilter.ALL, FIRST).total())
                .isZero();
        assertThat(ids(box.mine(cast.manager, RequestFilter.ALL, PageRequest.first(200))))
                .contains(sent)
                .doesNotContain(draft);
        Actor.Person editor = CoreDatabase.person(cast.university, "편집", Role.EDITOR);
        assertThatThrownBy(() -> box.mine(editor, RequestFilter.ALL, FIRST)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> box.mine(Actor.VISITOR, RequestFilter.ALL, FIRST))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aRowNamesBothSidesAndWhoseTurnItIs() {
        RequestId id = cast.sent("Named");
        RequestRow seenByScholar =
                box.mine(cast.scholar, RequestFilter.ALL, FIRST).items().getFirst();
        assertThat(seenByScholar.organisationName().ko()).isEqualTo("에버런");
        assertThat(seenByScholar.researcherName().en()).isEqualTo("Seungryong Kim");
        assertThat(seenByScholar.side()).isEqualTo(RequestSide.ADDRESSEE);
        assertThat(seenByScholar.waitsForReader()).isTrue();
        assertThat(seenByScholar.sentAt()).isEqualTo(CoreDatabase.clock().instant());
        assertThat(seenByScholar.dueAt())
                .isEqualTo(CoreDatabase.clock().instant().plus(Duration.ofDays(14)));
        RequestRow seenByMember =
                box.mine(cast.member, RequestFilter.ALL, FIRST).items().getFirst();
        assertThat(seenByMember.waitsForReader()).isFalse();
        desk.ask(cast.scholar, id, "?", 2);
        assertThat(box.mine(cast.member, RequestFilter.ALL, FIRST)
                        .items()
                        .getFirst()
                        .waitsForReader())
                .isTrue();
    }

    @Test
    void theManagersPageIsWithoutConfidentialWords() {
        RequestId id = cast.sent("Overseen");
        desk.ask(cast.scholar, id, "CANARY-QUESTION", 2);
        RequestPage page = box.open(cast.manager, id);
        assertThat(page.isWithheld()).isTrue();
        assertThat(page.toString()).contains("Overseen", "윤하나", "ASK").doesNotContain("CANARY");
        assertThat(page.permitted()).isEmpty();
        // The positive control: the same page holds the canaries for a party.
        assertThat(box.open(cast.scholar, id).toString())
                .contains("CANARY-PROPOSAL", "CANARY-OFFER", "CANARY-OUTCOME", "CANARY-QUESTION");
        assertThat(box.mine(cast.scholar, RequestFilter.ALL, FIRST).toString()).doesNotContain("CANARY");
    }

    @Test
    void filtersNarrowByStateTextNameAndSubProject() {
        RequestId walking = cast.sent("Walking gait 100%_sure");
        RequestId running = cast.accepted("Running");
        assertThat(ids(list(RequestFilter.in(RequestState.ACCEPTED)))).containsExactly(running);
        assertThat(ids(list(text("GAIT")))).containsExactly(walking);
        // Wildcards of LIKE are plain characters.
        assertThat(ids(list(text("100%_")))).containsExactly(walking);
        assertThat(ids(list(text("%")))).containsExactly(walking);
        assertThat(ids(list(text("ㄱㅅㄹ")))).containsExactlyInAnyOrder(walking, running);
        assertThat(ids(list(text("nothing like it")))).isEmpty();
        assertThat(ids(list(text("  ")))).hasSize(2);
        assertThat(ids(list(new RequestFilter(Set.of(), null, RequestCast.SUB_PROJECT))))
                .hasSize(2);
        assertThat(ids(list(new RequestFilter(Set.of(), null, RequestCast.OTHER_SUB_PROJECT))))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrDouble() {
        List<RequestId> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // All at the same instant: only the id breaks the tie.
            all.add(cast.sent("Page " + i));
        }
        List<RequestId> read = new ArrayList<>();
        for (int offset = 0; offset < 6; offset += 2) {
            Page<RequestRow> page = box.mine(cast.member, RequestFilter.ALL, new PageRequest(offset, 2));
            assertThat(page.total()).isEqualTo(5);
            read.addAll(ids(page));
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
        assertThat(box.mine(cast.member, RequestFilter.ALL, new PageRequest(10, 2)))
                .isEqualTo(new Page<RequestRow>(List.of(), 5));
    }

    @Test
    void aListAPageAndTheCountsAreOneStatementEach() {
        RequestId id = cast.sent("One");
        cast.sent("Two");
        assertThat(StatementCount.of(() -> box.mine(cast.member, RequestFilter.ALL, FIRST)))
                .isEqualTo(1);
        desk.ask(cast.scholar, id, "?", 2);
        assertThat(StatementCount.of(() -> box.open(cast.member, id))).isEqualTo(1);
        assertThat(StatementCount.of(() -> box.counts(cast.member))).isEqualTo(1);
    }

    @Test
    void countsSayWhatWaitsForTheReader() {
        RequestId asked = cast.sent("Asked");
        cast.sent("Open");
        cast.draft();
        desk.ask(cast.scholar, asked, "?", 2);
        RequestCounts mine = box.counts(cast.administrator);
        assertThat(mine.waiting()).isEqualTo(1);
        assertThat(mine.byState())
                .hasSize(RequestState.values().length)
                .containsEntry(RequestState.DRAFT, 1)
                .containsEntry(RequestState.SENT, 1)
                .containsEntry(RequestState.QUESTION_ASKED, 1)
                .containsEntry(RequestState.ACCEPTED, 0);
        RequestCounts scholars = box.counts(cast.scholar);
        assertThat(scholars.waiting()).isEqualTo(1);
        assertThat(scholars.byState()).containsEntry(RequestState.DRAFT, 0);
        assertThat(box.counts(cast.manager).waiting()).isZero();
        assertThat(box.counts(cast.stranger).byState().values()).containsOnly(0);
    }

    private Page<RequestRow> list(RequestFilter filter) {
        return box.mine(cast.member, filter, FIRST);
    }

    private static RequestFilter text(String text) {
        return new RequestFilter(Set.of(), text, null);
    }

    private static List<RequestId> ids(Page<RequestRow> page) {
        return page.items().stream().map(RequestRow::id).toList();
    }
}
