package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What else becomes of a request than a yes: a sub-project's lead declines with a reason, a company takes a request back,
 * two people of one company write one draft, and a draft is thrown away.
 */
class DecisionStoryTest {

    private static final String COMPANY = "dohyun.seo@hanbit.example";
    private static final String LEAD = "jongchul.ye@kaist.example";
    private static final String RESEARCHER = "changhee.lee@korea-univ.example";
    private static final Pattern EDITED = Pattern.compile(".*/requests/[0-9a-f-]{36}/edit.*");
    private static final Pattern SHOWN = Pattern.compile(".*/requests/[0-9a-f-]{36}$");
    private static final PlatformMessages WORDS = new PlatformMessages();

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aSubProjectsRequestGoesToItsLeadWhoDeclinesWithAReason() {
        String title = title("세부과제에 묻습니다");
        try (Browser.Visit company = browser.visit("ko-KR").signIn(COMPANY);
                Browser.Visit lead = browser.visit("ko-KR").signIn(LEAD)) {
            lead.open("/requests").settled();
            company.open("/sub-projects/3").settled();
            company.page().locator("main a.button.primary").first().click();
            company.page().waitForURL(EDITED);
            company.settled();
            assertThat(company.text()).contains("예종철");
            write(company, title);
            button(company, "request.do.SEND").click();
            company.page().waitForURL(SHOWN);

            // The list was open before the request came: it brings itself up to date.
            lead.page().locator("main a", text(title)).first().click();
            lead.page().waitForURL(SHOWN);
            lead.settled();
            button(lead, "request.do.DECLINE.open").click();
            Locator declining = lead.page().locator("main vaadin-radio-group");
            declining.waitFor();
            button(lead, "request.do.DECLINE").click();
            lead.page().waitForSelector("main vaadin-radio-group[invalid]");
            lead.shot("decision-decline-needs-a-reason");
            declining.getByText(say("request.decline.NO_CAPACITY")).click();
            lead.page().locator("main vaadin-text-area textarea").first().fill("내년 봄에 다시 이야기하고 싶습니다.");
            lead.page().locator("main vaadin-text-area textarea").first().blur();
            lead.settled();
            button(lead, "request.do.DECLINE").click();

            company.page()
                    .locator("main .page-header .tag", text(say("request.state.DECLINED")))
                    .waitFor();
            company.shot("decision-declined");
            assertThat(company.text()).contains(say("request.decline.NO_CAPACITY"), "내년 봄에 다시 이야기하고 싶습니다.");
        }
    }

    @Test
    void aRequestIsHandedOverToAColleagueWhoAccepts() {
        String title = title("넘겨질 요청");
        try (Browser.Visit company = browser.visit("ko-KR").signIn(COMPANY);
                Browser.Visit first = browser.visit("ko-KR").signIn(RESEARCHER);
                Browser.Visit second = browser.visit("en-US").signIn(LEAD)) {
            begin(company, "changhee-lee");
            write(company, title);
            button(company, "request.do.SEND").click();
            company.page().waitForURL(SHOWN);
            String address =
                    company.page().url().substring(RunningPlatform.get().url().length());

            first.open(address).settled();
            button(first, "request.do.HAND_OVER.open").click();
            button(first, "request.do.HAND_OVER").click();
            first.page().waitForSelector("main vaadin-combo-box[invalid]");
            first.shot("decision-hand-over-needs-somebody");
            first.page().locator("main vaadin-combo-box input").fill("예종철");
            first.page().locator("vaadin-combo-box-item", text("예종철")).first().click();
            first.page()
                    .locator("main vaadin-radio-group")
                    .last()
                    .getByText(say("request.handOver.BETTER_FIT"))
                    .click();
            Locator words =
                    first.page().locator("main vaadin-text-area textarea").first();
            words.fill("세부과제 3의 일에 더 가깝습니다.");
            words.blur();
            first.settled();
            button(first, "request.do.HAND_OVER").click();
            first.page()
                    .locator("main .page-header .tag", text(say("request.state.HANDED_OVER")))
                    .waitFor();
            first.settled().shot("decision-handed-over");
            // The way is followed on, what is said between the two sides is not.
            assertThat(first.text())
                    .contains(say("request.withheld"))
                    .doesNotContain("기록 사 년 치", "세부과제 3의 일에 더 가깝습니다.");
            company.page()
                    .locator("main .page-header .tag", text(say("request.state.HANDED_OVER")))
                    .waitFor();
            assertThat(company.text()).contains("예종철", "세부과제 3의 일에 더 가깝습니다.");

            second.open(address).settled();
            second.shot("decision-handed-over-en");
            assertThat(second.text()).contains("기록 사 년 치");
            second.page().locator("main vaadin-button[theme~=primary]").first().click();
            first.page()
                    .locator("main .page-header .tag", text(say("request.state.ACCEPTED")))
                    .waitFor();
        }
    }

