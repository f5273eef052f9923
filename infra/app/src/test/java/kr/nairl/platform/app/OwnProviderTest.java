package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.federation.OwnProviders;
import kr.nairl.platform.core.federation.ProviderForm;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Two companies with providers of their own, one of which speaks SAML and the other names addresses that are not its. */
class OwnProviderTest {

    private static final String PERSON = "saml.person@everex.example";
    private static final Actor.Person EVEREX = RunningPlatform.get().actor("byunghoon.kim@everex.example");
    private static final Actor.Person HANBIT = RunningPlatform.get().actor("dohyun.seo@hanbit.example");

    private static RunningPlatform platform;
    private static OwnProviders providers;
    private static Browser browser;
    private static CompanyRealm honest;
    private static CompanyRealm forger;

    @BeforeAll
    static void open() throws Exception {
        platform = RunningPlatform.get();
        providers = platform.bean(OwnProviders.class);
        browser = new Browser();
        honest = new CompanyRealm("everex-login", PERSON);
        forger = new CompanyRealm("forger-login", PERSON, "hyungjin.chung@everex.example");
        assertThat(providers.add(EVEREX, EVEREX.organisation(), new ProviderForm.Saml(honest.samlMetadata())))
                .isEqualTo(new OwnProviders.Outcome.Done());
        assertThat(providers.add(
                        HANBIT,
                        HANBIT.organisation(),
                        new ProviderForm.Oidc(forger.issuer(), CompanyRealm.CLIENT, CompanyRealm.SECRET)))
                .isEqualTo(new OwnProviders.Outcome.Done());
    }

    @AfterAll
    static void close() {
        providers.remove(EVEREX, EVEREX.organisation());
        providers.remove(HANBIT, HANBIT.organisation());
        honest.close();
        forger.close();
        browser.close();
    }

    @Test
    void peopleComeThroughSamlAndNobodyElsesProviderBecomesThem() throws Exception {
        platform.bean(Invitations.class)
                .inviteMember(
                        EVEREX, EVEREX.organisation(), new EmailAddress(PERSON), Set.of(Role.MEMBER), Language.KO);
        try (Browser.Visit visit = browser.visit("ko-KR")) {
            Page page = visit.page();
            page.navigate(MailedLink.to(platform, OnboardingStoryTest.LINK, PERSON));
            visit.agree();
            page.locator("vaadin-button[theme~=primary]").click();
            signIn(page, PERSON);
            page.locator(".reader-card", new Page.LocatorOptions().setHasText("에버엑스"))
                    .first()
                    .waitFor();
        }
        assertThat(identities(PERSON))
                .singleElement()
                .satisfies(one -> assertThat(one.getIdentityProvider()).isEqualTo(alias(EVEREX)));

        // the other company's provider says that it is the same address
        try (Browser.Visit forged = browser.visit("ko-KR")) {
            Page page = forged.page();
            forged.open("/oauth2/authorization/keycloak?provider=" + alias(HANBIT));
            signIn(page, PERSON);
            page.locator("#linkAccount").click();
            page.locator("#password").fill(CompanyRealm.PASSWORD);
            page.locator("#kc-login").click();
            page.locator("#password").waitFor();
            forged.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(java.nio.file.Path.of("target", "screenshots", "provider-forged.png")));
            assertThat(page.url()).startsWith(platform.keycloak().url().toString());
            forged.open("/home");
            assertThat(page.url()).startsWith(platform.keycloak().url().toString());
        }
        assertThat(identities(PERSON))
                .singleElement()
                .satisfies(one -> assertThat(one.getIdentityProvider()).isEqualTo(alias(EVEREX)));
    }

    /** Even somebody who joined the two themselves opens nothing through a provider that may not speak for them. */
    @Test
    void aProviderOpensNothingOutsideItsDomains() {
        String email = "hyungjin.chung@everex.example";
        try (Browser.Visit visit = browser.visit("ko-KR")) {
            Page page = visit.page();
            visit.open("/oauth2/authorization/keycloak?provider=" + alias(HANBIT));
            signIn(page, email);
            page.locator("#linkAccount").click();
            page.locator("#password").fill(RunningPlatform.PASSWORD);
            page.locator("#kc-login").click();
            page.waitForURL(address -> address.startsWith(platform.url()));
            visit.open("/home").settled().shot("provider-opens-nothing");
            assertThat(visit.text()).contains("지금 쓴 로그인으로는").contains("에버엑스");
            visit.open("/interests").settled();
            assertThat(page.locator("main .interest-card, main .rows").count()).isZero();
        } finally {
            try (Keycloak all = CompanyRealm.administration()) {
                var users = CompanyRealm.ours(all).users();
                users.get(users.searchByEmail(email, true).getFirst().getId()).removeFederatedIdentity(alias(HANBIT));
            }
        }
    }

    private static void signIn(Page page, String email) {
        page.locator("#username").fill(email);
        page.locator("#password").fill(CompanyRealm.PASSWORD);
        page.locator("#kc-login").click();
    }

    private static String alias(Actor.Person administrator) {
        return providers
                .of(administrator, administrator.organisation())
                .orElseThrow()
                .alias();
    }

    /** Of the one account with this address. */
    private static List<FederatedIdentityRepresentation> identities(String email) {
        try (Keycloak all = CompanyRealm.administration()) {
            var users = CompanyRealm.ours(all).users();
            List<UserRepresentation> found = users.searchByEmail(email, true);
            assertThat(found).hasSize(1);
            return users.get(found.getFirst().getId()).getFederatedIdentity();
        }
    }
}
