package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import kr.nairl.platform.core.organisation.Members;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Researchers come from a list: a faulty one invites nobody, a clean one all, and whoever comes has a page to write. */
class ResearcherInvitationStoryTest {

    private static final String MANAGER = "manager@nairl.example";
    private static final String FIRST = "haneul.seonu@kaist.example";
    private static final String SECOND = "byeol.kim@postech.example";
    private static final String PASSWORD = "Research-2026-joins";
    private static final String HEADINGS = "이름,영문 이름,이메일,기관,세부과제,역할\n";

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
    void aListIsCheckedThenInvitedAndAResearcherComes() throws Exception {
        try (Browser.Visit manager = browser.visit("ko-KR").signIn(MANAGER)) {
            Page page = manager.page();
            manager.open("/researchers").settled();
            page.locator("main a.button", new Page.LocatorOptions().setHasText("연구자 초대"))
                    .click();
            page.waitForURL(Pattern.compile(".*/researchers/invite$"));
            upload(page, HEADINGS + "선우하늘,Haneul Seonu," + FIRST + ",KAIST,3,박사후연구원\n김별,,주소아님,없는대학교,77,왕\n");
            page.waitForSelector(".roster-table");
            manager.shot("researchers-list-faulty");
            assertThat(page.locator(".roster-table .faults li").allInnerTexts())
                    .containsExactlyInAnyOrder(
                            "이메일: 올바른 이메일 주소를 적어 주세요.",
                            "기관: 등록되지 않은 기관입니다. 이름을 확인하거나 먼저 기관을 초대해 주세요.",
                            "세부과제: 없는 세부과제 번호입니다.",
                            "역할: 알 수 없는 역할입니다.");
            assertThat(page.getByText("명에게 초대 보내기").count()).isZero();

            upload(
                    page,
                    HEADINGS + "선우하늘,Haneul Seonu," + FIRST + ",KAIST,3,박사후연구원\n김별,," + SECOND + ",POSTECH,2,연구원\n");
            Locator invite = page.locator(
                    "main vaadin-button[theme~=primary]", new Page.LocatorOptions().setHasText("2명에게 초대 보내기"));
            invite.waitFor();
            manager.shot("researchers-list-clean");
            invite.click();
            page.locator(".invitation", new Page.LocatorOptions().setHasText(FIRST))
                    .waitFor();
            page.locator(".invitation", new Page.LocatorOptions().setHasText(SECOND))
                    .waitFor();
            manager.shot("researchers-expected");
        }
        try (Browser.Visit visitor = browser.visit("ko-KR")) {
            visitor.open("/ko/researchers");
            assertThat(visitor.text()).contains("김승룡").doesNotContain("선우하늘");
        }
        String link = MailedLink.to(platform, OnboardingStoryTest.LINK, FIRST);
        try (Browser.Visit researcher = browser.visit("ko-KR")) {
            Page page = researcher.page();
            researcher.register(link, "하늘", "선우", PASSWORD).shot("researcher-arrived");
            researcher.open("/research").settled();
            researcher.shot("researcher-own-page");
            assertThat(researcher.text()).contains("선우하늘").doesNotContain("찾을 수 없습니다");
            researcher.open("/researchers/haneul-seonu").settled();
            assertThat(researcher.text()).contains("선우하늘", "KAIST", "박사후연구원", "3세부");
        } finally {
            var manager = platform.actor(MANAGER);
            var arrived = platform.actor(FIRST);
            platform.bean(Members.class).remove(manager, arrived.organisation(), arrived.id());
        }
    }

    private static void upload(Page page, String list) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("researchers.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
    }
}
