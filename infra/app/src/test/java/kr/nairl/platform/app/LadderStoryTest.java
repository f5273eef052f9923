package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A company decides field by field who reads it, sees its page as others do, and sees who opened what. */
class LadderStoryTest {

    private static final String COMPANY = "junseo.bae@onsaemi.example";
    private static final String PARTNER = "albert.no@yonsei.example";
    private static final String RESEARCHER = "changhee.lee@korea-univ.example";
    private static final String PAGE = "/partners/onsaemi-vision";
    private static final PlatformMessages WORDS = new PlatformMessages();

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
    void aFieldIsNarrowedByTheKeyboardSeenAsOthersSeeItAndReadByNobodyElse() {
        try (Browser.Visit company = browser.visit("ko-KR").signIn(COMPANY);
                Browser.Visit partner = browser.visit("ko-KR").signIn(PARTNER);
                Browser.Visit researcher = browser.visit("ko-KR").signIn(RESEARCHER)) {
            Page page = company.page();
            page(company, PAGE);
            String summary = page.locator(".page-header .lead").innerText();
            assertThat(visited("/ko" + PAGE)).contains(summary);

            page(company, "/profile");
            choose(company, "organisation.summary", "ArrowDown", "ladder.NDA");
            company.shot("ladder-profile");
            page.locator(".save-bar vaadin-button[theme~=primary]").click();
            company.settled();

            page(company, PAGE + "?as=MEMBERS");
            assertThat(company.text()).doesNotContain(summary).contains(say("organisation.summary"));
            company.shot("ladder-seen-as-member");
            page(company, PAGE + "?as=NDA");
            assertThat(company.text()).contains(summary);
            company.shot("ladder-seen-after-nda");

            for (Browser.Visit reader : new Browser.Visit[] {researcher, partner}) {
                page(reader, PAGE);
                assertThat(reader.text()).doesNotContain(summary);
                assertThat(reader.page().locator(".view-as").count()).isZero();
                page(reader, PAGE + "?as=NDA");
                assertThat(reader.text()).doesNotContain(summary);
            }
            for (String address : new String[] {"/ko" + PAGE, "/ko/partners?q="}) {
                assertThat(visited(address)).doesNotContain(summary);
            }

            // with an agreement the partner reads it, and both sides see that it was read
            page(company, "/agreements");
            company.shot("ladder-no-agreement");
            Locator other = page.locator("main vaadin-combo-box input");
            other.fill("연세");
            page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("연세"))
                    .first()
                    .click();
            page.locator("main vaadin-date-picker input").first().fill("2026-01-02");
            page.keyboard().press("Enter");
            page.locator("main vaadin-button[theme~=primary]").click();
            page.getByText(say("nda.stands")).first().waitFor();
            company.shot("ladder-agreement");
            page(partner, PAGE);
            assertThat(partner.text()).contains(summary);
            partner.shot("ladder-read-after-nda");
            page(partner, "/agreements");
            assertThat(partner.text()).contains("온새미비전");
            page(researcher, PAGE);
            assertThat(researcher.text()).doesNotContain(summary);
            page(company, "/access-ledger");
            assertThat(company.text()).contains("연세대", say("ladder.NDA"));
            company.shot("ladder-ledger");
            page(partner, "/access-ledger");
            assertThat(partner.text()).contains("온새미비전", say("ladder.NDA"));
            partner.shot("ladder-ledger-of-the-reader");

            page(company, "/agreements");
            page.locator("main vaadin-button", new Page.LocatorOptions().setHasText(say("nda.end")))
                    .first()
                    .click();
            page.locator("[slot=confirm-button]").first().click();
            page.getByText(say("nda.over")).first().waitFor();
            page(partner, PAGE);
            assertThat(partner.text()).doesNotContain(summary);

            page(company, "/profile");
            choose(company, "organisation.summary", "ArrowUp", "ladder.same.profile");
            page.locator(".save-bar vaadin-button[theme~=primary]").click();
            company.settled();
            assertThat(visited("/ko" + PAGE)).contains(summary);
        }
    }

    @Test
    void thePagesFitAPhoneAndADeskInBothLanguages() throws SQLException {
        for (String language : new String[] {"ko", "en"}) {
            speak(language);
            try (Browser.Visit phone = browser.visit("en-US", 360, 800).signIn(COMPANY);
                    Browser.Visit desk = browser.visit("en-US").signIn(COMPANY)) {
                for (String address :
                        new String[] {"/profile", PAGE + "?as=PUBLIC", "/interests/new", "/agreements", "/access-ledger"
                        }) {
                    String name = "ladder-" + language + address.replaceAll("\\W+", "-");
                    page(phone, address);
                    phone.shot(name + "-phone");
                    assertThat(phone.page().evaluate("document.documentElement.scrollWidth"))
                            .as(address)
                            .isEqualTo(360);
                    page(desk, address);
                    desk.shot(name);
                }
            } finally {
                speak("ko");
            }
        }
    }

    private static void speak(String language) throws SQLException {
        try (Connection all = RunningPlatform.get().asSuperuser();
                PreparedStatement change =
                        all.prepareStatement("UPDATE platform.person SET language = ? WHERE email = ?")) {
            change.setString(1, language);
            change.setString(2, COMPANY);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    /** The page as a visitor gets it who was not here before: browsers keep public pages for five minutes. */
    private static String visited(String address) {
        try (Browser.Visit visitor = browser.visit("ko-KR")) {
            return visitor.open(address).page().content();
        }
    }

    private static void page(Browser.Visit visit, String address) {
        visit.open(address).settled();
        visit.page().waitForSelector("h1");
    }

    /** Sets the choice beside a field with the keyboard alone. */
    private static void choose(Browser.Visit visit, String field, String arrow, String rung) {
        Page page = visit.page();
        Locator picker = page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(say("ladder.picker", say(field))))
                .first();
        picker.focus();
        page.keyboard().press("Enter");
        page.waitForSelector(".audience-picker[opened]");
        String wanted = say(rung);
        // a key that comes before the list has the focus is lost
        for (int i = 0; i < 8 && !focused(page).contains(wanted); i++) {
            page.keyboard().press(arrow);
        }
        assertThat(focused(page)).contains(wanted);
        page.keyboard().press("Enter");
        visit.settled();
        assertThat(picker.innerText()).contains(wanted);
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.innerText ?? ''");
    }

    private static String say(String key, Object... parameters) {
        return WORDS.getTranslation(key, Locale.KOREAN, parameters);
    }
}
