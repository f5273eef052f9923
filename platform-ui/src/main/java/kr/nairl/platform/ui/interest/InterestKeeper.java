package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.interest.Interest;
import kr.nairl.platform.core.interest.InterestDesk;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.interest.InterestWords;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Toast;
import org.jspecify.annotations.Nullable;

/**
 * Stores what the form holds and says how far that is. Lives as long as the page; begins the interest with the first
 * words and from then on knows which version it wrote.
 */
class InterestKeeper extends Span {

    @Serial
    private static final long serialVersionUID = 1L;

    private final InterestForm form;
    private final transient InterestDesk desk;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private @Nullable InterestId id;
    private int version;
    private boolean seenByOthers;
    private boolean unsaved;

    /** @param interest what is edited; null for a new one */
    InterestKeeper(
            InterestForm form, @Nullable Interest interest, InterestDesk desk, CurrentActor current, Clock clock) {
        this.form = form;
        this.desk = desk;
        this.current = current;
        this.clock = clock;
        addClassNames("small", "dim", "saved-line");
        getElement().setAttribute("role", "status");
        if (interest == null) {
            setText(getTranslation("interest.saved.itself"));
        } else {
            id = interest.id();
            version = interest.version();
            seenByOthers = interest.state() == InterestState.OPEN;
            say(seenByOthers ? "interest.saved.last" : "interest.saved", interest.updatedAt());
        }
    }

    /** Whether others read it, so that only a button saves. */
    boolean isSeenByOthers() {
        return seenByOthers;
    }

    boolean isUnsaved() {
        return unsaved;
    }

    Optional<InterestId> id() {
        return Optional.ofNullable(id);
    }

    int version() {
        return version;
    }

    /** Something was written. */
    void changed() {
        if (seenByOthers) {
            unsaved = true;
            setText(getTranslation("interest.unsaved"));
        } else {
            save();
        }
    }

    /** Stores everything, and answers whether it is stored; what is refused is named at its field. */
    boolean save() {
        unsaved = true;
        try {
            Optional<InterestWords> words = form.words();
            if (words.isEmpty()) {
                unsaved = false;
                return false;
            }
            store(words.get());
            unsaved = false;
            form.clearErrors();
            say("interest.saved", clock.instant());
            return true;
        } catch (InvalidInputException refused) {
            form.refuses(refused.violations());
            setText(getTranslation("interest.unsaved.refused"));
        } catch (StaleException meanwhile) {
            setText(getTranslation("interest.unsaved.stale"));
            Toast.error(getTranslation("interest.unsaved.stale"));
        }
        return false;
    }

    private void store(InterestWords words) {
        InterestId known = id;
        if (known == null) {
            InterestId begun = desk.create(current.actor(), words);
            id = begun;
            version = 0;
            // The page stays, its address becomes the draft's: reloading or coming back finds what was written.
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, "interests/" + begun + "/edit"));
        } else {
            version = desk.edit(current.actor(), known, words, version).version();
        }
    }

    private void say(String key, Instant at) {
        Formats formats = Formats.here();
        setText(getTranslation(key, time(at, formats.locale(), formats.zone())));
    }

    private static String time(Instant at, Locale locale, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }
}
