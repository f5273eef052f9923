package kr.nairl.platform.core.mail.outside;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import kr.nairl.platform.core.mail.MailTransport;
import kr.nairl.platform.core.mail.OutgoingMail;
import kr.nairl.platform.core.mail.SenderIdentity;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands mails to the mail server that Spring's {@code spring.mail} settings name; without one every mail waits.
 *
 * <p>Waits at most some seconds for the server unless the settings say otherwise, so that a worker ends long before its
 * claim does.
 */
@Component
class SmtpMailTransport implements MailTransport {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";
    private static final int MAX_DEPTH = 5;

    private final ObjectProvider<JavaMailSender> senders;
    private final SenderIdentity identity;
    private final Clock clock;

    SmtpMailTransport(ObjectProvider<JavaMailSender> senders, SenderIdentity identity, Clock clock) {
        this.senders = senders;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public Delivery deliver(OutgoingMail mail) {
        JavaMailSender sender = senders.getIfAvailable();
        if (sender == null) {
            return new Delivery.NotTaken("no mail server is configured");
        }
        if (sender instanceof JavaMailSenderImpl configured) {
            limitWaiting(configured.getJavaMailProperties());
        }
        MimeMessage message;
        try {
            message = write(sender.createMimeMessage(), mail);
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            return new Delivery.NotTaken(reason(unwritable));
        }
        try {
            sender.send(message);
            return new Delivery.Taken();
        } catch (MailSendException failed) {
            return verdict(failed);
        } catch (MailException failed) {
            // Refused at sign-in or unreadable before it was on its way.
            return new Delivery.NotTaken(reason(failed));
        }
    }

    private MimeMessage write(MimeMessage message, OutgoingMail mail)
            throws MessagingException, UnsupportedEncodingException {
        String from = identity.address().value();
        message.setFrom(
                identity.name().isEmpty()
                        ? new InternetAddress(from, true)
                        : new InternetAddress(from, identity.name(), UTF_8));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.recipient().value(), true));
        message.setSubject(mail.words().subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", "<" + mail.messageId() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language().code());
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.words().text(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.words().html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        return message;
    }

    private static Delivery verdict(MailSendException failed) {
        Exception[] reasons = failed.getMessageExceptions();
        if (reasons.length == 0) {
            // Only saying goodbye failed: the mail had been taken.
            return new Delivery.Taken();
        }
        Exception reason = reasons[0];
        boolean neverConnected = failed.getCause() == reason;
        boolean refused = reason instanceof SendFailedException
                // A line that broke instead of answering shows as an answer of -1.
                && !(reason instanceof SMTPSendFailedException smtp && smtp.getReturnCode() == -1);
        return neverConnected || refused ? new Delivery.NotTaken(reason(reason)) : new Delivery.Unclear(reason(reason));
    }

    private static void limitWaiting(Properties settings) {
        settings.putIfAbsent("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        settings.putIfAbsent("mail.smtp.timeout", ANSWER_MILLIS);
        settings.putIfAbsent("mail.smtp.writetimeout", ANSWER_MILLIS);
    }

    /** With the exceptions behind it: the server's own words often stand in the last one. */
    private static String reason(Exception exception) {
        StringBuilder words = new StringBuilder();
        Throwable link = exception;
        for (int depth = 0; link != null && depth < MAX_DEPTH; depth++) {
            words.append(depth == 0 ? "" : "; ")
                    .append(link.getClass().getSimpleName())
                    .append(": ")
                    .append(link.getMessage());
            link = link instanceof MessagingException mail ? mail.getNextException() : link.getCause();
        }
        return words.toString().replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
