package org.accord.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import org.accord.core.LocalText;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Instants in the words of pages: absolute with the zone of the secretariat, and relative to the clock of Accord. */
@Component
class Dates {

    private static final long DAY_HOURS = 48;
    private static final long HOUR_MINUTES = 120;

    private final Programme programme;
    private final Clock clock;
    private final MessageSource messages;

    Dates(Programme programme, Clock clock, MessageSource messages) {
        this.programme = programme;
        this.clock = clock;
        this.messages = messages;
    }

    /** {@code 1 Dec 2026, 17:00 (Ashgabat)}. */
    public String moment(@Nullable Instant instant, Locale locale) {
        if (instant == null) {
            return "";
        }
        ZoneId zone = programme.zone();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(LocalText.custom(locale))
                        .format(instant.atZone(zone))
                + " (" + city(zone, locale) + ")";
    }

    /** The same moment in UTC, for readers elsewhere: {@code 1 Dec 2026, 12:00 UTC}. */
    public String utc(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(LocalText.custom(locale))
                        .format(instant.atZone(ZoneOffset.UTC))
                + " UTC";
    }

    private String city(ZoneId zone, Locale locale) {
        String usual = zone.getId();
        return Objects.requireNonNullElse(messages.getMessage("zone." + usual, null, usual, locale), usual);
    }

    public String day(@Nullable LocalDate day, Locale locale) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(LocalText.custom(locale))
                        .format(day);
    }

    /** {@code December 2026}. */
    public String month(YearMonth month, Locale locale) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    public String weekday(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** How far off: {@code in 2 days}, {@code overdue by 3 hours}. */
    public String distance(@Nullable Instant instant, Locale locale) {
        if (instant == null) {
            return "";
        }
        Duration away = Duration.between(clock.instant(), instant);
        boolean past = away.isNegative();
        Duration size = away.abs();
        String unit = size.toHours() >= DAY_HOURS ? "days" : size.toMinutes() >= HOUR_MINUTES ? "hours" : "minutes";
        long amount =
                switch (unit) {
                    case "days" -> size.toDays();
                    case "hours" -> size.toHours();
                    default -> size.toMinutes();
                };
        return messages.getMessage((past ? "overdue." : "due.in.") + unit, new Object[] {amount}, locale);
    }

    public boolean isPast(@Nullable Instant instant) {
        return instant != null && instant.isBefore(clock.instant());
    }

    /** For {@code <time datetime>}: RFC 3339 in UTC. */
    public String machine(Instant instant) {
        return instant.toString();
    }
}
