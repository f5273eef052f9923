package kr.nairl.platform.core.organisation;

import static kr.nairl.platform.core.organisation.Cast.freshAddress;
import static kr.nairl.platform.core.organisation.Cast.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.organisation.Onboarding.Acceptance;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnboardingTest {

    private static final String ISSUER = "https://sign-in.example";
    private static final Set<Role> BOTH = Set.of(Role.MEMBER, Role.ADMINISTRATOR);
    private static final PageRequest PAGE = PageRequest.first(50);

    private final OrganisationRegistry registry = CoreDatabase.bean(OrganisationRegistry.class);
    private final Invitations invitations = CoreDatabase.bean(Invitations.class);
    private final Onboarding onboarding = CoreDatabase.bean(Onboarding.class);
    private final Logins logins = CoreDatabase.bean(Logins.class);
    private final Members members = CoreDatabase.bean(Members.class);
    private final RecordedInvitationMails mails = CoreDatabase.bean(RecordedInvitationMails.class);
    private final FakeOrganisationDirectory directory = CoreDatabase.bean(FakeOrganisationDirectory.class);
    private final Cast cast = new Cast();

    @AfterEach
    void switchOnAgain() {
        directory.down(false);
    }

    @Test
    void aCompanyIsInvitedAndItsFirstPersonSignsIn() {
        EmailAddress email = freshAddress();
        var invited = (OrganisationRegistry.Outcome.Invited)
                registry.invite(cast.manager, company(text("새싹", "Saessak Labs"), null, email));
        PartnerDirectory partners = CoreDatabase.bean(PartnerDirectory.class);
        assertThatThrownBy(() -> partners.profile(cast.member, invited.organisation()))
                .isInstanceOf(NotFoundException.class);

        assertThat(registry.invited(cast.manager, PageRequest.first(200)).items())
                .extracting(OrganisationCard::id)
                .contains(invited.organisation())
                .doesNotContain(cast.company);
        assertThatThrownBy(() -> registry.invited(cast.administrator, PAGE)).isInstanceOf(ForbiddenException.class);

        OpenInvitation open = invitations.open(mails.tokenFor(email)).orElseThrow();
        assertThat(open.organisationName()).isEqualTo(text("새싹", "Saessak Labs"));
        assertThat(open.email()).isEqualTo(email);
        assertThat(open.roles()).isEqualTo(BOTH);

        String subject = UUID.randomUUID().toString();
        var joined = (Acceptance.Joined) onboarding.accept(mails.tokenFor(email), ISSUER, subject, text("한새싹", null));
        assertThat(joined.organisation()).isEqualTo(invited.organisation());
        // Members find the new company at once; visitors only when it says so in its profile.
        assertThat(partners.profile(cast.member, invited.organisation()).visibleToVisitors())
                .isFalse();
        assertThatThrownBy(() -> partners.profile(Actor.VISITOR, invited.organisation()))
                .isInstanceOf(NotFoundException.class);
        Login login = logins.find(ISSUER, subject).orElseThrow();
        assertThat(login.person()).isEqualTo(joined.person());
        assertThat(login.email()).isEqualTo(email);
        assertThat(login.language()).isEqualTo(Language.EN);
        assertThat(login.actings()).singleElement().satisfies(acting -> {
            assertThat(acting.organisation()).isEqualTo(invited.organisation());
            assertThat(acting.slug()).isEqualTo(invited.slug());
            assertThat(acting.roles()).isEqualTo(BOTH);
            assertThat(acting.kind()).isEqualTo(OrganisationKind.COMPANY);
            assertThat(acting.keycloakId()).isEqualTo("kc-" + invited.organisation());
        });
        assertThat(directory.membersOf("kc-" + invited.organisation())).containsExactly(subject);
        OrganisationProfile profile = partners.profile(cast.member, invited.organisation());
        assertThat(profile.status()).isEqualTo(OrganisationStatus.ACTIVE);
        assertThat(profile.partner()).isTrue();
        assertThat(profile.partnerSince())
                .isEqualTo(CoreDatabase.clock()
                        .instant()
                        .atZone(java.time.ZoneId.of("Asia/Seoul"))
                        .getYear());
        assertThat(events("invitation.created", invited.invitation().id())).isEqualTo(1);
        assertThat(events("invitation.accepted", invited.invitation().id())).isEqualTo(1);
        Actor.Person first = CoreDatabase.proven(joined.person(), invited.organisation(), BOTH);
        assertThat(CoreDatabase.bean(AuditTrail.class)
                        .page(first, AuditFilter.ALL, PAGE)
                        .items())
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("organisation.invited", "invitation.created", "invitation.accepted");
    }

    @Test
    void ofTwentyWhoAcceptAtOnceExactlyOneJoins() throws Exception {
        String token = invite(cast.administrator, freshAddress());
        List<Callable<Acceptance>> tries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String subject = "rush-" + UUID.randomUUID();
            tries.add(() -> onboarding.accept(token, ISSUER, subject, text("동시", null)));
        }
        int peopleBefore = Cast.count(cast.manager, "platform.person WHERE subject LIKE 'rush-%'");
        int joined = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (Future<Acceptance> answer : threads.invokeAll(tries)) {
                joined += answer.get() instanceof Acceptance.Joined ? 1 : 0;
            }
        }
        assertThat(joined).isEqualTo(1);
        assertThat(members.list(cast.member, cast.company, PAGE).total()).isEqualTo(3);
        assertThat(Cast.count(cast.manager, "platform.person WHERE subject LIKE 'rush-%'"))
                .isEqualTo(peopleBefore + 1);
    }

    @Test
    void oneWhoAcceptsTwoInvitationsAtOnceIsOnePerson() throws Exception {
        String subject = UUID.randomUUID().toString();
        List<Callable<Acceptance>> tries = new ArrayList<>();
        for (Actor.Person by : List.of(cast.administrator, cast.stranger)) {
            String token = invite(by, freshAddress());
            tries.add(() -> onboarding.accept(token, ISSUER, subject, text("둘", null)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Acceptance> answer : threads.invokeAll(tries)) {
                assertThat(answer.get()).isInstanceOf(Acceptance.Joined.class);
            }
        }
        assertThat(logins.find(ISSUER, subject).orElseThrow().actings()).hasSize(2);
    }

    @Test
    void inviterAndAccepterDoNotBlockEachOther() throws Exception {
        for (int round = 0; round < 5; round++) {
            EmailAddress email = freshAddress();
            String token = invite(cast.administrator, email);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                var again = threads.submit(
                        () -> invitations.inviteMember(cast.administrator, cast.company, email, BOTH, Language.KO));
                var acceptance = threads.submit(
                        () -> onboarding.accept(token, ISSUER, UUID.randomUUID().toString(), text("가", null)));
                assertThat(again.get() instanceof Invitations.Outcome.Sent)
                        .isEqualTo(acceptance.get() instanceof Acceptance.NotOpen);
            }
        }
    }

    @Test
    void aTokenIsKnownByItsHashOnly() {
        String token = invite(cast.administrator, freshAddress());
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(Cast.count(
                        cast.administrator,
                        "platform.invitation WHERE token_hash = sha256(?::text::bytea) AND state = 'OPEN'",
                        token))
                .isEqualTo(1);
        assertThat(invitations.open(token + "x")).isEmpty();
        assertThat(invitations.open("")).isEmpty();
    }

    @Test
    void aNewerInvitationReplacesTheOlder() {
        EmailAddress email = freshAddress();
        String older = invite(cast.administrator, email);
        String newer = invite(cast.administrator, email);
        assertThat(onboarding.accept(older, ISSUER, UUID.randomUUID().toString(), text("가", null)))
                .isEqualTo(new Acceptance.NotOpen());
        assertThat(invitations.list(cast.administrator, cast.company, PAGE).items())
                .extracting(Invitation::state)
                .containsExactlyInAnyOrder(Invitation.State.OPEN, Invitation.State.REPLACED);
        assertThat(onboarding.accept(newer, ISSUER, UUID.randomUUID().toString(), text("가", null)))
                .isInstanceOf(Acceptance.Joined.class);
        assertThat(CountedStatements.of(() -> invitations.list(cast.administrator, cast.company, PAGE)))
                .isEqualTo(2);
    }

    @Test
    void anExpiredInvitationIsSentAgain() {
        EmailAddress email = freshAddress();
        String token = invite(cast.administrator, email);
        CoreDatabase.clock().pass(Invitations.LIFETIME.minus(Duration.ofSeconds(1)));
        assertThat(invitations.open(token)).isPresent();
        CoreDatabase.clock().pass(Duration.ofSeconds(1));
        assertThat(invitations.open(token)).isEmpty();
        assertThat(onboarding.accept(token, ISSUER, UUID.randomUUID().toString(), text("가", null)))
                .isEqualTo(new Acceptance.NotOpen());
        Invitation old =
                invitations.list(cast.administrator, cast.company, PAGE).items().getFirst();
        assertThat(old.state()).isEqualTo(Invitation.State.EXPIRED);
        assertThat(old.inviterName().ko()).isEqualTo("윤관리");
        assertThat(invitations.resend(cast.administrator, old.id())).isInstanceOf(Invitations.Outcome.Sent.class);
        assertThat(invitations.open(mails.tokenFor(email))).isPresent();
        assertThat(invitations.resend(cast.administrator, old.id())).isEqualTo(new Invitations.Outcome.NotOpen());
    }

    @Test
    void aRevokedInvitationOpensNothing() {
        String token = invite(cast.administrator, freshAddress());
        UUID id = invitations.open(token).orElseThrow().id();
        assertThat(invitations.revoke(cast.administrator, id)).isEqualTo(new Invitations.Outcome.Revoked());
        assertThat(invitations.open(token)).isEmpty();
        assertThat(invitations.revoke(cast.administrator, id)).isEqualTo(new Invitations.Outcome.NotOpen());
    }

    @Test
    void anActiveMemberIsNotInvitedAgain() {
        EmailAddress email = freshAddress();
        var joined = (Acceptance.Joined) onboarding.accept(
                invite(cast.administrator, email), ISSUER, UUID.randomUUID().toString(), text("가", null));
        assertThat(invitations.inviteMember(cast.administrator, cast.company, email, BOTH, Language.KO))
                .isEqualTo(new Invitations.Outcome.AlreadyMember(joined.person()));
    }

    @Test
    void aRemovedMemberComesBackWithTheRolesOfTheNewInvitationOnly() {
        EmailAddress email = freshAddress();
        String subject = UUID.randomUUID().toString();
        var joined = (Acceptance.Joined)
                onboarding.accept(invite(cast.administrator, email), ISSUER, subject, text("가", null));
        members.remove(cast.administrator, cast.company, joined.person());
        assertThat(logins.find(ISSUER, subject).orElseThrow().actings()).isEmpty();
        invitations.inviteMember(cast.administrator, cast.company, email, Set.of(Role.MEMBER), Language.KO);
        onboarding.accept(mails.tokenFor(email), ISSUER, subject, text("다른 이름", null));
        Login login = logins.find(ISSUER, subject).orElseThrow();
        assertThat(login.person()).isEqualTo(joined.person());
        assertThat(login.name().ko()).isEqualTo("가");
        assertThat(login.actings())
                .singleElement()
                .satisfies(acting -> assertThat(acting.roles()).containsExactly(Role.MEMBER));
    }

    @Test
    void anInvitationNeverTakesRolesAway() {
        String subject = UUID.randomUUID().toString();
        onboarding.accept(invite(cast.administrator, freshAddress()), ISSUER, subject, text("가", null));
        EmailAddress second = freshAddress();
        invitations.inviteMember(cast.administrator, cast.company, second, Set.of(Role.MEMBER), Language.KO);
        onboarding.accept(mails.tokenFor(second), ISSUER, subject, text("가", null));
        assertThat(logins.find(ISSUER, subject).orElseThrow().actings())
                .singleElement()
                .satisfies(acting -> assertThat(acting.roles()).isEqualTo(BOTH));
    }

    @Test
    void whoMayNotInviteIsRefused() {
        EmailAddress email = freshAddress();
        assertThatThrownBy(() ->
                        invitations.inviteMember(cast.member, cast.company, email, Set.of(Role.MEMBER), Language.KO))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() ->
                        invitations.inviteMember(cast.stranger, cast.company, email, Set.of(Role.MEMBER), Language.KO))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> invitations.inviteMember(
                        cast.administrator, cast.company, email, Set.of(Role.LAB_MANAGER), Language.KO))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() ->
                        invitations.inviteMember(cast.manager, cast.company, email, Set.of(Role.EDITOR), Language.KO))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> registry.invite(cast.administrator, company(text("가", "A"), null, email)))
                .isInstanceOf(ForbiddenException.class);
        UUID id = invitations
                .open(invite(cast.administrator, email))
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> invitations.revoke(cast.stranger, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> invitations.resend(cast.stranger, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> invitations.revoke(cast.stranger, UUID.randomUUID()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> invitations.list(cast.stranger, cast.company, PAGE))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> invitations.list(cast.member, cast.company, PAGE))
                .isInstanceOf(ForbiddenException.class);
        // and past the use case
        for (Actor actor : List.of(cast.stranger, cast.member, Actor.VISITOR)) {
            assertThat(Cast.count(actor, "platform.invitation WHERE id = ?", id))
                    .isZero();
        }
        assertThatThrownBy(() -> Cast.sql(
                        cast.administrator, "UPDATE platform.invitation SET roles = '{LAB_MANAGER}' WHERE id = ?", id))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Cast.sql(
                        cast.administrator,
                        "INSERT INTO platform.invitation (id, organisation_id, email, token_hash, roles, language, invited_by, state, created_at, expires_at) "
                                + "VALUES (gen_random_uuid(), ?, 'a@b.example', 'h', '{LAB_MANAGER}', 'ko', ?, 'OPEN', now(), now())",
                        cast.company.value(),
                        cast.administrator.id().value()))
                .hasMessageContaining("row-level security");
    }

    @Test
    void aSuspendedOrganisationTakesNobodyIn() {
        String token = invite(cast.administrator, freshAddress());
        String subject = UUID.randomUUID().toString();
        onboarding.accept(invite(cast.administrator, freshAddress()), ISSUER, subject, text("가", null));
        CoreDatabase.asOwner("UPDATE organisation SET status = 'SUSPENDED' WHERE id = ?", cast.company.value());
        assertThat(onboarding.accept(token, ISSUER, UUID.randomUUID().toString(), text("가", null)))
                .isEqualTo(new Acceptance.NotOpen());
        assertThat(logins.find(ISSUER, subject).orElseThrow().actings()).isEmpty();
        assertThatThrownBy(
                        () -> invitations.inviteMember(cast.manager, cast.company, freshAddress(), BOTH, Language.KO))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void nobodyKnowsAnAccountThatWasNeverInvited() {
        assertThat(logins.find(ISSUER, "nobody")).isEqualTo(Optional.empty());
    }

    @Test
    void slugsAreUniqueAndReadable() {
        String tail = Long.toHexString(System.nanoTime());
        assertThat(slug(text("무관", "Café  Ünï & Co. " + tail))).isEqualTo("cafe-uni-co-" + tail);
        assertThat(slug(text("무관", "Café  Ünï & Co. " + tail))).isEqualTo("cafe-uni-co-" + tail + "-2");
        assertThat(slug(text("(주)한빛 로보틱스 " + tail, null))).isEqualTo("hanbit-robotikseu-" + tail);
        assertThat(slug(text("日本 " + tail, null))).isEqualTo(tail);
    }

    @Test
    void twoManagersInvitingAtOnceGetTwoSlugs() throws Exception {
        LocalizedText name = text(null, "Twin " + UUID.randomUUID());
        List<Callable<String>> tries = List.of(() -> slug(name), () -> slug(name), () -> slug(name));
        List<String> slugs = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<String> answer : threads.invokeAll(tries)) {
                slugs.add(answer.get());
            }
        }
        assertThat(slugs).doesNotHaveDuplicates();
    }

    @Test
    void oneEmailDomainBelongsToOneOrganisation() {
        String domain = "d" + UUID.randomUUID() + ".example";
        var first = (OrganisationRegistry.Outcome.Invited) registry.invite(
                cast.manager,
                company(text("가", "Domain A"), domain.toUpperCase(java.util.Locale.ROOT), freshAddress()));
        assertThat(registry.invite(cast.manager, company(text("나", "Domain B"), domain, freshAddress())))
                .isEqualTo(new OrganisationRegistry.Outcome.DomainTaken(first.organisation()));
    }

    @Test
    void aBadOrganisationNamesItsFields() {
        assertThatThrownBy(() -> registry.invite(
                        cast.manager,
                        new NewOrganisation(
                                OrganisationKind.LAB,
                                LocalizedText.EMPTY,
                                "QQ",
                                "no domain",
                                freshAddress(),
                                Language.KO,
                                Set.of(Role.MEMBER))))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("kind", "name", "country", "emailDomain", "roles"));
    }

    @Test
    void whatTheIdentityProviderMissedItIsToldLater() {
        directory.down(true);
        EmailAddress email = freshAddress();
        var invited = (OrganisationRegistry.Outcome.Invited)
                registry.invite(cast.manager, company(text("늦은", "Late"), null, email));
        String subject = UUID.randomUUID().toString();
        var joined = (Acceptance.Joined) onboarding.accept(mails.tokenFor(email), ISSUER, subject, text("가", null));
        Unlinked waiting = onboarding.unlinked(Actor.Job.ONBOARDING).of(invited.organisation());
        assertThat(waiting.organisations()).hasSize(1);
        assertThat(waiting.members())
                .containsExactly(
                        new Unlinked.WaitingMember(joined.person(), invited.organisation(), subject, null, false));

        directory.down(false);
        assertThat(onboarding
                        .keepInStep(Actor.Job.ONBOARDING)
                        .of(invited.organisation())
                        .isEmpty())
                .isTrue();
        String keycloakId = "kc-" + invited.organisation();
        assertThat(directory.membersOf(keycloakId)).containsExactly(subject);

        directory.down(true);
        Actor.Person first = CoreDatabase.proven(joined.person(), invited.organisation(), BOTH);
        EmailAddress next = freshAddress();
        invitations.inviteMember(first, invited.organisation(), next, BOTH, Language.KO);
        String nextSubject = UUID.randomUUID().toString();
        onboarding.accept(mails.tokenFor(next), ISSUER, nextSubject, text("나", null));
        directory.down(false);
        onboarding.keepInStep(Actor.Job.ONBOARDING);
        assertThat(directory.membersOf(keycloakId)).containsExactlyInAnyOrder(subject, nextSubject);
        members.remove(
                first,
                invited.organisation(),
                logins.find(ISSUER, nextSubject).orElseThrow().person());
        assertThat(onboarding
                        .keepInStep(Actor.Job.ONBOARDING)
                        .of(invited.organisation())
                        .isEmpty())
                .isTrue();
        assertThat(directory.membersOf(keycloakId)).containsExactly(subject);
    }

    @Test
    void onePersonWhomTheIdentityProviderRefusesHoldsUpNobodyElse() {
        List<String> subjects = List.of(
                "refused-" + UUID.randomUUID(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        directory.refuse(subjects.getFirst());
        directory.down(true);
        for (String subject : subjects) {
            onboarding.accept(invite(cast.administrator, freshAddress()), ISSUER, subject, text("가", null));
        }
        directory.down(false);
        onboarding.keepInStep(Actor.Job.ONBOARDING);
        assertThat(directory.membersOf("kc-" + cast.company))
                .contains(subjects.get(1), subjects.get(2))
                .doesNotContain(subjects.getFirst());
        assertThat(onboarding.unlinked(Actor.Job.ONBOARDING).of(cast.company).members())
                .extracting(Unlinked.WaitingMember::subject)
                .containsExactly(subjects.getFirst());
    }

    @Test
    void onlyAFreshSecondFactorDecidesOverAccess() {
        Instant now = CoreDatabase.clock().instant();
        Duration holds = Actor.Person.PROOF_HOLDS;
        EmailAddress email = freshAddress();
        for (Actor.Person weak : List.of(
                proof(cast.administrator, Actor.LoginStrength.SINGLE_FACTOR, now),
                proof(
                        cast.administrator,
                        Actor.LoginStrength.MULTI_FACTOR,
                        now.minus(holds).minusSeconds(1)))) {
            assertThatThrownBy(() -> members.changeRoles(weak, cast.company, cast.member.id(), BOTH))
                    .isInstanceOf(ProofNeededException.class);
            assertThatThrownBy(() -> members.remove(weak, cast.company, cast.member.id()))
                    .isInstanceOf(ProofNeededException.class);
            assertThatThrownBy(
                            () -> invitations.inviteMember(weak, cast.company, email, Set.of(Role.MEMBER), Language.KO))
                    .isInstanceOf(ProofNeededException.class);
        }
        // Whoever may not do it at all is told that, and nothing about a second factor.
        assertThatThrownBy(() -> members.remove(
                        proof(cast.member, Actor.LoginStrength.SINGLE_FACTOR, now),
                        cast.company,
                        cast.administrator.id()))
                .isInstanceOf(ForbiddenException.class);
        Actor.Person manager = proof(cast.manager, Actor.LoginStrength.SINGLE_FACTOR, now);
        assertThatThrownBy(() -> registry.invite(manager, company(text("약한", "Weak"), null, email)))
                .isInstanceOf(ProofNeededException.class);

        Actor.Person fresh = proof(cast.administrator, Actor.LoginStrength.MULTI_FACTOR, now.minus(holds));
        var sent = (Invitations.Outcome.Sent)
                invitations.inviteMember(fresh, cast.company, email, Set.of(Role.MEMBER), Language.KO);
        Actor.Person tired = proof(cast.administrator, Actor.LoginStrength.SINGLE_FACTOR, now);
        assertThatThrownBy(() -> invitations.resend(tired, sent.invitation().id()))
                .isInstanceOf(ProofNeededException.class);
        // Closing a door waits for nothing.
        assertThat(invitations.revoke(tired, sent.invitation().id())).isEqualTo(new Invitations.Outcome.Revoked());
    }

    private static Actor.Person proof(Actor.Person person, Actor.LoginStrength strength, Instant at) {
        return new Actor.Person(person.id(), person.organisation(), person.roles(), strength, at);
    }

    @Test
    void whoeverGivesAccessMustSignInWithASecondFactorAsLongAsTheyDo() {
        EmailAddress first = freshAddress();
        registry.invite(cast.manager, company(text("굳은", "Strong"), null, first));
        String administrator = UUID.randomUUID().toString();
        onboarding.accept(mails.tokenFor(first), ISSUER, administrator, text("가", null));
        String member = UUID.randomUUID().toString();
        EmailAddress next = freshAddress();
        invitations.inviteMember(cast.administrator, cast.company, next, Set.of(Role.MEMBER), Language.KO);
        onboarding.accept(mails.tokenFor(next), ISSUER, member, text("나", null));
        assertThat(directory.needingSecondFactor()).contains(administrator).doesNotContain(member);
        PersonId promoted = logins.find(ISSUER, member).orElseThrow().person();

        members.changeRoles(cast.administrator, cast.company, promoted, BOTH);
        directory.down(true);
        onboarding.keepInStep(Actor.Job.ONBOARDING);
        directory.down(false);
        onboarding.keepInStep(Actor.Job.ONBOARDING);
        assertThat(directory.needingSecondFactor()).contains(administrator, member);

        members.changeRoles(cast.administrator, cast.company, promoted, Set.of(Role.MEMBER));
        onboarding.keepInStep(Actor.Job.ONBOARDING);
        assertThat(directory.needingSecondFactor()).contains(administrator).doesNotContain(member);
    }

    @Test
    void onlyTheOnboardingJobSpeaksWithTheIdentityProvider() {
        for (Actor actor : List.of(cast.manager, Actor.VISITOR, Actor.Job.SETUP)) {
            assertThatThrownBy(() -> onboarding.keepInStep(actor)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> onboarding.unlinked(actor)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> onboarding.linkKeycloak(actor, cast.company, "k"))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void setupMayRunTwiceAndKeepsWhatPeopleChanged() {
        OrganisationSetup setup = CoreDatabase.bean(OrganisationSetup.class);
        String slug = "setup-" + UUID.randomUUID();
        var founded = new FoundedOrganisation(
                slug, OrganisationKind.UNIVERSITY, false, null, false, null, Cast.profile(text("처음", "First")));
        OrganisationId id = setup.register(Actor.Job.SETUP, founded);
        String subject = UUID.randomUUID().toString();
        var researcher = setup.enrol(
                Actor.Job.SETUP,
                ISSUER,
                subject,
                freshAddress(),
                text("연구", null),
                Language.KO,
                id,
                Set.of(Role.RESEARCHER),
                text("교수", "Professor"));
        CoreDatabase.bean(ProfileDesk.class).edit(cast.manager, id, Cast.profile(text("나중", "Later")), 1);
        assertThat(setup.register(Actor.Job.SETUP, founded)).isEqualTo(id);
        assertThat(setup.enrol(
                        Actor.Job.SETUP,
                        ISSUER,
                        subject,
                        freshAddress(),
                        text("연구", null),
                        Language.KO,
                        id,
                        Set.of(Role.RESEARCHER),
                        LocalizedText.EMPTY))
                .isEqualTo(researcher);
        assertThat(CoreDatabase.bean(PartnerDirectory.class)
                        .profile(Actor.VISITOR, slug)
                        .name()
                        .en())
                .isEqualTo("Later");
        assertThat(members.list(cast.manager, id, PAGE).items()).singleElement().satisfies(member -> {
            assertThat(member.title().en()).isEqualTo("Professor");
            assertThat(member.roles()).containsExactly(Role.RESEARCHER);
        });
        assertThatThrownBy(() -> setup.register(cast.manager, founded)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> setup.enrol(
                        Actor.Job.SETUP,
                        ISSUER,
                        subject,
                        freshAddress(),
                        text("연구", null),
                        Language.KO,
                        cast.company,
                        Set.of(Role.RESEARCHER),
                        LocalizedText.EMPTY))
                .isInstanceOf(InvalidInputException.class);
    }

    private String slug(LocalizedText name) {
        return ((OrganisationRegistry.Outcome.Invited)
                        registry.invite(cast.manager, company(name, null, freshAddress())))
                .slug();
    }

    private String invite(Actor.Person by, EmailAddress email) {
        invitations.inviteMember(by, by.organisation(), email, BOTH, Language.KO);
        return mails.tokenFor(email);
    }

    private static NewOrganisation company(
            LocalizedText name, @org.jspecify.annotations.Nullable String domain, EmailAddress email) {
        return new NewOrganisation(OrganisationKind.COMPANY, name, "KR", domain, email, Language.EN, BOTH);
    }

    private static int events(String kind, UUID subject) {
        return Cast.count(Actor.Job.NOTIFIER, "platform.domain_event WHERE kind = ? AND subject_id = ?", kind, subject);
    }
}
