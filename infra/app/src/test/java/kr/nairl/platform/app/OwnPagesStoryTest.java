package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people keep about themselves: a company's entries and logo, an interest's life, a researcher's results. */
class OwnPagesStoryTest {

    private static final String COMPANY = "junseo.bae@onsaemi.example";
    private static final String RESEARCHER = "changhee.lee@korea-univ.example";
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
    void aCompanyAddsMovesChangesAndRemovesEntriesAndShowsItsLogo() throws IOException {
        try (Browser.Visit company = browser.visit("ko-KR").signIn(COMPANY)) {
            Page page = company.page();
            company.open("/profile").settled();
            page.waitForSelector(".profile-form");
            Locator products = page.locator(".profile-form .card", text(say("organisation.items.PRODUCT")))
                    .last();
            int before = products.locator(".rows > li").count();
            products.getByText(say("organisation.item.add")).first().click();
            page.locator(".item-dialog vaadin-text-field input").first().fill("온새미 렌즈");
            button(page, ".item-dialog", "organisation.item.take").click();
            page.getByText("온새미 렌즈").first().waitFor();
            assertThat(names(products)).hasSize(before + 1).endsWith("온새미 렌즈");

            // Moving goes on with the keyboard: the button that moved the entry keeps the focus.
            String up = say("organisation.item.up", "온새미 렌즈");
            page.locator("vaadin-button[aria-label='" + up + "']").click();
            company.settled();
            assertThat(names(products).get(before - 1)).isEqualTo("온새미 렌즈");
            page.waitForFunction(
                    "label => document.activeElement?.getAttribute('aria-label') === label", focused(before, up));

            page.locator("vaadin-button[aria-label='" + say("organisation.item.edit", "온새미 렌즈") + "']")
                    .click();
            page.locator(".item-dialog vaadin-text-field input").nth(1).fill("Onsaemi Lens");
            button(page, ".item-dialog", "organisation.item.take").click();
            page.locator(".save-bar vaadin-button[theme~=primary]").click();
            company.settled();
            upload(page, "too-large.png", "image/png", new byte[2 * 1024 * 1024]);
            page.getByText(say("fieldError.file-too-large", "1 MB")).first().waitFor();
            upload(page, "logo.png", "image/png", picture());
            page.waitForSelector(".partner-logo img");
            company.shot("own-profile");

            company.open("/partners/onsaemi-vision").settled();
            page.waitForSelector("h1");
            assertThat(company.text()).contains("온새미 렌즈");
            assertThat(page.locator("main .avatar img").count()).isPositive();
            company.shot("own-profile-as-others-see-it");

            company.open("/profile").settled();
            page.waitForSelector(".profile-form");
            page.locator("vaadin-button[aria-label='" + say("organisation.item.remove", "온새미 렌즈") + "']")
                    .click();
            page.locator(".save-bar vaadin-button[theme~=primary]").click();
            company.settled();
            company.open("/profile").settled();
            page.waitForSelector(".profile-form");
            assertThat(names(products)).hasSize(before).doesNotContain("온새미 렌즈");
        }
    }

    @Test
    void anInterestIsWrittenOpenedPausedResumedClosedAndRenewed() {
        String title = "라인 교체를 줄이는 검사 " + UUID.randomUUID().toString().substring(0, 8);
        try (Browser.Visit company = browser.visit("ko-KR").signIn(COMPANY);
                Browser.Visit researcher = browser.visit("ko-KR").signIn(RESEARCHER)) {
            Page page = company.page();
            company.open("/interests/new").settled();
            page.waitForSelector("h1");
            page.locator("main .bilingual-field vaadin-text-field input")
                    .first()
                    .fill(title);
            page.locator("main vaadin-text-area textarea")
                    .first()
                    .fill("새 부품이 들어올 때마다 검사 장비가 다섯 주를 쉽니다. 작업 표준서의 문장만으로 결함을 찾을 수 있는지 함께 확인할 연구자를 찾습니다.");
            page.locator("main vaadin-text-area textarea").first().blur();
            company.settled();
            page.waitForTimeout(2500);
            button(page, "main", "interest.write.open").click();
            page.waitForSelector("main vaadin-multi-select-combo-box[invalid]");
            company.shot("own-interest-lacks-a-topic");
            page.locator("main vaadin-multi-select-combo-box input").fill("이상 탐지");
            page.locator("vaadin-multi-select-combo-box-item").first().click();
            page.keyboard().press("Escape");
            company.settled();
            button(page, "main", "interest.write.open").click();
            page.waitForURL(Pattern.compile(".*/interests/[0-9a-f-]{36}(/matches)?$"));
            String interest = page.url().replaceAll(".*(/interests/[0-9a-f-]{36}).*", "$1");
            company.open(interest).settled();
            state(page, "OPEN");
            assertThat(seenBy(researcher, title)).isTrue();
            press(company, "PAUSE");
            state(page, "PAUSED");
            assertThat(seenBy(researcher, title)).isFalse();
            press(company, "RESUME");
            state(page, "OPEN");
            assertThat(seenBy(researcher, title)).isTrue();
            press(company, "CLOSE");
            page.locator("vaadin-confirm-dialog [slot=confirm-button], [slot=confirm-button]")
                    .first()
                    .click();
            state(page, "CLOSED");
            assertThat(seenBy(researcher, title)).isFalse();
            press(company, "RENEW");
            state(page, "OPEN");
            company.shot("own-interest-renewed");
            assertThat(seenBy(researcher, title)).isTrue();
        }
    }

