package kr.nairl.platform.core.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class RequestDeskTest {

    private final RequestDesk desk = CoreDatabase.bean(RequestDesk.class);
    private final RequestBox box = CoreDatabase.bean(RequestBox.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);
    private final RequestCast cast = new RequestCast();

    // ------------------------------------------------------------------ handing over

    @Test
    void aDeclinedRequestIsBegunAgainWithItsWordsAndItsInterest() {
        InterestId interest = cast.interest(cast.company, cast.member);
        RequestId first = RequestCast.begun(desk.begin(
                cast.member,
                new Beginning(interest, new Beginning.ToResearcher(cast.researcher), RequestMode.JOINT_RESEARCH)));
        desk.send(cast.member, first, desk.save(cast.member, first, RequestCast.words("Again"), 0));
        desk.decline(cast.scholar, first, DeclineReason.NO_CAPACITY, null, 2);
        RequestBox box = CoreDatabase.bean(RequestBox.class);
        assertThat(box.approached(cast.member, interest)).containsExactly(cast.researcher);
        RequestId second = RequestCast.begun(desk.beginAgain(cast.administrator, first, cast.otherResearcher));
        RequestPage page = cast.page(second);
        assertThat(page.row().state()).isEqualTo(RequestState.DRAFT);
        assertThat(page.row().title()).isEqualTo("Again");
        assertThat(page.row().researcher()).isEqualTo(cast.otherResearcher);
        assertThat(page.interest()).isEqualTo(interest);
        assertThat(page.confidential())
                .isEqualTo(new RequestPage.Confidential(
                        RequestCast.PROPOSAL, "CANARY-OFFER: data and two engineers", "CANARY-OUTCOME: a joint paper"));
        assertThat(desk.send(cast.administrator, second, page.row().version()))
                .isEqualTo(new MoveOutcome.Moved(RequestState.SENT, 2));
        // Also those who had it once and passed it on.
        Actor.Person third = CoreDatabase.person(cast.university, "한세찌", Role.RESEARCHER);
        ResearcherId thirdResearcher = RequestCast.researcher(third, RequestCast.SUB_PROJECT);
        desk.handOver(cast.otherScholar, second, thirdResearcher, HandOverReason.AWAY, null, 2);
        assertThat(box.approached(cast.member, interest))
                .containsExactlyInAnyOrder(cast.researcher, cast.otherResearcher, thirdResearcher);
        assertThat(box.approached(cast.stranger, interest)).isEmpty();
        assertThatThrownBy(() -> box.approached(cast.scholar, interest)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> desk.beginAgain(cast.stranger, first, cast.otherResearcher))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.beginAgain(cast.scholar, first, cast.otherResearcher))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> desk.beginAgain(cast.member, first, ResearcherId.fresh()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRequestIsPassedOnAndTheColleagueDecides() {
        RequestId id = cast.sent("Passed on");
        assertThat(desk.handOver(
                        cast.scholar, id, cast.otherResearcher, HandOverReason.BETTER_FIT, "CANARY-PASS: yours", 2))
                .isEqualTo(new MoveOutcome.Moved(RequestState.HANDED_OVER, 3));
        RequestPage theirs = box.open(cast.otherScholar, id);
        assertThat(theirs.row().researcher()).isEqualTo(cast.otherResearcher);
        assertThat(theirs.row().waitsForReader()).isTrue();
        assertThat(theirs.confidential()).isNotNull();
        assertThat(theirs.history().getLast().words()).isEqualTo("CANARY-PASS: yours");
        assertThat(theirs.history().getLast().passedOn())
                .isEqualTo(
                        new RequestPage.PassedOn(LocalizedText.of("김승룡", "Seungryong Kim"), HandOverReason.BETTER_FIT));
        assertThat(box.counts(cast.otherScholar).waiting()).isEqualTo(1);
        assertThat(cast.page(id).row().researcher()).isEqualTo(cast.otherResearcher);
        assertThat(desk.accept(cast.otherScholar, id, null, 3))
                .isEqualTo(new MoveOutcome.Moved(RequestState.ACCEPTED, 4));
        assertThat(eventsOf(id)).contains("request.handed-over", "request.accepted");
    }

    @Test
    void whoPassedItOnSeesWhatBecomesOfItAndNothingConfidential() {
        RequestId id = cast.sent("Followed");
        desk.handOver(cast.scholar, id, cast.otherResearcher, HandOverReason.AWAY, "CANARY-PASS", 2);
        desk.ask(cast.otherScholar, id, "CANARY-QUESTION", 3);
        RequestPage page = box.open(cast.scholar, id);
        assertThat(page.row().side()).isEqualTo(RequestSide.OUTSIDE);
        assertThat(page.row().state()).isEqualTo(RequestState.QUESTION_ASKED);
        assertThat(page.isWithheld()).isTrue();
        assertThat(page.permitted()).isEmpty();
        assertThat(page.toString()).doesNotContain("CANARY");
        assertThat(box.counts(cast.scholar).waiting()).isZero();
        assertThat(box.mine(
                                cast.scholar,
                                new RequestFilter(java.util.Set.of(), null, null, RequestSide.ADDRESSEE),
                                new PageRequest(0, 10))
                        .items())
                .extracting(RequestRow::id)
                .contains(id);
        // By the second fence alone, too.
        assertThat(rowsSeen(cast.scholar, id)).isEqualTo(List.of(1, 0, 3, 0));
        assertThatThrownBy(() -> desk.accept(cast.scholar, id, null, 4)).isInstanceOf(ForbiddenException.class);
        assertThat(update(cast.scholar, "UPDATE platform.collaboration_request SET title = 'x'", id))
                .isZero();
        assertThatThrownBy(() -> transactions.<Integer>write(
                        cast.scholar,
                        () -> sql.execute(
                                "INSERT INTO platform.request_history (id, request_id, sequence, at, person_id, command, from_state, to_state) VALUES (gen_random_uuid(), {0}, 9, now(), {1}, 'ACCEPT', 'SENT', 'ACCEPTED')",
                                org.jooq.impl.DSL.val(id.value()),
                                org.jooq.impl.DSL.val(cast.scholar.id().value()))))
                .hasMessageContaining("row-level security");
    }

    @Test
    void onlyTheAddresseePassesOnAndNobodyMovesItToSomebodyUnnamed() {
        RequestId id = cast.sent("Kept");
        assertThatThrownBy(() -> desk.handOver(cast.member, id, cast.otherResearcher, HandOverReason.AWAY, null, 2))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(
                        () -> desk.handOver(cast.otherScholar, id, cast.otherResearcher, HandOverReason.AWAY, null, 2))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.handOver(cast.scholar, id, ResearcherId.fresh(), HandOverReason.AWAY, null, 2))
                .isInstanceOf(NotFoundException.class);
        assertThat(desk.handOver(cast.scholar, id, cast.researcher, HandOverReason.AWAY, null, 2))
                .isEqualTo(new MoveOutcome.Refused(RequestRefusal.ONESELF));
        assertThatThrownBy(() -> update(
                        cast.scholar,
                        "UPDATE platform.collaboration_request SET state = 'HANDED_OVER', researcher_id = '"
                                + cast.otherResearcher + "'",
                        id))
                .hasMessageContaining("row-level security");
    }

    // ------------------------------------------------------------------ the way through

    @Test
    void aRequestIsWrittenSentAskedAboutAnsweredAndAccepted() {
        RequestId id = cast.draft();
        assertThat(desk.save(cast.member, id, RequestCast.words("Counting repetitions"), 0))
                .isEqualTo(1);
        // A colleague sends it.
        assertThat(desk.send(cast.administrator, id, 1)).isEqualTo(new MoveOutcome.Moved(RequestState.SENT, 2));
        assertThat(desk.ask(cast.scholar, id, "CANARY-QUESTION: which cameras?", 2))
                .isEqualTo(new MoveOutcome.Moved(RequestState.QUESTION_ASKED, 3));
        assertThat(desk.answer(cast.member, id, "CANARY-ANSWER: phones", 3))
                .isEqualTo(new MoveOutcome.Moved(RequestState.SENT, 4));
        assertThat(desk.accept(cast.scholar, id, "Gladly.", 4))
                .isEqualTo(new MoveOutcome.Moved(RequestState.ACCEPTED, 5));
        for (Actor.Person party : List.of(cast.member, cast.scholar)) {
            RequestPage page = box.open(party, id);
            assertThat(page.history())
                    .extracting(
                            RequestPage.Entry::sequence,
                            RequestPage.Entry::step,
                            entry -> entry.personName().ko(),
                            RequestPage.Entry::words)
                    .containsExactly(
                            tuple(1, RequestStep.SEND, "정다운", null),
                            tuple(2, RequestStep.ASK, "김승룡", "CANARY-QUESTION: which cameras?"),
                            tuple(3, RequestStep.ANSWER, "윤하나", "CANARY-ANSWER: phones"),
                            tuple(4, RequestStep.ACCEPT, "김승룡", "Gladly."));
            assertThat(page.confidential())
                    .isEqualTo(new RequestPage.Confidential(
                            RequestCast.PROPOSAL,
                            "CANARY-OFFER: data and two engineers",
                            "CANARY-OUTCOME: a joint paper"));
            assertThat(page.contactName().ko()).isEqualTo("정다운");
            assertThat(page.permitted()).isEmpty();
        }
        assertThat(eventsOf(id))
                .containsExactly("request.sent", "request.question-asked", "request.answered", "request.accepted");
    }

    @Test
    void aDeclineKeepsItsReason() {
        RequestId id = cast.sent("Declined");
        assertThat(desk.decline(cast.scholar, id, DeclineReason.OUT_OF_FIELD, null, 2))
                .isEqualTo(new MoveOutcome.Moved(RequestState.DECLINED, 3));
        assertThat(cast.page(id).declineReason()).isEqualTo(DeclineReason.OUT_OF_FIELD);
    }

    @Test
    void aDraftMayBeIncompleteAndIsThrownAwayWhole() {
        RequestId id = cast.draft();
        int version = desk.save(cast.member, id, new RequestDraft("Half", "", "a word", "", "", RequestMode.DATA), 0);
        RequestPage page = cast.page(id);
        assertThat(page.row().title()).isEqualTo("Half");
        assertThat(page.row().mode()).isEqualTo(RequestMode.DATA);
        assertThat(page.editable()).isTrue();
        assertThat(desk.discard(cast.administrator, id, version)).isEqualTo(new DiscardOutcome.Discarded());
        assertThatThrownBy(() -> cast.page(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRequestToASubProjectGoesToWhoeverLeadsItWhenItIsSent() {
        RequestCast.leads(RequestCast.SUB_PROJECT, cast.researcher);
        RequestId id = RequestCast.begun(desk.begin(
                cast.member,
                new Beginning(null, new Beginning.ToSubProject(RequestCast.SUB_PROJECT), RequestMode.ADVICE)));
        assertThat(cast.page(id).row().researcher()).isEqualTo(cast.researcher);
        RequestCast.leads(RequestCast.SUB_PROJECT, cast.otherResearcher);
        assertThat(cast.page(id).row().researcher()).isEqualTo(cast.otherResearcher);
        desk.save(cast.member, id, RequestCast.words("To whom it concerns"), 0);
        desk.send(cast.member, id, 1);
        RequestCast.leads(RequestCast.SUB_PROJECT, cast.researcher);
        assertThat(box.open(cast.otherScholar, id).row().subProject()).isEqualTo(RequestCast.SUB_PROJECT);
        assertThat(cast.page(id).row().researcher()).isEqualTo(cast.otherResearcher);
        assertThatThrownBy(() -> box.open(cast.scholar, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theAddresseeReadsTheInterestThatARequestComesFrom() {
        InterestId interest = cast.interest(cast.company, cast.member);
        RequestId id = RequestCast.begun(desk.begin(
                cast.member,
                new Beginning(interest, new Beginning.ToResearcher(cast.researcher), RequestMode.JOINT_RESEARCH)));
        desk.save(cast.member, id, RequestCast.words("From an interest"), 0);
        desk.send(cast.member, id, 1);
        assertThat(box.open(cast.scholar, id).interestTitle().ko()).isEqualTo("영상 언어 모델");
        // It is for accepted partners only: a manager is told of the request, not of the interest.
        assertThat(box.open(cast.manager, id).interest()).isNull();
    }

    @Test
    void beginningTheSameAgainFindsTheDraftInWhichNothingWasWritten() {
        RequestId first = RequestCast.begun(begin(cast.member, cast.researcher));
        assertThat(RequestCast.begun(begin(cast.member, cast.researcher))).isEqualTo(first);
        // another person, addressee, mode or interest begins something else
        assertThat(RequestCast.begun(begin(cast.administrator, cast.researcher)))
                .isNotEqualTo(first);
        assertThat(RequestCast.begun(begin(cast.member, cast.otherResearcher))).isNotEqualTo(first);
        assertThat(RequestCast.begun(desk.begin(
                        cast.member,
                        new Beginning(null, new Beginning.ToResearcher(cast.researcher), RequestMode.ADVICE))))
                .isNotEqualTo(first);
        assertThat(RequestCast.begun(desk.begin(
                        cast.member,
                        new Beginning(
                                cast.interest(cast.company, cast.member),
                                new Beginning.ToResearcher(cast.researcher),
                                RequestMode.JOINT_RESEARCH))))
                .isNotEqualTo(first);
        desk.save(cast.member, first, RequestCast.words("Begun"), 0);
        assertThat(RequestCast.begun(begin(cast.member, cast.researcher))).isNotEqualTo(first);
    }

    // ------------------------------------------------------------------ refusals

    @Test
    void nobodyBeginsARequestThatCouldNotBeAnswered() {
        CoreDatabase.asOwner("UPDATE researcher SET accepting = false WHERE id = ?", cast.researcher.value());
        assertThat(begin(cast.member, cast.researcher))
                .isEqualTo(new BeginOutcome.Refused(RequestRefusal.NOT_ACCEPTING));
        CoreDatabase.asOwner("UPDATE researcher SET person_id = NULL WHERE id = ?", cast.otherResearcher.value());
        assertThat(begin(cast.member, cast.otherResearcher))
                .isEqualTo(new BeginOutcome.Refused(RequestRefusal.NO_ACCOUNT));
        CoreDatabase.asOwner(
                "UPDATE sub_project SET principal_investigator_id = NULL WHERE id = ?",
                RequestCast.OTHER_SUB_PROJECT.value());
        assertThat(desk.begin(
                        cast.member,
                        new Beginning(
                                null, new Beginning.ToSubProject(RequestCast.OTHER_SUB_PROJECT), RequestMode.DATA)))
                .isEqualTo(new BeginOutcome.Refused(RequestRefusal.NO_INVESTIGATOR));
        Actor.Person both = CoreDatabase.person(cast.company, "두길", Role.MEMBER, Role.RESEARCHER);
        assertThat(begin(both, RequestCast.researcher(both, RequestCast.SUB_PROJECT)))
                .isEqualTo(new BeginOutcome.Refused(RequestRefusal.ONESELF));
    }

    @Test
    void nothingIsBegunFromWhatIsNotThere() {
        assertThatThrownBy(() -> begin(cast.member, ResearcherId.fresh())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.begin(
                        cast.member,
                        new Beginning(null, new Beginning.ToSubProject(SubProjectId.fresh()), RequestMode.DATA)))
                .isInstanceOf(NotFoundException.class);
        InterestId foreign = cast.interest(cast.strangers, cast.stranger);
        for (InterestId interest : List.of(foreign, InterestId.fresh())) {
            assertThatThrownBy(() -> desk.begin(
                            cast.member,
                            new Beginning(interest, new Beginning.ToResearcher(cast.researcher), RequestMode.DATA)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void onlyMembersBegin() {
        for (Actor actor : List.of(cast.scholar, cast.manager, Actor.VISITOR, Actor.Job.CLOCK)) {
            assertThatThrownBy(() -> begin(actor, cast.otherResearcher)).isInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void whoStoppedAcceptingIsNotSentADraftBegunBefore() {
        RequestId id = cast.draft();
        desk.save(cast.member, id, RequestCast.words("Too late"), 0);
        CoreDatabase.asOwner("UPDATE researcher SET accepting = false WHERE id = ?", cast.researcher.value());
        assertThat(desk.send(cast.member, id, 1)).isEqualTo(new MoveOutcome.Refused(RequestRefusal.NOT_ACCEPTING));
        assertThat(cast.page(id).row().state()).isEqualTo(RequestState.DRAFT);
    }

    @Test
    void whatIsTooLongOrMissingIsNamed() {
        RequestId id = cast.draft();
        RequestDraft overlong = new RequestDraft(
                "t".repeat(161),
                "s".repeat(401),
                "p".repeat(4001),
                "o".repeat(1501),
                "u".repeat(1501),
                RequestMode.DATA);
        assertThatThrownBy(() -> desk.save(cast.member, id, overlong, 0))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(
                                        InvalidInputException.Violation::field, InvalidInputException.Violation::code)
                                .containsExactly(
                                        tuple("title", "too-long"),
                                        tuple("summary", "too-long"),
                                        tuple("proposal", "too-long"),
                                        tuple("offer", "too-long"),
                                        tuple("outcome", "too-long")));
        desk.save(cast.member, id, new RequestDraft(" ", "", "short", "", "", RequestMode.DATA), 0);
        assertThatThrownBy(() -> desk.send(cast.member, id, 1))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(
                                        InvalidInputException.Violation::field, InvalidInputException.Violation::code)
                                .containsExactly(
                                        tuple("title", "required"),
                                        tuple("summary", "required"),
                                        tuple("proposal", "too-short")));
        assertThat(eventsOf(id)).isEmpty();
    }

    @Test
    void theLongestWordsInHangulAreKept() {
        RequestId id = cast.draft();
        RequestDraft longest = new RequestDraft(
                "가".repeat(160),
                "나".repeat(400),
                "다".repeat(4000),
                "라".repeat(1500),
                "마".repeat(1500),
                RequestMode.DATA);
        desk.save(cast.member, id, longest, 0);
        assertThat(cast.page(id).confidential())
                .isEqualTo(new RequestPage.Confidential(longest.proposal(), longest.offer(), longest.outcome()));
    }

    @Test
    void aStaleSaveLosesNothingOfTheOther() {
        RequestId id = cast.draft();
        desk.save(cast.member, id, RequestCast.words("First"), 0);
        assertThatThrownBy(() -> desk.save(cast.administrator, id, RequestCast.words("Second"), 0))
                .isInstanceOf(StaleException.class);
        assertThat(cast.page(id).row().title()).isEqualTo("First");
        assertThat(desk.send(cast.administrator, id, 0)).isEqualTo(new MoveOutcome.Overtaken(RequestState.DRAFT, null));
        assertThat(desk.discard(cast.administrator, id, 0))
                .isEqualTo(new MoveOutcome.Overtaken(RequestState.DRAFT, null));
    }

    @Test
    void whatWasSentIsNeitherEditedNorDiscarded() {
        RequestId id = cast.sent("Sent");
        assertThatThrownBy(() -> desk.save(cast.member, id, RequestCast.words("Rewritten"), 2))
                .isInstanceOf(ForbiddenException.class);
        assertThat(desk.discard(cast.member, id, 2)).isEqualTo(new MoveOutcome.Refused(RequestRefusal.NOT_NOW));
        assertThat(desk.discard(cast.scholar, id, 2)).isEqualTo(new MoveOutcome.Refused(RequestRefusal.NOT_YOUR_STEP));
    }

    @Test
    void eachSideTakesItsOwnStepsOnly() {
        RequestId id = cast.sent("Sides");
        assertThat(desk.accept(cast.member, id, null, 2))
                .isEqualTo(new MoveOutcome.Refused(RequestRefusal.NOT_YOUR_STEP));
        assertThat(desk.withdraw(cast.scholar, id, null, 2))
                .isEqualTo(new MoveOutcome.Refused(RequestRefusal.NOT_YOUR_STEP));
        assertThat(desk.answer(cast.member, id, "unasked", 2))
                .isEqualTo(new MoveOutcome.Refused(RequestRefusal.NOT_NOW));
    }

    @Test
    void whoActsOnAnOldPageIsToldWhoWasFaster() {
        RequestId id = cast.sent("Overtaken");
        desk.withdraw(cast.administrator, id, null, 2);
        assertThat(desk.accept(cast.scholar, id, null, 2))
                .isEqualTo(new MoveOutcome.Overtaken(RequestState.WITHDRAWN, LocalizedText.of("정다운", null)));
        assertThat(desk.accept(cast.scholar, id, null, 3))
                .isEqualTo(new MoveOutcome.Refused(RequestRefusal.ALREADY_DECIDED));
    }

    // ------------------------------------------------------------------ races

    @Test
    void ofTwentyWhoDecideAtOnceExactlyOneWins() throws Exception {
        for (int round = 0; round < 3; round++) {
            RequestId id = cast.sent("Race");
            CountDownLatch start = new CountDownLatch(1);
            List<Callable<MoveOutcome>> moves = List.of(
                    () -> desk.accept(cast.scholar, id, "yes", 2),
                    () -> desk.decline(cast.scholar, id, DeclineReason.OTHER, "no", 2),
                    () -> desk.withdraw(cast.member, id, "back", 2),
                    () -> desk.ask(cast.scholar, id, "why", 2));
            List<MoveOutcome> outcomes = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(20)) {
                List<Future<MoveOutcome>> running = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    Callable<MoveOutcome> move = moves.get(i % moves.size());
                    running.add(threads.submit(() -> {
                        start.await();
                        return move.call();
                    }));
                }
                start.countDown();
                for (Future<MoveOutcome> future : running) {
                    outcomes.add(future.get());
                }
            }
            assertThat(outcomes).filteredOn(MoveOutcome.Moved.class::isInstance).hasSize(1);
            RequestPage page = cast.page(id);
            MoveOutcome.Moved winner = outcomes.stream()
                    .flatMap(outcome -> outcome instanceof MoveOutcome.Moved moved ? Stream.of(moved) : Stream.empty())
                    .findFirst()
                    .orElseThrow();
            assertThat(winner).isEqualTo(new MoveOutcome.Moved(page.row().state(), 3));
            assertThat(outcomes)
                    .filteredOn(outcome -> !(outcome instanceof MoveOutcome.Moved))
                    .allSatisfy(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    MoveOutcome.Overtaken.class,
                                    overtaken -> assertThat(overtaken.current()).isEqualTo(winner.state())));
            assertThat(page.history()).hasSize(2);
            assertThat(page.history().getLast().to()).isEqualTo(winner.state());
            assertThat(eventsOf(id)).hasSize(2);
        }
    }

    // ------------------------------------------------------------------ fences

    @Test
    void aStrangersCompanyFindsNothing() {
        RequestId sent = cast.sent("Hidden");
        RequestId draft = cast.draft();
        Actor.Person editor = CoreDatabase.person(cast.company, "편집", Role.MEMBER);
        for (RequestId id : List.of(sent, draft, RequestId.fresh())) {
            for (Actor actor : List.of(cast.stranger, cast.otherScholar)) {
                for (Runnable touch : touches(actor, id)) {
                    assertThatThrownBy(touch::run)
                            .isInstanceOf(NotFoundException.class)
                            .hasMessage("request " + id);
                }
            }
        }
        // The positive control: a colleague finds both.
        assertThat(box.open(editor, sent).row().title()).isEqualTo("Hidden");
        assertThat(box.open(editor, draft).editable()).isTrue();
        for (Runnable touch : touches(Actor.VISITOR, sent)) {
            assertThatThrownBy(touch::run).isInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void aManagerSeesThatItExistsAndTouchesNothing() {
        RequestId sent = cast.sent("Seen");
        RequestId draft = cast.draft();
        assertThatThrownBy(() -> desk.accept(cast.manager, sent, null, 2)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> desk.send(cast.manager, draft, 0)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> box.open(cast.manager, draft)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRemovedMemberCannotAct() {
        RequestId id = cast.sent("Removed");
        CoreDatabase.asOwner(
                "UPDATE membership SET status = 'REMOVED', removed_at = now() WHERE person_id = ?",
                cast.member.id().value());
        assertThatThrownBy(() -> desk.withdraw(cast.member, id, null, 2)).isInstanceOf(AuthorityEndedException.class);
        assertThatThrownBy(() -> cast.page(id)).isInstanceOf(AuthorityEndedException.class);
    }

    @Test
    void rowLevelSecurityAloneHidesTheConfidentialPartFromAllButTheTwoSides() {
        RequestId id = cast.sent("Fenced");
        desk.ask(cast.scholar, id, "CANARY-QUESTION", 2);
        for (Actor party : List.of(cast.member, cast.administrator, cast.scholar)) {
            assertThat(rowsSeen(party, id)).isEqualTo(List.of(1, 1, 2, 1));
        }
        assertThat(rowsSeen(cast.manager, id)).isEqualTo(List.of(1, 0, 2, 0));
        for (Actor job : List.of(Actor.Job.CLOCK, Actor.Job.NOTIFIER)) {
            assertThat(rowsSeen(job, id)).isEqualTo(List.of(1, 0, 2, 0));
        }
        for (Actor other :
                List.of(cast.stranger, cast.otherScholar, Actor.VISITOR, Actor.Job.MAILER, Actor.Job.INDEXER)) {
            assertThat(rowsSeen(other, id)).isEqualTo(List.of(0, 0, 0, 0));
        }
    }

    @Test
    void rowLevelSecurityAloneKeepsEachSideToItsStatesAndADecisionForEver() {
        RequestId id = cast.sent("Guarded");
        assertThatThrownBy(() -> update(
                        cast.member,
                        "UPDATE platform.collaboration_request SET state = 'ACCEPTED', decided_at = now()",
                        id))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> update(
                        cast.scholar,
                        "UPDATE platform.collaboration_request SET state = 'WITHDRAWN', decided_at = now()",
                        id))
                .hasMessageContaining("row-level security");
        assertThat(update(cast.stranger, "UPDATE platform.collaboration_request SET title = 'x'", id))
                .isZero();
        assertThat(update(cast.manager, "UPDATE platform.collaboration_request SET title = 'x'", id))
                .isZero();
        // What was sent stays as the addressee read it.
        assertThat(transactions.<Integer>write(
                        cast.member,
                        () -> sql.execute(
                                "UPDATE platform.request_confidential SET proposal = 'x' WHERE request_id = {0}",
                                org.jooq.impl.DSL.val(id.value()))))
                .isZero();
        desk.decline(cast.scholar, id, DeclineReason.NOT_READY, null, 2);
        assertThat(update(
                        cast.member,
                        "UPDATE platform.collaboration_request SET state = 'SENT', decline_reason = NULL, decided_at = NULL",
                        id))
                .isZero();
        assertThat(update(
                        cast.scholar,
                        "UPDATE platform.collaboration_request SET state = 'ACCEPTED', decline_reason = NULL",
                        id))
                .isZero();
        assertThatThrownBy(() -> transactions.<Integer>write(
                        cast.member,
                        () -> sql.execute(
                                "DELETE FROM platform.request_history WHERE request_id = {0}",
                                org.jooq.impl.DSL.val(id.value()))))
                .hasMessageContaining("permission denied");
    }

    private int update(Actor actor, String statement, RequestId id) {
        return transactions.<Integer>write(
                actor, () -> sql.execute(statement + " WHERE id = {0}", org.jooq.impl.DSL.val(id.value())));
    }

    private List<Integer> rowsSeen(Actor actor, RequestId id) {
        return transactions.read(
                actor,
                () -> Stream.of(
                                "SELECT count(*)::int FROM platform.collaboration_request WHERE id = {0}",
                                "SELECT count(*)::int FROM platform.request_confidential WHERE request_id = {0}",
                                "SELECT count(*)::int FROM platform.request_history WHERE request_id = {0}",
                                "SELECT count(*)::int FROM platform.request_message WHERE request_id = {0}")
                        .map(query -> sql.fetchSingle(query, org.jooq.impl.DSL.val(id.value()))
                                .get(0, Integer.class))
                        .collect(Collectors.toList()));
    }

    private List<Runnable> touches(Actor actor, RequestId id) {
        List<Runnable> touches = new ArrayList<>(List.of(
                () -> box.open(actor, id),
                () -> desk.send(actor, id, 2),
                () -> desk.ask(actor, id, "?", 2),
                () -> desk.answer(actor, id, "!", 2),
                () -> desk.accept(actor, id, null, 2),
                () -> desk.decline(actor, id, DeclineReason.OTHER, null, 2),
                () -> desk.withdraw(actor, id, null, 2),
                () -> desk.discard(actor, id, 2)));
        if (!actor.has(Role.RESEARCHER)) {
            touches.add(() -> desk.save(actor, id, RequestCast.words("Mine now"), 2));
        }
        return touches;
    }

    private List<String> eventsOf(RequestId id) {
        return transactions.read(
                Actor.Job.NOTIFIER,
                () -> sql.fetch(
                                "SELECT kind FROM platform.domain_event WHERE subject_id = {0} ORDER BY at, kind = 'request.sent' DESC, kind = 'request.question-asked' DESC, kind = 'request.answered' DESC",
                                org.jooq.impl.DSL.val(id.value()))
                        .map(row -> row.get(0, String.class)));
    }

    private BeginOutcome begin(Actor actor, ResearcherId researcher) {
        return desk.begin(
                actor, new Beginning(null, new Beginning.ToResearcher(researcher), RequestMode.JOINT_RESEARCH));
    }
}
