package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.lab.LabOverview;
import kr.nairl.platform.core.organisation.MyAccount;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main job, told once in Korean and once in English: EverEx opens its interest in video LLMs, finds Seungryong Kim among
 * the first three with reasons, proposes joint research, he asks, it answers, he accepts; each sees the other's steps
 * without reloading, and by mail; the lab manager's figures change; a stranger's company sees nothing of it.
 */
class RequestStoryTest {

    private static final String PARTNER = "byunghoon.kim@everex.example";
    private static final String RESEARCHER = "seungryong.kim@kaist.example";
    private static final String MANAGER = "manager@nairl.example";
    private static final String STRANGER = "dohyun.seo@hanbit.example";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final PlatformMessages WORDS = new PlatformMessages();

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

    @AfterEach
    void speakKoreanAgain() {
        speak(Language.KO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void aCompanyIsMatchedProposesAndIsAccepted(String code) {
        Language language = Language.ofCode(code);
        speak(language);
        String locale = code.equals("ko") ? "ko-KR" : "en-US";
        String title = (code.equals("ko") ? "재활 동작 영상 이해 " : "Understanding rehabilitation video ")
                + UUID.randomUUID().toString().substring(0, 8);
        int acceptedBefore = accepted();
        InterestCard interest = videoInterest();
        try (Browser.Visit partner = browser.visit(locale).signIn(PARTNER);
                Browser.Visit researcher = browser.visit(locale).signIn(RESEARCHER)) {
            open(partner, interest, language);
            partner.open("/interests/" + interest.id() + "/matches").settled();
            Locator first = partner.page().locator("main .match").first();
            first.waitFor();
            partner.shot("story-matches-" + code);
            assertThat(firstThree(partner.page())).contains(code.equals("ko") ? "김승룡" : "Seungryong Kim");

            partner.page()
                    .locator("main a[href*='requests/new'][href*='researcher=" + researcherId() + "']")
                    .first()
                    .click();
            partner.page().waitForURL(Pattern.compile(".*/requests/[0-9a-f-]{36}/edit.*"));
            partner.settled();
            Locator areas = partner.page().locator("main vaadin-text-area textarea");
            partner.page().locator("main vaadin-text-field input").last().fill(title);
            areas.nth(0).fill("A model that watches an exercise from beginning to end.");
            areas.nth(1)
                    .fill("We bring labelled rehabilitation videos; together we measure whether the model's explanation"
                            + " points to what the expert corrects.");
            areas.nth(1).blur();
            await(() -> partner.page().locator(".draft-saved").innerText().matches("(?s).*\\d.*"));
            partner.page().waitForTimeout(1500);
            partner.page().reload();
            partner.settled();
            assertThat(partner.page()
                            .locator("main vaadin-text-field input")
                            .last()
                            .inputValue())
                    .isEqualTo(title);
            partner.shot("story-draft-" + code);
            researcher.open("/requests").settled();
            button(partner, "request.do.SEND", language).click();
            partner.page().waitForURL(Pattern.compile(".*/requests/[0-9a-f-]{36}$"));
            String address = partner.page().url().substring(platform.url().length());

            researcher.page().locator("main a", text(title)).first().click();
            researcher.page().waitForURL(Pattern.compile(".*/requests/[0-9a-f-]{36}$"));
            researcher.settled();
            PlaywrightAssertions.assertThat(researcher.page()).hasTitle(Pattern.compile(".*" + title + ".*"));
            PlaywrightAssertions.assertThat(researcher.page().locator(".bell-count"))
                    .hasText(Pattern.compile("\\d+"));
            researcher.shot("story-received-" + code);
            say(researcher, "How many videos are there?");
            button(researcher, "request.do.ASK", language).click();
            partner.page().getByText("How many videos are there?").first().waitFor();
            say(partner, "Ten thousand, with the experts' notes.");
            button(partner, "request.do.ANSWER", language).click();
            researcher
                    .page()
                    .getByText("Ten thousand, with the experts' notes.")
                    .first()
                    .waitFor();
            button(researcher, "request.do.ACCEPT", language).click();
            partner.page()
                    .locator(
                            "main .page-header .tag",
                            text(WORDS.getTranslation("request.state.ACCEPTED", language.locale())))
                    .first()
                    .waitFor();
            partner.shot("story-accepted-" + code);

            await(() -> mails(RESEARCHER, title) >= 2 && mails(PARTNER, title) >= 2);
            assertThat(accepted()).isEqualTo(acceptedBefore + 1);
            try (Browser.Visit stranger = browser.visit(locale).signIn(STRANGER)) {
                for (String page : new String[] {address, "/requests", "/home", "/notifications"}) {
                    stranger.open(page).settled();
                    stranger.page().waitForSelector("h1");
                    assertThat(stranger.text()).as(page).doesNotContain(title);
                }
            }
            assertThat(mails(STRANGER, title)).isZero();
        }
    }

    private void open(Browser.Visit partner, InterestCard interest, Language language) {
        partner.open("/interests/" + interest.id()).settled();
        partner.page().waitForSelector("h1");
        if (interest.state() == InterestState.DRAFT) {
            partner.page()
                    .locator("main vaadin-button", text(WORDS.getTranslation("interest.do.OPEN", language.locale())))
                    .first()
                    .click();
            await(() -> videoInterest().state() == InterestState.OPEN);
        }
    }

    private static InterestCard videoInterest() {
        return platform
                .bean(InterestDirectory.class)
                .own(platform.actor(PARTNER), null, PageRequest.first(50))
                .items()
                .stream()
                .filter(card -> String.valueOf(card.title().en()).startsWith("Video LLMs"))
                .findFirst()
                .orElseThrow();
    }

    private static String researcherId() {
        return platform.bean(kr.nairl.platform.core.research.ResearcherDirectory.class)
                .page(platform.actor(PARTNER), "seungryong-kim")
                .card()
                .id()
                .toString();
    }

    private static String firstThree(Page page) {
        StringBuilder names = new StringBuilder();
        Locator titles = page.locator("main h2, main h3");
        for (int i = 0; i < Math.min(3, titles.count()); i++) {
            names.append(titles.nth(i).innerText()).append('\n');
        }
        return names.toString();
    }

    private static void say(Browser.Visit visit, String words) {
        Locator field = visit.page().locator("main vaadin-text-area textarea").first();
        field.fill(words);
        field.blur();
        visit.settled();
        visit.page().waitForTimeout(500);
    }

    private static Locator button(Browser.Visit visit, String key, Language language) {
        return visit.page()
                .locator("main vaadin-button", text(WORDS.getTranslation(key, language.locale())))
                .first();
    }

    private static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    private static int accepted() {
        return platform.bean(LabOverview.class)
                .overview(platform.actor(MANAGER), java.time.ZoneId.of("Asia/Seoul"))
                .requestsByState()
                .getOrDefault(RequestState.ACCEPTED, 0);
    }

    private static long mails(String to, String title) {
        return Arrays.stream(platform.mail().getReceivedMessages())
                .filter(mail -> holds(mail, to, title))
                .count();
    }

    private static boolean holds(MimeMessage mail, String to, String title) {
        try {
            return Arrays.toString(mail.getAllRecipients())
                            .toLowerCase(Locale.ROOT)
                            .contains(to)
                    && String.valueOf(mail.getSubject()).contains(title);
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void speak(Language language) {
        for (String email : new String[] {PARTNER, RESEARCHER, STRANGER}) {
            Actor.Person person = platform.actor(email);
            platform.bean(MyAccount.class).changeLanguage(person, language);
        }
    }

    private static void await(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            try {
                Thread.sleep(200);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(ended);
            }
        }
    }
}