    @Test
    void aSentRequestIsTakenBackAfterAskingOnce() {
        String title = title("거두어들일 요청");
        try (Browser.Visit company = browser.visit("ko-KR").signIn(COMPANY);
                Browser.Visit researcher = browser.visit("ko-KR").signIn(RESEARCHER)) {
            begin(company, "changhee-lee");
            write(company, title);
            button(company, "request.do.SEND").click();
            company.page().waitForURL(SHOWN);
            researcher.open("/requests").settled();
            researcher.page().locator("main a", text(title)).first().click();
            researcher.page().waitForURL(SHOWN);
            button(researcher, "request.do.ACCEPT").waitFor();

            button(company, "request.do.WITHDRAW").click();
            confirmation(company).waitFor();
            company.shot("decision-withdraw-asks");
            confirmation(company).click();
            researcher
                    .page()
                    .locator("main .page-header .tag", text(say("request.state.WITHDRAWN")))
                    .waitFor();
            assertThat(button(researcher, "request.do.ACCEPT").isVisible()).isFalse();
            researcher.shot("decision-withdrawn");
        }
    }

    @Test
    void twoPeopleWriteOneDraftAndNeitherLosesAWord() {
        String title = title("둘이 쓰는 초안");
        try (Browser.Visit one = browser.visit("ko-KR").signIn("byunghoon.kim@everex.example");
                Browser.Visit other = browser.visit("ko-KR").signIn("hyungjin.chung@everex.example")) {
            begin(one, "changhee-lee");
            write(one, title);
            String address =
                    one.page().url().substring(RunningPlatform.get().url().length());
            other.open(address).settled();
            Locator theirs =
                    other.page().locator("main vaadin-text-area textarea").first();
            theirs.waitFor();
            Locator mine = one.page().locator("main vaadin-text-area textarea").first();
            mine.fill("먼저 쓴 사람의 요약입니다. 이 말은 남아 있어야 합니다.");
            mine.blur();
            one.page().waitForTimeout(2500);
            other.page().waitForSelector(".request-trouble");
            theirs.fill("나중에 쓴 사람의 요약입니다. 이 말도 사라지면 안 됩니다.");
            theirs.blur();
            other.settled();
            other.shot("decision-two-writers");
            button(other, "request.form.keepMine").click();
            one.page().waitForSelector(".request-trouble");
            assertThat(mine.inputValue()).startsWith("먼저 쓴");
            button(one, "request.form.takeTheirs").click();
            one.page()
                    .waitForSelector(
                            ".request-trouble",
                            new Page.WaitForSelectorOptions()
                                    .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            assertThat(one.page()
                            .locator("main vaadin-text-area textarea")
                            .first()
                            .inputValue())
                    .startsWith("나중에 쓴");

            button(one, "request.do.DISCARD").click();
            confirmation(one).click();
            one.page().waitForURL(Pattern.compile(".*/requests$"));
            other.page().waitForSelector(".request-trouble");
            assertThat(other.text()).contains(say("request.form.gone"));
            assertThat(theirs.inputValue()).startsWith("나중에 쓴");
            other.shot("decision-draft-gone");
        }
    }

    private static void begin(Browser.Visit company, String researcher) {
        company.open("/researchers/" + researcher).settled();
        company.page().locator("main a[href*='requests/new']").first().click();
        company.page().waitForURL(EDITED);
        company.settled();
    }

    private static void write(Browser.Visit company, String title) {
        Page page = company.page();
        page.locator("main vaadin-text-field input").last().fill(title);
        Locator areas = page.locator("main vaadin-text-area textarea");
        areas.nth(0).fill("한 줄로 줄이면, 신호에서 고장을 먼저 알아내는 방법을 찾습니다.");
        areas.nth(1)
                .fill(
                        "기록 사 년 치와 정비 일지를 함께 내놓습니다. 여섯 달 동안 무엇이 되는지 함께 확인하고, 되는 만큼만 이어 가고자 합니다. 첫 달에는 신호 세 가지만 골라 시작하겠습니다.");
        areas.nth(1).blur();
        page.waitForFunction("() => /\\d/.test(document.querySelector('.draft-saved').innerText)");
        page.waitForTimeout(1500);
        company.settled();
    }

    private static Locator button(Browser.Visit visit, String key) {
        return visit.page()
                .locator(
                        "main vaadin-button",
                        new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + say(key) + "\\s*$")))
                .first();
    }

    private static Locator confirmation(Browser.Visit visit) {
        return visit.page()
                .locator(
                        "vaadin-confirm-dialog [slot=confirm-button], vaadin-confirm-dialog-overlay [slot=confirm-button]")
                .first();
    }

    private static String title(String words) {
        return words + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    private static String say(String key) {
        return WORDS.getTranslation(key, Locale.KOREAN);
    }
}
