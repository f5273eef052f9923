package kr.nairl.platform.core.fences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import kr.nairl.platform.core.admission.ApplicationId;
import kr.nairl.platform.core.alert.AlertId;
import kr.nairl.platform.core.calendar.EventId;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.WishWords;
import kr.nairl.platform.core.newsletter.IssueId;
import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.core.notification.NoticeId;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResultId;
import kr.nairl.platform.core.research.ResultWords;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.update.UpdateId;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.GlossaryPreview;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/**
 * Each fence alone keeps a company's secrets. Every use case that is found is called by everybody outside the company with
 * the company's own ids: once with the use cases' checks blinded, once with the policies passed. Nobody may read a secret,
 * and not a row of the company's may change. With both fences standing and the right people, every secret is found.
 */
class FencesTest {

    private static final String INTRUDER = "intruder";

    private static FencedCore core;
    private static Planted planted;
    private static UseCases useCases;
    private static List<UseCases.UseCase> all;

    /** The company's rows as they were last seen. */
    private static List<String> rows;

    private static long writes;

    /**
     * What has no check of its own, and why. Use cases call the first four within their own transactions, after their own
     * checks; what they write always names the true actor. Who knows whom follows from memberships and requests, which the
     * policies weigh row by row; the use case would only repeat their words.
     */
    private static final Set<String> FENCED_BY_POLICIES_ALONE = Set.of(
            "AuditTrail.record/5",
            "AuditTrail.record/6",
            "Outbox.queue/6",
            "Outbox.queueRendered/5",
            "PeopleDirectory.find/2");

    /** An administrator may write a mail, and the event that it names beside is any that the caller likes. */
    private static final Set<String> FENCED_BY_USE_CASES_ALONE = Set.of("Outbox.queue/6");

    /** A researcher's own rows, which name the company and are none of its own. */
    private static final Set<String> OWN_ROWS_THAT_NAME_IT =
            Set.of("SetAsideDesk.setNeedAside/3", "WishDesk.declare/3", "WishDesk.withdraw/2");

    @BeforeAll
    static void plant() throws IOException, SQLException {
        core = new FencedCore();
        planted = new Planted(core);
        useCases = new UseCases(stock());
        all = UseCases.all(core.asItIs);
        rows = core.rows(planted.theirs());
        assertThat(all).hasSizeGreaterThan(120);
        assertThat(rows).hasSizeGreaterThan(20);
    }

    @AfterAll
    static void close() throws IOException, SQLException {
        core.close();
    }

    /** What cannot be called cannot be proved; each is named here with its reason. */
    @Test
    void everyUseCaseCanBeCalled() {
        Set<String> cannot = new TreeSet<>();
        for (UseCases.UseCase one : all) {
            try {
                useCases.arguments(one, planted.stranger);
            } catch (IllegalArgumentException noArguments) {
                cannot.add(one + ": " + noArguments.getMessage());
            }
        }
        assertThat(cannot).isEmpty();
    }

    @Test
    void theRightPeopleFindEverySecret() {
        StringBuilder words = new StringBuilder();
        for (Actor insider : List.of(planted.member, planted.administrator, planted.addressee, planted.manager)) {
            for (UseCases.UseCase one : all) {
                if (reads(one)) {
                    for (List<Object> arguments : useCases.arguments(one, insider)) {
                        words.append(one.call(core.asItIs, arguments).words());
                    }
                }
            }
        }
        assertThat(words)
                .contains(
                        Planted.DRAFT,
                        Planted.CONFIDENTIAL,
                        Planted.TIE,
                        Planted.INVITED,
                        Planted.OWN,
                        Planted.APPLICANT,
                        Planted.UNPUBLISHED,
                        Planted.MEMBERS,
                        Planted.ACCEPTED,
                        Planted.NAME,
                        planted.invitation.toString(),
                        Planted.AUDITED);
    }

    @Test
    void thePoliciesAloneLeakNothing() throws SQLException {
        look();
        List<String> leaks = new ArrayList<>();
        planted.outsiders()
                .forEach((who, truth) -> ScopedValue.where(FencedCore.TRUTH, truth)
                        .run(() -> {
                            for (UseCases.UseCase one : all) {
                                if (!FENCED_BY_USE_CASES_ALONE.contains(one.toString())) {
                                    leaks.addAll(reading(
                                            truth, () -> attempt(core.policiesOnly, one, masks(truth), who, truth)));
                                }
                            }
                        }));
        assertThat(leaks).isEmpty();
    }

