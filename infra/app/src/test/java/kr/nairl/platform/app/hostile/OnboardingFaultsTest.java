package kr.nairl.platform.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kr.nairl.platform.app.ApiClient;
import kr.nairl.platform.app.MailedLink;
import kr.nairl.platform.app.PlatformApplication;
import kr.nairl.platform.app.PlatformClock;
import kr.nairl.platform.app.RunningPlatform;
import kr.nairl.platform.core.admission.AdmissionDesk;
import kr.nairl.platform.core.admission.Admissions;
import kr.nairl.platform.core.admission.Application;
import kr.nairl.platform.core.admission.ApplicationDraft;
import kr.nairl.platform.core.admission.ApplicationId;
import kr.nairl.platform.core.admission.Consent;
import kr.nairl.platform.core.mail.Mailer;
import kr.nairl.platform.core.organisation.FoundedOrganisation;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.Onboarding;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.OrganisationSetup;
import kr.nairl.platform.core.organisation.ProfileEdit;
import kr.nairl.platform.core.organisation.RegistrationNumber;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.devservices.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * ASVS V16.5 and V2.3: a company becomes a partner while Keycloak, the mail server or the platform itself fails. Afterwards
 * there is one organisation here and one in the real Keycloak, with one member, and one link that works at most. A second
 * copy of the platform, with a database of its own, speaks with Keycloak over a line that the test cuts.
 */
class OnboardingFaultsTest {

    /** And shorter than a claim holds. */
    private static final Duration LONGER_THAN_TWO_PAUSES = Duration.ofMinutes(6);

    private static final Pattern CONFIRMATION =
            Pattern.compile("https?://[^\\s\"<>]+/become-a-partner/[A-Za-z0-9_-]{43}");
    private static final Pattern INVITATION = Pattern.compile("https?://[^\\s\"<>]+/join/[A-Za-z0-9_-]+");

    private static RunningPlatform first;
    private static Database database;
    private static CutLine line;
    private static GreenMail mail;
    private static ConfigurableApplicationContext platform;
    private static Map<String, Object> settings;
    private static Actor.Person manager;
    private static int companies;

    @BeforeAll
    static void start() throws IOException {
        first = RunningPlatform.get();
        database = first.freshDatabase("faults");
        line = new CutLine(first.keycloak().url());
        mail = new GreenMail(new ServerSetup(RunningPlatform.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        settings = new LinkedHashMap<>(first.settings());
        settings.put("SERVER_PORT", RunningPlatform.freePort());
        settings.put("PLATFORM_DB_URL", database.url());
        settings.put("PLATFORM_KEYCLOAK_URL", line.url());
        settings.put("PLATFORM_SMTP_PORT", mail.getSmtp().getPort());
        settings.put("PLATFORM_DEMO", false);
        settings.put("spring.main.lazy-initialization", true);
        SpringApplication copy = new SpringApplication(PlatformApplication.class);
        copy.setDefaultProperties(settings);
        copy.setRegisterShutdownHook(false);
        // each copy puts its own in this one place, and whoever was there first would find nobody signed in any more
        SecurityContextHolderStrategy firsts = SecurityContextHolder.getContextHolderStrategy();
        try {
            platform = copy.run();
        } finally {
            SecurityContextHolder.setContextHolderStrategy(firsts);
        }
        manager = manager();
    }

    @AfterAll
    static void close() {
        if (platform != null) {
            platform.close();
        }
        line.close();
        mail.stop();
    }

    /**
     * Cut before and after the first call, the second and so on, until a run needs no more calls than were let through. The
     * job that makes up for what was missed runs all the while, as it does in earnest.
     */
    @Test
    void howeverKeycloakStopsThereIsOneOrganisationWithOneMember() throws Exception {
        int passing = 0;
        boolean reached = true;
        while (reached) {
            for (boolean lost : List.of(false, true)) {
                line.open();
                Company company = new Company();
                company.applies();
                line.cut(passing, lost);
                company.isApprovedAndJoins();
                reached = line.calls().size() > passing;
                line.open();
                keepInStep();
                company.mustBeThereOnce();
            }
            passing++;
        }
        // finding it, making it, its member, and who needs a second factor
        assertThat(passing).isGreaterThan(4);
    }

    @Test
    void withKeycloakAwayFromBeginningToEndEverythingStandsAndIsMadeUpForOnce() throws Exception {
        line.cut(0, false);
        Company company = new Company();
        company.comes();
        // told in vain, again and again
        keepInStep();
        keepInStep();
        assertThat(waiting()).isPositive();
        line.open();
        keepInStep();
        keepInStep();
        assertThat(waiting()).isZero();
        company.mustBeThereOnce();
    }

    @Test
    void withTheMailServerAwayEveryStepStandsAndEachMailComesOnce() throws Exception {
        line.open();
        Company company = new Company();
        mail.stop();
        company.begins();
        tryMails(Duration.ZERO);
        mail.start();
        deliver(company);
        company.confirms();
        mail.stop();
        company.isApproved();
        tryMails(Duration.ZERO);
        // the lab grows impatient and sends it again, while no mail gets out
        UUID open = invitations(company, "OPEN").getFirst();
        assertThat(platform.getBean(Invitations.class).resend(manager, open))
                .isInstanceOf(Invitations.Outcome.Sent.class);
        tryMails(Duration.ZERO);
        assertThat(invitations(company, "OPEN")).hasSize(1);
        assertThat(invitations(company, "REPLACED")).containsExactly(open);
        mail.start();
        deliver(company);
        List<String> links = company.links();
        assertThat(links).hasSize(2);
        List<Onboarding.Acceptance> acceptances = new ArrayList<>();
        for (String link : links) {
            acceptances.add(company.accepts(link));
        }
        assertThat(acceptances.stream().filter(Onboarding.Acceptance.Joined.class::isInstance))
                .hasSize(1);
        assertThat(acceptances.stream().filter(Onboarding.Acceptance.NotOpen.class::isInstance))
                .hasSize(1);
        keepInStep();
        company.mustBeThereOnce();
    }

    /** Its process is gone after the commit and before Keycloak knew, and once more after Keycloak knew and before we did. */
    @Test
    void killedBetweenCommitAndKeycloakAnotherCopyGoesOn() throws Exception {
        for (List<String> moment :
                List.of(List.of("ensureOrganisation", "before"), List.of("ensureOrganisation", "after"))) {
            Company company = new Company();
            company.applies();
            // or this copy would be the one that tells Keycloak
            line.cut(0, false);
            company.isApproved();
            String link = company.links().getFirst();
            assertThat(halted(moment, link, company.subject)).as("%s", moment).isEqualTo(HaltedPlatform.HALTED);
            // the membership was committed, and the link is used up
            assertThat(company.memberships()).isEqualTo(1);
            assertThat(company.accepts(link)).isInstanceOf(Onboarding.Acceptance.NotOpen.class);
            line.open();
            keepInStep();
            company.mustBeThereOnce();
        }
    }

    private static int halted(List<String> moment, String link, String subject)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HaltedPlatform.class.getName()));
        command.addAll(moment);
        command.addAll(List.of(token(link), issuer(), subject));
        Map<String, Object> own = new LinkedHashMap<>(settings);
        own.put("SERVER_PORT", 0);
        own.put("PLATFORM_KEYCLOAK_URL", first.keycloak().url());
        own.forEach((name, value) -> command.add(name + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/halted-platform.log"))
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the copy did not come to its end");
        }
        return process.exitValue();
    }

