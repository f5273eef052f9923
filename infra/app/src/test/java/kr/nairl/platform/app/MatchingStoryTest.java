package kr.nairl.platform.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A partner writes what it needs, sees who fits and why; the researcher sees it too, and a stranger sees no draft. */
class MatchingStoryTest {

    private static final String TITLE = "재활 운동 영상을 설명하는 비디오 LLM";
    private static final String NEED = "재활 운동 영상을 처음부터 끝까지 보고 움직임을 말로 설명하는 비디오 LLM을 함께 연구할 분을 찾습니다. "
            + "관절 좌표만으로는 반동과 보상 동작을 설명하기 어려워, 비디오 이해와 포인트 추적을 함께 쓰려고 합니다.";
    private static final Pattern PERCENT = Pattern.compile("(\\d+)%");

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
    void anInterestIsWrittenOpenedMatchedSeenAndPaused() {
        String draft;
        try (Browser.Visit partner = browser.visit("ko-KR").signIn("byunghoon.kim@everex.example")) {
            Page page = partner.page();
            partner.open("/interests/new");
            field(page, "제목").fill(TITLE);
            page.waitForURL(url -> url.endsWith("/edit"));
            draft = page.url().substring(RunningPlatform.get().url().length()).replace("/edit", "");
            assertThat(page.locator(".saved-line")).containsText("저장됨");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("공개하기"))
                    .click();
            assertThat(page.locator("vaadin-multi-select-combo-box")).hasAttribute("invalid", "");
            assertThat(partner.text()).contains("공개하려면 주제를 하나 이상 골라 주세요", "한 언어로 40자 이상");

            page.locator(".bilingual-field textarea").first().fill(NEED);
            choose(page, "비디오 이해");
            partner.settled();
            page.reload();
            assertThat(field(page, "제목")).hasValue(TITLE);
            assertThat(page.locator(".bilingual-field textarea").first()).hasValue(NEED);
        }
        aStrangerFindsNothing(draft);

        try (Browser.Visit partner = browser.visit("ko-KR").signIn("byunghoon.kim@everex.example")) {
            Page page = partner.page();
            partner.open(draft + "/edit");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("공개하기"))
                    .click();
            page.waitForURL(url -> url.contains("/matches"));
            page.locator(".match").first().waitFor();
            partner.shot("interest-matches");
            everyRowExplainsItself(page);
            assertThat(page.locator(".match .headline h2").allInnerTexts().subList(0, 3))
                    .anySatisfy(name -> assertThat(name).contains("김승룡"));
            assertThat(page.locator(".match a[href^='requests/new']").first().getAttribute("href"))
                    .contains("interest=" + draft.substring(draft.lastIndexOf('/') + 1));
            assertThat(page.locator(".match").filter(new Locator.FilterOptions().setHasText("김승룡")))
                    .containsText("일하고 싶은 분야: 비디오 이해");
            setAsideAndBack(page);
        }

        try (Browser.Visit researcher = browser.visit("ko-KR").signIn("seungryong.kim@kaist.example")) {
            Page page = researcher.page();
            researcher.open("/matches");
            Locator found = page.locator(".match .headline h2 a").filter(new Locator.FilterOptions().setHasText(TITLE));
            found.waitFor();
            researcher.shot("researcher-matches");
            everyRowExplainsItself(page);
            found.click();
            page.waitForURL(url -> url.endsWith(draft));
            assertThat(page.locator("h1")).hasText(TITLE);
            assertThat(page.locator("main")).containsText("나와 맞는 까닭");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("잠시 멈추기")))
                    .hasCount(0);
            alertsAreBegunAndSavedFromSearches(researcher);
        }

        try (Browser.Visit partner = browser.visit("ko-KR").signIn("byunghoon.kim@everex.example")) {
            partner.open(draft);
            partner.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("잠시 멈추기"))
                    .click();
            assertThat(partner.page().locator(".page-header .badges")).containsText("잠시 멈춤");
        }
        aStrangerFindsNothing(draft);
    }

    private static void alertsAreBegunAndSavedFromSearches(Browser.Visit researcher) {
        Page page = researcher.page();
        researcher.open("/matches");
        button(page, "새로 맞는 것이 생기면 알림 받기").click();
        assertThat(page.locator(".alert-switch a")).containsText("알림: 매일 아침");
        researcher.open("/opportunities?q=" + URLEncoder.encode("비디오", StandardCharsets.UTF_8));
        button(page, "검색 저장하고 알림 받기").click();
        page.locator("vaadin-dialog vaadin-text-field").waitFor();
        button(page, "저장하기").click();
        assertThat(page.locator("vaadin-notification-card")).containsText("검색을 저장했습니다: 비디오");
        researcher.open("/alerts");
        assertThat(page.locator(".alert")).hasCount(2);
        assertThat(page.locator(".alert").first()).containsText("검색어: 비디오");
        researcher.shot("alerts");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void aStrangerFindsNothing(String interest) {
        try (Browser.Visit stranger = browser.visit("ko-KR").signIn("dohyun.seo@hanbit.example")) {
            for (String address : List.of(interest, interest + "/edit", interest + "/matches")) {
                stranger.open(address);
                stranger.page().waitForSelector("h1");
                assertThat(stranger.text())
                        .as(address)
                        .contains("찾으시는 화면이 없습니다")
                        .doesNotContain(TITLE);
            }
        }
    }

    /** The first match goes with a reason to the foot of the page, and comes back. */
    private static void setAsideAndBack(Page page) {
        Locator names = page.locator(".match .headline h2 a");
        String first = names.first().innerText();
        Locator card = page.locator(".match").first();
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("맞지 않음"))
                .click();
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("제쳐 두기"))
                .click();
        assertThat(card).containsText("이유를 먼저 골라 주세요");
        card.getByText("분야가 다름").click();
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("제쳐 두기"))
                .click();
        page.getByText("제쳐 둔 매칭 1건").click();
        assertThat(names.first()).not().hasText(first);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("다시 넣기"))
                .click();
        assertThat(names.first()).hasText(first);
    }

    /** Each row says how well, names reasons that add up, and quotes a sentence with marked words. */
    private static void everyRowExplainsItself(Page page) {
        List<Locator> rows = page.locator(".match").all();
        assertThat(rows).isNotEmpty();
        for (Locator row : rows) {
            assertThat(Double.parseDouble(row.locator(".figure").innerText())).isBetween(0.01, 1.0);
            int sum = row.locator(".reason-legend li:not(.total)").allInnerTexts().stream()
                    .mapToInt(MatchingStoryTest::percent)
                    .sum();
            assertThat(sum).isEqualTo(100);
        }
        assertThat(page.locator(".match .quote mark").count()).isPositive();
    }

    private static int percent(String reason) {
        Matcher last = PERCENT.matcher(reason);
        int percent = -1;
        while (last.find()) {
            percent = Integer.parseInt(last.group(1));
        }
        return percent;
    }

    private static Locator field(Page page, String label) {
        return page.locator(".bilingual-field")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .locator("input")
                .first();
    }

    private static void choose(Page page, String topic) {
        page.locator("vaadin-multi-select-combo-box input").fill(topic);
        page.locator("vaadin-multi-select-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(topic))
                .first()
                .click();
        page.keyboard().press("Escape");
    }
}
