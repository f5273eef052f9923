package kr.nairl.platform.devservices;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mail as it came over the wire.
 *
 * @param id also the name of its file, without {@code .eml}; later mails have greater ids
 * @param to whom the envelope named, whatever the headers say
 * @param text the plain text part, empty if there is none
 * @param html the HTML part as sent, empty if there is none
 * @param attachments their file names
 * @param headers as sent, one line each
 */
public record ReceivedMail(
        String id,
        Instant receivedAt,
        String from,
        List<String> to,
        String subject,
        String messageId,
        String text,
        String html,
        List<String> attachments,
        List<String> headers) {

    static final String ENVELOPE_TO = "X-Envelope-To";

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>)]+");

    /** The addresses of the web that its text, or else its HTML part, names, in their order. */
    public List<URI> links() {
        Set<URI> found = new LinkedHashSet<>();
        var matcher = LINK.matcher(text.isBlank() ? html.replace("&amp;", "&") : text);
        while (matcher.find()) {
            found.add(URI.create(matcher.group()));
        }
        return List.copyOf(found);
    }

    static ReceivedMail read(Path file) throws IOException {
        String id = file.getFileName().toString().replaceFirst("\\.eml$", "");
        try (InputStream in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            var parts = new Parts();
            parts.add(message);
            return new ReceivedMail(
                    id,
                    Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-')))),
                    decoded(message.getFrom()),
                    List.of(orEmpty(message.getHeader(ENVELOPE_TO, ",")).split(",\\s*")),
                    orEmpty(message.getSubject()),
                    orEmpty(message.getMessageID()),
                    parts.text.toString(),
                    parts.html.toString(),
                    List.copyOf(parts.attachments),
                    headers(message));
        } catch (MessagingException e) {
            throw new IOException(file + " is no mail: " + e.getMessage(), e);
        }
    }

    private static List<String> headers(MimeMessage message) throws MessagingException {
        var lines = new ArrayList<String>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            lines.add(header.getName() + ": " + header.getValue());
        }
        return List.copyOf(lines);
    }

    private static String decoded(Address @Nullable [] addresses) {
        var names = new ArrayList<String>();
        for (Address address : addresses == null ? new Address[0] : addresses) {
            names.add(address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString());
        }
        return String.join(", ", names);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** What a mail's parts hold, gathered from all levels. */
    private static final class Parts {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<String> attachments = new ArrayList<>();

        void add(Part part) throws MessagingException, IOException {
            String fileName = part.getFileName();
            if (fileName != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachments.add(fileName == null ? "?" : MimeUtility.decodeText(fileName));
            } else if (part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else if (part.isMimeType("text/*")) {
                text.append(part.getContent());
            } else if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    add(inner);
                }
            }
        }
    }
}
