package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hangul is written by composing syllables, and who writes fast leaves the field with the last one just composed. */
class KoreanInputTest {

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
    void theLastSyllableIsKeptWhenTheFocusLeavesAtOnce() {
        try (Browser.Visit owner = browser.visit("ko-KR").signIn("dohyun.seo@hanbit.example")) {
            owner.open("/profile");
            Page page = owner.page();
            page.waitForSelector(".profile-form");
            Locator sector =
                    page.locator(".profile-form .bilingual-field").nth(1).locator("input");
            Locator summary = page.locator(".profile-form textarea").first();
            String sectorBefore = sector.first().inputValue();
            String summaryBefore = summary.inputValue();
            compose(page, sector.first());
            compose(page, summary);
            page.locator(".save-bar vaadin-button[theme~=primary]").click();
            owner.settled();
            owner.open("/profile");
            page.waitForSelector(".profile-form");
            assertThat(sector.first().inputValue()).isEqualTo(sectorBefore + "협력");
            assertThat(summary.inputValue()).isEqualTo(summaryBefore + "협력");
        }
    }

    /** Composes two syllables at the end of a field's text, as an input method does, and leaves it in the same moment. */
    private static void compose(Page page, Locator field) {
        field.focus();
        field.press("Control+End");
        CDPSession devTools = page.context().newCDPSession(page);
        for (String[] stages : new String[][] {{"ㅎ", "혀", "협"}, {"ㄹ", "려", "력"}}) {
            for (String stage : stages) {
                JsonObject composition = new JsonObject();
                composition.addProperty("text", stage);
                composition.addProperty("selectionStart", 1);
                composition.addProperty("selectionEnd", 1);
                devTools.send("Input.imeSetComposition", composition);
            }
            JsonObject syllable = new JsonObject();
            syllable.addProperty("text", stages[stages.length - 1]);
            devTools.send("Input.insertText", syllable);
        }
        page.keyboard().press("Tab");
        devTools.detach();
    }
}
