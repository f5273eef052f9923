package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Partners find researchers and follow what is new; researchers say what they seek and post updates. */
class UpdatesStoryTest {

    private static final String PARTNER = "hyungjin.chung@everex.example";
    private static final String INVESTIGATOR = "jongchul.ye@kaist.example";

    private static Browser browser;

    @BeforeAll
    static void open() {
        RunningPlatform.get();
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aFollowerSeesAnUpdateAtOnceAndIsWrittenToAboutIt() throws Exception {
        String title = "흐린 영상에서 깊이를 읽는 새 방법";
        try (Browser.Visit partner = browser.visit("ko-KR").signIn(PARTNER);
                Browser.Visit investigator = browser.visit("ko-KR").signIn(INVESTIGATOR)) {
            partner.open("/sub-projects/3");
            button(partner.page(), "팔로우: 3세부").click();
            button(partner.page(), "팔로우 중: 3세부").waitFor();
            partner.shot("updates-follow");
            partner.open("/updates?show=followed");
            partner.page().waitForSelector(".update");
            assertThat(partner.text()).doesNotContain(title);
            partner.page().evaluate("window.openedOnce = true");

            investigator.open("/updates/new");
            Locator fields = investigator.page().locator(".bilingual-field");
            fields.nth(0).locator("input").first().fill(title);
            Locator body = fields.nth(1).locator("textarea").first();
            body.fill("**깊이**는 움직임에서 옵니다.<script>alert(1)</script>");
            body.blur();
            investigator.page().locator(".update strong", containing("깊이")).waitFor();
            investigator.shot("updates-written");
            button(investigator.page(), "올리기").click();
            investigator.page().waitForURL(Pattern.compile(".*/updates/[0-9a-f-]{36}"));
            assertThat(investigator.page().locator("main script").count()).isZero();

            partner.page().locator(".update h2", containing(title)).waitFor();
            assertThat(partner.page().evaluate("window.openedOnce")).isEqualTo(true);
            partner.shot("updates-appeared");
            partner.page().locator(".notice-bell vaadin-button").click();
            partner.page().locator(".notice-list a", containing(title)).waitFor();

            String link = linkIn(mailAbout(title));
            assertThat(link).isEqualTo(investigator.page().url());
            partner.page().navigate(link);
            partner.page().locator("h1", containing(title)).waitFor();
            assertThat(partner.text()).contains("예종철", "움직임에서 옵니다");
            partner.shot("updates-from-the-mail");
        }
    }

    @Test
    void aResearcherSaysWhatTheySeekAndPartnersReadItOnTheirPage() {
        String seeks = "물속에서 찍은 영상과 잠수사의 판독 기록을 찾습니다.";
        try (Browser.Visit researcher = browser.visit("ko-KR").signIn("seungryong.kim@kaist.example");
                Browser.Visit partner = browser.visit("ko-KR").signIn(PARTNER)) {
            researcher.open("/research");
            Page page = researcher.page();
            page.locator("vaadin-text-field", containing("ORCID"))
                    .locator("input")
                    .fill("0000-0002-1825-0098");
            page.locator(".bilingual-field").nth(2).locator("textarea").first().fill(seeks);
            researcher.settled();
            button(page, "저장하기").click();
            page.locator("vaadin-text-field[invalid]", containing("ORCID")).waitFor();
            assertThat(page.locator(".bilingual-field")
                            .nth(2)
                            .locator("textarea")
                            .first()
                            .inputValue())
                    .isEqualTo(seeks);
            page.locator("vaadin-text-field", containing("ORCID"))
                    .locator("input")
                    .fill("0000-0002-1825-0097");
            button(page, "저장하기").click();
            page.getByText("저장했습니다. 매칭에도 곧 반영됩니다.").waitFor();
            researcher.shot("research-saved");

            partner.open("/researchers");
            partner.page().locator(".toolbar input").first().fill("ㄱㅅㄹ");
            partner.page().waitForURL(Pattern.compile(".*q=.*"));
            partner.shot("researchers-by-initials");
            partner.page().locator("main a", containing("김승룡")).first().click();
            partner.page().locator("h1", containing("김승룡")).waitFor();
            assertThat(partner.text()).contains(seeks, "0000-0002-1825-0097");
            partner.shot("researcher-seeks");
        }
    }

    @Test
    void initialConsonantsFindAResearcher() {
        try (Browser.Visit partner = browser.visit("ko-KR").signIn(PARTNER)) {
            partner.open("/researchers?q=ㄱㅅㄹ");
            partner.page().waitForSelector(".rows a");
            assertThat(partner.text()).contains("김승룡").doesNotContain("예종철");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    /** Waits for the mail to the partner whose subject holds these words. */
    private static MimeMessage mailAbout(String words) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            for (MimeMessage mail : RunningPlatform.get().mail().getReceivedMessages()) {
                if (mail.getSubject().contains(words)
                        && mail.getAllRecipients()[0].toString().equals(PARTNER)) {
                    return mail;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no mail about " + words);
    }

    private static String linkIn(MimeMessage mail) throws Exception {
        String text =
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
        Matcher link =
                Pattern.compile("http://localhost:\\d+/updates/[0-9a-f-]{36}").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }
}
