package kr.nairl.platform.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditKind;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditWordsTest {

    private static final PersonId PERSON = PersonId.fresh();

    private final PlatformMessages messages = new PlatformMessages();
    private final AuditWords korean = new AuditWords(messages, Locale.KOREAN);
    private final AuditWords english = new AuditWords(messages, Locale.ENGLISH);

    @Test
    void everyActionKindAndAudienceHasItsWords() {
        for (AuditKind kind : AuditKind.values()) {
            assertThat(messages.has("audit.kind." + kind)).as(kind.name()).isTrue();
            assertThat(kind.actions())
                    .allSatisfy(action -> assertThat(messages.has("audit.action." + action))
                            .as(action)
                            .isTrue());
        }
        assertThat(Audience.values())
                .allSatisfy(audience ->
                        assertThat(messages.has("audit.audience." + audience)).isTrue());
    }

    @Test
    void whatHasNoWordsOfItsOwnIsNeverShownAsAKey() {
        AuditEntry entry = entry("surprise.happened", PERSON, Map.of("feature", "surprise", "code", "x", "rows", "a"));
        assertThat(korean.what(entry)).isEqualTo("그 밖의 일을 했습니다");
        assertThat(korean.more(entry)).isEmpty();
    }

    @Test
    void detailsAreToldInWords() {
        assertThat(korean.more(entry("membership.changed", PERSON, Map.of("roles", "ADMINISTRATOR,MEMBER"))))
                .containsExactly("역할: 파트너, 파트너 관리자");
        assertThat(english.more(
                        entry("interest.visibility-changed", PERSON, Map.of("from", "PUBLIC", "to", "ACCEPTED"))))
                .containsExactly("everybody → collaborators");
        assertThat(korean.more(entry("profile.visibility-changed", PERSON, Map.of("public", "false"))))
                .containsExactly("볼 수 있는 사람: 회원");
        assertThat(english.more(entry("ties.exported", PERSON, Map.of("rows", "1200"))))
                .containsExactly("1,200 rows");
        assertThat(korean.more(entry(
                        "refusal.forbidden",
                        PERSON,
                        Map.of("feature", "lab", "useCase", "LabOverview.export", "unrecorded", "45"))))
                .containsExactly("산학 협력 현황", "바로 앞에 같은 일이 45번 더 있었습니다");
    }

    @Test
    void somebodyWithoutANameIsToldApartFromThePlatformAndFromNobody() {
        assertThat(korean.who(entry("session.failed", null, Map.of()))).isEqualTo("알 수 없음");
        assertThat(korean.who(entry("invitation.accepted", null, Map.of()))).isEqualTo("플랫폼");
        assertThat(korean.who(entry("application.submitted", null, Map.of()))).isEqualTo("신청자");
        assertThat(korean.who(entry("session.signed-in", PERSON, Map.of()))).isEqualTo("이름이 공개되지 않은 사람");
    }

    @Test
    void anAddressIsReadAndWhatMakesNoSenseInItCountsForNothing() {
        OrganisationId organisation = OrganisationId.fresh();
        assertThat(AuditQuery.filter(
                        Map.of(
                                "kind", List.of("EXPORT"),
                                "from", List.of("2026-11-01"),
                                "until", List.of("2026-11-30")),
                        organisation))
                .isEqualTo(new AuditFilter(
                        AuditKind.EXPORT,
                        null,
                        organisation,
                        null,
                        Instant.parse("2026-10-31T15:00:00Z"),
                        Instant.parse("2026-11-30T15:00:00Z")));
        for (String day : Arrays.asList("2026-02-30", "tomorrow", "+999999999-01-01", "")) {
            assertThat(AuditQuery.filter(Map.of("kind", List.of("ALL"), "from", List.of(day)), null))
                    .as(day)
                    .isEqualTo(AuditFilter.ALL);
        }
    }

    private static AuditEntry entry(String action, @Nullable PersonId person, Map<String, String> detail) {
        return new AuditEntry(
                UUID.randomUUID(),
                Instant.EPOCH,
                person,
                LocalizedText.EMPTY,
                null,
                LocalizedText.EMPTY,
                action,
                "person",
                PERSON.value(),
                LocalizedText.EMPTY,
                detail,
                null);
    }
}
