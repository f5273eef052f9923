package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import kr.nairl.platform.core.collaboration.ReplyForecast;
import kr.nairl.platform.ui.component.Formats;

/** When an answer may be expected, and what that rests on. */
final class ReplyWords {

    private ReplyWords() {}

    /** Without words where there is nothing to tell. */
    static Div of(Component page, ReplyForecast forecast) {
        Formats formats = Formats.here();
        Div words = new Div();
        words.addClassName("reply-forecast");
        LocalDate earliest = forecast.earliest();
        LocalDate latest = forecast.latest();
        if (earliest != null && latest != null) {
            words.add(new Span(
                    earliest.equals(latest)
                            ? formats.date(latest)
                            : page.getTranslation(
                                    "request.reply.range", formats.date(earliest), formats.date(latest))));
            words.add(small(page.getTranslation(
                    "request.reply.basis." + forecast.basis().name(), forecast.turns())));
        }
        LocalDate away = forecast.awayUntil();
        if (away != null) {
            words.add(small(page.getTranslation("request.reply.away", formats.date(away))));
        }
        return words;
    }

    private static Span small(String text) {
        Span span = new Span(text);
        span.addClassNames("small", "dim");
        return span;
    }
}
