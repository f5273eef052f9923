package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A company's whole way with real Keycloak and real mail: application, confirmation, review, invitation, passkey, profile,
 * member, domain, own identity provider, removal, and the lab stopping the provider.
 */
class WholeOnboardingStoryTest {

    private static final String FOUNDER = "mina.oh@dasom.example";
    private static final String COLLEAGUE = "nuri.kim@dasom.example";
    private static final String NEWCOMER = "haneul.lee@dasom-lab.example";
    private static final String SECRET = "Dasom-robot-2026-joins";
    private static final Pattern APPLICATION =
            Pattern.compile("https?://[^\\s\"<>]+/become-a-partner/[A-Za-z0-9_-]{43}");
    private static final Pattern DOMAIN = Pattern.compile("https?://[^\\s\"<>]+/domain/[A-Za-z0-9_-]{43}");

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
    void fromAnApplicationToItsOwnLoginAndARemoval() throws Exception {
        try (CompanyRealm company = new CompanyRealm("dasom-login", FOUNDER, COLLEAGUE, NEWCOMER);
                Browser.Visit founder = browser.visit("ko-KR");
                Browser.Visit colleague = browser.visit("ko-KR");
                Browser.Visit newcomer = browser.visit("en-US")) {
            Passkey.on(founder.page());
            applies(founder);
            isAccepted();
            joinsWithAPasskey(founder);
            savesTheProfile(founder);
            invites(founder, COLLEAGUE);
            colleague.register(MailedLink.to(platform, OnboardingStoryTest.LINK, COLLEAGUE), "누리", "김", SECRET);
            provesAnotherDomain(founder);
            String alias = entersTheProvider(founder, company);
            comesThrough(founder, FOUNDER);
            joinsTheAccounts(founder);
            withPasskey(founder);
            founder.page().waitForURL(platform.url() + "/people/sign-in");
            founder.settled().shot("provider-proved");
            isRequired(founder);

            signsInOtherwiseAndIsSentThrough(colleague);
            invites(founder, NEWCOMER);
            comesInAsSomebodyNew(newcomer);
            removes(founder);
            newcomer.open("/interests").settled();
            assertThat(newcomer.text()).doesNotContain("다솜로봇", "Dasom");
            labStopsIt(alias);
            colleague.open("/home").settled();
            assertThat(colleague.page().url())
                    .startsWith(platform.keycloak().url().toString());
        }
    }

    private static void applies(Browser.Visit founder) throws Exception {
        Page page = founder.page();
        founder.open("/ko/become-a-partner");
        page.locator("[id='name.ko']").fill("다솜로봇");
        page.locator("[id='name.en']").fill("Dasom Robots");
        page.locator("#number").fill("314-81-04170");
        page.locator("#website").fill("dasom.example");
        page.locator("#emailDomain").fill("dasom.example");
        page.locator("#contactName").fill("오미나");
        page.locator("#contact").fill(FOUNDER);
        page.locator("#need").fill("로봇 손이 무른 과일을 다치지 않게 집게 하고 싶습니다.");
        page.locator("[id='consent.PRIVACY']").check();
        page.locator("[id='consent.CONTACT']").check();
        page.locator("form.sheet button[type=submit]").click();
        page.waitForURL(address -> address.endsWith("/become-a-partner/sent"));
        page.navigate(MailedLink.to(platform, APPLICATION, FOUNDER));
        page.locator("button.primary").click();
        page.getByText("연구소가 검토하고 있습니다").waitFor();
    }

    private static void isAccepted() {
        try (Browser.Visit manager = browser.visit("ko-KR").signIn("manager@nairl.example")) {
            Page page = manager.page();
            manager.open("/applications").settled();
            page.locator("main .rows a", new Page.LocatorOptions().setHasText("다솜로봇"))
                    .click();
            page.waitForURL(Pattern.compile(".*/applications/[0-9a-f-]{36}"));
            manager.settled();
            page.locator("main vaadin-button[theme~=primary]", new Page.LocatorOptions().setHasText("받아들이기"))
                    .click();
            page.locator("vaadin-button[slot=confirm-button]").click();
            page.getByText("신청에서 생긴 것").waitFor();
        }
    }

