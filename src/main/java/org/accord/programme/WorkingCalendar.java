package org.accord.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked: all but the weekend and the holidays.
 *
 * @param extra what overrides both, by day
 */
record WorkingCalendar(String code, Set<DayOfWeek> weekend, List<Holiday> holidays, Map<LocalDate, ExtraDay> extra) {

    private static final int LONGEST_REST = 366;

    /** Days off under one name, the same each year or dated one by one, while the holiday was kept. */
    record Holiday(
            LocalText name,
            Set<MonthDay> yearly,
            Set<LocalDate> dated,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        Holiday {
            yearly = Set.copyOf(yearly);
            dated = Set.copyOf(dated);
        }

        boolean fallsOn(LocalDate day) {
            return keptOn(day) && (dated.contains(day) || yearly.contains(MonthDay.from(day)));
        }

        private boolean keptOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    WorkingCalendar {
        weekend = Set.copyOf(weekend);
        holidays = List.copyOf(holidays);
        extra = Map.copyOf(extra);
    }

    WorkingCalendar(String code, Set<DayOfWeek> weekend, List<Holiday> holidays) {
        this(code, weekend, holidays, Map.of());
    }

    WorkingCalendar with(Map<LocalDate, ExtraDay> days) {
        return new WorkingCalendar(code, weekend, holidays, days);
    }

    boolean works(LocalDate day) {
        ExtraDay decreed = extra.get(day);
        if (decreed != null) {
            return !decreed.off();
        }
        return !weekend.contains(day.getDayOfWeek()) && holidays.stream().noneMatch(holiday -> holiday.fallsOn(day));
    }

    /** What a day off is called that is not just one of the weekend. */
    Optional<LocalText> holiday(LocalDate day) {
        ExtraDay decreed = extra.get(day);
        return decreed != null
                ? Optional.of(decreed).filter(ExtraDay::off).map(ExtraDay::name)
                : holidays.stream()
                        .filter(holiday -> holiday.fallsOn(day))
                        .map(Holiday::name)
                        .findFirst();
    }

    /** The day so many working days later, or earlier if negative; the day itself does not count. */
    LocalDate plus(LocalDate day, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate result = day;
        for (int left = Math.abs(workingDays); left > 0; ) {
            result = result.plusDays(step);
            if (works(result)) {
                left--;
            }
        }
        return result;
    }

    /** The day itself if it is worked, else the next one that is. */
    LocalDate next(LocalDate day) {
        return works(day) ? day : plus(day, 1);
    }

    /** The day itself if all work on it, else the next one on which they do; there must be one within a year. */
    static LocalDate workedByAll(LocalDate day, List<WorkingCalendar> calendars) {
        return day.datesUntil(day.plusDays(LONGEST_REST))
                .filter(candidate -> calendars.stream().allMatch(calendar -> calendar.works(candidate)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no common working day within a year of " + day));
    }

    /** A calendar without a day off. */
    static WorkingCalendar always(String code) {
        return new WorkingCalendar(code, Set.of(), List.of());
    }

    /** Whether work comes every year: a calendar without it could not be counted in. */
    boolean everWorks() {
        return workTogether(List.of(this));
    }

    /** Whether there is a day in each year of this century on which all of them work. */
    static boolean workTogether(List<WorkingCalendar> calendars) {
        return IntStream.range(2000, 2100)
                .mapToObj(year -> LocalDate.of(year, 1, 1))
                .allMatch(start -> start.datesUntil(start.plusYears(1))
                        .anyMatch(day -> calendars.stream().allMatch(calendar -> calendar.works(day))));
    }
}
