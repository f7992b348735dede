package org.accord.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.accord.core.Refused;
import org.jspecify.annotations.Nullable;

/**
 * When work is due, counted from the reference date of its case or from the moment it was opened.
 *
 * @param time of day in the zone at which the last day ends
 * @param counted the calendar in which working days are counted
 * @param respected calendars in which a deadline counted in working days may not fall on a day off either
 */
record DeadlineRule(
        String code,
        Anchor anchor,
        List<Offset> offsets,
        LocalTime time,
        ZoneId zone,
        WorkingCalendar counted,
        List<WorkingCalendar> respected) {

    enum Anchor {
        DATE,
        OPENED
    }

    enum Unit {
        W,
        D,
        WD
    }

    record Offset(int amount, Unit unit) {}

    DeadlineRule {
        offsets = List.copyOf(offsets);
        respected = List.copyOf(respected);
    }

    /** The same rule, counted in these calendars as they are now. */
    DeadlineRule in(Calendars calendars) {
        return new DeadlineRule(
                code,
                anchor,
                offsets,
                time,
                zone,
                calendars.calendar(counted.code()),
                respected.stream()
                        .map(calendar -> calendars.calendar(calendar.code()))
                        .toList());
    }

    Instant due(@Nullable LocalDate date, Instant opened) {
        LocalDate day = start(date, opened);
        for (Offset offset : offsets) {
            day = plus(day, offset);
        }
        return (countsWorkingDays() ? onAWorkingDay(day) : day)
                .atTime(time)
                .atZone(zone)
                .toInstant();
    }

    private LocalDate start(@Nullable LocalDate date, Instant opened) {
        if (anchor == Anchor.OPENED) {
            return opened.atZone(zone).toLocalDate();
        }
        if (date == null) {
            throw new Refused(Refused.Kind.INVALID, "deadlineNeedsDate", List.of(code), List.of());
        }
        return date;
    }

    private LocalDate plus(LocalDate day, Offset offset) {
        return switch (offset.unit()) {
            case W -> day.plusWeeks(offset.amount());
            case D -> day.plusDays(offset.amount());
            case WD -> counted.plus(day, offset.amount());
        };
    }

    private boolean countsWorkingDays() {
        return offsets.stream().anyMatch(offset -> offset.unit() == Unit.WD);
    }

    private LocalDate onAWorkingDay(LocalDate day) {
        return WorkingCalendar.workedByAll(
                day, Stream.concat(Stream.of(counted), respected.stream()).toList());
    }
}