    private static void joinsWithAPasskey(Browser.Visit founder) throws Exception {
        Page page = founder.page();
        founder.register(MailedLink.to(platform, OnboardingStoryTest.LINK, FOUNDER), "미나", "오", SECRET);
        founder.open("/oauth2/authorization/keycloak?set-up=passkey");
        page.waitForCondition(() -> page.locator("#registerWebAuthn").count()
                        + page.locator("#password").count()
                > 0);
        if (page.locator("#password").count() > 0) {
            page.locator("#password").fill(SECRET);
            page.locator("#kc-login").click();
        }
        page.onDialog(dialog -> dialog.accept("Dasom laptop"));
        press(page, "#registerWebAuthn");
        page.waitForURL(platform.url() + "/account");
        founder.settled().shot("whole-passkey");
        assertThat(founder.text()).contains("패스키\n1개 등록됨");
        // out, and in again with it
        page.locator(".reader-card").click();
        page.locator("button.menu-line").last().click();
        page.waitForURL(address -> address.matches(Pattern.quote(platform.url()) + "/(ko|en)?"));
        founder.open("/profile");
        page.locator("#username").fill(FOUNDER);
        page.locator("#kc-login").click();
        page.locator("#password").fill(SECRET);
        page.locator("#kc-login").click();
        withPasskey(founder);
        page.waitForURL(address -> address.startsWith(platform.url() + "/profile"));
        page.waitForSelector(".profile-form");
    }

    /** The button does something only once the page's script has come. */
    private static void press(Page page, String button) {
        page.locator(button).waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.locator(button).click();
    }

    private static void withPasskey(Browser.Visit visit) {
        press(visit.page(), "#authenticateWebAuthnButton");
        visit.page().waitForURL(address -> address.startsWith(platform.url()));
    }

    private static void savesTheProfile(Browser.Visit founder) {
        Page page = founder.page();
        Locator sector = page.locator(".profile-form .bilingual-field").nth(1).locator("input");
        sector.nth(0).fill("로봇: 과일 선별");
        sector.nth(1).fill("Robots: fruit picking");
        page.locator(".save-bar vaadin-button[theme~=primary]").click();
        page.waitForFunction("() => !document.querySelector('.completeness').innerText.includes('분야를')");
    }

    private static void invites(Browser.Visit founder, String email) {
        founder.open("/people").settled();
        founder.page().locator("main vaadin-email-field input").fill(email);
        founder.page().locator("main vaadin-button[theme~=primary]").click();
        founder.page().waitForSelector(".invitation:has-text('" + email + "')");
    }

    private static void provesAnotherDomain(Browser.Visit founder) throws Exception {
        Page page = founder.page();
        founder.open("/people/sign-in").settled();
        page.locator("main .field-and-button input").fill("dasom-lab.example");
        page.locator("main .field-and-button vaadin-button").click();
        page.locator(".prove-domain").waitFor();
        founder.shot("provider-domain-asked");
        page.locator(".prove-by-mail vaadin-button").click();
        try (Browser.Visit keeper = browser.visit("en-US")) {
            keeper.page().navigate(MailedLink.to(platform, DOMAIN, "postmaster@dasom-lab.example"));
            keeper.shot("provider-domain-confirm");
            keeper.page().locator("main button[type=submit]").click();
            keeper.page().waitForURL(address -> address.endsWith("?done"));
        }
        founder.open("/people/sign-in").settled();
        assertThat(founder.text()).contains("메일로 확인");
    }

    /** Answers the provider's alias in the realm, as the address to come back to shows it. */
    private static String entersTheProvider(Browser.Visit founder, CompanyRealm company) {
        Page page = founder.page();
        Locator fields = page.locator(".provider-entry vaadin-text-field input");
        fields.nth(0).fill(company.issuer() + "/nowhere");
        fields.nth(1).fill(CompanyRealm.CLIENT);
        page.locator(".provider-entry vaadin-password-field input").fill(CompanyRealm.SECRET);
        Locator test = page.locator(".provider-entry vaadin-button", new Page.LocatorOptions().setHasText("연결 시험"));
        test.click();
        page.getByText("로그인 서버가 답하지 않습니다").first().waitFor();
        fields.nth(0).fill(company.issuer());
        test.click();
        page.getByText("연결할 수 있습니다: " + company.issuer()).first().waitFor();
        founder.shot("provider-tested");
        String back = page.locator(".provider-entry .copy-line code").first().innerText();
        page.locator(".provider-entry vaadin-button[theme~=primary]").click();
        page.locator(".provider-entry").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        founder.shot("provider-added");
        page.locator("main vaadin-button", new Page.LocatorOptions().setHasText("이 로그인으로"))
                .click();
        return back.replaceAll(".*/broker/([^/]+)/endpoint", "$1");
    }

