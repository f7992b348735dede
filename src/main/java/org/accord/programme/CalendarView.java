package org.accord.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.accord.core.LocalText;

/**
 * A calendar as people read it.
 *
 * @param ofSecretariat whether working days are counted in it
 * @param states the States that keep it
 */
record CalendarView(Calendars.Named named, boolean ofSecretariat, List<State> states) {

    /**
     * A day that is not like others of the week.
     *
     * @param added whether an administrator added it, who may take it away again
     */
    record Day(LocalDate day, LocalText name, boolean off, boolean added) {}

    public String code() {
        return named.calendar().code();
    }

    public List<DayOfWeek> weekend() {
        return named.calendar().weekend().stream().sorted().toList();
    }

    /** The holidays of the year and the days added to it, in their order. */
    public List<Day> days(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1)).flatMap(this::day).toList();
    }

    private Stream<Day> day(LocalDate day) {
        ExtraDay extra = named.calendar().extra().get(day);
        return extra != null
                ? Stream.of(new Day(day, extra.name(), extra.off(), true))
                : named.calendar().holidays().stream()
                        .filter(holiday -> holiday.fallsOn(day))
                        .map(holiday -> new Day(day, holiday.name(), true, false));
    }

    public String title(Locale locale) {
        return named.name().in(locale);
    }
}
