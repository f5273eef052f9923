package kr.nairl.platform.core.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.federation.OwnProviders.Outcome;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.organisation.Logins;
import kr.nairl.platform.core.organisation.RecordedInvitationMails;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FederationTest {

    private static final String ISSUER = "test";
    private static final ProviderForm OIDC = new ProviderForm.Oidc("https://login.example", "client", "secret");

    private final EmailDomains domains = CoreDatabase.bean(EmailDomains.class);
    private final OwnProviders providers = CoreDatabase.bean(OwnProviders.class);
    private final Logins logins = CoreDatabase.bean(Logins.class);
    private final FakeDomainRecords records = CoreDatabase.bean(FakeDomainRecords.class);
    private final RecordedDomainMails mails = CoreDatabase.bean(RecordedDomainMails.class);
    private final FakeProviderDirectory realm = CoreDatabase.bean(FakeProviderDirectory.class);
    private final Cast cast = new Cast();
    private final String domain = "d" + UUID.randomUUID() + ".example";
    private final String alias = "o" + cast.company.toString().replace("-", "");

    @BeforeEach
    void theRealmKnowsBothCompanies() {
        CoreDatabase.asOwner(
                "UPDATE organisation SET keycloak_id = 'kc-' || id WHERE id IN (?, ?)",
                cast.company.value(),
                cast.other.value());
    }

    @AfterEach
    void switchOnAgain() {
        realm.down(false);
    }

    @Test
    void aRecordInTheDomainNameSystemProvesADomain() {
        EmailDomain asked = ask(cast.administrator, domain);
        assertThat(asked.state()).isEqualTo(EmailDomain.State.ASKED);
        assertThat(asked.recordName()).isEqualTo("_platform-challenge." + domain);
        assertThat(domains.look(cast.administrator, cast.company, asked.id()))
                .isEqualTo(EmailDomains.Outcome.NOTHING_FOUND);
        records.set(asked.recordName(), "v=spf1 -all", asked.record() + "x");
        assertThat(domains.look(cast.administrator, cast.company, asked.id()))
                .isEqualTo(EmailDomains.Outcome.NOTHING_FOUND);
        assertThat(domains.of(cast.administrator, cast.company).any()).isFalse();

        records.set(asked.recordName(), "v=spf1 -all", asked.record());
        assertThat(domains.look(cast.administrator, cast.company, asked.id())).isEqualTo(EmailDomains.Outcome.PROVED);
        assertThat(domains.of(cast.manager, cast.company).others())
                .singleElement()
                .satisfies(proved -> {
                    assertThat(proved.state()).isEqualTo(EmailDomain.State.VERIFIED);
                    assertThat(proved.proof()).isEqualTo(EmailDomain.Proof.DNS);
                });
        providers.keepInStep(Actor.Job.ONBOARDING);
        assertThat(realm.domainsOf("kc-" + cast.company)).containsExactly(domain);

        domains.remove(cast.administrator, cast.company, asked.id());
        assertThat(domains.of(cast.administrator, cast.company).others()).isEmpty();
        providers.keepInStep(Actor.Job.ONBOARDING);
        assertThat(realm.domainsOf("kc-" + cast.company)).isEmpty();
        assertThat(Cast.count(cast.manager, "platform.email_domain WHERE domain = ?", domain))
                .isZero();
    }

    @Test
    void aLinkToTheDomainsKeeperProvesItOnceAndInTime() {
        EmailDomain asked = ask(cast.administrator, domain);
        EmailAddress keeper =
                domains.mail(cast.administrator, cast.company, asked.id(), DomainKeeper.HOSTMASTER, Language.EN);
        assertThat(keeper.value()).isEqualTo("hostmaster@" + domain);
        String first = mails.tokenFor(keeper);
        domains.mail(cast.administrator, cast.company, asked.id(), DomainKeeper.HOSTMASTER, Language.EN);
        String second = mails.tokenFor(keeper);
        assertThat(domains.mailed(first)).isEmpty();
        assertThat(domains.confirm(first)).isEqualTo(EmailDomains.Outcome.NOTHING_FOUND);
        assertThat(domains.mailed(second))
                .hasValueSatisfying(mailed -> assertThat(mailed.domain()).isEqualTo(domain));
        CoreDatabase.clock().pass(EmailDomains.LINK_HOLDS.plusSeconds(1));
        assertThat(domains.confirm(second)).isEqualTo(EmailDomains.Outcome.NOTHING_FOUND);
        domains.mail(cast.administrator, cast.company, asked.id(), DomainKeeper.HOSTMASTER, Language.EN);
        String third = mails.tokenFor(keeper);
        assertThat(domains.confirm(third)).isEqualTo(EmailDomains.Outcome.PROVED);
        assertThat(domains.confirm(third)).isEqualTo(EmailDomains.Outcome.NOTHING_FOUND);
    }

    /** Taking a domain back and asking again makes no new ones. */
    @Test
    void strangersMailboxesAreNotFilled() {
        for (int i = 0; i < EmailDomains.MOST_MAILS; i++) {
            EmailDomain asked = ask(cast.administrator, domain);
            domains.mail(cast.administrator, cast.company, asked.id(), DomainKeeper.ADMIN, Language.KO);
            domains.remove(cast.administrator, cast.company, asked.id());
        }
        EmailDomain last = ask(cast.administrator, domain);
        assertThatThrownBy(() ->
                        domains.mail(cast.administrator, cast.company, last.id(), DomainKeeper.ADMIN, Language.KO))
                .isInstanceOf(InvalidInputException.class);
        CoreDatabase.clock().pass(Duration.ofDays(1).plusSeconds(1));
        domains.mail(cast.administrator, cast.company, last.id(), DomainKeeper.ADMIN, Language.KO);
        // another company is not held up
        EmailDomain theirs = ask(cast.stranger, "x" + domain);
        domains.mail(cast.stranger, cast.other, theirs.id(), DomainKeeper.ADMIN, Language.KO);
    }

    @Test
    void aDomainIsOneOrganisationsAndStaysIt() {
        prove(cast.administrator, domain);
        EmailDomain also = ask(cast.stranger, domain);
        records.set(also.recordName(), also.record());
        assertThat(domains.look(cast.stranger, cast.other, also.id())).isEqualTo(EmailDomains.Outcome.TAKEN);
        assertThatThrownBy(() -> CoreDatabase.asOwner(
                        "UPDATE organisation SET email_domain = ? WHERE id = ?", domain, cast.other.value()))
                .hasMessageContaining("another organisation");
        // and the other way round: a domain that an organisation came with
        String came = "c" + domain;
        CoreDatabase.asOwner("UPDATE organisation SET email_domain = ? WHERE id = ?", came, cast.other.value());
        EmailDomain foreign = ask(cast.administrator, came);
        records.set(foreign.recordName(), foreign.record());
        assertThat(domains.look(cast.administrator, cast.company, foreign.id())).isEqualTo(EmailDomains.Outcome.TAKEN);
        assertThatThrownBy(() -> CoreDatabase.asOwner(
                        "UPDATE email_domain SET state = 'VERIFIED', proof = 'DNS', verified_at = now() WHERE id = ?",
                        foreign.id()))
                .hasMessageContaining("another organisation");
        assertThatThrownBy(() -> domains.ask(cast.stranger, cast.other, came))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void onlyItsOwnAdministratorsSayHowAnOrganisationsPeopleSignIn() {
        EmailDomain asked = ask(cast.administrator, domain);
        assertThatThrownBy(() -> domains.ask(cast.member, cast.company, "x" + domain))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> domains.ask(cast.manager, cast.company, "x" + domain))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> domains.look(cast.stranger, cast.company, asked.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> domains.of(cast.member, cast.company)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> providers.add(cast.manager, cast.company, OIDC))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> providers.keepInStep(cast.manager)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> domains.ask(stale(cast.administrator), cast.company, "x" + domain))
                .isInstanceOf(ProofNeededException.class);
        assertThatThrownBy(() -> providers.add(stale(cast.administrator), cast.company, OIDC))
                .isInstanceOf(ProofNeededException.class);
        // the second fence by itself
        assertThat(Cast.count(cast.member, "platform.email_domain WHERE domain = ?", domain))
                .isZero();
        assertThat(Cast.count(cast.stranger, "platform.email_domain WHERE domain = ?", domain))
                .isZero();
        assertThat(Cast.count(Actor.VISITOR, "platform.email_domain")).isZero();
        assertThat(Cast.sql(
                        cast.stranger,
                        "UPDATE platform.email_domain SET state = 'VERIFIED', proof = 'DNS', verified_at = now() WHERE id = ?",
                        asked.id()))
                .isZero();
    }

    @Test
    void aProviderIsRequiredOnlyAfterSomebodyCameThroughIt() {
        assertThat(providers.add(
                        cast.administrator, cast.company, new ProviderForm.Oidc("https://silent.example", "c", "s")))
                .isEqualTo(new Outcome.Faulty(ProviderDirectory.Fault.NO_ANSWER));
        realm.down(true);
        assertThat(providers.add(cast.administrator, cast.company, OIDC))
                .isEqualTo(new Outcome.Faulty(ProviderDirectory.Fault.REALM));
        realm.down(false);
        prove(cast.administrator, domain);
        assertThat(providers.add(cast.administrator, cast.company, OIDC)).isEqualTo(new Outcome.Done());
        assertThat(providers.add(cast.administrator, cast.company, OIDC)).isEqualTo(new Outcome.ThereAlready());
        assertThat(providers.require(cast.administrator, cast.company, true)).isEqualTo(new Outcome.NotProved());

        // somebody of another company proves nothing, nor does a member with an address elsewhere
        providers.came(Actor.Job.DOORKEEPER, alias, cast.stranger.id());
        providers.came(Actor.Job.DOORKEEPER, alias, cast.member.id());
        assertThat(providers.require(cast.administrator, cast.company, true)).isEqualTo(new Outcome.NotProved());
        moveInto(cast.administrator, domain);
        providers.came(Actor.Job.DOORKEEPER, alias, cast.administrator.id());
        moveInto(cast.member, domain);
        realm.ended();
        assertThat(providers.require(cast.administrator, cast.company, true)).isEqualTo(new Outcome.Done());
        assertThat(realm.ended()).containsExactly(cast.member.id().toString());
        assertThat(CoreDatabase.bean(AuditTrail.class)
                        .page(cast.administrator, AuditFilter.ALL, PageRequest.first(50))
                        .items())
                .extracting(AuditEntry::action)
                .contains("domain.asked", "domain.verified", "provider.added", "provider.proved", "provider.required");
    }

    @Test
    void whoMustComeThroughTheProviderActsOnlyThen() {
        required();
        moveInto(cast.member, domain);
        String subject = cast.member.id().toString();
        Login otherwise = logins.find(ISSUER, subject, null).orElseThrow();
        assertThat(otherwise.actings()).isEmpty();
        assertThat(otherwise.heldBack()).singleElement().satisfies(held -> {
            assertThat(held.organisation()).isEqualTo(cast.company);
            assertThat(held.provider()).isEqualTo(alias);
        });
        Login through = logins.find(ISSUER, subject, alias).orElseThrow();
        assertThat(through.heldBack()).isEmpty();
        assertThat(through.actings())
                .singleElement()
                .satisfies(acting -> assertThat(acting.organisation()).isEqualTo(cast.company));
        // a guest with an address elsewhere signs in as before
        Actor.Person guest = CoreDatabase.person(cast.company, "손님", Role.MEMBER);
        assertThat(logins.find(ISSUER, guest.id().toString(), null)
                        .orElseThrow()
                        .actings())
                .hasSize(1);
        // stopped: nobody is locked out, and nobody comes through
        providers.stop(cast.manager, cast.company);
        assertThat(realm.isOpen(alias)).isFalse();
        assertThat(logins.find(ISSUER, subject, null).orElseThrow().actings()).hasSize(1);
        assertThat(logins.find(ISSUER, subject, alias).orElseThrow().actings()).isEmpty();
        assertThat(providers.goOn(cast.administrator, cast.company)).isEqualTo(new Outcome.StoppedByLab());
        assertThat(providers.remove(cast.administrator, cast.company)).isEqualTo(new Outcome.StoppedByLab());
        assertThatThrownBy(() -> Cast.sql(
                        cast.administrator,
                        "UPDATE platform.identity_provider SET stopped_at = NULL, stopped_by_lab = false WHERE organisation_id = ?",
                        cast.company.value()))
                .hasMessageContaining("the lab says so");
        assertThat(providers.goOn(cast.manager, cast.company)).isEqualTo(new Outcome.Done());
        assertThat(realm.isOpen(alias)).isTrue();
    }

    /** A provider that names addresses of other companies' people opens nothing to whoever comes through it. */
    @Test
    void aProviderSpeaksForItsOwnDomainsOnly() {
        required();
        String subject = cast.stranger.id().toString();
        assertThat(logins.find(ISSUER, subject, null).orElseThrow().actings()).hasSize(1);
        Login claimed = logins.find(ISSUER, subject, alias).orElseThrow();
        assertThat(claimed.actings()).isEmpty();
        assertThat(claimed.heldBack()).singleElement().satisfies(held -> {
            assertThat(held.organisation()).isEqualTo(cast.other);
            assertThat(held.provider()).isNull();
        });
        assertThat(logins.find(ISSUER, subject, "no-such-provider")
                        .orElseThrow()
                        .actings())
                .isEmpty();
    }

    @Test
    void theRealmIsToldLaterWhatItCouldNotBeToldAtOnce() {
        required();
        realm.down(true);
        providers.stop(cast.administrator, cast.company);
        assertThat(realm.isOpen(alias)).isTrue();
        // here it counts at once all the same
        assertThat(providers.of(cast.administrator, cast.company).orElseThrow().open())
                .isFalse();
        assertThat(providers.keepInStep(Actor.Job.ONBOARDING)).isFalse();
        realm.down(false);
        assertThat(providers.keepInStep(Actor.Job.ONBOARDING)).isTrue();
        assertThat(realm.isOpen(alias)).isFalse();
        assertThat(providers.goOn(cast.administrator, cast.company)).isEqualTo(new Outcome.Done());
        assertThat(providers.remove(cast.administrator, cast.company)).isEqualTo(new Outcome.Done());
        assertThat(realm.isOpen(alias)).isNull();
        assertThat(providers.of(cast.administrator, cast.company)).isEmpty();
    }

    @Test
    void anInvitedColleagueIsOfferedTheProvider() {
        required();
        EmailAddress inside = new EmailAddress("new@" + domain);
        EmailAddress outside = Cast.freshAddress();
        Invitations invitations = CoreDatabase.bean(Invitations.class);
        RecordedInvitationMails sent = CoreDatabase.bean(RecordedInvitationMails.class);
        for (EmailAddress one : Set.of(inside, outside)) {
            invitations.inviteMember(cast.administrator, cast.company, one, Set.of(Role.MEMBER), Language.KO);
        }
        assertThat(providers.invited(sent.tokenFor(inside))).contains(new StoredProviders.Invited(alias, true));
        assertThat(providers.invited(sent.tokenFor(outside))).isEmpty();
        assertThat(providers.invited("no-such-link")).isEmpty();
    }

    /** The company has a proved domain and a provider that its people must come through. */
    private void required() {
        prove(cast.administrator, domain);
        moveInto(cast.administrator, domain);
        providers.add(cast.administrator, cast.company, OIDC);
        providers.came(Actor.Job.DOORKEEPER, alias, cast.administrator.id());
        assertThat(providers.require(cast.administrator, cast.company, true)).isEqualTo(new Outcome.Done());
    }

    private EmailDomain ask(Actor.Person administrator, String name) {
        domains.ask(administrator, administrator.organisation(), " " + name.toUpperCase(java.util.Locale.ROOT));
        return domains.of(administrator, administrator.organisation()).others().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void prove(Actor.Person administrator, String name) {
        EmailDomain asked = ask(administrator, name);
        records.set(asked.recordName(), asked.record());
        assertThat(domains.look(administrator, administrator.organisation(), asked.id()))
                .isEqualTo(EmailDomains.Outcome.PROVED);
    }

    private static void moveInto(Actor.Person person, String domain) {
        CoreDatabase.asOwner(
                "UPDATE person SET email = ? WHERE id = ?",
                "p" + person.id().toString().substring(0, 8) + "@" + domain,
                person.id().value());
    }

    private static Actor.Person stale(Actor.Person person) {
        return new Actor.Person(
                person.id(),
                person.organisation(),
                person.roles(),
                Actor.LoginStrength.MULTI_FACTOR,
                CoreDatabase.clock().instant().minus(Duration.ofHours(1)));
    }
}
