package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page to try the API: somebody signs in there with Keycloak and gets their own answer. */
class ApiPageTest {

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
    void whoeverSignsInTriesAnEndpointWithTheirOwnRights() {
        List<String> faults = new ArrayList<>();
        try (Browser.Visit visit = browser.visit("en-US")) {
            Page page = visit.page();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add(message.text());
                }
            });
            visit.open("/swagger-ui.html");
            page.waitForSelector(".opblock");
            page.locator(".auth-wrapper .authorize").click();
            Locator dialog = page.locator(".modal-ux");
            for (Locator scope : dialog.locator(".checkbox label .item").all()) {
                scope.click();
            }
            Page login = page.waitForPopup(
                    () -> dialog.locator("button.authorize").first().click());
            login.locator("#username").fill("hyungjin.chung@everex.example");
            login.locator("#kc-login").click();
            login.locator("#password").fill(RunningPlatform.PASSWORD);
            login.locator("#kc-login").click();
            dialog.getByText("Logout").first().waitFor();
            dialog.locator("button.btn-done").click();

            Locator requests = page.locator(".opblock-get:has([data-path='/api/v1/requests'])");
            requests.locator(".opblock-summary-control").first().click();
            requests.locator(".try-out__btn").click();
            requests.locator("button.execute").click();
            Locator status = requests.locator(".live-responses-table .response .response-col_status");
            status.first().waitFor();
            visit.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(java.nio.file.Path.of("target", "screenshots", "api-page.png")));
            assertThat(status.first().innerText()).startsWith("200");
            assertThat(requests.locator(".live-responses-table").innerText()).contains("\"items\"");
        }
        assertThat(faults).isEmpty();
    }
}
