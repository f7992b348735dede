package org.accord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.accord.core.LocalText;
import org.accord.programme.WorkingCalendar.Holiday;
import org.junit.jupiter.api.Test;

class WorkingCalendarTests {

    private static final LocalDate FRIDAY = LocalDate.of(2011, 3, 18);

    private final WorkingCalendar calendar = new WorkingCalendar(
            "test",
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            List.of(
                    new Holiday(
                            LocalText.english("Spring"),
                            Set.of(MonthDay.of(3, 21), MonthDay.of(3, 22)),
                            Set.of(),
                            null,
                            LocalDate.of(2012, 12, 31)),
                    new Holiday(LocalText.english("Feast"), Set.of(), Set.of(LocalDate.of(2011, 3, 25)), null, null)));

    @Test
    void weekendsAndHolidaysAreNotCounted() {
        assertThat(calendar.plus(FRIDAY, 1)).isEqualTo("2011-03-23");
        assertThat(calendar.plus(FRIDAY, 3)).isEqualTo("2011-03-28");
    }

    @Test
    void countingBackSkipsTheSameDays() {
        assertThat(calendar.plus(LocalDate.of(2011, 3, 28), -3)).isEqualTo(FRIDAY);
    }

    @Test
    void noWorkingDayLaterIsTheDayItself() {
        assertThat(calendar.plus(LocalDate.of(2011, 3, 21), 0)).isEqualTo("2011-03-21");
    }

    @Test
    void aDayOffMovesToTheNextWorkingDay() {
        assertThat(calendar.next(LocalDate.of(2011, 3, 19))).isEqualTo("2011-03-23");
        assertThat(calendar.next(FRIDAY)).isEqualTo(FRIDAY);
    }

    @Test
    void aHolidayIsKeptOnlyInItsYears() {
        assertThat(calendar.works(LocalDate.of(2012, 3, 21))).isFalse();
        assertThat(calendar.works(LocalDate.of(2013, 3, 21))).isTrue();
    }

    @Test
    void aHolidayIsKeptFromItsFirstDayToItsLast() {
        Holiday feast = new Holiday(
                LocalText.english("Feast"),
                Set.of(MonthDay.of(3, 21)),
                Set.of(),
                LocalDate.of(2011, 3, 21),
                LocalDate.of(2013, 3, 21));

        assertThat(feast.fallsOn(LocalDate.of(2010, 3, 21))).isFalse();
        assertThat(feast.fallsOn(LocalDate.of(2011, 3, 21))).isTrue();
        assertThat(feast.fallsOn(LocalDate.of(2013, 3, 21))).isTrue();
        assertThat(feast.fallsOn(LocalDate.of(2014, 3, 21))).isFalse();
    }

    @Test
    void aDatedHolidayIsNotKeptInOtherYears() {
        assertThat(calendar.works(LocalDate.of(2011, 3, 25))).isFalse();
        assertThat(calendar.works(LocalDate.of(2013, 3, 25))).isTrue();
    }

    @Test
    void aWeekOfWeekendsNeverWorks() {
        assertThat(new WorkingCalendar("idle", EnumSet.allOf(DayOfWeek.class), List.of()).everWorks())
                .isFalse();
        assertThat(calendar.everWorks()).isTrue();
    }
}
