package kr.nairl.platform.core.admission;

import static kr.nairl.platform.core.organisation.Cast.freshAddress;
import static kr.nairl.platform.core.organisation.Cast.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.Onboarding;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.organisation.RecordedInvitationMails;
import kr.nairl.platform.core.organisation.RegistrationNumber;
import kr.nairl.platform.core.privacy.Retention;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Set<Consent> REQUIRED = Consent.required();

    private final Admissions admissions = CoreDatabase.bean(Admissions.class);
    private final AdmissionDesk desk = CoreDatabase.bean(AdmissionDesk.class);
    private final RecordedApplicantMails mails = CoreDatabase.bean(RecordedApplicantMails.class);
    private final RecordedInvitationMails invitationMails = CoreDatabase.bean(RecordedInvitationMails.class);
    private final Cast cast = new Cast();

    @Test
    void aCompanyAppliesConfirmsIsAskedAnswersAndIsAccepted() {
        EmailAddress email = freshAddress();
        String number = freshNumber();
        assertThat(begin(draft(text("샛별소재", "Saetbyeol Materials"), number, email)))
                .isEqualTo(Admissions.Begun.MAILED);
        String first = mails.tokensFor(email).getLast();
        Application begun = admissions.mine(first).orElseThrow().application();

        // Nobody sees it before the address is confirmed, by use case or past it.
        assertThatThrownBy(() -> desk.application(cast.manager, begun.id())).isInstanceOf(NotFoundException.class);
        assertThat(Cast.count(
                        cast.manager,
                        "platform.partner_application WHERE id = ?",
                        begun.id().value()))
                .isZero();

        assertThat(admissions.confirm(first)).isEqualTo(Admissions.Answer.DONE);
        assertThat(admissions.confirm(first)).isEqualTo(Admissions.Answer.TOO_LATE);
        ApplicationPage page = desk.application(cast.manager, begun.id());
        assertThat(page.application().sheet().number().value()).isEqualTo(number);
        assertThat(page.consents())
                .extracting(Applications.GivenConsent::consent, Applications.GivenConsent::given)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Consent.PRIVACY, true),
                        org.assertj.core.groups.Tuple.tuple(Consent.CONTACT, true),
                        org.assertj.core.groups.Tuple.tuple(Consent.NEWS, false));

        assertThat(desk.ask(cast.manager, begun.id(), "어떤 데이터를 쓰나요?")).isInstanceOf(AdmissionDesk.Outcome.Done.class);
        String second = mails.tokensFor(email).getLast();
        assertThat(second).isNotEqualTo(first);
        // The older link has stopped working.
        assertThat(admissions.mine(first)).isEmpty();
        assertThat(admissions.answer(first, "진동 데이터입니다.")).isEqualTo(Admissions.Answer.NO_SUCH_LINK);
        assertThat(admissions.answer(second, "진동 데이터입니다.")).isEqualTo(Admissions.Answer.DONE);
        assertThat(desk.application(cast.manager, begun.id()).steps())
                .extracting(ApplicationStep::words)
                .containsExactly(null, "어떤 데이터를 쓰나요?", "진동 데이터입니다.");

        var done = (AdmissionDesk.Outcome.Done) desk.approve(cast.manager, begun.id());
        OrganisationId organisation = done.application().organisation();
        assertThat(CoreDatabase.bean(PartnerDirectory.class)
                        .profile(cast.manager, java.util.Objects.requireNonNull(organisation))
                        .name())
                .isEqualTo(text("샛별소재", "Saetbyeol Materials"));
        assertThat(CoreDatabase.bean(Invitations.class).open(invitationMails.tokenFor(email)))
                .isPresent();
        assertThat(desk.approve(cast.manager, begun.id())).isInstanceOf(AdmissionDesk.Outcome.TooLate.class);
        assertThat(admissions.withdraw(second)).isEqualTo(Admissions.Answer.TOO_LATE);
        theSentenceOfTheApplicationWaitsAsADraft(
                organisation, email, begun.sheet().need());
    }

    /** For the first person, once: neither for a colleague nor when the company has written something. */
    private void theSentenceOfTheApplicationWaitsAsADraft(
            OrganisationId organisation, EmailAddress email, String need) {
        Onboarding onboarding = CoreDatabase.bean(Onboarding.class);
        String subject = email.value();
        var joined = (Onboarding.Acceptance.Joined)
                onboarding.accept(invitationMails.tokenFor(email), "test", subject, text("한새별", null));
        Actor.Person first =
                CoreDatabase.proven(joined.person(), organisation, Set.of(Role.MEMBER, Role.ADMINISTRATOR));
        InterestDirectory interests = CoreDatabase.bean(InterestDirectory.class);
        var drafts = interests.own(first, null, PageRequest.first(10)).items();
        assertThat(drafts).singleElement().satisfies(draft -> {
            assertThat(draft.state()).isEqualTo(InterestState.DRAFT);
            assertThat(draft.need()).isEqualTo(text(need, null));
        });
        EmailAddress colleague = freshAddress();
        CoreDatabase.bean(Invitations.class)
                .inviteMember(first, organisation, colleague, Set.of(Role.MEMBER), Language.KO);
        onboarding.accept(invitationMails.tokenFor(colleague), "test", colleague.value(), text("동료", null));
        assertThat(interests.own(first, null, PageRequest.first(10)).items()).hasSize(1);
        assertThat(Cast.count(cast.stranger, "platform.first_need(?, ?)", organisation.value(), email.value()))
                .isZero();
    }

    @Test
    void aTakenNumberGivesTheSameAnswerAndIsShownToTheManagerAlone() {
        String number = freshNumber();
        ApplicationId first = confirmed(draft(text("달무리광학", "Dalmuri Optics"), number, freshAddress()));
        var done = (AdmissionDesk.Outcome.Done) desk.approve(cast.manager, first);

        EmailAddress email = freshAddress();
        assertThat(begin(draft(text("다른 이름", null), number, email))).isEqualTo(Admissions.Begun.MAILED);
        String token = mails.tokensFor(email).getLast();
        assertThat(admissions.confirm(token)).isEqualTo(Admissions.Answer.DONE);
        ApplicationId second =
                admissions.mine(token).orElseThrow().application().id();

        assertThat(desk.application(cast.manager, second).lookalikes()).first().satisfies(alike -> {
            assertThat(alike.organisation()).isEqualTo(done.application().organisation());
            assertThat(alike.signs()).contains(Lookalike.Sign.NUMBER);
        });
        assertThat(desk.approve(cast.manager, second))
                .isEqualTo(new AdmissionDesk.Outcome.Taken(
                        java.util.Objects.requireNonNull(done.application().organisation())));
        assertThat(desk.join(
                        cast.manager,
                        second,
                        java.util.Objects.requireNonNull(done.application().organisation())))
                .isInstanceOf(AdmissionDesk.Outcome.Done.class);
        assertThat(CoreDatabase.bean(Invitations.class)
                        .open(invitationMails.tokenFor(email))
                        .orElseThrow()
                        .organisation())
                .isEqualTo(done.application().organisation());
    }

    /** Fifty managers at once make one organisation. */
    @Test
    void acceptedAtOnceByManyItBecomesOneOrganisation() throws Exception {
        ApplicationId id = confirmed(draft(text("쉰 번", "Fifty Times"), freshNumber(), freshAddress()));
        List<Callable<AdmissionDesk.Outcome>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(() -> desk.approve(cast.manager, id));
        }
        int done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<AdmissionDesk.Outcome> each : threads.invokeAll(all)) {
                if (each.get() instanceof AdmissionDesk.Outcome.Done) {
                    done++;
                }
            }
        }
        assertThat(done).isOne();
        assertThat(Cast.count(cast.manager, "platform.organisation WHERE name_en = 'Fifty Times'"))
                .isOne();
    }

    @Test
    void nobodyButLabManagersSeesOrDecides() {
        EmailAddress email = freshAddress();
        ApplicationId id = confirmed(draft(text("바람막이", "Windbreak"), freshNumber(), email));
        for (Actor actor : List.of(cast.administrator, cast.member, cast.stranger, Actor.VISITOR, Actor.Job.CLOCK)) {
            assertThatThrownBy(() -> desk.application(actor, id)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.page(actor, EnumSet.allOf(ApplicationState.class), PageRequest.first(5)))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.approve(actor, id)).isInstanceOf(ForbiddenException.class);
            // and the second fence alone lets none of them see a row
            assertThat(Cast.count(actor, "platform.partner_application")).isZero();
            assertThat(Cast.count(actor, "platform.application_step")).isZero();
            assertThat(Cast.count(actor, "platform.application_consent")).isZero();
        }
        // A manager changes how it stands, never what it says.
        assertThatThrownBy(() -> Cast.sql(
                        cast.manager,
                        "UPDATE platform.partner_application SET need = 'other' WHERE id = ?",
                        id.value()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void everyBadFieldIsNamedAtOnce() {
        ApplicationDraft bad = new ApplicationDraft(
                OrganisationKind.UNIVERSITY,
                LocalizedText.EMPTY,
                "XX",
                RegistrationNumber.Kind.KR_BUSINESS,
                "123-45-67890",
                "javascript:alert(1)",
                "not a domain",
                " ",
                "nobody",
                "short",
                Language.KO,
                Set.of(Consent.NEWS));
        assertThatThrownBy(() -> admissions.begin(bad, "198.51.100.1"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .contains(
                                        "kind",
                                        "name",
                                        "country",
                                        "number",
                                        "website",
                                        "emailDomain",
                                        "contactName",
                                        "contact",
                                        "need",
                                        "consent.PRIVACY",
                                        "consent.CONTACT")
                                .doesNotContain("consent.NEWS"));
    }

    /** A domain is the applicant's only as far as the mail to it proves, and a name is no way to lead somebody astray. */
    @Test
    void nobodyTakesAnotherDomainNorMailsAnAddressInAName() {
        assertRefused("other.example", "jiwoo@mine.example", "한지우", "emailDomain", "domain-of-contact");
        assertRefused("gmail.com", "jiwoo@gmail.com", "한지우", "emailDomain", "domain-public");
        assertRefused("", "jiwoo@mine.example", "See https://evil.example", "contactName", "no-address");
        assertRefused("", "jiwoo@mine.example", "한지우\nwww.evil.example", "contactName", "no-address");
        assertThat(begin(draft(text("제 도메인", null), freshNumber(), freshAddress(), "PEOPLE.example", "한지우")))
                .isEqualTo(Admissions.Begun.MAILED);
    }

    private void assertRefused(String domain, String contact, String name, String field, String code) {
        assertThatThrownBy(() ->
                        begin(draft(text("남의 도메인", null), freshNumber(), new EmailAddress(contact), domain, name)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .containsExactly(new InvalidInputException.Violation(field, code, List.of())));
    }

    /** However many come at once, an origin gets no more than its share. */
    @Test
    void manyAtOnceFromOneOriginAreCountedOneAfterTheOther() throws Exception {
        String origin = UUID.randomUUID().toString();
        List<Callable<Admissions.Begun>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ApplicationDraft draft = draft(text("한꺼번에", null), freshNumber(), freshAddress());
            all.add(() -> admissions.begin(draft, origin));
        }
        int mailed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Admissions.Begun> each : threads.invokeAll(all)) {
                if (each.get() == Admissions.Begun.MAILED) {
                    mailed++;
                }
            }
        }
        assertThat(mailed).isEqualTo(5);
    }

    @Test
    void oneOriginIsRefusedAfterSomeAndOneAddressGetsNoMoreMails() {
        String origin = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            assertThat(admissions.begin(draft(text("여럿" + i, null), freshNumber(), freshAddress()), origin))
                    .isEqualTo(Admissions.Begun.MAILED);
        }
        EmailAddress refused = freshAddress();
        assertThat(admissions.begin(draft(text("여럿", null), freshNumber(), refused), origin))
                .isEqualTo(Admissions.Begun.TOO_MANY);
        assertThat(mails.tokensFor(refused)).isEmpty();

        EmailAddress victim = freshAddress();
        for (int i = 0; i < 4; i++) {
            assertThat(begin(draft(text("한 사람", null), freshNumber(), victim))).isEqualTo(Admissions.Begun.MAILED);
        }
        assertThat(mails.tokensFor(victim)).hasSize(2);
    }

    @Test
    void similarNamesAreFoundInBothScripts() {
        assertThat(Lookalike.areSimilar(text("한빛로보틱스", null), text(null, "Hanbit Robotics Co., Ltd.")))
                .isTrue();
        assertThat(Lookalike.areSimilar(text("(주)에버엑스", null), text("에버엑스 주식회사", "EverEx")))
                .isTrue();
        assertThat(Lookalike.areSimilar(text(null, "EverEx Inc."), text(null, "Everex")))
                .isTrue();
        assertThat(Lookalike.areSimilar(text("한빛로보틱스", null), text("샛별소재", "Saetbyeol Materials")))
                .isFalse();
        assertThat(Lookalike.areSimilar(text(null, "Samsung"), text(null, "Naver")))
                .isFalse();
    }

    @Test
    void whatNothingCameOfIsDeletedInTime() {
        Retention retention = CoreDatabase.bean(Retention.class);
        EmailAddress unconfirmed = freshAddress();
        begin(draft(text("잊힌 곳", null), freshNumber(), unconfirmed));
        EmailAddress declined = freshAddress();
        ApplicationId ended = confirmed(draft(text("거절된 곳", null), freshNumber(), declined));
        desk.decline(cast.manager, ended, DeclineReason.OUT_OF_FIELD, "다음에 뵙겠습니다.");
        assertThat(mails.declineFor(declined)).isEqualTo(DeclineReason.OUT_OF_FIELD);

        retention.tick(Actor.Job.PRIVACY);
        assertThat(admissions.mine(mails.tokensFor(unconfirmed).getLast())).isPresent();
        CoreDatabase.asOwner(
                "UPDATE partner_application SET created_at = created_at - interval '8 days' WHERE contact_email = ?",
                unconfirmed.value());
        CoreDatabase.asOwner(
                "UPDATE partner_application SET decided_at = decided_at - interval '366 days' WHERE contact_email = ?",
                declined.value());
        assertThat(retention.tick(Actor.Job.PRIVACY)).isGreaterThanOrEqualTo(2);
        assertThat(admissions.mine(mails.tokensFor(unconfirmed).getLast())).isEmpty();
        assertThatThrownBy(() -> desk.application(cast.manager, ended)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> retention.tick(cast.manager)).isInstanceOf(ForbiddenException.class);
    }

    private ApplicationId confirmed(ApplicationDraft draft) {
        begin(draft);
        String token = mails.tokensFor(new EmailAddress(draft.contact())).getLast();
        assertThat(admissions.confirm(token)).isEqualTo(Admissions.Answer.DONE);
        return admissions.mine(token).orElseThrow().application().id();
    }

    /** From an origin of its own. */
    private Admissions.Begun begin(ApplicationDraft draft) {
        return admissions.begin(draft, UUID.randomUUID().toString());
    }

    private static ApplicationDraft draft(LocalizedText name, String number, EmailAddress contact) {
        return draft(name, number, contact, "", "한지우");
    }

    private static ApplicationDraft draft(
            LocalizedText name, String number, EmailAddress contact, String domain, String contactName) {
        return new ApplicationDraft(
                OrganisationKind.COMPANY,
                name,
                "KR",
                RegistrationNumber.Kind.KR_BUSINESS,
                number,
                "applicant.example",
                domain,
                contactName,
                contact.value(),
                "공장 설비의 진동으로 고장을 미리 알고 싶습니다.",
                Language.KO,
                REQUIRED);
    }

    /** A business registration number that nobody else in these tests has. */
    private static String freshNumber() {
        while (true) {
            String nine = Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
            for (int last = 0; last < 10; last++) {
                if (RegistrationNumber.read(RegistrationNumber.Kind.KR_BUSINESS, nine + last)
                        .isPresent()) {
                    return nine + last;
                }
            }
        }
    }
}
