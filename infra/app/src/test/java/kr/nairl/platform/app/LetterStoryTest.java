package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An Impact story from the editor's first word to its readers, and back. */
class LetterStoryTest {

    private static final String EDITOR = "editor@nairl.example";
    private static final String PARTNER = "hyungjin.chung@everex.example";
    private static final String RESEARCHER = "minsu.cho@postech.example";
    private static final String SLUG = "everex-at-home";
    private static final String ISSUE = "2026-spring";
    private static final String TITLE = "집에서 하는 재활, 로봇 팔이 거든다";
    private static final String TITLE_EN = "A robot arm helps patients train at home";
    private static final String LEAD = "에버엑스와 3세부가 석 달 동안 함께 시험했습니다.";
    private static final String LEAD_EN = "EverEx and Sub-project 3 tried it together for three months.";
    private static final String UNSAFE =
            "\n\n<script>window.broken = 1</script><img src=\"x\" onerror=\"window.broken = 2\">";
    private static final String BODY =
            "## 무엇이 달라졌나\n\n환자는 **카메라 한 대**로 자세를 봅니다.\n\n| 주 | 정확도 |\n|---|---|\n| 1 | 71% |\n| 12 | 93% |\n" + UNSAFE;
    private static final String BODY_EN =
            "## What changed\n\nOne **single camera** follows the patient's posture.\n\n- week 1: 71%\n- week 12: 93%\n"
                    + UNSAFE;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
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
    void aStoryIsWrittenProofedPublishedReadAndTakenBack() {
        try (Browser.Visit editor = browser.visit("ko-KR").signIn(EDITOR)) {
            beginIssue(editor);
            String issue = editor.page().url();
            beginStory(editor);
            write(editor);
            String story = editor.page().url();
            nothingIsLost(editor);
            String proof = proof(editor);
            nobodyElseComesIn(List.of(path(story), path(issue), "/editor"), proof);
            unread();

            button(editor, "펴내기").click();
            editor.page().locator(".badges", containing("펴냄")).waitFor();
            editor.shot("letter-story-published");
            unread();
            editor.page().navigate(issue);
            button(editor, "펴내기").click();
            editor.page().locator(".badges", containing("펴냄")).waitFor();
            editor.shot("letter-issue-published");
            try {
                everybodyReads();
                theCompanyIsLedThere();
            } finally {
                editor.page().navigate(story);
                takeBack(editor);
                unread();
                editor.shot("letter-story-taken-back");
                editor.page().navigate(issue);
                assertThat(editor.page().locator("main .rows").first().innerText())
                        .contains(TITLE, "초안");
                takeBack(editor);
            }
            editor.open("/editor").page().waitForSelector(".rows");
            assertThat(editor.page().locator(".rows li", containing("봄호")).innerText())
                    .contains("초안");
            assertThat(get("/ko/letter").body()).doesNotContain("봄호");
            assertThat(get("/ko/letter/issues/" + ISSUE).statusCode()).isEqualTo(404);
        }
    }

    private static void beginIssue(Browser.Visit editor) {
        editor.open("/editor").page().waitForSelector(".rows");
        editor.shot("letter-desk");
        Page page = editor.page();
        page.locator("a", containing("새 호")).click();
        page.waitForSelector("main .bilingual-field");
        editor.settled();
        type(page.locator(".bilingual-field input").nth(0), "봄호");
        type(page.locator(".bilingual-field input").nth(1), "Spring issue");
        type(field(page, "호수"), "2026 Vol.01");
        button(editor, "호 만들기").click();
        page.waitForSelector("vaadin-text-field[invalid]");
        assertThat(page.locator(".bilingual-field input").nth(0).inputValue()).isEqualTo("봄호");
        type(field(page, "주소"), ISSUE);
        button(editor, "호 만들기").click();
        page.waitForURL(Pattern.compile(".*/editor/issues/[0-9a-f-]{36}"));
        editor.shot("letter-issue-begun");
    }

    private static void beginStory(Browser.Visit editor) {
        Page page = editor.page();
        page.locator("vaadin-select").click();
        page.locator("vaadin-select-item", containing("임팩트")).click();
        Locator title = page.locator("aside .bilingual-field").first().locator("input");
        type(title.nth(0), TITLE);
        type(title.nth(1), TITLE_EN);
        type(page.locator("aside vaadin-text-field", containing("주소")).first().locator("input"), SLUG);
        button(editor, "글 쓰기 시작").click();
        page.waitForURL(Pattern.compile(".*/editor/stories/[0-9a-f-]{36}"));
    }

