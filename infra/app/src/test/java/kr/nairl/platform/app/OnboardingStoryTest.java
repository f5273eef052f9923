package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.Members;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.devservices.DevKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A company comes in: invited by a lab manager, by mail, through Keycloak's registration, to a saved profile. */
class OnboardingStoryTest {

    private static final String EMAIL = "first@saessak.example";
    private static final String LEFT = "left@hanbit.example";
    private static final String OTHER = "hyungjin.chung@everex.example";
    private static final String SECRET = "Saessak-2026-joins";
    static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/join/[A-Za-z0-9_-]+");

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
    void anInvitedCompanyRegistersSavesItsProfileIsFoundAndSignsOut() throws Exception {
        try (Browser.Visit manager = browser.visit("ko-KR").signIn("manager@nairl.example")) {
            invite(manager);
        }
        String link = MailedLink.to(platform, LINK, EMAIL);
        try (Browser.Visit first = browser.visit("ko-KR")) {
            register(first, link);
            saveProfile(first);
            assertThat(keycloakOrganisations()).contains("saessak-bio", EMAIL);
            first.open("/partners?q=" + URLEncoder.encode("ㅅㅆㅂㅇㅇ", StandardCharsets.UTF_8));
            first.page().waitForSelector(".partner-card");
            first.shot("onboarding-in-directory");
            assertThat(first.text()).contains("새싹바이오", "바이오: 세포 배양");
            signOut(first);
        }
        try (Browser.Visit late = browser.visit("ko-KR")) {
            late.page().navigate(link);
            late.page().waitForSelector("h1");
            late.shot("onboarding-used-link");
            assertThat(late.text()).contains("더 이상 쓸 수 없는 초대입니다").doesNotContain(EMAIL);
        }
    }

    /** A registration left half-way must not bring whoever signs in next in this browser into the organisation. */
    @Test
    void anInvitationThatWasLeftIsNotUsedUpByTheNextSignIn() throws Exception {
        Actor.Person owner = platform.actor("dohyun.seo@hanbit.example");
        platform.bean(Invitations.class)
                .inviteMember(owner, owner.organisation(), new EmailAddress(LEFT), Set.of(Role.MEMBER), Language.KO);
        String link = MailedLink.to(platform, LINK, LEFT);
        try (Browser.Visit shared = browser.visit("ko-KR")) {
            shared.page().navigate(link);
            shared.agree().page().locator("vaadin-button[theme~=primary]").click();
            shared.page().waitForSelector("#password-confirm");
            shared.signIn(OTHER);
            shared.open("/home");
            shared.page().waitForSelector(".reader-card");
        }
        assertThat(platform.memberships(OTHER)).isOne();
        try (Browser.Visit invited = browser.visit("ko-KR")) {
            invited.page().navigate(link);
            invited.page().waitForSelector("vaadin-button[theme~=primary]");
            assertThat(invited.text()).contains(LEFT);
        }
    }

    @Test
    void whoeverJoinsASecondOrganisationActsForOneAtATime() throws Exception {
        Actor.Person owner = platform.actor("dohyun.seo@hanbit.example");
        platform.bean(Invitations.class)
                .inviteMember(owner, owner.organisation(), new EmailAddress(OTHER), Set.of(Role.MEMBER), Language.KO);
        String link = MailedLink.to(platform, LINK, OTHER);
        try (Browser.Visit visit = browser.visit("ko-KR")) {
            visit.page().navigate(link);
            visit.agree().page().locator("vaadin-button:not([theme~=primary])").click();
            visit.page().waitForSelector("#username");
            visit.page().locator("#username").fill(OTHER);
            visit.page().locator("#kc-login").click();
            visit.page().locator("#password").fill(RunningPlatform.PASSWORD);
            visit.page().locator("#kc-login").click();
            actsFor(visit, "한빛로보틱스");
        }
        try (Browser.Visit visit = browser.visit("ko-KR").signIn(OTHER)) {
            visit.page().waitForSelector("h1");
            visit.shot("choose");
            assertThat(visit.page().locator("h1").innerText()).isEqualTo("어느 기관으로 일할까요?");
            choose(visit, "한빛로보틱스");
            assertThat(visit.text()).contains("소포를 점으로").doesNotContain("에버엑스");
            Page other = visit.context().newPage();
            other.navigate(platform.url() + "/profile");
            other.waitForSelector(".profile-form");
            visit.page().locator(".reader-card").click();
            visit.page().locator(".organisations a[aria-current]").waitFor();
            visit.shot("choose-in-the-menu");
            visit.page()
                    .locator(".organisations a", new Page.LocatorOptions().setHasText("에버엑스"))
                    .click();
            actsFor(visit, "에버엑스");
            assertThat(visit.text()).doesNotContain("소포를 점으로", "한빛로보틱스");
            // What was open in another tab is gone there, too.
            other.waitForURL(platform.url() + "/home");
            other.locator(".reader-card", new Page.LocatorOptions().setHasText("에버엑스"))
                    .waitFor();
            assertThat(other.locator("body").innerText()).doesNotContain("소포를 점으로", "한빛로보틱스");
            // A link from elsewhere chooses nothing.
            visit.open("/choose?to=" + owner.organisation()).settled();
            assertThat(visit.page().locator("h1").innerText()).isEqualTo("어느 기관으로 일할까요?");
            actsFor(visit, "에버엑스");
            choose(visit, "한빛로보틱스");
        } finally {
            platform.bean(Members.class)
                    .remove(owner, owner.organisation(), platform.actor(OTHER).id());
        }
        assertThat(platform.memberships(OTHER)).isOne();
    }

