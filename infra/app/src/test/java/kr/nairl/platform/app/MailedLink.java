package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the platform mailed to people, as the mail server has it. */
public final class MailedLink {

    private static final long PATIENCE_MILLIS = 30_000;

    private MailedLink() {}

    /** The newest link of this form in the mails to the address; waits until one comes. */
    public static String to(RunningPlatform platform, Pattern form, String address)
            throws MessagingException, IOException, InterruptedException {
        return to(platform, form, address, "");
    }

    /** As above, and not this one, which came before. */
    public static String to(RunningPlatform platform, Pattern form, String address, String known)
            throws MessagingException, IOException, InterruptedException {
        return to(platform.mail(), platform.url(), form, address, known);
    }

    /** As above, from any mail server and of any copy of the platform. */
    public static String to(GreenMail server, String url, Pattern form, String address, String known)
            throws MessagingException, IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (System.nanoTime() < end) {
            for (Message mail : List.of(server.getReceivedMessages()).reversed()) {
                // Whoever has an account gets other mails, too, of what the other stories do.
                Matcher link = form.matcher(text(mail));
                if (address.equals(mail.getAllRecipients()[0].toString())
                        && link.find()
                        && !link.group().equals(known)) {
                    assertThat(link.group()).startsWith(url);
                    return link.group();
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no mail with such a link came for " + address);
    }

    /** All words of a mail or a part of one. */
    public static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(text(parts.getBodyPart(i))).append('\n');
            }
            return all.toString();
        }
        return String.valueOf(content);
    }
}