    @Test
    void theUseCasesAloneLeakNothing() throws SQLException {
        look();
        List<String> leaks = new ArrayList<>();
        planted.outsiders().forEach((who, truth) -> {
            for (UseCases.UseCase one : all) {
                if (!FENCED_BY_POLICIES_ALONE.contains(one.toString())
                        && !OWN_ROWS_THAT_NAME_IT.contains(one.toString())) {
                    leaks.addAll(reading(truth, () -> attempt(core.useCasesOnly, one, List.of(truth), who, truth)));
                }
            }
        });
        assertThat(leaks).isEmpty();
        assertThat(all)
                .extracting(UseCases.UseCase::toString)
                .containsAll(FENCED_BY_POLICIES_ALONE)
                .containsAll(FENCED_BY_USE_CASES_ALONE);
    }

    /** Whoever may change what is the company's, as a manager or as its addressee, is only kept from reading the rest. */
    private static List<String> reading(Actor truth, Supplier<List<String>> work) {
        return truth.equals(planted.stranger) || truth.equals(planted.otherScholar) || truth.equals(Actor.VISITOR)
                ? work.get()
                : ScopedValue.where(FencedCore.READING, true).call(work::get);
    }

    private static void look() throws SQLException {
        rows = core.rows(planted.theirs());
        writes = core.writes();
    }

    /** The switch does switch: without it a masked stranger is stopped before any policy is asked. */
    @Test
    void theSwitchBlindsTheUseCasesAndNothingElse() {
        UseCases.UseCase applications = all.stream()
                .filter(one -> one.toString().equals("AdmissionDesk.counts/1"))
                .findFirst()
                .orElseThrow();
        Actor mask = masks(planted.stranger).getFirst();
        assertThat(applications
                        .call(core.policiesOnly, List.of(planted.stranger))
                        .thrown())
                .isInstanceOf(ForbiddenException.class);
        assertThat(ScopedValue.where(FencedCore.TRUTH, planted.stranger)
                        .call(() -> applications.call(core.policiesOnly, List.of(mask)))
                        .thrown())
                .isNull();
    }

    /** Who an outsider may claim to be, once nobody checks: of the company with every role, its member, and each job. */
    private static List<Actor> masks(Actor truth) {
        Set<Role> every = EnumSet.allOf(Role.class);
        PersonId self = truth instanceof Actor.Person person ? person.id() : PersonId.fresh();
        List<Actor> masks = new ArrayList<>(List.of(
                new Actor.Person(self, planted.company, every, Actor.LoginStrength.MULTI_FACTOR, Instant.MAX),
                new Actor.Person(
                        planted.member.id(), planted.company, every, Actor.LoginStrength.MULTI_FACTOR, Instant.MAX)));
        masks.addAll(jobs());
        return masks;
    }

    private static List<Actor> jobs() {
        return Arrays.stream(Actor.Job.class.getFields())
                .filter(field -> field.getType() == Actor.Job.class)
                .map(FencesTest::job)
                .toList();
    }

