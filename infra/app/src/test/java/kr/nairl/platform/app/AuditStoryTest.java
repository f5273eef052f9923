package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditKind;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.organisation.Members;
import kr.nairl.platform.core.organisation.MyAccount;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A lab manager and an administrator look up who did what, each as far as it concerns them. */
class AuditStoryTest {

    private static final String MANAGER = "manager@nairl.example";
    private static final String ADMINISTRATOR = "byunghoon.kim@everex.example";
    private static final String COLLEAGUE = "hyungjin.chung@everex.example";
    private static final String STRANGER = "dohyun.seo@hanbit.example";
    private static final String RESEARCHER = "minsu.cho@postech.example";

    /** A stable name as the table stores it, such as {@code session.signed-in}, or the key of a text. */
    private static final Pattern RAW_KEY =
            Pattern.compile("\\b(audit|session|refusal|membership|ties|role)\\.[a-zA-Z]");

    private static RunningPlatform platform;
    private static Browser browser;

    @BeforeAll
    static void open() {
        platform = RunningPlatform.get();
        browser = new Browser();
        Actor.Person administrator = platform.actor(ADMINISTRATOR);
        Actor.Person colleague = platform.actor(COLLEAGUE);
        Members members = platform.bean(Members.class);
        members.changeRoles(
                administrator, administrator.organisation(), colleague.id(), Set.of(Role.MEMBER, Role.ADMINISTRATOR));
        members.changeRoles(administrator, administrator.organisation(), colleague.id(), Set.of(Role.MEMBER));
        browser.visit("ko-KR").signIn(STRANGER).close();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aManagerFindsWhoDidWhatAndTakesItAlong() throws IOException {
        try (Browser.Visit manager = browser.visit("ko-KR").signIn(MANAGER)) {
            Page page = manager.page();
            page.locator(".side-nav a[href='audit']").click();
            page.waitForSelector(".audit-table");
            manager.settled().shot("audit");
            assertThat(page.locator("h1").innerText()).isEqualTo("감사 기록");
            assertThat(manager.text()).contains("로그인했습니다").doesNotContainPattern(RAW_KEY);
            assertThat(axe(page)).isEmpty();

            untilSealed(manager);

            page.locator("main .filter-bar a", new Page.LocatorOptions().setHasText("구성원과 권한"))
                    .click();
            page.waitForURL(Pattern.compile(".*kind=MEMBERSHIP.*"));
            manager.settled();
            pick(page.locator("main vaadin-combo-box"), "에버엑스");
            page.waitForURL(Pattern.compile(".*organisation=everex.*"));
            manager.settled().shot("audit-narrowed");
            assertThat(rows(page))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).contains("에버엑스"));
            assertThat(rows(page).getFirst()).contains("구성원의 역할을 바꿨습니다", "정형진 님", "역할: 파트너", "김병훈");

            List<String> file = download(page);
            assertThat(file.getFirst()).startsWith("\uFEFF시각,한 사람,한 사람(ID),한 일,");
            assertThat(file).hasSize(rows(page).size() + 1);
            assertThat(file.get(1)).contains("구성원의 역할을 바꿨습니다", "membership.changed");
            assertThat(platform.bean(AuditTrail.class)
                            .page(
                                    platform.actor(MANAGER),
                                    new AuditFilter(AuditKind.EXPORT, null, null, null, null, null),
                                    PageRequest.first(1))
                            .items()
                            .getFirst()
                            .detail())
                    .isEqualTo(Map.of("rows", String.valueOf(file.size() - 1), "filtered", "true"));

            manager.open("/audit?from=2019-01-01&until=2019-01-31").page().waitForSelector(".empty-state");
            manager.settled();
            assertThat(page.locator("main vaadin-date-picker input").first().inputValue())
                    .isNotEmpty();
            manager.shot("audit-none");
            page.goBack();
            page.waitForSelector(".audit-table");
            assertThat(page.url()).contains("organisation=everex", "kind=MEMBERSHIP");
        }
    }

    @Test
    void anAdministratorSeesTheirOwnOrganisationsPart() {
        Actor.Person administrator = platform.actor(ADMINISTRATOR);
        MyAccount account = platform.bean(MyAccount.class);
        account.changeLanguage(administrator, Language.EN);
        try (Browser.Visit visit = browser.visit("en-US", 360, 800).signIn(ADMINISTRATOR)) {
            visit.open("/people");
            visit.page().locator("main a[href='audit']").click();
            visit.page().waitForSelector(".audit-table");
            visit.settled().shot("audit-own-360-en");
            assertThat(visit.text()).contains("about your organisation", "Signed in", "Changed a member’s roles");
            assertThat(visit.page()
                            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            assertThat(axe(visit.page())).isEmpty();
            assertThat(visit.page().locator("main vaadin-combo-box").count()).isZero();
            for (String address : List.of("/audit", "/audit?organisation=hanbit-robotics", "/audit?kind=SESSION")) {
                visit.open(address).page().waitForSelector(".audit-table");
                assertThat(visit.settled().text())
                        .as(address)
                        .doesNotContain("Hanbit", "한빛", "서도현", "Dohyun")
                        .doesNotContainPattern(RAW_KEY);
            }
            var file = visit.page().request().get(platform.url() + "/exports/audit.csv?organisation=hanbit-robotics");
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.text())
                    .contains(
                            "Changed a member’s roles",
                            administrator.organisation().toString())
                    .doesNotContain(platform.actor(STRANGER).organisation().toString(), "Hanbit", "Dohyun");
        } finally {
            account.changeLanguage(administrator, Language.KO);
        }
        try (Browser.Visit desk = browser.visit("ko-KR").signIn(ADMINISTRATOR)) {
            desk.open("/audit").page().waitForSelector(".audit-table");
            desk.settled().shot("audit-own");
            assertThat(axe(desk.page())).isEmpty();
        }
    }

    @Test
    void nobodyElseGetsThePageOrTheFile() {
        for (String email : List.of(RESEARCHER, COLLEAGUE, "editor@nairl.example")) {
            try (Browser.Visit other = browser.visit("ko-KR").signIn(email)) {
                other.open("/audit").page().waitForSelector(".error-page");
                var answer = other.page().request().get(platform.url() + "/exports/audit.csv");
                assertThat(answer.status()).as(email).isEqualTo(403);
                assertThat(answer.text()).isEmpty();
            }
        }
    }

    @Test
    void aManagersPhoneShowsItAsCards() {
        try (Browser.Visit phone = browser.visit("ko-KR", 360, 800).signIn(MANAGER)) {
            phone.open("/audit").page().waitForSelector(".audit-table");
            phone.settled().shot("audit-360");
            assertThat(phone.page()
                            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            assertThat(axe(phone.page())).isEmpty();
        }
    }

    /** The job links within seconds; the page tells it when it is read again. */
    private static void untilSealed(Browser.Visit manager) {
        Locator waiting = manager.page().locator(".audit-table .link", new Page.LocatorOptions().setHasText("확정 대기"));
        for (int i = 0; i < 40 && waiting.count() > 0; i++) {
            manager.page().waitForTimeout(1_000);
            manager.open("/audit").page().waitForSelector(".audit-table");
            manager.settled();
        }
        assertThat(waiting.count()).isZero();
        assertThat(manager.page().locator(".audit-table .link").allInnerTexts())
                .isNotEmpty()
                .allMatch(text -> text.contains("확정됨"));
    }

    private static void pick(Locator combo, String text) {
        combo.locator("input").fill(text);
        combo.page()
                .locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    private static List<String> rows(Page page) {
        return page.locator(".audit-table tbody tr").allInnerTexts();
    }

    private static List<String> axe(Page page) {
        return new AxeBuilder(page)
                        // Vaadin's own, outside of what a page says; shown only while the line is down
                        .exclude("vaadin-connection-indicator")
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(violation -> violation.getId() + ": " + violation.getNodes())
                        .toList();
    }

    private static List<String> download(Page page) throws IOException {
        Download file = page.waitForDownload(
                () -> page.locator("main a[href*='exports/audit.csv']").click());
        assertThat(file.suggestedFilename()).matches("audit-\\d{4}-\\d\\d-\\d\\d\\.csv");
        return List.of(Files.readString(file.path()).split("\r\n"));
    }
}
