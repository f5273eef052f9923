package kr.nairl.platform.ui.shell;

import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the shell gets what it shows. Every method answers for whoever is calling in the current request, and none is
 * asked from another thread but through {@code UI.access}.
 */
public interface ShellContents extends Serializable {
    /** The lab's name, colour and logo; also asked before anyone signed in. */
    LabLook look(Locale reader);

    /** What to show around the page, for a signed-in person. */
    ShellModel model(Locale reader);

    /** The newest notifications, newest first. */
    List<Notice> notices(Locale reader, int limit);

    /** The person has seen the list: nothing counts as unread any more. */
    void markNoticesSeen();

    /**
     * Tells when the person's unread notifications, or what waits for the person, may have changed. Called from any thread; the shell itself reads
     * again under the page's lock.
     *
     * @return ends the telling; the shell removes it when the page is left
     */
    Registration onNoticesChanged(SerializableRunnable listener);

    /** The language this person chose; empty if none or if nobody is signed in. */
    Optional<Locale> language();

    void rememberLanguage(Locale language);

    /** The theme this person chose; empty if none or if nobody is signed in. */
    Optional<Theme> theme();

    void rememberTheme(Theme theme);

    /** Reads the person's memberships again, after one of them was found to have ended. */
    void readAuthorityAgain();

    /** The core refused the person something, as one of its refusals tells; what is none is left alone. */
    void refused(RuntimeException refusal);

    /** Ends the session here and at the identity provider. */
    void signOut();

    /** The moment from the platform's clock. */
    Instant now();
}
