package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.PageRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the audit trail holds after somebody came, tried what is not for them, and left. */
class AccessRecordStoryTest {

    private static final String RESEARCHER = "minsu.cho@postech.example";

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
    void comingBeingRefusedAndLeavingAreRecorded() {
        Instant before = platform.bean(Clock.class).instant();
        try (Browser.Visit visit = browser.visit("ko-KR").signIn(RESEARCHER)) {
            untilRecorded(visit, before);
            visit.page().locator(".reader-card").click();
            visit.page().locator("button.menu-line").last().click();
            visit.page().waitForURL(address -> address.matches(Pattern.quote(platform.url()) + "/(ko|en)?"));
        }
        List<AuditEntry> after = of(RESEARCHER, before);
        assertThat(after)
                .extracting(AuditEntry::action)
                .containsExactly("session.signed-out", "refusal.forbidden", "session.signed-in");
        assertThat(after.get(1).detail())
                .containsEntry("feature", "lab")
                .containsEntry("useCase", "LabOverview.export");
        assertThat(after)
                .allSatisfy(entry -> assertThat(entry.organisation())
                        .isEqualTo(platform.actor(RESEARCHER).organisation()));
    }

    /** Other stories may have used up this person's refusals of the minute; the next minute records again. */
    private static void untilRecorded(Browser.Visit visit, Instant since) {
        for (int i = 0; i < 15; i++) {
            assertThat(visit.page()
                            .request()
                            .get(platform.url() + "/exports/ties.csv")
                            .status())
                    .isEqualTo(403);
            if (of(RESEARCHER, since).stream().anyMatch(entry -> entry.action().equals("refusal.forbidden"))) {
                return;
            }
            visit.page().waitForTimeout(5_000);
        }
        throw new AssertionError("no refusal was recorded within a minute");
    }

    /** A view's own annotation refuses before any use case is asked. */
    @Test
    void aPageThatIsNotForTheirRoleIsRecordedToo() {
        String editor = "editor@nairl.example";
        Instant before = platform.bean(Clock.class).instant();
        try (Browser.Visit visit = browser.visit("ko-KR").signIn(editor)) {
            for (int i = 0; i < 15; i++) {
                visit.open("/applications").loaded();
                assertThat(visit.page().locator(".error-page").count()).isEqualTo(1);
                if (of(editor, before).stream().anyMatch(entry -> entry.action().equals("refusal.forbidden"))) {
                    return;
                }
                visit.page().waitForTimeout(5_000);
            }
        }
        throw new AssertionError("no refusal was recorded within a minute");
    }

    @Test
    void aSignInThatFailsIsRecordedByItsCodeAlone() {
        try (Browser.Visit visit = browser.visit("ko-KR")) {
            visit.open("/login/oauth2/code/keycloak?error=made_up&error_description=CANARY-SECRET&state=CANARY-STATE");
            assertThat(visit.page().url()).startsWith(platform.url() + "/sign-in-failed");
        }
        assertThat(page(new AuditFilter("session.failed", null, null, null, null))
                        .getFirst())
                .satisfies(entry -> {
                    assertThat(entry.person()).isNull();
                    assertThat(entry.detail()).isEqualTo(Map.of("code", "authorization_request_not_found"));
                });
    }

    /** Newest first. */
    private static List<AuditEntry> of(String email, Instant since) {
        UUID person = platform.actor(email).id().value();
        return page(new AuditFilter(null, null, person, since, null));
    }

    private static List<AuditEntry> page(AuditFilter filter) {
        Actor.Person manager = platform.actor("manager@nairl.example");
        return platform.bean(AuditTrail.class)
                .page(manager, filter, PageRequest.first(PageRequest.MAX_LIMIT))
                .items();
    }
}
