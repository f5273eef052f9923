package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** How requests are put in words, the same on every page. */
public final class RequestWords {

    private RequestWords() {}

    /** The state as a soft tag. */
    public static Tag state(Component page, RequestState state) {
        return new Tag(page.getTranslation("request.state." + state.name()), tone(state));
    }

    static Tone tone(RequestState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN, EXPIRED -> Tone.NEUTRAL;
            case SENT, HANDED_OVER -> Tone.BRAND;
            case QUESTION_ASKED -> Tone.WARN;
            case ACCEPTED -> Tone.OK;
            case DECLINED -> Tone.BAD;
        };
    }

    /** Both sides in one line: the sender's organisation, an arrow, the addressee. */
    public static String sides(RequestRow row, Language language) {
        LocalizedText to = row.researcherName().isEmpty() ? row.subProjectTitle() : row.researcherName();
        return row.organisationName().text(language) + " → " + to.text(language);
    }

    /** The time of day, such as 오전 10:32, where the reader is. */
    static String time(Instant at) {
        Formats formats = Formats.here();
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(formats.locale())
                .withZone(formats.zone())
                .format(at);
    }

    /** The title, or that there is none yet. */
    public static String title(Component page, RequestRow row) {
        return row.title().isBlank() ? page.getTranslation("request.untitled") : row.title();
    }

    /** State and last change, for the end of a row. */
    public static Component ending(Component page, RequestRow row, Instant now) {
        Span when = new Span(new RelativeTime(row.updatedAt(), now));
        when.addClassNames("small", "faint");
        return Columns.row(state(page, row.state()), when);
    }
}
