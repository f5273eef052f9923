package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.util.Set;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.MailTopic;
import kr.nairl.platform.core.organisation.MyAccount;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A member sees what is stored, takes it along, signs out elsewhere, does without mails, and leaves for good. */
class PrivacyStoryTest {

    private static final String EMAIL = "leaves@hanbit.example";
    private static final String PASSWORD = "Goes-away-2026-soon";

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
    void aMemberDecidesOverWhatIsKeptOfThem() throws Exception {
        Actor.Person owner = platform.actor("dohyun.seo@hanbit.example");
        platform.bean(Invitations.class)
                .inviteMember(owner, owner.organisation(), new EmailAddress(EMAIL), Set.of(Role.MEMBER), Language.KO);
        String link = MailedLink.to(platform, OnboardingStoryTest.LINK, EMAIL);
        try (Browser.Visit visit = browser.visit("ko-KR");
                Browser.Visit elsewhere = browser.visit("ko-KR")) {
            Page page = visit.page();
            visit.register(link, "가람", "맹", PASSWORD);
            signIn(elsewhere.page());

            visit.open("/account").settled();
            visit.shot("account-sessions");
            assertThat(visit.text()).contains("소속과 역할", "한빛로보틱스", "지금 이곳", "메일 알림");
            page.getByLabel("팔로우하는 연구 소식").uncheck();
            page.getByText("메일 알림을 바꾸었습니다.").first().waitFor();
            assertThat(platform.bean(MyAccount.class)
                            .read(platform.actor(EMAIL))
                            .mailsOff())
                    .containsExactly(MailTopic.UPDATES);

            page.locator("main vaadin-button", new Page.LocatorOptions().setHasText("로그아웃"))
                    .first()
                    .click();
            page.locator("vaadin-button[slot=confirm-button]").click();
            page.getByText("로그아웃했습니다.").first().waitFor();
            // the page that is open there leaves by itself
            elsewhere.page().waitForSelector("#username");

            visit.open("/privacy").settled();
            visit.shot("privacy");
            assertThat(visit.text()).contains("동의 · 2026-11판", "동의하지 않음 · 2026-11판");
            page.getByLabel("동의합니다", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByText("동의를 기록했습니다.").first().waitFor();
            page.getByLabel("동의합니다", new Page.GetByLabelOptions().setExact(true))
                    .uncheck();
            page.getByText("동의를 거두었습니다.").first().waitFor();
            assertThat(visit.text()).contains("저장된 내용", EMAIL, "소속 (1)", "받아들인 초대 (1)", "동의 (2)");
            Download file = page.waitForDownload(
                    () -> page.locator("main a[href*='my-data.json']").click());
            assertThat(file.suggestedFilename()).startsWith("my-data-");
            assertThat(Files.readString(file.path())).contains(EMAIL, "\"memberships\"", "한빛로보틱스");

            page.locator("main vaadin-email-field input").fill("wrong@hanbit.example");
            erase(page);
            page.locator("vaadin-email-field[invalid]").waitFor();
            assertThat(visit.text()).contains("내 이메일 주소와 다릅니다.");
            page.locator("main vaadin-email-field input").fill(EMAIL);
            erase(page);
            page.waitForURL(address -> address.matches(".*/(ko|en)?$"));
            visit.shot("privacy-erased");
            visit.open("/home");
            page.locator("#username").fill(EMAIL);
            page.locator("#kc-login").click();
            page.getByText("이 주소로 만든 계정이 없습니다").first().waitFor();
            visit.shot("privacy-no-account");
            assertThat(page.url()).startsWith(platform.keycloak().url().toString());
        }
        assertThat(platform.memberships(EMAIL)).isZero();
    }

    private static void erase(Page page) {
        page.locator("main vaadin-button", new Page.LocatorOptions().setHasText("탈퇴하기"))
                .click();
        Locator confirm = page.locator("vaadin-button[slot=confirm-button]");
        confirm.click();
        confirm.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static void signIn(Page page) {
        page.navigate(platform.url() + "/home");
        page.locator("#username").fill(EMAIL);
        page.locator("#kc-login").click();
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(address -> address.startsWith(platform.url()));
    }
}
