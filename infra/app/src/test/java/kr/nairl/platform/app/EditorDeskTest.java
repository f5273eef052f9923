package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.IssueSheet;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.StoryRow;
import kr.nairl.platform.core.organisation.MyAccount;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the editors' desk feels: by keyboard, on a phone, and when a window is closed too early. */
class EditorDeskTest {

    private static final String EDITOR = "editor@nairl.example";
    private static final String PARTNER = "hyungjin.chung@everex.example";
    private static final String FOCUSED = "document.activeElement.getAttribute('aria-label')";
    private static final String ASKS = "() => { const end = new Event('beforeunload', {cancelable: true});"
            + " dispatchEvent(end); return end.defaultPrevented; }";

    private static Browser browser;
    private static EditorialDesk desk;
    private static Actor.Person editor;
    private static IssueSheet issue;

    @BeforeAll
    static void open() {
        RunningPlatform platform = RunningPlatform.get();
        browser = new Browser();
        desk = platform.bean(EditorialDesk.class);
        editor = platform.actor(EDITOR);
        issue = desk.issue(
                editor,
                desk.issues(editor).stream()
                        .filter(row -> row.slug().equals("2025-01"))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void theFocusGoesAlongWithAMovedStory() {
        List<StoryRow> before = about();
        String first = before.getFirst().title().ko();
        String last = before.getLast().title().ko();
        assertThat(before).hasSizeGreaterThan(2);
        try (Browser.Visit visit = browser.visit("ko-KR").signIn(EDITOR)) {
            visit.open("/editor/issues/" + issue.id());
            Page page = visit.page();
            Locator down = page.locator("vaadin-button[aria-label*='" + first + "'][aria-label$='아래로']");
            down.focus();
            for (int place = 1; place < before.size(); place++) {
                page.keyboard().press("Enter");
                page.locator("[role=status]", containing(place + 1 + "번째로")).waitFor();
                visit.settled();
                boolean atTheEnd = place == before.size() - 1;
                assertThat((String) page.evaluate(FOCUSED)).startsWith(first).endsWith(atTheEnd ? "위로" : "아래로");
            }
            visit.shot("letter-moved-to-the-end");
            assertThat(about())
                    .last()
                    .extracting(StoryRow::id)
                    .isEqualTo(before.getFirst().id());
            assertThat(page.locator("main .rows").first().innerText()).containsSubsequence(last, first);
        } finally {
            desk.reorder(
                    editor,
                    issue.id(),
                    Section.ABOUT,
                    before.stream().map(StoryRow::id).toList());
        }
    }

    @Test
    void movingAStoryLeavesWhatIsWrittenBesideIt() {
        try (Browser.Visit visit = browser.visit("ko-KR").signIn(EDITOR)) {
            visit.open("/editor/issues/" + issue.id());
            Page page = visit.page();
            Locator title = page.locator("aside .bilingual-field input").first();
            title.click();
            page.keyboard().type("쓰다 만 제목");
            Locator down = page.locator("main vaadin-button[aria-label$='아래로']:not([disabled])")
                    .first();
            down.click();
            page.locator("[role=status]", containing("번째로")).waitFor();
            visit.settled();
            page.keyboard().press("Enter");
            visit.settled();
            assertThat(title.inputValue()).isEqualTo("쓰다 만 제목");
            assertThat(page.evaluate(ASKS)).isEqualTo(true);
            page.locator("nav.path a, .path a").first().click();
            page.locator("vaadin-confirm-dialog vaadin-button[slot=cancel-button]")
                    .waitFor();
            visit.shot("letter-leave-issue");
        } finally {
            desk.reorder(
                    editor,
                    issue.id(),
                    Section.ABOUT,
                    issue.stories().stream()
                            .filter(story -> story.section() == Section.ABOUT)
                            .map(StoryRow::id)
                            .toList());
        }
    }

    @Test
    void theBrowserAsksBeforeUnsavedTextIsLost() {
        StoryRow story = issue.stories().getFirst();
        try (Browser.Visit visit = browser.visit("ko-KR").signIn(EDITOR)) {
            visit.open("/editor/stories/" + story.id());
            Page page = visit.page();
            Locator title = page.locator(".bilingual-field input").first();
            title.waitFor();
            visit.settled();
            assertThat(page.evaluate(ASKS)).isEqualTo(false);
            staysOnReload(page, title, " (고침)");
            page.locator("[role=status]", containing("아직 반영하지 않은")).waitFor();
            visit.shot("letter-unsaved");
        }
        assertThat(desk.story(editor, story.id()).draft().title()).isEqualTo(story.title());
    }

    @Test
    void theProfileAsksOnlyWhileSomethingIsUnsaved() {
        try (Browser.Visit visit = browser.visit("ko-KR").signIn(PARTNER)) {
            visit.open("/profile");
            Page page = visit.page();
            Locator sector = page.locator(".profile-form .bilingual-field")
                    .nth(1)
                    .locator("input")
                    .first();
            sector.waitFor();
            visit.settled();
            String stored = sector.inputValue();
            staysOnReload(page, sector, "!");
            sector.press("Backspace");
            assertThat(sector.inputValue()).isEqualTo(stored);
            page.waitForFunction("() => !(" + ASKS + ")()");
            staysOnReload(page, sector, "!");
            page.locator(".save-bar vaadin-button").last().click();
            page.waitForFunction(
                    "text => document.querySelectorAll('.profile-form .bilingual-field')[1]"
                            + ".querySelector('input').value === text",
                    stored);
            assertThat(page.evaluate(ASKS)).isEqualTo(false);
        }
    }

    @Test
    void aPhoneShowsEveryPageOfTheDesk() {
        List<String> pages = List.of(
                "/editor",
                "/editor/issues/new",
                "/editor/issues/" + issue.id(),
                "/editor/stories/" + issue.stories().getLast().id());
        try {
            for (Language language : Language.values()) {
                RunningPlatform.get().bean(MyAccount.class).changeLanguage(editor, language);
                for (int width : List.of(360, 1440)) {
                    try (Browser.Visit visit =
                            browser.visit("ko-KR", width, 800).signIn(EDITOR)) {
                        for (String page : pages) {
                            visit.open(page).page().waitForSelector("h1");
                            visit.shot("letter-desk-" + language.code() + "-" + width + "-" + pages.indexOf(page));
                            LetterStoryTest.noSidewaysScroll(visit);
                        }
                    }
                }
            }
        } finally {
            RunningPlatform.get().bean(MyAccount.class).changeLanguage(editor, Language.KO);
        }
    }

    /** Types, tries to load the page anew, is asked, and stays. */
    private static void staysOnReload(Page page, Locator field, String text) {
        field.click();
        field.press("End");
        page.keyboard().type(text);
        List<String> asked = new ArrayList<>();
        page.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.evaluate("setTimeout(() => location.reload(), 0)");
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");
        assertThat(field.inputValue()).endsWith(text);
    }

    private static List<StoryRow> about() {
        return desk.issue(editor, issue.id()).stories().stream()
                .filter(story -> story.section() == Section.ABOUT)
                .toList();
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
