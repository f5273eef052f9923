package kr.nairl.platform.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.interest.BudgetBand;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestCommand;
import kr.nairl.platform.core.interest.InterestDesk;
import kr.nairl.platform.core.interest.InterestFilter;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestOutcome;
import kr.nairl.platform.core.interest.InterestWords;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.matching.MatchIndex;
import kr.nairl.platform.core.notification.Inbox;
import kr.nairl.platform.core.notification.Notice;
import kr.nairl.platform.core.notification.Notifier;
import kr.nairl.platform.core.research.LabOfTests;
import kr.nairl.platform.core.research.LabOfTests.SubProject;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherRole;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.vocabulary.GlossaryImport;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final PageRequest FIRST = PageRequest.first(50);
    private static final OrganisationId KAIST = CoreDatabase.organisation("UNIVERSITY", "카이스트", "KAIST");
    private static final OrganisationId LAB = CoreDatabase.organisation("LAB", "연구거점", "Lab");

    private static SubProject place;

    private final AlertDesk alerts = CoreDatabase.bean(AlertDesk.class);
    private final AlertRounds rounds = CoreDatabase.bean(AlertRounds.class);
    private final Notifier notifier = CoreDatabase.bean(Notifier.class);
    private final Inbox inbox = CoreDatabase.bean(Inbox.class);
    private final InterestDesk interests = CoreDatabase.bean(InterestDesk.class);
    private final MatchIndex index = CoreDatabase.bean(MatchIndex.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);

    private final OrganisationId company = CoreDatabase.organisation("COMPANY", "에버엑스", "EverEx");
    private final Actor.Person member = CoreDatabase.person(company, "윤찬", Role.MEMBER);
    private final Actor.Person stranger =
            CoreDatabase.person(CoreDatabase.organisation("COMPANY", "남의회사", "Other"), "남", Role.MEMBER);

    @BeforeAll
    static void aLabWithAFewOthers() {
        CoreDatabase.bean(GlossaryImport.class).importTable(Actor.Job.SETUP, GlossaryTable.shipped());
        place = LabOfTests.subProject("비디오와 로봇", KAIST);
        researcher("임재환", "Joseph Lim", null, "로봇 학습을 연구합니다.", "robot learning");
        researcher("에드윈 퐁", "Edwin Fong", null, "예측 베이지안 추론을 연구합니다.", "predictive Bayesian inference");
        researcher("이창희", "Changhee Lee", null, "시계열 모델을 만듭니다.", "time-series foundation models");
        CoreDatabase.bean(MatchIndex.class).awaitFresh(Duration.ofMinutes(5));
    }

    @BeforeEach
    void nothingElseWaits() {
        CoreDatabase.asOwner("DELETE FROM domain_event");
        CoreDatabase.asOwner("DELETE FROM mail_outbox");
        CoreDatabase.asOwner("DELETE FROM alert");
        CoreDatabase.asOwner("UPDATE interest SET state = 'CLOSED' WHERE state = 'OPEN'");
        CoreDatabase.asOwner(
                "DELETE FROM researcher_topic WHERE researcher_id IN (SELECT id FROM researcher WHERE name_en LIKE 'Kelp %')");
        CoreDatabase.asOwner(
                "UPDATE researcher SET headline_ko = NULL, headline_en = NULL WHERE name_en LIKE 'Kelp %'");
    }

    @Test
    void anOpenInterestTellsWhoBeganItOfANewMatchAndOnlyOnce() {
        kelpExpert("Kelp First");
        InterestId interest = opened(member, Audience.MEMBERS);
        check(null);
        assertThat(told(member)).isEmpty();
        AlertLine begun = alerts.list(member).getFirst();
        assertThat(begun.known()).isPositive();
        assertThat(begun.alert().frequency()).isEqualTo(Frequency.DAILY);

        ResearcherId second = kelpExpert("Kelp Second");
        check(null);
        assertThat(told(member)).as("not before its day").isEmpty();
        nextDay();
        check(null);
        assertThat(told(member)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("alert.experts");
            assertThat(notice.parameters())
                    .containsEntry("count", "1")
                    .containsEntry("first.en", "Kelp Second")
                    .containsEntry("title.en", "Kelp forests seen from buoy cameras");
            assertThat(notice.link()).startsWith("/researchers/");
        });
        assertThat(mails())
                .contains("alert.experts", "Kelp Second", "why=", "strength=")
                .doesNotContain("Kelp First");
        assertThat(alerts.list(member)).singleElement().satisfies(line -> {
            assertThat(line.told()).isEqualTo(1);
            assertThat(line.latest())
                    .singleElement()
                    .satisfies(one -> assertThat(one.finding().name().en()).isEqualTo("Kelp Second"));
        });

        // It goes and comes back: known still.
        CoreDatabase.asOwner("UPDATE researcher SET headline_en = NULL WHERE id = ?", second.value());
        index.awaitFresh(SOON);
        nextDay();
        check(null);
        CoreDatabase.asOwner(
                "UPDATE researcher SET headline_en = 'Kelp forests segmented from moored buoy cameras' WHERE id = ?",
                second.value());
        index.awaitFresh(SOON);
        nextDay();
        check(null);
        nextDay();
        check(null);
        assertThat(told(member)).hasSize(1);
        assertThat(mailCount()).isEqualTo(1);
        assertThat(alerts.about(member, interest)).isPresent();
    }

    @Test
    void twoNodesAtOnceTellOnce() throws Exception {
        opened(member, Audience.MEMBERS);
        check(null);
        kelpExpert("Kelp Both");
        nextDay();
        List<Callable<AlertRounds.Round>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(() -> rounds.check(Actor.Job.ALERTER, null));
        }
        int checked = 0;
        try (var executor = Executors.newFixedThreadPool(4)) {
            for (Future<AlertRounds.Round> round : executor.invokeAll(nodes)) {
                checked += round.get().checked();
            }
        }
        assertThat(checked).as("claims keep the others away").isEqualTo(1);

        // A node that took so long that its claim ran out meets what another one told meanwhile.
        Alerts stored = CoreDatabase.bean(Alerts.class);
        nextDay();
        kelpExpert("Kelp Slow");
        Instant now = CoreDatabase.clock().instant();
        List<Alerts.Claimed> slow =
                transactions.write(Actor.Job.ALERTER, () -> stored.claim(now, null, now, AlertRounds.BATCH));
        assertThat(slow).hasSize(1);
        rounds.check(Actor.Job.ALERTER, null);
        Alert alert = slow.getFirst().alert();
        assertThat(transactions.write(Actor.Job.ALERTER, () -> stored.hold(alert)))
                .isFalse();
        assertThat(told(member)).hasSize(2);
        assertThat(told(member))
                .extracting(notice -> notice.parameters().get("first.en"))
                .containsExactlyInAnyOrder("Kelp Both", "Kelp Slow");
        assertThat(mailCount()).isEqualTo(2);
    }

    @Test
    void whoWantsItAtOnceIsToldOnceSomethingChanged() {
        InterestId interest = opened(member, Audience.MEMBERS);
        alerts.add(member, new Watched.Experts(interest, Match.Strength.GOOD), Frequency.AT_ONCE);
        check(null);
        kelpExpert("Kelp Prompt");
        CoreDatabase.clock().pass(Duration.ofMinutes(1));
        check(null);
        assertThat(told(member)).as("nobody said that anything changed").isEmpty();
        check(CoreDatabase.clock().instant());
        assertThat(told(member)).hasSize(1);
        CoreDatabase.clock().pass(Duration.ofMinutes(1));
        check(CoreDatabase.clock().instant());
        assertThat(told(member)).hasSize(1);
    }

    @Test
    void switchedOffIsSilentAndTellsOfTheTimeBetweenWhenItIsOnAgain() {
        InterestId interest = opened(member, Audience.MEMBERS);
        check(null);
        Alert alert = alerts.about(member, interest).orElseThrow();
        alerts.delete(member, alert.id());
        kelpExpert("Kelp Asleep");
        nextDay();
        check(CoreDatabase.clock().instant());
        assertThat(told(member)).isEmpty();
        assertThat(alerts.about(member, interest).orElseThrow().frequency()).isEqualTo(Frequency.OFF);
        assertThatThrownBy(
                        () -> alerts.change(member, alert.id(), Frequency.WEEKLY, Match.Strength.GOOD, alert.version()))
                .isInstanceOf(StaleException.class);
        alerts.change(member, alert.id(), Frequency.AT_ONCE, Match.Strength.GOOD, alert.version() + 1);
        check(null);
        assertThat(told(member)).hasSize(1);
    }

    @Test
    void anotherThresholdTakesWhatIsThereAsKnown() {
        InterestId interest = opened(member, Audience.MEMBERS);
        alerts.add(member, new Watched.Experts(interest, Match.Strength.STRONG), Frequency.AT_ONCE);
        check(null);
        Alert alert = alerts.about(member, interest).orElseThrow();
        kelpExpert("Kelp Present");
        alerts.change(member, alert.id(), Frequency.AT_ONCE, Match.Strength.GOOD, alert.version());
        check(CoreDatabase.clock().instant());
        assertThat(told(member)).isEmpty();
        assertThat(alerts.list(member).getFirst().known()).isPositive();
        assertThatThrownBy(() -> new Watched.Needs(Match.Strength.POSSIBLE)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aHigherThresholdLosesNothingThatCameBefore() {
        InterestId interest = opened(member, Audience.MEMBERS);
        alerts.add(member, new Watched.Experts(interest, Match.Strength.GOOD), Frequency.AT_ONCE);
        check(null);
        kelpExpert("Kelp Before");
        Alert alert = alerts.about(member, interest).orElseThrow();
        alerts.change(member, alert.id(), Frequency.AT_ONCE, Match.Strength.STRONG, alert.version());
        check(CoreDatabase.clock().instant());
        assertThat(told(member)).as("what was strong enough all along").isNotEmpty();
    }

    @Test
    void theSameSearchIsSavedOnceWhateverItIsCalled() {
        ResearcherFilter kelp = new ResearcherFilter("kelp", Set.of(), null, null, false);
        alerts.add(member, new Watched.Researchers("Kelp", kelp), Frequency.DAILY);
        assertThatThrownBy(() -> alerts.add(member, new Watched.Researchers("Kelp again", kelp), Frequency.WEEKLY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("search-there");
        ResearcherFilter more = new ResearcherFilter("kelp", Set.of(), null, null, true);
        alerts.add(member, new Watched.Researchers("Kelp", more), Frequency.DAILY);
        assertThat(alerts.list(member)).hasSize(2);
    }

    @Test
    void aResearcherIsToldOfNeedsThatTheyMayReadInTheirLanguage() {
        Actor.Person scholar = CoreDatabase.person(KAIST, "김켈프", Role.RESEARCHER);
        CoreDatabase.asOwner(
                "UPDATE person SET language = 'en', name_en = 'Kelp Scholar' WHERE id = ?",
                scholar.id().value());
        researcher("김켈프", "Kelp Scholar", scholar, "Kelp forests segmented from moored buoy cameras", "kelp", "buoys");
        index.awaitFresh(SOON);
        alerts.add(scholar, new Watched.Needs(Match.Strength.GOOD), Frequency.DAILY);
        check(null);
        assertThat(alerts.list(scholar).getFirst().alert().begunAt())
                .as("an empty list is a beginning")
                .isNotNull();
        alerts.add(scholar, new Watched.Needs(Match.Strength.GOOD), Frequency.DAILY);
        assertThat(alerts.list(scholar)).hasSize(1);
        opened(member, Audience.ACCEPTED);
        InterestId readable = opened(member, Audience.MEMBERS);
        index.awaitFresh(SOON);
        nextDay();
        check(null);
        assertThat(told(scholar)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("alert.needs");
            assertThat(notice.link()).isEqualTo("/interests/" + readable);
        });
        assertThat(mails()).contains("en {", "recipient=Kelp Scholar").doesNotContain("ko {");
        assertThatThrownBy(() -> alerts.add(member, new Watched.Needs(Match.Strength.GOOD), Frequency.DAILY))
                .isInstanceOf(ForbiddenException.class);

        // What is closed again is not listed any more, though it was told.
        CoreDatabase.asOwner("UPDATE interest SET state = 'CLOSED' WHERE id = ?", readable.value());
        assertThat(alerts.list(scholar).getFirst().latest()).isEmpty();
    }

    @Test
    void savedSearchesTellWhoIsNewInThem() {
        Actor.Person manager = CoreDatabase.person(LAB, "관리", Role.LAB_MANAGER);
        opened(stranger, Audience.PUBLIC);
        AlertId people = alerts.add(
                member,
                new Watched.Researchers(
                        " Kelp people ", new ResearcherFilter("kelp-seekers", Set.of(), null, null, false)),
                Frequency.AT_ONCE);
        alerts.add(
                manager,
                new Watched.Interests("All needs", new InterestFilter("buoy", null, null, null, null)),
                Frequency.AT_ONCE);
        check(null);
        assertThat(alerts.list(manager).getFirst().known()).isEqualTo(1);
        opened(member, Audience.PUBLIC);
        researcher("켈프", "Kelp-Seekers", null, "Follows kelp");
        CoreDatabase.clock().pass(Duration.ofMinutes(1));
        check(CoreDatabase.clock().instant());
        assertThat(told(member)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("alert.researchers");
            assertThat(notice.parameters()).containsEntry("title.ko", "Kelp people");
        });
        assertThat(told(manager)).extracting(Notice::kind).containsExactly("alert.interests");
        assertThatThrownBy(() ->
                        alerts.add(member, new Watched.Interests("Theirs", InterestFilter.ALL), Frequency.AT_ONCE))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> new Watched.Interests(" ", InterestFilter.ALL))
                .isInstanceOf(InvalidInputException.class);
        alerts.delete(member, people);
        assertThat(alerts.list(member)).noneMatch(line -> line.alert().id().equals(people));
    }

    @Test
    void whoLeftAndWhatIsNotOpenIsSilentAndTheAdministratorsTakeOver() {
        InterestId interest = opened(member, Audience.MEMBERS);
        Actor.Person administrator = CoreDatabase.person(company, "대표", Role.ADMINISTRATOR);
        check(null);
        assertThat(alerts.list(administrator)).isEmpty();
        CoreDatabase.asOwner(
                "UPDATE membership SET status = 'REMOVED', removed_at = now() WHERE person_id = ?",
                member.id().value());
        check(null);
        assertThat(alerts.about(administrator, interest)).isPresent();
        kelpExpert("Kelp Late");
        nextDay();
        check(null);
        tell();
        assertThat(notices(administrator)).hasSize(1);
        assertThat(mailCount()).isEqualTo(1);

        kelpExpert("Kelp Closed");
        CoreDatabase.asOwner("UPDATE interest SET state = 'PAUSED' WHERE id = ?", interest.value());
        nextDay();
        assertThat(check(null).checked()).isZero();
        CoreDatabase.asOwner("UPDATE interest SET state = 'OPEN' WHERE id = ?", interest.value());
        CoreDatabase.asOwner("UPDATE organisation SET status = 'SUSPENDED' WHERE id = ?", company.value());
        assertThat(check(null).checked()).isZero();
        tell();
        assertThat(mailCount()).isEqualTo(1);
        CoreDatabase.asOwner("UPDATE organisation SET status = 'ACTIVE' WHERE id = ?", company.value());
    }

    @Test
    void whoIsSwitchedOffBetweenFindingAndTellingIsNotTold() {
        InterestId interest = opened(member, Audience.MEMBERS);
        check(null);
        kelpExpert("Kelp Between");
        nextDay();
        rounds.check(Actor.Job.ALERTER, null);
        alerts.delete(member, alerts.about(member, interest).orElseThrow().id());
        assertThat(told(member)).isEmpty();
        assertThat(mailCount()).isZero();
    }

    @Test
    void nobodySeesOrChangesAnothersAlertAndPoliciesAloneRefuseToo() {
        InterestId interest = opened(member, Audience.MEMBERS);
        check(null);
        AlertId alert = alerts.about(member, interest).orElseThrow().id();
        Actor.Person colleague = CoreDatabase.person(company, "동료", Role.MEMBER);
        for (Actor.Person other : List.of(stranger, colleague)) {
            assertThat(alerts.list(other)).isEmpty();
            assertThat(alerts.about(other, interest)).isEmpty();
            assertThatThrownBy(() -> alerts.change(other, alert, Frequency.OFF, Match.Strength.GOOD, 0))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> alerts.delete(other, alert)).isInstanceOf(NotFoundException.class);
            assertThat(seen(other, "alert")).isZero();
            assertThat(seen(other, "alert_subject")).isZero();
            assertThat(transactions.<Integer>write(
                            other, () -> sql.execute("UPDATE platform.alert SET frequency = 'OFF'")))
                    .isZero();
            assertThat(transactions.<Integer>write(other, () -> sql.execute("DELETE FROM platform.alert")))
                    .isZero();
        }
        assertThat(seen(member, "alert")).isEqualTo(1);
        assertThatThrownBy(
                        () -> alerts.add(stranger, new Watched.Experts(interest, Match.Strength.GOOD), Frequency.DAILY))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> transactions.write(
                        stranger,
                        () -> sql.execute(
                                """
                                INSERT INTO platform.alert (id, person_id, organisation_id, kind, interest_id, threshold, frequency, created_at, due_at)
                                VALUES (gen_random_uuid(), {0}, {1}, 'EXPERTS', {2}, 'GOOD', 'DAILY', now(), now())""",
                                DSL.val(stranger.id().value()),
                                DSL.val(stranger.organisation().value()),
                                DSL.val(interest.value()))))
                .hasMessageContaining("row-level security");
        for (Actor actor : List.of(member, Actor.VISITOR, Actor.Job.NOTIFIER)) {
            assertThatThrownBy(() -> rounds.check(actor, null)).isInstanceOf(ForbiddenException.class);
        }
        assertThatThrownBy(() -> alerts.list(Actor.VISITOR)).isInstanceOf(ForbiddenException.class);
        // A colleague may want to be told, too.
        alerts.add(colleague, new Watched.Experts(interest, Match.Strength.GOOD), Frequency.WEEKLY);
        assertThat(alerts.about(colleague, interest)).isPresent();
    }

    @Test
    void alertsAreTheOwnersDataAndLeaveWithThem() {
        opened(member, Audience.MEMBERS);
        check(null);
        assertThat(privately("SELECT platform.own_data({0}) -> 'alerts' -> 0 ->> 'title'", member))
                .isEqualTo("Kelp forests seen from buoy cameras");
        CoreDatabase.asOwner(
                "UPDATE membership SET status = 'REMOVED', removed_at = ?::timestamptz WHERE person_id = ?",
                CoreDatabase.clock().instant().minus(Duration.ofDays(89)).toString(),
                member.id().value());
        String now = CoreDatabase.clock().instant().toString();
        privately("SELECT platform.apply_retention('" + now + "')::text", member);
        assertThat(alertsOf(member)).isEqualTo(1);
        CoreDatabase.asOwner(
                "UPDATE membership SET removed_at = ?::timestamptz WHERE person_id = ?",
                CoreDatabase.clock().instant().minus(Duration.ofDays(91)).toString(),
                member.id().value());
        privately("SELECT platform.apply_retention('" + now + "')::text", member);
        assertThat(alertsOf(member)).isZero();

        alerts.add(stranger, new Watched.Researchers("Mine", ResearcherFilter.ALL), Frequency.DAILY);
        assertThat(alertsOf(stranger)).isEqualTo(1);
        privately("SELECT platform.erase_person({0}, now())::text", stranger);
        assertThat(alertsOf(stranger)).isZero();
    }

    @Test
    void aMergedTopicTakesItsSearchAlong() {
        var topics = LabOfTests.topics("kelp canopy " + company, "kelp canopies " + company);
        Actor.Person manager = CoreDatabase.person(LAB, "관리", Role.LAB_MANAGER);
        alerts.add(
                member,
                new Watched.Researchers("Canopy", new ResearcherFilter("", Set.of(), null, topics.get(0), false)),
                Frequency.DAILY);
        transactions.write(
                manager,
                () -> sql.fetch(
                        "SELECT platform.merge_concept({0}, {1})",
                        DSL.val(topics.get(0).value()), DSL.val(topics.get(1).value())));
        assertThat(alerts.list(member))
                .singleElement()
                .satisfies(line -> assertThat(line.alert().watched())
                        .isInstanceOfSatisfying(
                                Watched.Researchers.class,
                                search -> assertThat(search.filter().topic()).isEqualTo(topics.get(1))));
    }

    @Test
    void changesSettleWhenItIsQuietOrHasNotBeenForLong() {
        SettledChanges changes = new SettledChanges();
        Instant start = Instant.parse("2026-11-23T00:00:00Z");
        assertThat(changes.settled(start)).isNull();
        changes.changed(start);
        assertThat(changes.settled(start.plusSeconds(29))).isNull();
        changes.changed(start.plusSeconds(29));
        assertThat(changes.settled(start.plusSeconds(40))).isNull();
        assertThat(changes.settled(start.plusSeconds(59))).isEqualTo(start.plusSeconds(29));
        for (int second = 60; second < 360; second += 20) {
            changes.changed(start.plusSeconds(second));
            assertThat(changes.settled(start.plusSeconds(second))).isEqualTo(start.plusSeconds(29));
        }
        changes.changed(start.plusSeconds(360));
        assertThat(changes.settled(start.plusSeconds(360))).isEqualTo(start.plusSeconds(360));
    }

    @Test
    void mailsComeInTheMorning() {
        Instant monday = Instant.parse("2026-11-22T23:00:00Z");
        assertThat(Frequency.DAILY.next(monday.minusSeconds(1))).isEqualTo(monday);
        assertThat(Frequency.DAILY.next(monday)).isEqualTo(monday.plus(Duration.ofDays(1)));
        assertThat(Frequency.WEEKLY.next(monday.minusSeconds(1))).isEqualTo(monday);
        assertThat(Frequency.WEEKLY.next(monday)).isEqualTo(monday.plus(Duration.ofDays(7)));
    }

    private AlertRounds.Round check(@Nullable Instant changed) {
        AlertRounds.Round round = rounds.check(Actor.Job.ALERTER, changed);
        assertThat(round.failed()).isZero();
        return round;
    }

    private void nextDay() {
        CoreDatabase.clock().pass(Duration.ofDays(1));
    }

    private void tell() {
        assertThat(notifier.tell(Actor.Job.NOTIFIER).failed()).isZero();
    }

    private List<Notice> told(Actor.Person person) {
        tell();
        return notices(person);
    }

    private List<Notice> notices(Actor.Person person) {
        return inbox.list(person, FIRST).items().stream()
                .filter(notice -> notice.kind().startsWith("alert."))
                .toList();
    }

    private String mails() {
        return transactions.read(
                Actor.Job.MAILER,
                () -> String.valueOf(
                        sql.fetchValue("SELECT string_agg(subject || text_body, ' ') FROM platform.mail_outbox")));
    }

    private int mailCount() {
        return transactions.<Integer>read(
                Actor.Job.MAILER,
                () -> sql.fetchSingle("SELECT count(*)::int FROM platform.mail_outbox WHERE subject LIKE 'alert.%'")
                        .get(0, Integer.class));
    }

    private int seen(Actor actor, String table) {
        return transactions.<Integer>read(
                actor,
                () -> sql.fetchSingle("SELECT count(*)::int FROM platform." + table)
                        .get(0, Integer.class));
    }

    private @Nullable Object privately(String question, Actor.Person about) {
        return transactions.write(
                Actor.Job.PRIVACY,
                () -> sql.fetchSingle(question, DSL.val(about.id().value())).get(0));
    }

    private static long alertsOf(Actor.Person person) {
        return (Long) CoreDatabase.askOwner(
                "SELECT count(*) FROM platform.alert WHERE person_id = ?",
                person.id().value());
    }

    private ResearcherId kelpExpert(String name) {
        ResearcherId id =
                researcher(name, name, null, "Kelp forests segmented from moored buoy cameras", "kelp", "buoys");
        index.awaitFresh(SOON);
        return id;
    }

    private static ResearcherId researcher(
            String ko, String en, Actor.@Nullable Person person, String headline, String... topics) {
        return LabOfTests.researcher(
                LocalizedText.of(ko, en),
                KAIST,
                place,
                ResearcherRole.RESEARCHER,
                person == null ? null : person.id(),
                LocalizedText.of(null, headline),
                topics);
    }

    private InterestId opened(Actor.Person by, Audience audience) {
        InterestId id = interests.create(
                by,
                new InterestWords(
                        LocalizedText.of(null, "Kelp forests seen from buoy cameras"),
                        LocalizedText.of(
                                null,
                                "We moor buoy cameras above kelp forests and want the kelp segmented in every drifting frame."),
                        CollaborationMode.JOINT_RESEARCH,
                        null,
                        BudgetBand.UNDECIDED,
                        audience,
                        LabOfTests.topics("kelp", "buoys"),
                        Set.of()));
        assertThat(interests.apply(by, id, InterestCommand.OPEN, 0)).isInstanceOf(InterestOutcome.Moved.class);
        return id;
    }
}
