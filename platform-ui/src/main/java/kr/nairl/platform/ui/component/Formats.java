package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, dates and spans of time as the reader writes them.
 *
 * @param locale the reader's language
 * @param zone where the reader is; stored times get their zone only here
 */
public record Formats(Locale locale, ZoneId zone) {
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private static final int DAYS_TOLD_AS_DAYS = 14;
    private static final int DAYS_TOLD_AS_WEEKS = 60;

    /** For the page that is being built: its language, and the zone that the shell set, else Seoul. */
    public static Formats here() {
        @Nullable UI ui = UI.getCurrent();
        if (ui == null) {
            return new Formats(Locale.KOREAN, SEOUL);
        }
        ZoneId zone = ComponentUtil.getData(ui, ZoneId.class);
        return new Formats(ui.getLocale(), zone == null ? SEOUL : zone);
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** @param decimals digits after the point, at most; trailing zeros are left out */
    public String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** @param share part of the whole, 1 being all; told without decimals */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /** Such as '2026년 11월 23일' or 'November 23, 2026'. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /** How large a file is, such as '1 MB' or '340 KB'. */
    public String size(long bytes) {
        return bytes < MEGABYTE
                ? number(Math.ceilDiv(bytes, KILOBYTE)) + " KB"
                : number(bytes / (double) MEGABYTE, bytes % MEGABYTE == 0 ? 0 : 1) + " MB";
    }

    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    /** Such as '2026. 11. 23. 오후 6:00' or 'Nov 23, 2026, 6:00 PM'. */
    public String dateTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
    }

    /** How long ago or how soon, in words; a date once that says more. */
    public String relative(Instant when, Instant now) {
        boolean past = !when.isAfter(now);
        Duration distance = Duration.between(when, now).abs();
        String side = past ? ".ago" : ".ahead";
        if (distance.toMinutes() < 1) {
            return translate("time.now");
        }
        if (distance.toHours() < 1) {
            return translate("time.minutes" + side, distance.toMinutes());
        }
        long days = Math.abs(ChronoUnit.DAYS.between(LocalDate.ofInstant(when, zone), LocalDate.ofInstant(now, zone)));
        if (days == 0) {
            return translate("time.hours" + side, distance.toHours());
        }
        if (days == 1) {
            return translate("time.day" + side);
        }
        if (days < DAYS_TOLD_AS_DAYS) {
            return translate("time.days" + side, days);
        }
        return days < DAYS_TOLD_AS_WEEKS ? translate("time.weeks" + side, days / 7) : date(when);
    }

    String translate(String key, Object... parameters) {
        return I18NProvider.translate(locale, key, parameters);
    }
}
