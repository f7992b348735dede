package org.accord.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A month with what is on its days. */
record Month(YearMonth month, List<Entry> entries, ZoneId zone) {

    private static final int DAYS = 7;

    Month {
        entries = List.copyOf(entries);
    }

    /**
     * A day of the grid.
     *
     * @param within whether it belongs to the month; the others fill the first and the last week
     */
    record Day(LocalDate date, boolean within, List<Entry> entries) {}

    /** The weeks from Monday to Sunday that have a day of the month. */
    public List<List<Day>> weeks() {
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<List<Day>> weeks = new ArrayList<>();
        for (LocalDate first = monday; !first.isAfter(month.atEndOfMonth()); first = first.plusDays(DAYS)) {
            weeks.add(first.datesUntil(first.plusDays(DAYS)).map(this::day).toList());
        }
        return weeks;
    }

    private Day day(LocalDate date) {
        boolean within = YearMonth.from(date).equals(month);
        return new Day(date, within, within ? on(date).toList() : List.of());
    }

    private Stream<Entry> on(LocalDate date) {
        return entries.stream()
                .filter(entry -> !entry.when().first(zone).isAfter(date)
                        && !entry.when().last(zone).isBefore(date));
    }

    /** The days of the month on which something begins, or still goes on at its beginning. */
    public Map<LocalDate, List<Entry>> days() {
        Map<LocalDate, List<Entry>> days = new LinkedHashMap<>();
        for (Entry entry : entries) {
            LocalDate first = entry.when().first(zone);
            LocalDate shown = first.isBefore(month.atDay(1)) ? month.atDay(1) : first;
            days.computeIfAbsent(shown, day -> new ArrayList<>()).add(entry);
        }
        return days;
    }

    /** The other meetings and workshops of the month with which this one shares a day. */
    public List<Entry> clashes(Entry entry) {
        return entries.stream().filter(entry::clashesWith).toList();
    }
}
