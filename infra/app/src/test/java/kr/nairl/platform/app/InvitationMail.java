package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail that invites somebody, as it came in. */
final class InvitationMail {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/join/[A-Za-z0-9_-]+");
    private static final long PATIENCE = 30_000;

    private InvitationMail() {}

    /** The link in it, waited for. */
    static String linkTo(String address) throws MessagingException, IOException, InterruptedException {
        RunningPlatform platform = RunningPlatform.get();
        long end = System.nanoTime() + PATIENCE * 1_000_000;
        while (System.nanoTime() < end) {
            for (Message mail : platform.mail().getReceivedMessages()) {
                Matcher link = LINK.matcher(text(mail));
                // Whoever has an account gets other mails, too, of what the other stories do.
                if (address.equals(mail.getAllRecipients()[0].toString()) && link.find()) {
                    assertThat(link.group()).startsWith(platform.url());
                    return link.group();
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no mail with an invitation came for " + address);
    }

    private static String text(Part part) throws MessagingException, IOException {
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
