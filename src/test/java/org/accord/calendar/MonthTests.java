package org.accord.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.accord.core.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthTests {

    private static final ZoneId ASHGABAT = ZoneId.of("Asia/Ashgabat");

    static Entry gathering(String key, String from, String until) {
        return new Entry(
                Entry.Kind.WORKSHOP,
                "case-" + key,
                key,
                LocalText.english("Workshop"),
                "KZ",
                new When.Days(LocalDate.parse(from), LocalDate.parse(until)),
                "/cases/" + key,
                false);
    }

    static Entry task(String id, String due) {
        return new Entry(
                Entry.Kind.TASK,
                "task-" + id,
                "DLV-2026-001",
                LocalText.english("Nominate participants"),
                null,
                new When.Moment(Instant.parse(due)),
                "/tasks/" + id,
                false);
    }

    private static Month december(Entry... entries) {
        return new Month(YearMonth.of(2026, 12), List.of(entries), ASHGABAT);
    }

    @ParameterizedTest
    @CsvSource({"2026-12, 5", "2026-02, 5", "2027-02, 4", "2026-08, 6"})
    void weeksGoFromMondayToSundayAndCoverTheMonth(YearMonth month, int weeks) {
        List<List<Month.Day>> drawn = new Month(month, List.of(), ASHGABAT).weeks();
        assertThat(drawn).hasSize(weeks).allSatisfy(week -> {
            assertThat(week).hasSize(7);
            assertThat(week.get(0).date().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        });
        assertThat(drawn.stream().flatMap(List::stream).filter(Month.Day::within))
                .hasSize(month.lengthOfMonth());
    }

    @Test
    void aWorkshopStandsOnEachOfItsDaysAndInTheListOnceEvenIfItBeganBefore() {
        Month month = december(gathering("DLV-2026-001", "2026-11-30", "2026-12-02"));
        assertThat(month.days()).containsOnlyKeys(LocalDate.of(2026, 12, 1));
        assertThat(month.weeks().stream()
                        .flatMap(List::stream)
                        .filter(day -> !day.entries().isEmpty())
                        .map(Month.Day::date))
                .containsExactly(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 2));
    }

    @Test
    void aMomentStandsOnTheDayOnWhichItIsThere() {
        Month month = december(task("1", "2026-12-01T20:00:00Z"));
        assertThat(month.days()).containsOnlyKeys(LocalDate.of(2026, 12, 2));
    }

    @Test
    void meetingsThatShareADayClashAndTasksDoNot() {
        Entry one = gathering("MTG-2026-001", "2026-12-01", "2026-12-03");
        Entry other = gathering("DLV-2026-002", "2026-12-03", "2026-12-04");
        Entry later = gathering("DLV-2026-003", "2026-12-05", "2026-12-05");
        Month month = december(one, other, later, task("1", "2026-12-03T09:00:00Z"));
        assertThat(month.clashes(one)).containsExactly(other);
        assertThat(month.clashes(other)).containsExactly(one);
        assertThat(month.clashes(later)).isEmpty();
        assertThat(month.clashes(task("1", "2026-12-03T09:00:00Z"))).isEmpty();
    }

    @Test
    void daysDoNotEndBeforeTheyBegin() {
        assertThatThrownBy(() -> gathering("DLV-2026-001", "2026-12-02", "2026-12-01"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
