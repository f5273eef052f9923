package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A company's people sign in with the company's own login, which a second realm of Keycloak plays. */
class OwnProviderStoryTest {

    private static final String ADMINISTRATOR = "dohyun.seo@hanbit.example";
    private static final String COLLEAGUE = "new.colleague@hanbit-robotics.example";
    private static final Pattern DOMAIN_LINK = Pattern.compile("https?://[^\\s\"<>]+/domain/[A-Za-z0-9_-]+");

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
    void aCompanyBringsItsOwnLogin() throws Exception {
        try (CompanyRealm company = new CompanyRealm("hanbit-login", ADMINISTRATOR, COLLEAGUE);
                Browser.Visit admin = browser.visit("ko-KR").signIn(ADMINISTRATOR)) {
            admin.open("/people/sign-in").settled();
            admin.shot("provider-nothing-yet");
            provesADomainByMail(admin);
            entersTheProvider(admin, company);
            comesThroughItTheFirstTime(admin);
        }
    }

    private static void provesADomainByMail(Browser.Visit admin) throws Exception {
        Page page = admin.page();
        page.locator("main .field-and-button input").fill("hanbit-robotics.example");
        page.locator("main .field-and-button vaadin-button").click();
        page.locator(".prove-domain").waitFor();
        admin.shot("provider-domain-asked");
        page.locator(".prove-by-mail vaadin-button").click();
        String link = MailedLink.to(platform, DOMAIN_LINK, "postmaster@hanbit-robotics.example");
        try (Browser.Visit keeper = browser.visit("en-US")) {
            keeper.page().navigate(link);
            keeper.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(java.nio.file.Path.of("target/screenshots/domain-confirm.png")));
            keeper.page().locator("main button[type=submit]").click();
            keeper.page().waitForURL(address -> address.endsWith("?done"));
        }
        admin.open("/people/sign-in").settled();
        assertThat(page.locator(".prove-domain").count()).isZero();
        assertThat(admin.text()).contains("메일로 확인");
    }

    private static void entersTheProvider(Browser.Visit admin, CompanyRealm company) {
        Page page = admin.page();
        page.locator(".provider-entry vaadin-text-field input").nth(0).fill(company.issuer());
        page.locator(".provider-entry vaadin-text-field input").nth(1).fill(CompanyRealm.CLIENT);
        page.locator(".provider-entry vaadin-password-field input").fill(CompanyRealm.SECRET);
        page.locator(".provider-entry vaadin-button:not([theme~=primary]):not([theme~=tertiary])")
                .click();
        page.locator("vaadin-notification-card").first().waitFor();
        admin.shot("provider-tested");
        assertThat(page.locator("vaadin-notification-card").first().innerText()).contains(company.issuer());
        page.locator(".provider-entry vaadin-button[theme~=primary]").click();
        page.locator(".provider-entry")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        admin.shot("provider-added");
    }

    private static void comesThroughItTheFirstTime(Browser.Visit admin) {
        Page page = admin.page();
        page.locator("main vaadin-button[theme~=primary]").click();
        page.waitForURL(address -> address.contains("/realms/hanbit-login/"));
        page.locator("#username").fill(ADMINISTRATOR);
        page.locator("#password").fill(CompanyRealm.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForLoadState();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/screenshots/provider-joins.png")));
        System.out.println("AFTER COMPANY " + page.url() + "\n" + admin.text());
        page.locator("#linkAccount").click();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target/screenshots/provider-password.png")));
        page.locator("#password").fill(RunningPlatform.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForLoadState();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/screenshots/provider-otp.png")));
        System.out.println("AFTER PASSWORD " + page.url() + "\n" + admin.text());
        admin.typeCode(ADMINISTRATOR);
        System.out.println("BACK " + page.url());
        admin.shot("provider-proved");
    }
}
