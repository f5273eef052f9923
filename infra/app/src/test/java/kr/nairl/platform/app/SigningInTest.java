package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People sign in through Keycloak and open on a page made for their role, in their language. */
class SigningInTest {

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
    void aPartnerOpensOnTheirRequestsAndReadsOneWhileAStrangerFindsNone() {
        String address;
        try (Browser.Visit everex = browser.visit("ko-KR").signIn("byunghoon.kim@everex.example")) {
            everex.page().waitForSelector("h1");
            everex.shot("partner-home");
            assertThat(everex.text()).contains("협력이 어디까지 왔는지", "에버엑스");
            Locator first = everex.page()
                    .locator("main .rows li:not(:has-text('초안')) a[href^='requests/']")
                    .first();
            String title = first.innerText();
            first.click();
            everex.page().waitForURL(url -> url.contains("/requests/"));
            everex.page().waitForSelector("h1");
            everex.shot("partner-request");
            PlaywrightAssertions.assertThat(everex.page().locator("h1")).hasText(title);
            address = everex.page().url();
        }
        try (Browser.Visit stranger = browser.visit("ko-KR").signIn("dohyun.seo@hanbit.example")) {
            stranger.open(address.substring(RunningPlatform.get().url().length()));
            stranger.page().waitForSelector("h1");
            stranger.shot("stranger-finds-nothing");
            assertThat(stranger.text()).contains("찾으시는 화면이 없습니다").doesNotContain("에버엑스");
        }
    }

    /** Nothing of it stays on the screen for whoever sits down there next. */
    @Test
    void signingOutClosesEveryTab() {
        try (Browser.Visit visit = browser.visit("ko-KR").signIn("minsu.cho@postech.example")) {
            Page other = visit.context().newPage();
            AtomicBoolean listening = new AtomicBoolean();
            other.onWebSocket(line -> line.onFrameReceived(frame -> listening.set(true)));
            other.navigate(RunningPlatform.get().url() + "/requests");
            other.waitForCondition(listening::get);
            Page page = visit.page();
            page.locator(".reader-card").click();
            page.getByText("로그아웃").last().click();
            page.waitForURL(url -> url.endsWith("/ko"));
            other.waitForSelector("#username");
            assertThat(other.locator("body").innerText()).doesNotContain("조민수");
        }
    }

    @Test
    void aLabManagerOpensOnTheOverview() {
        try (Browser.Visit manager = browser.visit("en-US").signIn("manager@nairl.example")) {
            manager.page().waitForSelector("h1");
            manager.shot("manager-home");
            assertThat(manager.text()).contains("한눈에");
            manager.open("/nowhere/at-all");
            manager.page().waitForSelector(".error-page");
            manager.shot("manager-nowhere");
            assertThat(manager.text()).contains("찾으시는 화면이 없습니다");
        }
    }

    @Test
    void theBareAddressLeadsToTheReadersLanguage() {
        try (Browser.Visit reader = browser.visit("en-US")) {
            reader.open("/");
            assertThat(reader.page().url()).endsWith("/en");
            assertThat(reader.context().cookies()).isEmpty();
        }
    }
}
