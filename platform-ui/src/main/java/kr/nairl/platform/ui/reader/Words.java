package kr.nairl.platform.ui.reader;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.ResourceBundle;
import kr.nairl.platform.core.calendar.EventCalendar;
import kr.nairl.platform.core.calendar.LabEvent;
import kr.nairl.platform.core.matching.QualityFigures;
import kr.nairl.platform.core.shared.Language;

/**
 * The public pages' own words and dates in one language, from {@code reader_ko.properties} and
 * {@code reader_en.properties}. A text with parameters is a {@link MessageFormat} in which an apostrophe is just an
 * apostrophe.
 */
record Words(Language language) {

    private static final String BUNDLE = "reader";

    /** The text of this key; {@link java.util.MissingResourceException} when there is none. */
    public String say(String key, Object... parameters) {
        String text = bundle(language).getString(key);
        return parameters.length == 0
                ? text
                : new MessageFormat(text.replace("'", "''"), language.locale()).format(parameters);
    }

    /** As {@link #say(String, Object...)}, with the last part of the key taken from an enum's name. */
    public String name(String prefix, Enum<?> value) {
        return say(prefix + "." + value.name());
    }

    /** A day with its weekday. */
    public String day(LocalDate day) {
        return format("date.day", day);
    }

    /** The day on which something appeared, where the lab is. */
    public String day(Instant instant) {
        return format("date.plain", LocalDate.ofInstant(instant, EventCalendar.LAB_ZONE));
    }

    /** The month in which something appeared, where the lab is. */
    public String month(Instant instant) {
        return format("date.month", YearMonth.from(instant.atZone(EventCalendar.LAB_ZONE)));
    }

    /** The short name of a day's month. */
    public String shortMonth(LocalDate day) {
        return format("date.shortMonth", day);
    }

    /** When an event is: its day or days and, where known, its hours. */
    public String when(LabEvent event) {
        String days = event.severalDays()
                ? say("date.range", day(event.startsOn()), day(event.endsOn()))
                : day(event.startsOn());
        LocalTime start = event.startTime();
        LocalTime end = event.endTime();
        if (start == null) {
            return days;
        }
        return days + " " + (end == null ? start.toString() : say("date.range", start.toString(), end.toString()));
    }

    /** A measured figure, three decimals. */
    public String figure(double value) {
        return String.format(language.locale(), "%.3f", value);
    }

    /** A difference with its interval, both signed. */
    public String range(QualityFigures.Interval interval) {
        return say("quality.range", signed(interval.mean()), signed(interval.low()), signed(interval.high()));
    }

    /** A part of the whole, 0 to 1, in whole percent. */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(language.locale()).format(share);
    }

    /** A place on a scale from 0 to 1, as a drawing wants it. */
    public String at(double value) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * value);
    }

    private String signed(double value) {
        return String.format(language.locale(), "%+.3f", value).replace('-', '−');
    }

    private String format(String key, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(say(key), language.locale()).format(time);
    }

    static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