    @Test
    void aResearcherAddsChangesAndDeletesAResult() {
        String title =
                "Forecasting from short records " + UUID.randomUUID().toString().substring(0, 8);
        try (Browser.Visit researcher = browser.visit("ko-KR").signIn(RESEARCHER);
                Browser.Visit company = browser.visit("ko-KR").signIn(COMPANY)) {
            Page page = researcher.page();
            researcher.open("/research").settled();
            page.locator("main a[href='research/results/new']").first().click();
            page.waitForURL(Pattern.compile(".*/research/results/new$"));
            researcher.settled();
            button(page, "main", "result.save").click();
            page.waitForSelector("main [invalid]");
            researcher.shot("own-result-refused");
            page.locator("main vaadin-text-area textarea").nth(1).fill(title);
            page.locator("main vaadin-text-area textarea").nth(1).blur();
            page.locator("main vaadin-integer-field input").fill("2026");
            page.locator("main vaadin-integer-field input").blur();
            researcher.settled();
            button(page, "main", "result.save").click();
            page.waitForURL(Pattern.compile(".*/research$"));
            page.getByText(title).first().waitFor();
            company.open("/researchers/changhee-lee").settled();
            company.page().waitForSelector("h1");
            assertThat(company.text()).contains(title, "2026");

            edit(page, title);
            page.waitForURL(Pattern.compile(".*/research/results/[0-9a-f-]{36}$"));
            researcher.settled();
            page.locator("main vaadin-text-area textarea").nth(1).fill(title + " (revised)");
            page.locator("main vaadin-text-area textarea").nth(1).blur();
            researcher.settled();
            // Leaving with unsaved words asks first, and staying keeps them.
            page.locator("vaadin-app-layout a[href='research'], a[href='research']")
                    .first()
                    .click();
            page.locator("[slot=cancel-button]").first().click();
            researcher.settled();
            assertThat(page.locator("main vaadin-text-area textarea").nth(1).inputValue())
                    .endsWith("(revised)");
            button(page, "main", "result.save").click();
            page.waitForURL(Pattern.compile(".*/research$"));
            page.getByText(title + " (revised)").first().waitFor();
            researcher.shot("own-results");

            edit(page, title);
            page.waitForURL(Pattern.compile(".*/research/results/[0-9a-f-]{36}$"));
            button(page, "main", "result.delete").click();
            page.locator("[slot=confirm-button]").first().click();
            page.waitForURL(Pattern.compile(".*/research$"));
            researcher.settled();
            assertThat(researcher.text()).doesNotContain(title);
        }
    }

    @Test
    void aResearcherImportsBibTexAndShowsAKeyResultFirst() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String kept = "Short records " + mark;
        try (Browser.Visit researcher = browser.visit("ko-KR", 360, 800).signIn(RESEARCHER)) {
            Page page = researcher.page();
            researcher.open("/research/results/import").settled();
            assertThat(researcher.text()).contains(say("import.directories.off"));
            page.locator("main vaadin-text-area textarea").first().fill("""
                    @article{kept, title={%s}, year=2019, journal={Bl{\\"a}tter}}
                    @article{mended, title={짧은 기록 %s}}
                    @article{other, title={Not mine %s}, year=2018, author={Doe, Jane}}
                    @article{broken, title=nowhere}
                    """.formatted(kept, mark, mark));
            page.locator("main vaadin-text-area textarea").first().blur();
            button(page, "main", "import.bibtex.read").click();
            page.locator("main .work-picker").waitFor();
            researcher.settled();
            assertThat(researcher.text())
                    .contains("Blätter", say("import.unread.string", "nowhere"), say("import.standing.OTHERS"));
            page.locator("main .mend vaadin-integer-field input").fill("2020");
            page.locator("main .mend vaadin-integer-field input").blur();
            researcher.settled();
            researcher.shot("import-preview-360");
            page.locator("main vaadin-button", text(say("import.do", 2))).click();
            page.waitForURL(Pattern.compile(".*/research/results$"));
            researcher.settled();
            page.locator("main vaadin-text-field input").fill(mark);
            page.waitForURL(Pattern.compile(".*/research/results\\?q=" + mark));
            researcher.settled();
            assertThat(researcher.text()).contains(kept).doesNotContain("Not mine");
            page.locator("vaadin-button[aria-label='" + say("results.pin.named", kept) + "']")
                    .click();
            researcher.settled();
            researcher.shot("own-results-360");
            researcher.open("/researchers/changhee-lee").settled();
            page.waitForSelector("h1");
            assertThat(page.locator("main .result h3").first().innerText()).contains(kept);
        }
    }

    private static void edit(Page page, String title) {
        page.locator("main .rows > li", text(title))
                .locator("a[href^='research/results/']")
                .first()
                .click();
    }

    private static boolean seenBy(Browser.Visit researcher, String title) {
        researcher.open("/opportunities").settled();
        researcher.page().waitForSelector("h1");
        return researcher.text().contains(title);
    }

    private static void press(Browser.Visit company, String command) {
        button(company.page(), "main", "interest.do." + command).click();
        company.settled();
    }

    private static void state(Page page, String state) {
        page.locator("main .page-header .tag", text(say("interest.state." + state)))
                .first()
                .waitFor();
    }

    /** The label of the button that keeps the focus; the topmost entry cannot go further up. */
    private static String focused(int place, String up) {
        return place > 1 ? up : say("organisation.item.edit", "온새미 렌즈");
    }

    private static java.util.List<String> names(Locator card) {
        return card.locator(".rows > li .row-title").allInnerTexts();
    }

    private static void upload(Page page, String name, String type, byte[] bytes) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(name, type, bytes));
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i, i, 0x1d4ed8);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static Locator button(Page page, String within, String key) {
        return page.locator(
                        within + " vaadin-button",
                        new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + say(key) + "\\s*$")))
                .first();
    }

    private static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    private static String say(String key, Object... parameters) {
        return WORDS.getTranslation(key, Locale.KOREAN, parameters);
    }
}
