package org.accord.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a period ends that the secretariat counts and States are bound by: at one instant for all, on a day that all of
 * them work.
 *
 * @param closing time of day in the zone at which a day ends
 * @param counted the calendar of the secretariat
 * @param bound the calendars of the States
 */
record Expiry(ZoneId zone, LocalTime closing, WorkingCalendar counted, List<WorkingCalendar> bound) {

    Expiry {
        bound = List.copyOf(bound);
    }

    /** The closing of the day so many working days of the secretariat later, or of the next one that all work. */
    Instant after(Instant from, int workingDays) {
        return closingOf(workedByAll(counted.plus(dayOf(from), workingDays)));
    }

    /** Exactly so many hours later; if all do not work that day, the closing of the next one that they do. */
    Instant afterHours(Instant from, int hours) {
        Instant end = from.plus(Duration.ofHours(hours));
        LocalDate worked = workedByAll(dayOf(end));
        return worked.equals(dayOf(end)) ? end : closingOf(worked);
    }

    /** The closing of the day so many working days of the secretariat later, whoever else works on it. */
    Instant workingDayAt(Instant opened, int workingDays) {
        return closingOf(counted.plus(dayOf(opened), workingDays));
    }

    /** How many days that all work have begun since the day on which it was due; negative while there are some to go. */
    int workingDaysLate(Instant due, Instant now) {
        LocalDate dueDay = dayOf(due);
        LocalDate today = dayOf(now);
        return today.isBefore(dueDay) ? -worked(today, dueDay) : worked(dueDay, today);
    }

    /** How late work is on the day of that moment and on each of those that follow. */
    List<Lateness> lateness(Instant due, Instant now, int days) {
        LocalDate today = dayOf(now);
        LocalDate dueDay = dayOf(due);
        List<Lateness> lateness = new ArrayList<>();
        int workingDays = workingDaysLate(due, now);
        for (LocalDate day = today; lateness.size() < days; day = day.plusDays(1)) {
            if (day.isAfter(today) && worked(day)) {
                workingDays++;
            }
            lateness.add(new Lateness(
                    day.atStartOfDay(zone).toInstant(),
                    workingDays,
                    Math.toIntExact(day.toEpochDay() - dueDay.toEpochDay())));
        }
        return lateness;
    }

    private int worked(LocalDate after, LocalDate upTo) {
        return Math.toIntExact(after.plusDays(1)
                .datesUntil(upTo.plusDays(1))
                .filter(this::worked)
                .count());
    }

    private boolean worked(LocalDate day) {
        return all().allMatch(calendar -> calendar.works(day));
    }

    private LocalDate workedByAll(LocalDate day) {
        return WorkingCalendar.workedByAll(day, all().toList());
    }

    private Stream<WorkingCalendar> all() {
        return Stream.concat(Stream.of(counted), bound.stream());
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Instant closingOf(LocalDate day) {
        return day.atTime(closing).atZone(zone).toInstant();
    }
}
