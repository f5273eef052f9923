package kr.nairl.platform.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Pattern LINE =
            Pattern.compile("^\\| `([a-z-]+)` \\|.*\\| (\\d+) days \\|.*$", Pattern.MULTILINE);

    private final Retention retention = CoreDatabase.bean(Retention.class);
    private final Cast cast = new Cast();

    @Test
    void theDocumentationHoldsTheDatabasesSchedule() throws IOException {
        Map<String, Integer> written = new TreeMap<>();
        Matcher lines = LINE.matcher(Files.readString(Path.of("../infra/docs/security.md")));
        while (lines.find()) {
            written.put(lines.group(1), Integer.valueOf(lines.group(2)));
        }
        Map<String, Integer> stored = new TreeMap<>();
        retention.schedule(Actor.VISITOR).forEach(rule -> stored.put(rule.what(), rule.days()));
        assertThat(written).isEqualTo(stored).isNotEmpty();
    }

    @Test
    void whatIsDueGoesAndNothingElse() {
        EmailAddress unused = Cast.freshAddress();
        EmailAddress open = Cast.freshAddress();
        Invitations invitations = CoreDatabase.bean(Invitations.class);
        invitations.inviteMember(cast.administrator, cast.company, unused, Set.of(Role.MEMBER), Language.KO);
        invitations.inviteMember(cast.administrator, cast.company, open, Set.of(Role.MEMBER), Language.KO);
        CoreDatabase.asOwner("UPDATE invitation SET expires_at = ? WHERE email = ?", ago(91), unused.value());
        UUID told = event(91);
        UUID recent = event(50);
        UUID waiting = event(null);
        String old = mail("SENT", 91);
        String young = mail("SENT", 50);
        String unsent = mail("WAITING", 400);
        UUID read = notice(366);
        UUID kept = notice(200);

        assertThat(retention.tick(Actor.Job.PRIVACY)).isGreaterThanOrEqualTo(4);

        assertThat(there("invitation WHERE email = ?", unused.value())).isFalse();
        assertThat(there("invitation WHERE email = ?", open.value())).isTrue();
        assertThat(there("domain_event WHERE id = ?", told)).isFalse();
        assertThat(there("domain_event WHERE id = ?", recent)).isTrue();
        assertThat(there("domain_event WHERE id = ?", waiting)).isTrue();
        assertThat(there("mail_outbox WHERE recipient = ?", old)).isFalse();
        assertThat(there("mail_outbox WHERE recipient = ?", young)).isTrue();
        assertThat(there("mail_outbox WHERE recipient = ?", unsent)).isTrue();
        assertThat(there("notification WHERE id = ?", read)).isFalse();
        assertThat(there("notification WHERE id = ?", kept)).isTrue();
        assertThat(retention.schedule(cast.manager))
                .allSatisfy(rule -> assertThat(rule.lastRun()).isNotNull());
        CoreDatabase.asOwner("DELETE FROM domain_event WHERE id = ?", waiting);
        CoreDatabase.asOwner("DELETE FROM mail_outbox WHERE recipient = ?", unsent);
    }

    @Test
    void nobodyElseDeletes() {
        for (Actor actor : List.of(cast.manager, cast.member, Actor.VISITOR, Actor.Job.ADMISSION)) {
            assertThatThrownBy(() -> retention.tick(actor)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> Cast.sql(actor, "SELECT platform.apply_retention(now())"))
                    .hasMessageContaining("only the privacy job");
        }
    }

    private static UUID event(@Nullable Integer handledDaysAgo) {
        UUID id = UUID.randomUUID();
        CoreDatabase.asOwner(
                "INSERT INTO domain_event (id, kind, subject_id, at, handled_at) VALUES (?, 'test.nothing', ?, ?, ?)",
                id,
                id,
                ago(400),
                handledDaysAgo == null ? null : ago(handledDaysAgo));
        return id;
    }

    private static String mail(String state, int days) {
        String recipient = "r" + UUID.randomUUID() + "@people.example";
        CoreDatabase.asOwner(
                "INSERT INTO mail_outbox (id, message_id, recipient, language, subject, text_body, html_body, state, not_before, created_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, 'ko', 's', 't', 'h', ?, now() + interval '1 year', ?)",
                recipient,
                recipient,
                state,
                ago(days));
        return recipient;
    }

    private UUID notice(int days) {
        UUID id = UUID.randomUUID();
        CoreDatabase.asOwner(
                "INSERT INTO notification (id, event_id, person_id, kind, link, created_at) VALUES (?, gen_random_uuid(), ?, 'test.nothing', '/', ?)",
                id,
                cast.member.id().value(),
                ago(days));
        return id;
    }

    private static OffsetDateTime ago(int days) {
        return CoreDatabase.clock().instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private static boolean there(String where, Object value) {
        return !CoreDatabase.askOwner("SELECT count(*) FROM platform." + where, value)
                .equals(0L);
    }
}