    private static void comesThrough(Browser.Visit visit, String email) {
        Page page = visit.page();
        page.waitForURL(address -> address.contains("/realms/dasom-login/"));
        page.locator("#username").fill(email);
        page.locator("#password").fill(CompanyRealm.PASSWORD);
        page.locator("#kc-login").click();
    }

    /** An account with this address is there: only its password joins the two. */
    private static void joinsTheAccounts(Browser.Visit visit) {
        Page page = visit.page();
        page.locator("#linkAccount").click();
        page.locator("#password").fill(SECRET);
        page.locator("#kc-login").click();
    }

    private static void isRequired(Browser.Visit founder) {
        Page page = founder.page();
        page.locator("main vaadin-button", new Page.LocatorOptions().setHasText("꼭 쓰게 하기"))
                .click();
        page.locator("vaadin-button[slot=confirm-button]").click();
        // who came through it goes on working
        page.getByText("꼭 써야 함").first().waitFor();
        founder.settled().shot("provider-required");
    }

    private static void signsInOtherwiseAndIsSentThrough(Browser.Visit colleague) {
        Page page = colleague.page();
        colleague.open("/home");
        page.locator("#username").fill(COLLEAGUE);
        page.locator("#kc-login").click();
        page.locator("#password").fill(SECRET);
        page.locator("#kc-login").click();
        page.locator("main .rows vaadin-button").waitFor();
        colleague.shot("provider-held-back");
        assertThat(colleague.text()).contains("다솜로봇 로그인으로 계속").doesNotContain("과일 선별");
        page.locator("main .rows vaadin-button").click();
        comesThrough(colleague, COLLEAGUE);
        joinsTheAccounts(colleague);
        page.locator(".reader-card", new Page.LocatorOptions().setHasText("다솜로봇"))
                .first()
                .waitFor();
    }

    private static void comesInAsSomebodyNew(Browser.Visit newcomer) throws Exception {
        Page page = newcomer.page();
        page.navigate(MailedLink.to(platform, OnboardingStoryTest.LINK, NEWCOMER));
        newcomer.agree().shot("provider-join");
        assertThat(newcomer.text()).contains("Continue with the login of").doesNotContain("Create an account");
        page.locator("vaadin-button[theme~=primary]").click();
        comesThrough(newcomer, NEWCOMER);
        // in the invitation's language, which is the account's from here on
        page.locator(".reader-card", new Page.LocatorOptions().setHasText("다솜로봇"))
                .first()
                .waitFor();
        newcomer.settled().shot("provider-newcomer");
    }

    private static void removes(Browser.Visit founder) {
        Page page = founder.page();
        founder.open("/people").settled();
        page.locator("main .rows > li", new Page.LocatorOptions().setHasText(NEWCOMER))
                .first()
                .locator("vaadin-button[aria-label*='내보내기']")
                .click();
        page.locator("vaadin-button[slot=confirm-button]").click();
        page.waitForCondition(() -> page.locator("main .member-tools").count() == 2);
    }

    private static void labStopsIt(String alias) {
        try (Browser.Visit manager = browser.visit("en-US").signIn("manager@nairl.example")) {
            Page page = manager.page();
            manager.open("/partners/" + alias + "/sign-in").settled();
            page.locator("main vaadin-button", new Page.LocatorOptions().setHasText("멈추기"))
                    .click();
            page.locator("vaadin-button[slot=confirm-button]").click();
            page.getByText("연구소가 멈춤").first().waitFor();
            manager.settled().shot("provider-stopped");
        }
    }
}
