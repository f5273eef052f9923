package kr.nairl.platform.devservices;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail server on the loopback address that takes every mail for everyone and delivers none. A mail is a file before
 * the sender hears 'OK', so whatever was accepted is there after any restart. A page shows them.
 */
public final class DevMail implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final GreenMail smtp;
    private final MailPage page;
    private final List<Path> temporaryFolders;
    private final InstantSource clock = InstantSource.system();
    private final AtomicLong lastId = new AtomicLong();

    private DevMail(Path folder, int smtpPort, int pagePort, List<Path> temporaryFolders) {
        this.folder = folder;
        this.temporaryFolders = temporaryFolders;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CannotStart("The mail folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
        var setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START_PATIENCE.toMillis());
        smtp = new GreenMail(setup);
        smtp.getUserManager().setMessageDeliveryHandler(this::deliver);
        try {
            smtp.start();
        } catch (RuntimeException e) {
            throw new CannotStart("The mail server cannot use port " + smtpPort + ": " + e.getMessage(), e);
        }
        try {
            page = MailPage.start(this, pagePort);
        } catch (IOException e) {
            smtp.stop();
            throw new CannotStart("The mail page cannot use port " + pagePort + ": " + e.getMessage(), e);
        }
    }

    /** For tests: on free ports, with a folder that goes at the end. */
    public static DevMail temporary() {
        Path folder = Folders.temporary("platform-mail-");
        Children.OURS.deleteAtTheEnd(folder);
        return new DevMail(folder, Ports.free(), 0, List.of(folder));
    }

    /**
     * Opens a data folder, with what it received before in {@code mail}.
     *
     * @param pagePort 0 for any free one
     * @throws CannotStart when a port is taken
     */
    public static DevMail kept(Path dataFolder, int smtpPort, int pagePort) {
        return new DevMail(dataFolder.toAbsolutePath().resolve("mail"), smtpPort, pagePort, List.of());
    }

    public String smtpHost() {
        return "127.0.0.1";
    }

    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    /** Where a person, or {@code /api/mails} a program, reads the mails. */
    public URI page() {
        return page.address();
    }

    /** All, newest first. */
    public List<ReceivedMail> mails() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .map(DevMail::read)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mails to one address, newest first. */
    public List<ReceivedMail> mailsTo(String address) {
        return mails().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    public Optional<ReceivedMail> mail(String id) {
        return id.matches("\\d+-\\d+") ? read(folder.resolve(id + ".eml")) : Optional.empty();
    }

    Optional<byte[]> raw(String id) {
        try {
            return id.matches("\\d+-\\d+")
                    ? Optional.of(Files.readAllBytes(folder.resolve(id + ".eml")))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The newest that fits, as soon as there is one.
     *
     * @throws IllegalStateException when none comes in time
     */
    public ReceivedMail await(Predicate<ReceivedMail> fits, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<ReceivedMail> found = mails().stream().filter(fits).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no such mail in " + patience.toSeconds() + " s; there are: "
                        + mails().stream()
                                .map(mail -> mail.subject() + " to " + mail.to())
                                .toList());
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /** Deletes all. */
    public void clear() {
        mails().forEach(mail -> Folders.delete(folder.resolve(mail.id() + ".eml")));
    }

    private static Optional<ReceivedMail> read(Path file) {
        try {
            return Optional.of(ReceivedMail.read(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called once for each recipient, before the sender is answered; the mail is kept at the first. */
    private GreenMailUser deliver(MovingMessage mail, MailAddress recipient) throws MessagingException {
        List<String> recipients =
                mail.getToAddresses().stream().map(MailAddress::getEmail).toList();
        if (recipient.getEmail().equals(recipients.getFirst())) {
            keep(mail.getMessage(), recipients);
        }
        return new Anyone(recipient.getEmail());
    }

    private void keep(MimeMessage mail, List<String> recipients) throws MessagingException {
        long id = lastId.updateAndGet(last -> Math.max(last + 1, clock.millis() * 1000));
        String name = "%d-%03d".formatted(id / 1000, id % 1000);
        try {
            var bytes = new ByteArrayOutputStream();
            String envelope =
                    recipients.stream().collect(Collectors.joining(", ", ReceivedMail.ENVELOPE_TO + ": ", "\r\n"));
            bytes.writeBytes(envelope.getBytes(StandardCharsets.UTF_8));
            mail.writeTo(bytes);
            Path fresh = folder.resolve(name + ".part");
            Files.write(fresh, bytes.toByteArray());
            Files.move(fresh, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be kept: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        page.close();
        smtp.stop();
        temporaryFolders.forEach(Folders::delete);
    }

    /** A recipient without a mailbox in memory: the file is the mailbox. */
    private record Anyone(String email) implements GreenMailUser {

        @Override
        public String getEmail() {
            return email;
        }

        @Override
        public String getLogin() {
            return email;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getQualifiedMailboxName() {
            return email;
        }

        @Override
        public void authenticate(String password) {
            // Everyone may.
        }

        @Override
        public void create() {
            // It has no mailbox.
        }

        @Override
        public void delete() {
            // It has no mailbox.
        }

        @Override
        public void deliver(MovingMessage mail) {
            // It is kept already.
        }

        @Override
        public void deliver(MimeMessage mail) {
            // It is kept already.
        }
    }
}