    private static void write(Browser.Visit editor) {
        Page page = editor.page();
        Locator lead = page.locator(".bilingual-field").nth(1).locator("textarea");
        Locator body = page.locator(".bilingual-field").nth(2).locator("textarea");
        type(lead.nth(0), LEAD);
        type(body.nth(0), BODY);
        page.locator(".story-preview .markdown h2", containing("무엇이 달라졌나"))
                .first()
                .waitFor();
        page.locator(".story-preview vaadin-radio-button", containing("영어")).click();
        page.locator(".story-preview .preview-note").waitFor();
        assertThat(page.locator(".story-preview").innerText()).contains("영어 본문이 없어", "카메라 한 대");
        editor.shot("letter-preview-of-a-missing-language");
        type(lead.nth(1), LEAD_EN);
        type(body.nth(1), BODY_EN);
        page.locator(".story-preview strong", containing("single camera")).waitFor();
        assertThat(page.locator(".story-preview .preview-note").count()).isZero();
        page.locator(".story-preview vaadin-radio-button", containing("한국어")).click();
        page.locator(".story-preview td", containing("93%")).waitFor();
        assertThat(page.locator(".story-preview script, .story-preview [onerror]")
                        .count())
                .isZero();
        assertThat(page.evaluate("window.broken")).isNull();
        relate(page, 0, "에버엑스");
        relate(page, 1, "김승룡");
        relate(page, 2, "3 ·");
        editor.settled();
        page.locator("[role=status]", containing("저장됨")).first().waitFor();
        editor.shot("letter-story-written");
    }

    private static void relate(Page page, int which, String name) {
        Locator picker = page.locator("vaadin-multi-select-combo-box").nth(which);
        picker.locator("input").click();
        picker.locator("input").pressSequentially(name);
        page.locator("vaadin-multi-select-combo-box-item:visible", containing(name))
                .first()
                .click();
        picker.locator("input").press("Escape");
        picker.locator("vaadin-multi-select-combo-box-chip")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .waitFor();
    }

    private static void nothingIsLost(Browser.Visit editor) {
        Page page = editor.page();
        page.waitForTimeout(1000);
        page.reload();
        page.waitForSelector(".bilingual-field");
        editor.settled();
        Locator fields = page.locator(".bilingual-field");
        assertThat(fields.nth(0).locator("input").nth(1).inputValue()).isEqualTo(TITLE_EN);
        assertThat(fields.nth(1).locator("textarea").nth(0).inputValue()).isEqualTo(LEAD);
        assertThat(fields.nth(2).locator("textarea").nth(0).inputValue().strip())
                .isEqualTo(BODY.strip());
        assertThat(fields.nth(2).locator("textarea").nth(1).inputValue().strip())
                .isEqualTo(BODY_EN.strip());
        for (String name : List.of("에버엑스", "김승룡", "3 ·")) {
            page.locator("vaadin-multi-select-combo-box-chip", containing(name))
                    .first()
                    .waitFor();
        }
    }