    private static Actor.Person manager() {
        OrganisationSetup setup = platform.getBean(OrganisationSetup.class);
        OrganisationId lab = setup.register(
                Actor.Job.SETUP,
                new FoundedOrganisation(
                        "lab",
                        OrganisationKind.LAB,
                        false,
                        null,
                        false,
                        null,
                        new ProfileEdit(
                                LocalizedText.of("연구소", "Lab"),
                                "KR",
                                null,
                                "",
                                LocalizedText.EMPTY,
                                LocalizedText.EMPTY,
                                LocalizedText.EMPTY,
                                LocalizedText.EMPTY,
                                true,
                                List.of())));
        PersonId person = setup.enrol(
                Actor.Job.SETUP,
                issuer(),
                account("manager@faults.example"),
                new EmailAddress("manager@faults.example"),
                LocalizedText.of("관리자", "Manager"),
                Language.EN,
                lab,
                Set.of(Role.LAB_MANAGER),
                LocalizedText.EMPTY);
        return new Actor.Person(
                person,
                lab,
                Set.of(Role.LAB_MANAGER),
                Actor.LoginStrength.MULTI_FACTOR,
                Instant.now().plusSeconds(3600));
    }

    private static String issuer() {
        return line.url() + "/realms/nairl";
    }

    /** A real account, as somebody has who registered at Keycloak. */
    private static String account(String email) {
        ApiClient.Answer made = ApiClient.get()
                .administrate(
                        "POST",
                        "/nairl/users",
                        "{\"username\": \"%s\", \"email\": \"%s\", \"enabled\": true}".formatted(email, email));
        String location = made.response().headers().firstValue("location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static void keepInStep() {
        platform.getBean(Onboarding.class).keepInStep(Actor.Job.ONBOARDING);
    }

    private static int waiting() {
        var unlinked = platform.getBean(Onboarding.class).unlinked(Actor.Job.ONBOARDING);
        return unlinked.organisations().size() + unlinked.members().size();
    }

    /** As the mailer's job does on its own, some time from now. */
    private static void tryMails(Duration later) {
        PlatformClock.at(
                Instant.now().plus(later), () -> platform.getBean(Mailer.class).send(Actor.Job.MAILER));
    }

    /** Until nothing waits: the mailer's own job may hold a mail just now, or have tried it once more in vain. */
    private static void deliver(Company company) throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        do {
            tryMails(LONGER_THAN_TWO_PAUSES);
            Thread.sleep(200);
        } while (!ids(
                                "SELECT id FROM platform.mail_outbox WHERE recipient = ? AND state IN ('WAITING', 'CLAIMED')",
                                company.email)
                        .isEmpty()
                && System.nanoTime() < end);
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static List<UUID> invitations(Company company, String state) throws SQLException {
        return ids("SELECT id FROM platform.invitation WHERE email = ? AND state = ?", company.email, state);
    }

    private static List<UUID> ids(String sql, String... values) throws SQLException {
        try (Connection all = first.asSuperuser(database);
                PreparedStatement find = all.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                find.setString(i + 1, values[i]);
            }
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    /** One that becomes a partner. */
    private static final class Company {

        private final int number = ++companies;
        private final String name = "Faultless " + number;
        private final String email = "first@faultless-" + number + ".example";
        private final String subject = account(email);
        private ApplicationId application = ApplicationId.fresh();

        void comes() throws Exception {
            applies();
            isApprovedAndJoins();
        }

        void applies() throws Exception {
            begins();
            confirms();
        }

        void begins() {
            platform.getBean(Admissions.class)
                    .begin(
                            new ApplicationDraft(
                                    OrganisationKind.COMPANY,
                                    LocalizedText.of(null, name),
                                    "DE",
                                    RegistrationNumber.Kind.NATIONAL,
                                    "HRB 1000" + number,
                                    "",
                                    "faultless-" + number + ".example",
                                    "First Person",
                                    email,
                                    "We want to know what breaks.",
                                    Language.EN,
                                    Consent.required()),
                            "203.0.113." + number);
        }

        void confirms() throws Exception {
            String link = MailedLink.to(mail, first.url(), CONFIRMATION, email, "");
            Admissions admissions = platform.getBean(Admissions.class);
            admissions.confirm(token(link));
            Application mine = admissions.mine(token(link)).orElseThrow().application();
            application = mine.id();
        }

        void isApproved() throws Exception {
            // and once more, by somebody whose screen showed nothing
            AdmissionDesk desk = platform.getBean(AdmissionDesk.class);
            assertThat(desk.approve(manager, application)).isInstanceOf(AdmissionDesk.Outcome.Done.class);
            assertThat(desk.approve(manager, application)).isInstanceOf(AdmissionDesk.Outcome.TooLate.class);
            assertThat(invitations(this, "OPEN")).hasSize(1);
        }

        void isApprovedAndJoins() throws Exception {
            isApproved();
            String link = MailedLink.to(mail, first.url(), INVITATION, email, "");
            assertThat(accepts(link)).isInstanceOf(Onboarding.Acceptance.Joined.class);
            assertThat(accepts(link)).isInstanceOf(Onboarding.Acceptance.NotOpen.class);
        }

        Onboarding.Acceptance accepts(String link) {
            return platform.getBean(Onboarding.class)
                    .accept(token(link), issuer(), subject, LocalizedText.of(null, "First Person"));
        }

        /** All that were mailed, the newest first. */
        List<String> links() throws Exception {
            String newest = MailedLink.to(mail, first.url(), INVITATION, email, "");
            long mails = Arrays.stream(mail.getReceivedMessages())
                    .filter(one -> isInvitation(one))
                    .count();
            return mails == 1
                    ? List.of(newest)
                    : List.of(newest, MailedLink.to(mail, first.url(), INVITATION, email, newest));
        }

        private boolean isInvitation(MimeMessage one) {
            try {
                return email.equals(one.getAllRecipients()[0].toString())
                        && INVITATION.matcher(MailedLink.text(one)).find();
            } catch (MessagingException | IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        int memberships() throws SQLException {
            return ids(
                            "SELECT m.id FROM platform.membership m JOIN platform.person p ON p.id = m.person_id"
                                    + " WHERE p.subject = ? AND m.status = 'ACTIVE'",
                            subject)
                    .size();
        }

        void mustBeThereOnce() throws SQLException {
            List<UUID> here = ids("SELECT id FROM platform.organisation WHERE name_en = ?", name);
            assertThat(here).as(name).hasSize(1);
            assertThat(memberships()).as(name).isEqualTo(1);
            assertThat(invitations(this, "OPEN")).as(name).isEmpty();
            assertThat(invitations(this, "ACCEPTED")).as(name).hasSize(1);
            assertThat(ids(
                            "SELECT m.id FROM platform.membership m JOIN platform.person p ON p.id = m.person_id"
                                    + " JOIN platform.organisation o ON o.id = m.organisation_id"
                                    + " WHERE p.subject = ? AND m.linked AND o.keycloak_id IS NOT NULL",
                            subject))
                    .as(name)
                    .hasSize(1);
            var there = ApiClient.get()
                    .administrate("GET", "/nairl/organizations?q=platform-id:" + here.getFirst(), "")
                    .json();
            assertThat(there.size()).as("%s in Keycloak: %s", name, there).isEqualTo(1);
            var members = ApiClient.get()
                    .administrate(
                            "GET",
                            "/nairl/organizations/" + there.get(0).get("id").asString() + "/members",
                            "")
                    .json();
            assertThat(members.size()).as("%s: %s", name, members).isEqualTo(1);
            assertThat(members.get(0).get("id").asString()).isEqualTo(subject);
        }
    }
}
