package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A date in the reader's language: names of months and days, order of the parts, and the words on the calendar. */
public final class DayPicker extends DatePicker {
    public DayPicker(String label) {
        super(label);
        Locale locale = Formats.here().locale();
        setLocale(locale);
        setI18n(new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale))
                .setDateFormats("yyyy-MM-dd", "yyyy. M. d.", "yyyy.M.d", "yyyyMMdd")
                .setFirstDayOfWeek(0)
                .setToday(getTranslation("component.today"))
                .setCancel(getTranslation("component.cancel")));
    }

    /** The order of year and month above the calendar, which Vaadin's own words leave out. */
    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement()
                .executeJs(
                        "setTimeout(() => this.i18n = {...this.i18n,"
                                + " formatTitle: (month, year) => $0.replace('<m>', month).replace('<y>', year)})",
                        getTranslation("component.monthOfYear"));
    }

    private static List<String> days(TextStyle style, Locale locale) {
        return Stream.concat(Stream.of(DayOfWeek.SUNDAY), Arrays.stream(DayOfWeek.values()))
                .limit(7)
                .map(day -> day.getDisplayName(style, locale))
                .toList();
    }
}