    /** The draft as readers will see it; only its address differs. */
    private static String proof(Browser.Visit editor) {
        String address = editor.page().locator("a", containing("독자 화면 미리 보기")).getAttribute("href");
        Page page = editor.context().newPage();
        Response answer = page.navigate(platform.url() + address);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headerValue("cache-control")).contains("no-store");
        assertThat(answer.headerValue("content-security-policy")).doesNotContain("unsafe");
        assertThat(answer.headerValue("content-language")).isEqualTo("ko");
        assertThat(page.locator("h1").innerText()).isEqualTo(TITLE);
        assertThat(page.locator("meta[name=robots]").getAttribute("content")).isEqualTo("noindex");
        assertThat(page.locator("link[rel=canonical]").count()).isZero();
        assertThat(page.locator(".byline").innerText()).contains("에버엑스 × 3세부");
        new Browser.Visit(editor.context(), page).shot("letter-proof");
        page.locator("a.lang").click();
        page.locator("h1", containing(TITLE_EN)).waitFor();
        page.locator(".proof a").click();
        page.waitForURL(Pattern.compile(".*/editor/stories/.*"));
        page.close();
        return address;
    }

    private static void nobodyElseComesIn(List<String> desk, String proof) {
        for (String email : List.of(PARTNER, RESEARCHER)) {
            try (Browser.Visit stranger = browser.visit("ko-KR").signIn(email)) {
                for (String address : desk) {
                    stranger.open(address).settled();
                    stranger.page().waitForSelector(".error-page");
                    assertThat(stranger.text()).as(address).doesNotContain(TITLE, LEAD);
                }
                Response answer = stranger.page().navigate(platform.url() + proof);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(stranger.text()).contains("찾으시는 페이지가 없습니다").doesNotContain(TITLE, LEAD);
            }
        }
        try (Browser.Visit nobody = browser.visit("ko-KR")) {
            nobody.open(proof);
            assertThat(nobody.page().url()).startsWith(platform.keycloak().url().toString());
        }
    }

    private static void everybodyReads() {
        for (String language : List.of("ko", "en")) {
            boolean korean = language.equals("ko");
            HttpResponse<String> answer = get("/" + language + "/letter/" + SLUG);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("set-cookie")).isEmpty();
            assertThat(answer.body())
                    .contains(korean ? TITLE : TITLE_EN, "href=\"/" + language + "/partners/everex\"")
                    .contains("<strong>" + (korean ? "카메라 한 대" : "single camera") + "</strong>")
                    .contains("&lt;script&gt;window.broken")
                    .doesNotContain("<script>window", "<img src=\"x\"", "noindex");
            assertThat(get("/" + language + "/partners/everex").body())
                    .contains("href=\"/" + language + "/letter/" + SLUG + "\"");
            assertThat(get("/" + language + "/letter").body()).contains(korean ? TITLE : TITLE_EN);
            assertThat(get("/" + language + "/impact").body()).contains(korean ? TITLE : TITLE_EN);
            assertThat(get("/" + language + "/letter/feed.xml").body()).contains("/letter/" + SLUG);
            for (int width : List.of(1440, 360)) {
                try (Browser.Visit reader = browser.visit(korean ? "ko-KR" : "en-US", width, 800)) {
                    reader.open("/" + language + "/letter/" + SLUG);
                    reader.shot("letter-public-" + language + "-" + width);
                    assertThat(reader.context().cookies()).isEmpty();
                    assertThat(reader.page().locator(".byline").innerText())
                            .contains(korean ? "에버엑스 × 3세부" : "EverEx × sub-project 3");
                    noSidewaysScroll(reader);
                    reader.page()
                            .locator(".related a", containing(korean ? "에버엑스" : "EverEx"))
                            .click();
                    reader.page()
                            .locator(".story-card a", containing(korean ? TITLE : TITLE_EN))
                            .waitFor();
                    reader.shot("letter-public-partner-" + language + "-" + width);
                }
            }
        }
    }

    private static void theCompanyIsLedThere() {
        try (Browser.Visit partner = browser.visit("ko-KR").signIn(PARTNER)) {
            partner.open("/partners/everex");
            partner.page().locator("main a", containing(TITLE)).waitFor();
            partner.shot("letter-in-the-partners-page");
            partner.page().locator("main a", containing(TITLE)).click();
            partner.page().waitForURL(Pattern.compile(".*/ko/letter/" + SLUG));
        }
    }

    private static void takeBack(Browser.Visit editor) {
        button(editor, "거두기").click();
        editor.page()
                .locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                .click();
        editor.page().locator(".badges", containing("초안")).waitFor();
        editor.settled();
    }

    private static void unread() {
        for (String language : List.of("ko", "en")) {
            assertThat(get("/" + language + "/letter/" + SLUG).statusCode()).isEqualTo(404);
            for (String list : List.of("/partners/everex", "/letter", "/impact", "/letter/feed.xml", "")) {
                assertThat(get("/" + language + list).body()).as(list).doesNotContain(SLUG);
            }
        }
        assertThat(get("/sitemap.xml").body()).doesNotContain(SLUG);
    }

    static void noSidewaysScroll(Browser.Visit visit) {
        assertThat((Integer) visit.page().evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as(visit.page().url())
                .isLessThanOrEqualTo(0);
    }

    /** Fills as a person would: with the focus coming and going. */
    private static void type(Locator field, String text) {
        field.fill(text);
        field.blur();
    }

    private static Locator field(Page page, String label) {
        return page.locator("main vaadin-text-field", containing(label)).last().locator("input");
    }

    private static Locator button(Browser.Visit visit, String name) {
        return visit.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static String path(String url) {
        return url.substring(platform.url().length());
    }

    private static HttpResponse<String> get(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(platform.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
