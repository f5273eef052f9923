package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.nairl.platform.core.lab.LabOverview;
import kr.nairl.platform.core.lab.Tie;
import kr.nairl.platform.core.lab.TieFilter;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A lab manager follows every industry tie, narrows them down, and takes them along as a file. */
class TiesStoryTest {

    private static final String MANAGER = "manager@nairl.example";

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
    void aManagerNarrowsTheTiesAndTakesThemAlong() throws IOException {
        try (Browser.Visit manager = browser.visit("ko-KR").signIn(MANAGER)) {
            Page page = manager.page();
            page.locator("main a[href='ties']", new Page.LocatorOptions().setHasText("모두 보기"))
                    .click();
            page.waitForSelector(".tie-table");
            manager.settled().shot("ties");
            assertThat(rows(page)).isEqualTo(stored(TieFilter.ALL));

            page.locator("main .filter-bar a", new Page.LocatorOptions().setHasText("답을 기다리는 곳만"))
                    .click();
            page.waitForURL(Pattern.compile(".*open=1.*"));
            page.locator("main .filter-bar a", new Page.LocatorOptions().setHasText("보낸 요청순"))
                    .click();
            page.waitForURL(Pattern.compile(".*order=SENT.*"));
            manager.settled();
            List<List<String>> open = stored(new TieFilter(null, null, true, TieFilter.Order.SENT));
            assertThat(rows(page)).isEqualTo(open);
            List<String> file = download(page);
            assertThat(file.getFirst()).isEqualTo("\uFEFF기관,기관(영문),세부과제,보낸 요청,진행 중,수락,거절,마지막 연락");
            assertThat(file.subList(1, file.size()))
                    .hasSameSizeAs(open)
                    .allMatch(
                            line -> line.matches(".*,[123] .*,\\d+,\\d+,\\d+,\\d+,\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d"));
            for (int i = 0; i < open.size(); i++) {
                assertThat(file.get(i + 1))
                        .contains(open.get(i).getFirst(), "," + open.get(i).get(2) + ",");
            }

            page.locator("main vaadin-text-field.list-search input").fill("ㅎㅂㄹㅂ");
            page.waitForURL(Pattern.compile(".*q=.*"));
            manager.settled();
            assertThat(rows(page)).isNotEmpty().allMatch(row -> row.getFirst().equals("한빛로보틱스"));
            page.locator("main vaadin-text-field.list-search input").fill("없는 이름");
            page.waitForSelector(".empty-state");
        }
        try (Browser.Visit phone = browser.visit("ko-KR", 360, 800).signIn(MANAGER)) {
            phone.open("/ties").page().waitForSelector(".tie-table");
            phone.shot("ties-360");
            assertThat(phone.page()
                            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
        }
    }

    @Test
    void nobodyElseGetsThePageOrTheFile() {
        for (String email : List.of("byunghoon.kim@everex.example", "seungryong.kim@kaist.example")) {
            try (Browser.Visit other = browser.visit("ko-KR").signIn(email)) {
                other.open("/ties").page().waitForSelector(".error-page");
                assertThat(other.text()).doesNotContain("한빛로보틱스");
                var answer = other.page().request().get(platform.url() + "/exports/ties.csv");
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.text()).doesNotContain("한빛로보틱스");
            }
        }
    }

    private static List<String> download(Page page) throws IOException {
        Download file = page.waitForDownload(
                () -> page.locator("main a[href*='exports/ties.csv']").click());
        assertThat(file.suggestedFilename()).matches("ties-\\d{4}-\\d\\d-\\d\\d\\.csv");
        return List.of(Files.readString(file.path()).split("\r\n"));
    }

    /** Organisation, sub-project, and the four counts of each row, as the page shows them. */
    private static List<List<String>> rows(Page page) {
        List<List<String>> rows = new ArrayList<>();
        for (Locator row : page.locator(".tie-table tbody tr").all()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.locator("th a").innerText().strip());
            row.locator("td").allInnerTexts().stream()
                    .limit(5)
                    .map(String::strip)
                    .forEach(cells::add);
            rows.add(cells);
        }
        return rows;
    }

    private static List<List<String>> stored(TieFilter filter) {
        Actor.Person manager = platform.actor(MANAGER);
        List<List<String>> rows = new ArrayList<>();
        platform.bean(LabOverview.class).export(manager, filter).forEach(tie -> rows.add(row(tie)));
        return rows;
    }

    private static List<String> row(Tie tie) {
        return List.of(
                tie.organisationName().text(Language.KO),
                tie.subProjectNumber() == null ? "세부과제 없음" : tie.subProjectNumber() + "세부",
                String.valueOf(tie.sent()),
                String.valueOf(tie.open()),
                String.valueOf(tie.accepted()),
                String.valueOf(tie.declined()));
    }
}
