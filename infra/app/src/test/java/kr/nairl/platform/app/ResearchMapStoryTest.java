package kr.nairl.platform.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A business developer explores robotics, sees who does what, and opens a researcher; by keyboard, and back again. */
class ResearchMapStoryTest {

    /** As in {@link RouteWalkTest}, which opens the map without a topic. */
    private static final int MOST_STATEMENTS = 20;

    private static Browser browser;
    private static StatementLog statements;

    @BeforeAll
    static void open() {
        RunningPlatform.get();
        browser = new Browser();
        statements = StatementLog.of(RunningPlatform.get());
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void roboticsLeadsToAResearcherAndAnInterest() {
        try (Browser.Visit partner = browser.visit("ko-KR").signIn("hyungjin.chung@everex.example")) {
            Page page = partner.page();
            partner.open("/research-map");
            Locator robotics = page.locator(".tile", named("로보틱스"));
            robotics.waitFor();
            partner.shot("research-map");
            String said = robotics.locator(".tile-counts").innerText();
            // The same words stand in the table's row.
            assertThat(page.locator(".heat-table tr", named("로보틱스")).first()).containsText(said);

            robotics.focus();
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith("research-map?topic=robotics"));
            assertThat(page.locator("h1")).hasText("로보틱스");
            // Robot learning would hide the others, so what is narrower stands in its place.
            assertThat(page.locator(".tile", named("로봇 파운데이션 모델"))).isVisible();
            partner.shot("research-map-robotics");

            assertThat(page.locator(".page-header .button.primary"))
                    .hasAttribute("href", "interests/new?topic=robotics");
            Locator person = page.locator(".rows a[href^='researchers/']").first();
            String name = person.innerText();
            person.click();
            page.waitForURL(url -> url.contains("/researchers/"));
            assertThat(page.locator("h1")).containsText(name);
            page.goBack();
            assertThat(page.locator("h1")).hasText("로보틱스");

            page.locator(".page-header .button.primary").click();
            page.waitForURL(url -> url.contains("/interests/new"));
            assertThat(page.locator("vaadin-multi-select-combo-box-chip[slot=chip]")
                            .first())
                    .hasText("로보틱스");
        }
    }

    @Test
    void aTopicThatNobodyWorksOnSaysWhatToDoAndAnUnknownOneIsNotThere() {
        try (Browser.Visit reader = browser.visit("ko-KR", 360, 800).signIn("seungryong.kim@kaist.example")) {
            reader.open("/research-map?topic=strawberry-tomato").settled();
            assertThat(reader.page().locator(".empty-state")).containsText("‘딸기’를 다루는 연구자가 아직 없습니다");
            reader.open("/research-map?topic=no-such-topic").settled();
            assertThat(reader.text()).contains("찾으시는 화면이 없습니다");
            statements.clear();
            reader.open("/research-map?topic=robotics").settled();
            assertThat(statements.statements()).hasSizeBetween(1, MOST_STATEMENTS);
            assertThat(reader.page()
                            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            reader.shot("research-map-phone");
        }
    }

    private static Page.LocatorOptions named(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}
