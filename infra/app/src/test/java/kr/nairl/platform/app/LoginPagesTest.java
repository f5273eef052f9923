package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.auth.keycloak.KeycloakAccounts;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.devservices.DevKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keycloak's pages wear the lab's look, speak the reader's language, fit a phone, and are open to everybody. */
class LoginPagesTest {

    private static final String SOMEBODY = "%s.reader@elsewhere.example";

    private static Browser browser;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void open() {
        KeycloakAccounts accounts = RunningPlatform.get().bean(KeycloakAccounts.class);
        // Once somebody is known, the pages speak the language of their account.
        for (String language : List.of("ko", "en")) {
            EmailAddress email = new EmailAddress(SOMEBODY.formatted(language));
            accounts.ensure(email, "Ada", "Reader", language, RunningPlatform.PASSWORD, null);
        }
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ko-KR, 1440, 로그인, 비밀번호 찾기, 계정 만들기, 인증 앱 등록, 패스키 등록, 계속할 수 없습니다",
        "en-US, 360, Sign in, Forgotten password, Create your account, Set up an authenticator app, Set up a passkey, This cannot go on"
    })
    void everyPageIsOurs(
            String locale,
            int width,
            String signIn,
            String forgotten,
            String register,
            String app,
            String passkey,
            String error) {
        try (Browser.Visit visit = browser.visit(locale, width, 900)) {
            Page page = visit.page();
            String language = locale.substring(0, 2);
            visit.open("/oauth2/authorization/keycloak?lang=" + language);
            looks(visit, "name", width, language, signIn);
            page.locator("#kc-info a").click();
            page.waitForSelector("#password-confirm");
            page.locator("#kc-register").click();
            page.waitForSelector(".field-error");
            looks(visit, "register", width, language, register);
            page.locator("#kc-info a").click();
            page.locator("#username").fill(SOMEBODY.formatted(language));
            page.locator("#kc-login").click();
            page.waitForSelector("#password");
            looks(visit, "password", width, language, signIn);
            page.locator("#password").fill("not this one");
            page.locator("#kc-login").click();
            page.waitForSelector(".field-error");
            looks(visit, "password-wrong", width, language, signIn);
            assertThat(page.locator("#password").getAttribute("aria-describedby"))
                    .isEqualTo(page.locator(".field-error").getAttribute("id"));
            page.locator(".forgotten a").click();
            page.waitForSelector("#kc-reset-password-form");
            looks(visit, "reset", width, language, forgotten);
            visit.open("/oauth2/authorization/keycloak?lang=" + language);
            signIn(page, SOMEBODY.formatted(language));
            page.navigate(asking(language, "CONFIGURE_TOTP"));
            page.waitForSelector("#kc-totp-secret-qr-code");
            looks(visit, "totp", width, language, app);
            page.locator("#mode-manual").click();
            page.waitForSelector("#kc-totp-secret-key");
            page.locator("#totp").fill("000000");
            page.locator("#saveTOTPBtn").click();
            page.waitForSelector(".field-error");
            looks(visit, "totp-by-hand", width, language, app);
            page.navigate(asking(language, "webauthn-register"));
            page.waitForSelector("#registerWebAuthn");
            looks(visit, "passkey", width, language, passkey);
            page.navigate(asking(language, "x").replace("redirect_uri=", "redirect_uri=http://elsewhere.example/"));
            page.waitForSelector("#kc-error-message");
            looks(visit, "error", width, language, error);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void atNightThePagesAreDark() {
        try (Browser.Visit visit = browser.visit("ko-KR")) {
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            visit.open("/oauth2/authorization/keycloak?lang=ko");
            looks(visit, "name-dark", 1440, "ko", "로그인");
            assertThat(visit.page().evaluate("() => getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(15, 18, 26)");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theOtherLanguageIsOneClickAwayAndStays() {
        try (Browser.Visit visit = browser.visit("ko-KR")) {
            Page page = visit.page();
            visit.open("/oauth2/authorization/keycloak?lang=ko");
            page.locator(".languages a[lang=en]").click();
            page.waitForSelector("html[lang=en]");
            page.locator("#username").fill(SOMEBODY.formatted("ko"));
            page.locator("#kc-login").click();
            page.waitForSelector("#password");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            page.locator("#reset-login").click();
            page.waitForSelector("#username");
        }
    }

    private static void signIn(Page page, String email) {
        page.locator("#username").fill(email);
        page.locator("#kc-login").click();
        page.locator("#password").fill(RunningPlatform.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(address -> address.startsWith(RunningPlatform.get().url()));
    }

    /** An address that asks Keycloak for one of its actions, such as setting up a second factor. */
    private static String asking(String language, String action) {
        RunningPlatform platform = RunningPlatform.get();
        return platform.keycloak().issuer() + "/protocol/openid-connect/auth?client_id=" + DevKeycloak.UI_CLIENT
                + "&response_type=code&scope=openid&state=s&code_challenge_method=S256"
                + "&code_challenge=0123456789abcdefghijklmnopqrstuvwxyz-012345&ui_locales=" + language
                + "&kc_action=" + action + "&redirect_uri=" + platform.url() + "/login/oauth2/code/keycloak";
    }

    /** Looks at the page; what is wrong with its markup is told of all pages at the end. */
    private void looks(Browser.Visit visit, String name, int width, String language, String title) {
        Page page = visit.page();
        page.waitForFunction("() => document.fonts.status === 'loaded'");
        visit.shot("login-" + name + "-" + language + "-" + width);
        assertThat(page.locator("html").getAttribute("lang")).as(name).isEqualTo(language);
        assertThat(page.locator("h1").innerText()).as(name).isEqualTo(title);
        assertThat(page.title()).as(name).contains(title, "NAIRL Partners");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of " + name)
                .isEqualTo(width);
        assertThat(page.evaluate("() => getComputedStyle(document.body).fontFamily")
                        .toString())
                .startsWith("\"Pretendard Variable\"");
        // A key without a text is shown as the key.
        assertThat(visit.text()).as(name).doesNotContain("lead.", "Message", "${");
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> faults.add(name + " in " + language + ", " + rule.getId() + ": "
                        + rule.getNodes().getFirst().getHtml()));
    }
}