    private static void choose(Browser.Visit visit, String organisation) {
        visit.page()
                .locator("main .rows > li", new Page.LocatorOptions().setHasText(organisation))
                .locator("vaadin-button")
                .click();
        visit.page().waitForURL(address -> address.endsWith("/home"));
        actsFor(visit, organisation);
    }

    private static void actsFor(Browser.Visit visit, String organisation) {
        visit.page()
                .locator(".reader-card", new Page.LocatorOptions().setHasText(organisation))
                .first()
                .waitFor();
        visit.settled();
    }

    private static void invite(Browser.Visit manager) {
        manager.open("/partners/invite");
        Page page = manager.page();
        Locator name = page.locator(".bilingual-field input");
        name.nth(0).fill("새싹바이오");
        name.nth(1).fill("Saessak Bio");
        page.locator("vaadin-email-field input").fill("no address");
        Locator send = page.locator("main vaadin-button[theme~=primary]");
        send.click();
        page.waitForSelector("vaadin-email-field[invalid]");
        assertThat(name.nth(0).inputValue()).isEqualTo("새싹바이오");
        page.locator("vaadin-email-field input").fill(EMAIL);
        send.click();
        page.waitForSelector(".invitation");
        manager.shot("onboarding-invited");
        assertThat(page.locator(".invitation").innerText()).contains(EMAIL, "답을 기다림");
    }

    private static void register(Browser.Visit first, String link) {
        Page page = first.page();
        page.navigate(link);
        page.waitForSelector("h1");
        first.shot("onboarding-join");
        assertThat(first.text()).contains("새싹바이오", EMAIL, "이미 계정이 있습니다");
        page.locator("vaadin-button[theme~=primary]").click();
        page.locator(".join-consents vaadin-checkbox[invalid]").waitFor();
        first.agree().page().locator("vaadin-button[theme~=primary]").click();
        page.waitForSelector("#password-confirm");
        if (page.locator("#username").count() > 0) {
            page.locator("#username").fill(EMAIL);
        }
        page.locator("#email").fill(EMAIL);
        page.locator("#firstName").fill("지우");
        page.locator("#lastName").fill("한");
        page.locator("#password").fill(SECRET);
        page.locator("#password-confirm").fill(SECRET);
        page.locator("form [type=submit]").first().click();
        page.waitForURL(address -> address.startsWith(platform.url() + "/profile"));
        page.waitForSelector(".profile-form");
        assertThat(first.text()).contains("파트너 관리자", "한지우");
    }

    private static void saveProfile(Browser.Visit first) {
        Page page = first.page();
        Locator sector = page.locator(".profile-form .bilingual-field").nth(1).locator("input");
        sector.nth(0).fill("바이오: 세포 배양");
        sector.nth(1).fill("Bio: cell culture");
        assertThat(page.locator(".completeness").innerText()).contains("분야를 써 주세요");
        page.locator(".save-bar vaadin-button[theme~=primary]").click();
        page.waitForFunction("() => !document.querySelector('.completeness').innerText.includes('분야를')");
        first.shot("onboarding-profile-saved");
        first.open("/profile");
        page.waitForSelector(".profile-form");
        assertThat(sector.nth(1).inputValue()).isEqualTo("Bio: cell culture");
    }

    /** Neither session is left: the next page asks for a name again, and asks to sign in, not to register. */
    private static void signOut(Browser.Visit first) {
        Page page = first.page();
        page.locator(".reader-card").click();
        page.locator(".reader-menu-list button.menu-line, button.menu-line")
                .last()
                .click();
        page.waitForURL(address -> address.matches(Pattern.quote(platform.url()) + "/(ko|en)?"));
        first.open("/home");
        page.waitForSelector("#username");
        first.shot("onboarding-signed-out");
        assertThat(page.url()).startsWith(platform.keycloak().url().toString()).doesNotContain("prompt=create");
        assertThat(page.locator("#password-confirm").count()).isZero();
    }

    /** The organisation and its members as Keycloak's own administrator sees them. */
    private static String keycloakOrganisations() throws IOException, InterruptedException {
        DevKeycloak keycloak = platform.keycloak();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String form = "grant_type=password&client_id=admin-cli&username=" + DevKeycloak.CONSOLE_USER + "&password="
                    + URLEncoder.encode(keycloak.consolePassword(), StandardCharsets.UTF_8);
            String token = value(
                    "access_token",
                    http.send(
                                    HttpRequest.newBuilder(URI.create(
                                                    keycloak.url() + "/realms/master/protocol/openid-connect/token"))
                                            .header("Content-Type", "application/x-www-form-urlencoded")
                                            .POST(HttpRequest.BodyPublishers.ofString(form))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
            String organisations = keycloak.url() + "/admin/realms/" + DevKeycloak.REALM + "/organizations";
            String found = get(http, organisations + "?search=Saessak", token);
            if (found.equals("[]")) {
                found = get(http, organisations + "?search=" + URLEncoder.encode("새싹", StandardCharsets.UTF_8), token);
            }
            return found + get(http, organisations + "/" + value("id", found) + "/members", token);
        }
    }

    private static String get(HttpClient http, String address, String token) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String value(String key, String json) {
        Matcher value = Pattern.compile("\"" + key + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        assertThat(value.find()).as(key + " in " + json).isTrue();
        return value.group(1);
    }
}
