package kr.nairl.platform.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailerTest {

    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final OutgoingMails mails = CoreDatabase.bean(OutgoingMails.class);
    private final Outbox outbox = CoreDatabase.bean(Outbox.class);
    private final Mailer mailer = CoreDatabase.bean(Mailer.class);
    private final JavaMailSenderImpl sender = CoreDatabase.bean(JavaMailSenderImpl.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void nothingElseWaits() {
        CoreDatabase.asOwner("DELETE FROM mail_outbox");
    }

    @AfterEach
    void stop() {
        server.stop();
        sender.setPort(1);
    }

    @Test
    void aQueuedMailReachesTheServerWholeAndOnce() throws Exception {
        serve();
        MailId id = queue("kim@people.example", "김 박사님께 \uD83D\uDE00");
        assertThat(mailer.send(Actor.Job.MAILER)).isEqualTo(new Mailer.Round(1, 0, 0, 0, false));
        assertThat(mailer.send(Actor.Job.MAILER)).isEqualTo(new Mailer.Round(0, 0, 0, 0, false));
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@platform.example>");
        assertThat(mail.getSubject()).isEqualTo("test 김 박사님께 \uD83D\uDE00");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("kim@people.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("ko");
        assertThat(mail.getSentDate()).isEqualTo(CoreDatabase.clock().instant());
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        List<String> types = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            types.add(part.getContentType().toLowerCase(Locale.ROOT).replaceAll(";.*", ""));
            assertThat(String.valueOf(part.getContent())).contains("김 박사님께");
        }
        assertThat(types).containsExactly("text/plain", "text/html");
        assertThat(state(id)).isEqualTo("SENT");
    }

    @Test
    void aSubjectCannotBreakOutOfItsHeader() throws Exception {
        serve();
        queue("kim@people.example", "Hello\r\nBcc: thief@evil.example\r\n\r\nbody" + "x".repeat(400));
        mailer.send(Actor.Job.MAILER);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mail.getSubject())
                .startsWith("test Hello Bcc: thief@evil.example body")
                .hasSize(300);
    }

    @Test
    void nothingGoesOutOfATransactionThatWasRolledBack() {
        assertThatThrownBy(() -> transactions.run(Actor.Job.NOTIFIER, () -> {
                    queue("kim@people.example", "never");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(transactions.read(Actor.Job.MAILER, mails::counts).values()).containsOnly(0);
    }

    @Test
    void aServerThatIsDownIsTriedEightTimesInGrowingPauses() {
        MailId id = queue("kim@people.example", "patience");
        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 1; attempt < Mailer.MAX_ATTEMPTS; attempt++) {
            assertThat(mailer.send(Actor.Job.MAILER)).isEqualTo(new Mailer.Round(0, 1, 0, 0, false));
            // Before its time nothing is tried.
            assertThat(mailer.send(Actor.Job.MAILER)).isEqualTo(new Mailer.Round(0, 0, 0, 0, false));
            Duration waited = Duration.between(CoreDatabase.clock().instant(), notBefore(id));
            pauses.add(waited);
            CoreDatabase.clock().pass(waited);
        }
        assertThat(pauses).isSortedAccordingTo(Duration::compareTo).doesNotHaveDuplicates();
        assertThat(mailer.send(Actor.Job.MAILER)).isEqualTo(new Mailer.Round(0, 0, 1, 0, false));
        assertThat(state(id)).isEqualTo("DEAD");
        CoreDatabase.clock().pass(Duration.ofDays(30));
        assertThat(mailer.send(Actor.Job.MAILER)).isEqualTo(new Mailer.Round(0, 0, 0, 0, false));
    }

    @Test
    void aServerThatComesBackGetsTheMailUnderTheSameMessageId() throws Exception {
        MailId id = queue("kim@people.example", "later");
        mailer.send(Actor.Job.MAILER);
        serve();
        CoreDatabase.clock().pass(Duration.ofMinutes(1));
        assertThat(mailer.send(Actor.Job.MAILER).sent()).isEqualTo(1);
        assertThat(server.getReceivedMessages()[0].getMessageID()).isEqualTo("<" + id + "@platform.example>");
    }

    @Test
    void aRefusedRecipientIsSurelyNotServedAndHoldsUpNobody() throws Exception {
        try (ServerSocket choosy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            sender.setPort(choosy.getLocalPort());
            Thread.ofPlatform().daemon().start(() -> {
                for (int i = 0; i < 2; i++) {
                    speak(choosy, said -> said.contains("nobody@") ? "550 no such mailbox" : "250 ok");
                }
            });
            MailId bad = queue("nobody@people.example", "refused");
            MailId good = queue("kim@people.example", "taken");
            assertThat(mailer.send(Actor.Job.MAILER)).isEqualTo(new Mailer.Round(1, 1, 0, 0, false));
            assertThat(state(bad)).isEqualTo("WAITING");
            assertThat(one(bad, "last_error", String.class)).contains("550");
            assertThat(state(good)).isEqualTo("SENT");
        }
    }

    @Test
    void aLineThatBreaksBeforeTheAnswerLeavesTheMailInDoubtAndNeverSendsItTwiceByItself() throws Exception {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            sender.setPort(silent.getLocalPort());
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> speak(silent, said -> {
                        heard.add(said);
                        return said.equals(".") ? "" : "250 ok";
                    }));
            MailId id = queue("kim@people.example", "perhaps");
            assertThat(mailer.send(Actor.Job.MAILER)).isEqualTo(new Mailer.Round(0, 0, 0, 1, false));
            assertThat(heard).contains("Subject: test perhaps");
            assertThat(state(id)).isEqualTo("IN_DOUBT");
            CoreDatabase.clock().pass(Duration.ofDays(3));
            assertThat(mailer.send(Actor.Job.MAILER)).isEqualTo(new Mailer.Round(0, 0, 0, 0, false));
        }
        Actor.Person manager = manager();
        assertThat(outbox.counts(manager)).containsEntry(MailState.IN_DOUBT, 1).containsEntry(MailState.SENT, 0);
        serve();
        assertThat(outbox.sendDoubtfulAgain(manager)).isEqualTo(1);
        assertThat(mailer.send(Actor.Job.MAILER).sent()).isEqualTo(1);
    }

    @Test
    void aCrashBetweenClaimAndEndLeavesTheOneMailInDoubt() {
        MailId crashed = queue("kim@people.example", "crash");
        MailId next = queue("lee@people.example", "next");
        Mailer crashing = new Mailer(
                transactions,
                mails,
                mail -> {
                    throw new StackOverflowError("the node died");
                },
                CoreDatabase.clock());
        assertThatThrownBy(() -> crashing.send(Actor.Job.MAILER)).isInstanceOf(StackOverflowError.class);
        List<String> delivered = new ArrayList<>();
        Mailer other = new Mailer(
                transactions,
                mails,
                mail -> {
                    delivered.add(mail.recipient().value());
                    return new MailTransport.Delivery.Taken();
                },
                CoreDatabase.clock());
        // Both were queued at one instant; whichever was claimed first is the one in doubt.
        other.send(Actor.Job.MAILER);
        assertThat(delivered).hasSize(1);
        CoreDatabase.clock().pass(Mailer.CLAIM.plusSeconds(1));
        assertThat(other.send(Actor.Job.MAILER)).isEqualTo(new Mailer.Round(0, 0, 0, 1, false));
        assertThat(List.of(state(crashed), state(next))).containsExactlyInAnyOrder("IN_DOUBT", "SENT");
        assertThat(delivered).hasSize(1);
    }

    @Test
    void nodesThatSendAtOnceSendEachMailOnce() throws Exception {
        List<String> delivered = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 60; i++) {
            queue("p" + i + "@people.example", "many");
        }
        try (var nodes = Executors.newFixedThreadPool(4)) {
            List<Future<Mailer.Round>> rounds = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Mailer node = new Mailer(
                        transactions,
                        mails,
                        mail -> {
                            delivered.add(mail.recipient().value());
                            return new MailTransport.Delivery.Taken();
                        },
                        CoreDatabase.clock());
                rounds.add(nodes.submit(() -> node.send(Actor.Job.MAILER)));
            }
            int sent = 0;
            for (Future<Mailer.Round> round : rounds) {
                sent += round.get().sent();
            }
            assertThat(sent).isEqualTo(60);
        }
        assertThat(delivered).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void oneRecipientGetsOneMailOfOneEvent() {
        UUID event = UUID.randomUUID();
        EmailAddress kim = new EmailAddress("kim@people.example");
        outbox.queue(Actor.Job.NOTIFIER, event, kim, Language.EN, "test", Map.of());
        assertThatThrownBy(() -> outbox.queue(Actor.Job.NOTIFIER, event, kim, Language.EN, "test", Map.of()))
                .hasMessageContaining("duplicate key");
    }

    @Test
    void anAdministratorQueuesAnInvitationButReadsNoMail() {
        Actor.Person administrator =
                CoreDatabase.person(CoreDatabase.organisation("COMPANY", "초대", "Inviters"), "초대자", Role.ADMINISTRATOR);
        MailId id = outbox.queueRendered(
                administrator,
                new EmailAddress("new@people.example"),
                Language.EN,
                "invitation",
                Map.of("link", "/invitation/token"));
        assertThat(state(id)).isEqualTo("WAITING");
        assertThat(transactions.<Integer>read(
                        administrator,
                        () -> sql.fetchSingle("SELECT count(*)::int FROM platform.mail_outbox")
                                .get(0, Integer.class)))
                .isZero();
        assertThat(transactions.<Integer>read(
                        Actor.Job.MAILER,
                        () -> sql.fetchSingle("SELECT count(*)::int FROM platform.mail_outbox")
                                .get(0, Integer.class)))
                .isEqualTo(1);
        Actor.Person member = CoreDatabase.person(administrator.organisation(), "회원", Role.MEMBER);
        assertThatThrownBy(() -> outbox.queueRendered(
                        member, new EmailAddress("new@people.example"), Language.EN, "invitation", Map.of()))
                .hasMessageContaining("row-level security");
    }

    @Test
    void onlyTheMailerSendsAndOnlyAManagerCounts() {
        Actor.Person member =
                CoreDatabase.person(CoreDatabase.organisation("COMPANY", "가", "Ga"), "나", Role.ADMINISTRATOR);
        for (Actor actor : Arrays.<Actor>asList(member, Actor.VISITOR, Actor.Job.NOTIFIER)) {
            assertThatThrownBy(() -> mailer.send(actor)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> outbox.counts(actor)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> outbox.sendDoubtfulAgain(actor)).isInstanceOf(ForbiddenException.class);
        }
    }

    private void serve() {
        server.start();
        sender.setPort(server.getSmtp().getPort());
    }

    private MailId queue(String recipient, String title) {
        return outbox.queue(
                Actor.Job.NOTIFIER, null, new EmailAddress(recipient), Language.KO, "test", Map.of("title", title));
    }

    private static Actor.Person manager() {
        return CoreDatabase.person(CoreDatabase.organisation("LAB", "거점", "Lab"), "관리", Role.LAB_MANAGER);
    }

    private String state(MailId id) {
        return one(id, "state", String.class);
    }

    private java.time.Instant notBefore(MailId id) {
        return one(id, "not_before", java.time.OffsetDateTime.class).toInstant();
    }

    private <T> T one(MailId id, String column, Class<T> type) {
        return transactions.read(
                Actor.Job.MAILER,
                () -> sql.fetchSingle(
                                "SELECT " + column + " FROM platform.mail_outbox WHERE id = {0}", DSL.val(id.value()))
                        .get(0, type));
    }

    /** Speaks SMTP on one line: the answers decide, and an empty one hangs up without a word. */
    private static void speak(ServerSocket server, UnaryOperator<String> answers) {
        try (Socket line = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.UTF_8)) {
            say(out, "220 ready");
            boolean data = false;
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                String answer = answers.apply(said);
                if (answer.isEmpty()) {
                    return;
                }
                if (said.equals("DATA")) {
                    data = true;
                    say(out, "354 go on");
                } else if (!data || said.equals(".")) {
                    data = false;
                    say(out, said.equals("QUIT") ? "221 bye" : answer);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void say(PrintWriter out, String answer) {
        out.print(answer + "\r\n");
        out.flush();
    }
}
