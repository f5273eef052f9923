package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Transactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A company that nobody invited asks to become a partner: form, mail, the lab's question and answer, invitation. */
class AdmissionStoryTest {

    private static final String MANAGER = "manager@nairl.example";
    private static final String CONTACT = "jiwoo@saetbyeol.example";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/become-a-partner/[A-Za-z0-9_-]{43}");
    private static final Pattern INVITATION = Pattern.compile("https?://[^\\s\"<>]+/join/[A-Za-z0-9_-]+");

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
    void aCompanyAppliesIsAskedAnswersAndIsInvited() throws Exception {
        try (Browser.Visit applicant = browser.visit("ko-KR");
                Browser.Visit manager = browser.visit("ko-KR").signIn(MANAGER)) {
            apply(applicant);
            String first = MailedLink.to(platform, LINK, CONTACT);
            confirm(applicant, first);

            open(manager, "한빛로보틱스소재");
            manager.shot("admission-review");
            assertThat(manager.text())
                    .contains("220-81-62517", "어떤 고장인지", "답을 기다림", CONTACT)
                    .contains("같은 기관일 수 있습니다", "비슷한 이름");
            String asked = ask(manager);

            String second = MailedLink.to(platform, LINK, CONTACT, first);
            applicant.page().navigate(first);
            assertThat(applicant.text()).contains("쓸 수 없는 링크입니다").doesNotContain(CONTACT);
            answer(applicant, second, asked);
            // The manager's page hears of it without being asked.
            manager.page().getByText("진동 센서 2,000대의 기록입니다.").first().waitFor();

            manager.page()
                    .locator("main vaadin-button[theme~=primary]", new Page.LocatorOptions().setHasText("받아들이기"))
                    .click();
            manager.page().locator("vaadin-button[slot=confirm-button]").click();
            manager.page().getByText("신청에서 생긴 것").waitFor();
            manager.settled().shot("admission-accepted");

            assertThat(MailedLink.to(platform, INVITATION, CONTACT)).startsWith(platform.url() + "/join/");
            applicant.page().navigate(second);
            assertThat(applicant.text()).contains("신청이 받아들여졌습니다");
            applicant.shot("admission-applicant-accepted");
        }
        try (Browser.Visit phone = browser.visit("en-US", 360, 800)) {
            phone.open("/en/become-a-partner");
            phone.shot("admission-form-360");
            assertThat(
                            (Integer)
                                    phone.page()
                                            .evaluate(
                                                    "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isZero();
        }
    }

    /** Neither a page nor an answer tells anything of who is here; and nothing on the way is kept or followed. */
    @Test
    void theFormRefusesWithWordsAndKeepsWhatWasTyped() {
        try (Browser.Visit visit = browser.visit("en-US")) {
            Page page = visit.page();
            Response response = page.navigate(platform.url() + "/en/become-a-partner");
            assertThat(response.headers().get("cache-control")).isEqualTo("no-store");
            page.locator("[id='name.en']").fill("Wrong Number Ltd.");
            page.locator("#number").fill("220-81-62518");
            page.locator("form.sheet button[type=submit]").click();
            page.waitForSelector("#faults");
            visit.shot("admission-faults");
            assertThat(visit.text())
                    .contains("This is not a valid business registration number", "You can apply only if you agree");
            assertThat(page.locator("[id='name.en']").inputValue()).isEqualTo("Wrong Number Ltd.");
            assertThat(page.locator("#number").getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(page.locator("main .tag.must").count()).isEqualTo(2);
            assertThat(page.context().cookies()).isEmpty();

            page.navigate(platform.url() + "/en/become-a-partner/" + "x".repeat(43));
            assertThat(visit.text()).contains("This link does not work");
        }
    }

    private static void apply(Browser.Visit visit) {
        Page page = visit.page();
        visit.open("/ko");
        page.locator("a[href='/ko/become-a-partner']").first().click();
        page.locator("[id='name.ko']").fill("한빛로보틱스소재");
        page.locator("#number").fill("220-81-62517");
        page.locator("#website").fill("saetbyeol.example");
        page.locator("#emailDomain").fill("saetbyeol.example");
        page.locator("#contactName").fill("한지우");
        page.locator("#contact").fill(CONTACT);
        page.locator("#need").fill("설비의 진동을 듣고 어떤 고장인지 미리 알고 싶습니다.");
        page.locator("[id='consent.PRIVACY']").check();
        page.locator("[id='consent.CONTACT']").check();
        visit.shot("admission-form");
        page.locator("form.sheet button[type=submit]").click();
        page.waitForURL(address -> address.endsWith("/become-a-partner/sent"));
        visit.shot("admission-sent");
    }

    private static void confirm(Browser.Visit visit, String link) {
        Page page = visit.page();
        // Opening the link changes nothing: mail programs open links too.
        page.navigate(link);
        page.navigate(link);
        visit.shot("admission-confirm");
        assertThat(visit.text()).contains("메일 주소가 맞는지 확인해 주세요");
        page.locator("button.primary").click();
        page.getByText("연구소가 검토하고 있습니다").waitFor();
        visit.shot("admission-waiting");
    }

    private static void open(Browser.Visit manager, String name) {
        Page page = manager.page();
        manager.open("/applications").settled();
        manager.shot("admission-list");
        page.locator("main .rows a", new Page.LocatorOptions().setHasText(name)).click();
        page.waitForURL(Pattern.compile(".*/applications/[0-9a-f-]{36}"));
        manager.settled();
    }

    private static String ask(Browser.Visit manager) {
        Page page = manager.page();
        Locator ask = page.locator("main vaadin-button", new Page.LocatorOptions().setHasText("물어보기"));
        ask.click();
        page.waitForSelector("vaadin-text-area[invalid]");
        page.locator("vaadin-text-area textarea").fill("어떤 데이터를 쓰시나요?");
        pressWhileThePageReadsItselfAgain(ask, page.url().substring(page.url().lastIndexOf('/') + 1));
        page.getByText("신청자의 답을 기다립니다.").waitFor();
        return "어떤 데이터를 쓰시나요?";
    }

    /** A press is not lost because something changed under the hand: the page reads itself again all the while. */
    private static void pressWhileThePageReadsItselfAgain(Locator button, String application) {
        Changes changes = platform.bean(Changes.class);
        Transactions transactions = platform.bean(Transactions.class);
        Actor manager = platform.actor(MANAGER);
        AtomicInteger announced = new AtomicInteger();
        try (ScheduledExecutorService storm = Executors.newSingleThreadScheduledExecutor()) {
            storm.scheduleWithFixedDelay(
                    () -> {
                        transactions.write(manager, () -> {
                            changes.announce(Changes.Kind.APPLICATION, UUID.fromString(application));
                            return true;
                        });
                        announced.incrementAndGet();
                    },
                    0,
                    50,
                    TimeUnit.MILLISECONDS);
            button.page().waitForTimeout(1_000);
            button.click(new Locator.ClickOptions().setDelay(300));
            storm.shutdownNow();
        }
        assertThat(announced.get()).isGreaterThan(5);
    }

    private static void answer(Browser.Visit visit, String link, String asked) {
        Page page = visit.page();
        page.navigate(link);
        assertThat(visit.text()).contains(asked);
        page.locator("#words").fill("진동 센서 2,000대의 기록입니다.");
        visit.shot("admission-question");
        page.locator("form.sheet button.primary").click();
        page.getByText("연구소가 검토하고 있습니다").waitFor();
    }
}
