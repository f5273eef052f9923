package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.html.Div;
import java.io.Serial;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import kr.nairl.platform.core.matching.FitPoint;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.MatchRow.Who;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import org.jspecify.annotations.Nullable;

/** What both sides want of a match, point by point: what suits and what does not, as the side that looks reads it. */
class FitTags extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Which words are said: those to a company about a researcher, or to a researcher about themselves. */
    private final String side;

    FitTags(MatchRow row) {
        addClassNames("row", "fit-tags");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("match.fit"));
        side = row.who() instanceof Who.Interest ? "match.fit.you." : "match.fit.they.";
        for (FitPoint point : row.fit()) {
            if (known(point, row.who())) {
                continue;
            }
            words(point, row.who())
                    .map(words -> point.suits()
                            ? new Tag(words, Tone.OK).withIcon(Glyph.CHECK)
                            : new Tag(words, Tone.WARN).withIcon(Glyph.CIRCLE_ALERT))
                    .ifPresent(this::add);
        }
    }

    /** Is there nothing to tell? */
    boolean isEmpty() {
        return getChildren().findAny().isEmpty();
    }

    /** What suits on every card of a researcher's own list tells them nothing. */
    private static boolean known(FitPoint point, Who who) {
        return who instanceof Who.Interest
                && point.suits()
                && (point instanceof FitPoint.Room || point instanceof FitPoint.Partner);
    }

    private Optional<String> words(FitPoint point, Who who) {
        String no = point.suits() ? "yes" : "no";
        return switch (point) {
            case FitPoint.Form(var mode, var suits) ->
                Optional.of(getTranslation(side + "form." + no, getTranslation("mode." + mode.name())));
            case FitPoint.Field(var field) ->
                Optional.of(getTranslation(side + "field", field.label().text(Language.of(getLocale()))));
            case FitPoint.Partner(var kind, var suits) ->
                Optional.of(getTranslation(side + "partner." + no, getTranslation("organisation.kind." + kind.name())));
            case FitPoint.NoSharedLanguage() -> Optional.of(getTranslation(side + "language"));
            case FitPoint.Room(var suits, var again) -> room(suits, again, who);
            case FitPoint.Answers(var suits, var outOfField) ->
                Optional.of(getTranslation(side + "answers." + (outOfField ? "outOfField" : no)));
        };
    }

    private Optional<String> room(boolean suits, @Nullable YearMonth again, Who who) {
        if (suits) {
            return Optional.of(getTranslation(side + "room.yes"));
        }
        if (again == null) {
            // A closed researcher's card says so already.
            return who instanceof Who.Researcher(var card) && !card.accepting()
                    ? Optional.empty()
                    : Optional.of(getTranslation(side + "room.closed"));
        }
        return Optional.of(getTranslation(
                side + "room.no",
                again.format(DateTimeFormatter.ofPattern(
                        getTranslation("match.fit.month"), Formats.here().locale()))));
    }
}