    private static Actor job(Field field) {
        try {
            return (Actor) Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What got out, and what was changed. Masks are tried until one was let in by every check: a use case that is a job's is
     * tried as that job, too.
     */
    private static List<String> attempt(
            ApplicationContext context, UseCases.UseCase one, List<Actor> masks, String who, Actor truth) {
        Set<String> leaks = new LinkedHashSet<>();
        for (Actor mask : masks) {
            boolean refused = false;
            for (List<Object> arguments : useCases.arguments(one, mask)) {
                UseCases.Outcome outcome = one.call(context, arguments);
                refused |= outcome.thrown() instanceof ForbiddenException;
                String words = without(arguments, outcome.words());
                planted.hiddenFrom(truth).stream()
                        .filter(words::contains)
                        .map(secret -> who + " as " + name(mask) + " read " + secret + " by " + one)
                        .forEach(leaks::add);
            }
            if (!refused && mask instanceof Actor.Person person && person.id().equals(planted.member.id())) {
                break;
            }
        }
        try {
            List<String> before = rows;
            if (core.writes() > writes) {
                look();
            }
            if (!before.equals(rows)) {
                Set<String> gone = new LinkedHashSet<>(before);
                rows.forEach(gone::remove);
                Set<String> added = new LinkedHashSet<>(rows);
                before.forEach(added::remove);
                leaks.add(who + " changed by " + one + ": " + shortened(gone) + " to " + shortened(added));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return List.copyOf(leaks);
    }

    /** What was asked for by its id may be named again. */
    private static String without(List<Object> arguments, String words) {
        String rest = words;
        for (Object argument : arguments) {
            if (argument instanceof UUID || argument instanceof NoticeId) {
                rest = rest.replace(argument.toString(), "");
            }
        }
        return rest;
    }

    private static String name(Actor actor) {
        return switch (actor) {
            case Actor.Job job -> "the job " + job.name();
            case Actor.Person person ->
                person.id().equals(planted.member.id())
                        ? "the member"
                        : person.roles().toString();
            case Actor.Visitor visitor -> "a visitor";
        };
    }

    private static String shortened(Set<String> rows) {
        return rows.stream()
                .map(row -> row.substring(0, Math.min(160, row.length())))
                .toList()
                .toString();
    }

    private static boolean reads(UseCases.UseCase one) {
        return one.method().getReturnType() != void.class
                && List.of(
                                "list",
                                "own",
                                "page",
                                "open",
                                "mine",
                                "latest",
                                "search",
                                "issue",
                                "story",
                                "sheet",
                                "application",
                                "history",
                                "forInterest",
                                "read",
                                "visible",
                                "company",
                                "export",
                                "expected",
                                "one",
                                "profile",
                                "issues")
                        .contains(one.method().getName());
    }

    private static Map<Class<?>, List<?>> stock() {
        Map<Class<?>, List<?>> stock = new HashMap<>();
        stock.put(OrganisationId.class, List.of(planted.company));
        stock.put(PersonId.class, List.of(planted.member.id(), planted.administrator.id()));
        stock.put(
                InterestId.class,
                List.of(
                        new InterestId(planted.draftInterest),
                        new InterestId(planted.acceptedInterest),
                        new InterestId(planted.membersInterest)));
        stock.put(
                RequestId.class,
                List.of(
                        new RequestId(planted.draftRequest),
                        new RequestId(planted.sentRequest),
                        new RequestId(planted.acceptedRequest)));
        stock.put(ResearcherId.class, List.of(new ResearcherId(planted.researcher)));
        stock.put(ApplicationId.class, List.of(new ApplicationId(planted.application)));
        stock.put(IssueId.class, List.of(new IssueId(planted.issue)));
        stock.put(StoryId.class, List.of(new StoryId(planted.story)));
        stock.put(EventId.class, List.of(new EventId(planted.event)));
        stock.put(UpdateId.class, List.of(new UpdateId(planted.update)));
        stock.put(ResultId.class, List.of(new ResultId(planted.result)));
        stock.put(NoticeId.class, List.of(new NoticeId(planted.notice)));
        stock.put(ConceptId.class, List.of(new ConceptId(planted.concept)));
        stock.put(AlertId.class, List.of(new AlertId(planted.alert)));
        stock.put(UUID.class, List.of(planted.invitation, planted.file, planted.sentRequest));
        stock.put(String.class, List.of("victim", "unpublished", INTRUDER + " with words enough"));
        stock.put(int.class, List.of(1, 0));
        stock.put(Integer.class, List.of(1, 12));
        stock.put(long.class, List.of(1L));
        stock.put(boolean.class, List.of(true, false));
        stock.put(Boolean.class, List.of(true));
        stock.put(Instant.class, List.of(Instant.parse("2026-11-24T00:00:00Z")));
        stock.put(LocalDate.class, List.of(LocalDate.of(2026, 12, 1)));
        stock.put(LocalTime.class, List.of(LocalTime.NOON));
        stock.put(Duration.class, List.of(Duration.ofHours(1)));
        stock.put(byte[].class, List.of(new byte[] {1, 2, 3}));
        stock.put(PageRequest.class, List.of(PageRequest.first(100)));
        stock.put(SubProjectId.class, List.of(new SubProjectId(planted.subProject)));
        stock.put(ZoneId.class, List.of(ZoneId.of("Asia/Seoul")));
        stock.put(
                ResultWords.class,
                List.of(new ResultWords(
                        LocalizedText.of(null, INTRUDER),
                        null,
                        2026,
                        null,
                        null,
                        LocalizedText.EMPTY,
                        List.of(),
                        List.of(new ResearcherId(planted.researcher)))));
        stock.put(
                WishWords.class,
                List.of(new WishWords(
                        Set.of(OrganisationKind.COMPANY),
                        List.of(new ConceptId(planted.concept)),
                        Set.of(CollaborationMode.DATA),
                        Set.of(Language.EN),
                        LocalizedText.of(INTRUDER, INTRUDER),
                        1)));
        stock.put(LocalizedText.class, List.of(LocalizedText.of(INTRUDER, INTRUDER)));
        stock.put(GlossaryPreview.class, List.of(new GlossaryPreview(0, 0, 0, 0, List.of(), List.of())));
        stock.put(EmailAddress.class, List.of(new EmailAddress(INTRUDER + "@evil.example")));
        stock.put(Throwable.class, List.of());
        stock.put(RuntimeException.class, List.of(new ForbiddenException(INTRUDER)));
        return stock;
    }
}
