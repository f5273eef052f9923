package kr.nairl.platform.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevMailTest {

    private static final String INVITED = "invited@everex.example";

    @Test
    void aMailArrivesWithItsPartsAndSurvivesARestart(@TempDir Path data) throws Exception {
        ReceivedMail before;
        try (DevMail mail = DevMail.kept(data, Ports.free(), 0)) {
            send(mail, "공동연구 플랫폼 초대", INVITED, "other@everex.example");
            before = mail.await(each -> each.to().contains(INVITED), Duration.ofSeconds(5));
        }
        assertThat(before.subject()).isEqualTo("공동연구 플랫폼 초대");
        assertThat(before.from()).contains("연구소").contains("platform@nairl.example");
        assertThat(before.to()).containsExactlyInAnyOrder(INVITED, "other@everex.example");
        assertThat(before.text()).contains("안녕하세요");
        assertThat(before.html()).contains("<h1>안녕하세요</h1>");
        assertThat(before.links()).containsExactly(URI.create("http://localhost:8080/ko/join?token=abc&x=1"));
        try (DevMail again = DevMail.kept(data, Ports.free(), 0)) {
            assertThat(again.mails()).containsExactly(before);
            send(again, "Second", INVITED);
            assertThat(again.mailsTo(INVITED))
                    .extracting(ReceivedMail::subject)
                    .containsExactly("Second", "공동연구 플랫폼 초대");
            again.clear();
            assertThat(again.mails()).isEmpty();
        }
    }

    @Test
    void thePageShowsAMailWithoutTrustingIt() throws Exception {
        try (DevMail mail = DevMail.temporary();
                HttpClient http = HttpClient.newHttpClient()) {
            send(mail, "<script>alert(1)</script>", INVITED);
            String id = mail.mails().getFirst().id();
            var page = get(http, mail.page().resolve("/mails/" + id + "?lang=ko"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("lang=\"ko\"", "&lt;script&gt;alert(1)&lt;/script&gt;", "sandbox=\"allow-popups")
                    .doesNotContain("<script>alert", "allow-scripts", "allow-same-origin");
            var frame = get(http, mail.page().resolve("/mails/" + id + "/html"));
            assertThat(frame.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("sandbox allow-popups")
                    .contains("default-src 'none'");
            assertThat(get(http, mail.page().resolve("/?lang=en")).body()).contains("Development mailbox");
            assertThat(get(http, mail.page().resolve("/api/mails?to=" + INVITED))
                            .body())
                    .contains("\"subject\":\"<script>alert(1)</script>\"");
            assertThat(get(http, mail.page().resolve("/mails/../secrets.properties"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void thePageAnswersOnlyUnderItsOwnName() throws Exception {
        try (DevMail mail = DevMail.temporary();
                var socket = new Socket("127.0.0.1", mail.page().getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: rebound.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).contains("421");
        }
    }

    private static HttpResponse<String> get(HttpClient http, URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void send(DevMail to, String subject, String... recipients) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", to.smtpHost());
        settings.put("mail.smtp.port", Integer.toString(to.smtpPort()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("platform@nairl.example", "연구소", "UTF-8"));
        for (String recipient : List.of(recipients)) {
            message.addRecipients(Message.RecipientType.TO, recipient);
        }
        message.setSubject(subject, "UTF-8");
        var text = new MimeBodyPart();
        text.setText("안녕하세요.\nhttp://localhost:8080/ko/join?token=abc&x=1\n", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<h1>안녕하세요</h1><script>top.location='http://x.example'</script>", "text/html; charset=utf-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }
}
