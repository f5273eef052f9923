package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.Set;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.Members;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.devservices.DemoLogin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever decides over others' access or takes data along proves with a second factor who they are, and loses nothing. */
class ProofStoryTest {

    private static final String COLLEAGUE = "colleague@hanbit.example";
    private static final String PASSWORD = "Come-in-2026-twice";

    private static RunningPlatform platform;
    private static Browser browser;

    @BeforeAll
    static void open() {
        platform = RunningPlatform.get();
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aNewAdministratorSetsUpCodesBeforeInvitingAndKeepsWhatWasTyped() throws Exception {
        Actor.Person owner = platform.actor("dohyun.seo@hanbit.example");
        String email = "new-administrator@hanbit.example";
        try (Browser.Visit visit = browser.visit("ko-KR")) {
            Page page = visit.page();
            register(visit, owner, email, Set.of(Role.MEMBER, Role.ADMINISTRATOR));
            visit.open("/people").settled();
            page.locator("main vaadin-email-field input").fill(COLLEAGUE);
            page.locator("main vaadin-button[theme~=primary]").click();
            page.waitForSelector("a[href*='prove=window']");
            visit.shot("proof-asked");
            Page window = page.waitForPopup(
                    () -> page.locator("a[href*='prove=window']").click());
            window.waitForClose(() -> setUpCodes(window));
            page.waitForCondition(() -> page.locator("a[href*='prove=window']").count() == 0);
            visit.shot("proof-given");
            assertThat(page.locator("main vaadin-email-field input").inputValue())
                    .isEqualTo(COLLEAGUE);
            page.locator("main vaadin-button[theme~=primary]").click();
            page.waitForSelector(".invitation:has-text('" + COLLEAGUE + "')");
        } finally {
            dismiss(owner, email);
        }
    }

    @Test
    void aNewManagerComesBackToTheListBeforeTakingItAlong() throws Exception {
        Actor.Person owner = platform.actor("manager@nairl.example");
        String email = "new-manager@nairl.example";
        try (Browser.Visit visit = browser.visit("ko-KR")) {
            Page page = visit.page();
            register(visit, owner, email, Set.of(Role.LAB_MANAGER));
            visit.open("/ties?open=1").settled();
            page.locator("main a[href*='exports/ties.csv']").click();
            setUpCodes(page);
            page.waitForURL(platform.url() + "/ties?open=1**");
            page.waitForSelector(".tie-table");
            Download file = page.waitForDownload(
                    () -> page.locator("main a[href*='exports/ties.csv']").click());
            assertThat(file.suggestedFilename()).startsWith("ties-");

            visit.open("/account").settled();
            visit.shot("account-second-factor");
            assertThat(visit.text()).contains("인증 앱\n1개 등록됨", "패스키\n아직 없음", "관리자는 로그인할 때");
        } finally {
            dismiss(owner, email);
        }
    }

    /** Through the invitation's mail; whoever has just registered has proved no more than a password. */
    private static void register(Browser.Visit visit, Actor.Person owner, String email, Set<Role> roles)
            throws Exception {
        platform.bean(Invitations.class)
                .inviteMember(owner, owner.organisation(), new EmailAddress(email), roles, Language.KO);
        visit.register(MailedLink.to(platform, OnboardingStoryTest.LINK, email), "새봄", "윤", PASSWORD);
    }

    /** A session that began with a registration is asked for the password first. */
    private static void setUpCodes(Page page) {
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
        page.waitForSelector("#kc-totp-secret-qr-code");
        String secret = page.locator("#totpSecret").inputValue();
        page.locator("#totp").fill(DemoLogin.codeOf(secret, Instant.now()));
        page.locator("#saveTOTPBtn").click();
    }

    private static void dismiss(Actor.Person owner, String email) {
        platform.bean(Members.class)
                .remove(owner, owner.organisation(), platform.actor(email).id());
    }
}
