package org.accord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.accord.core.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpiryTests {

    private static final ZoneId ASHGABAT = ZoneId.of("Asia/Ashgabat");
    private static final List<String> ALL = List.of("KZ", "KG", "TJ", "TM", "UZ");

    private final ProgrammeFile shipped = ProgrammeFixture.shipped();

    @Test
    void workingDaysAreThoseOfTheSecretariatAndEndAtClosingTime() {
        assertThat(expiry().after(at("2026-11-24T10:00"), 10)).isEqualTo(at("2026-12-08T17:00"));
    }

    @Test
    void aPeriodOverTheYearEndsWhenTheStatesAreBack() {
        assertThat(expiry().after(at("2026-12-30T10:00"), 1)).isEqualTo(at("2026-12-31T17:00"));
        assertThat(expiry().after(at("2026-12-30T10:00"), 2)).isEqualTo(at("2027-01-04T17:00"));
        assertThat(expiry("KZ").after(at("2024-12-31T10:00"), 1)).isEqualTo(at("2025-01-03T17:00"));
    }

    @Test
    void nowruzMovesItToTheFirstDayThatAllWork() {
        assertThat(expiry().after(at("2022-03-18T10:00"), 1)).isEqualTo(at("2022-03-23T17:00"));
        assertThat(expiry("KZ").after(at("2022-03-18T10:00"), 1)).isEqualTo(at("2022-03-24T17:00"));
    }

    @Test
    void daysOffOfSeveralStatesInARowAreAllSkipped() {
        WorkingCalendar first = off("first", "2026-12-08");
        WorkingCalendar second = off("second", "2026-12-09");

        assertThat(with(first, second).after(at("2026-11-24T10:00"), 10)).isEqualTo(at("2026-12-10T17:00"));
        assertThat(with(second, first).after(at("2026-11-24T10:00"), 10)).isEqualTo(at("2026-12-10T17:00"));
    }

    @Test
    void aDayOffOfAStateInBetweenDoesNotProlongThePeriod() {
        assertThat(with(off("one", "2026-12-01")).after(at("2026-11-24T10:00"), 10))
                .isEqualTo(at("2026-12-08T17:00"));
    }

    @Test
    void theDayIsThatOfTheSecretariatWhereverTheMessageWasSent() {
        Instant lateInNewYork = Instant.parse("2026-11-23T20:00:00Z");

        assertThat(expiry().after(lateInNewYork, 1)).isEqualTo(at("2026-11-25T17:00"));
    }

    @Test
    void closingTimeFollowsTheClockOfAZoneThatChangesIt() {
        Expiry london =
                new Expiry(ZoneId.of("Europe/London"), LocalTime.of(18, 0), WorkingCalendar.always("none"), List.of());

        assertThat(london.after(Instant.parse("2026-03-28T10:00:00Z"), 1)).isEqualTo("2026-03-29T17:00:00Z");
        assertThat(london.after(Instant.parse("2026-03-27T10:00:00Z"), 1)).isEqualTo("2026-03-28T18:00:00Z");
    }

    @Test
    void hoursEndToTheMinute() {
        assertThat(expiry(ALL).afterHours(at("2026-11-23T09:17"), 72)).isEqualTo(at("2026-11-26T09:17"));
    }

    @Test
    void hoursThatEndOnADayOffEndAtClosingTimeOfTheNextDay() {
        assertThat(expiry().afterHours(at("2026-11-26T09:17"), 72)).isEqualTo(at("2026-11-30T17:00"));
        assertThat(with(off("one", "2026-11-26")).afterHours(at("2026-11-23T09:17"), 72))
                .isEqualTo(at("2026-11-27T17:00"));
    }

    @Test
    void aReminderIsOnAWorkingDayOfTheSecretariatWhateverTheStatesDo() {
        assertThat(with(off("one", "2026-11-26")).workingDayAt(at("2026-11-24T10:00"), 2))
                .isEqualTo(at("2026-11-26T17:00"));
    }

    @Test
    void latenessCountsTheDaysThatHaveBegunSinceTheDueDay() {
        Instant due = at("2026-11-27T17:00");

        assertThat(expiry().workingDaysLate(due, at("2026-11-25T09:00"))).isEqualTo(-2);
        assertThat(expiry().workingDaysLate(due, at("2026-11-27T00:00"))).isZero();
        assertThat(expiry().workingDaysLate(due, at("2026-11-27T23:59"))).isZero();
        assertThat(expiry().workingDaysLate(due, at("2026-11-29T12:00"))).isZero();
        assertThat(expiry().workingDaysLate(due, at("2026-11-30T00:00"))).isEqualTo(1);
    }

    @Test
    void latenessIsTheSameDayByDayAsAllAtOnce() {
        Instant due = at("2026-11-27T17:00");
        List<Lateness> days = expiry(ALL).lateness(due, at("2026-11-20T09:00"), 60);

        assertThat(days).hasSize(60);
        assertThat(days.get(0)).isEqualTo(new Lateness(at("2026-11-20T00:00"), -5, -7));
        assertThat(days).allSatisfy(day -> {
            assertThat(day.workingDays()).isEqualTo(expiry(ALL).workingDaysLate(due, day.begins()));
            assertThat(day.begins()).isEqualTo(due.minus(17, ChronoUnit.HOURS).plus(day.days(), ChronoUnit.DAYS));
        });
    }

    @Test
    void aDayOffOfTheStateIsNotADayLate() {
        Instant due = at("2026-11-27T17:00");

        assertThat(with(off("one", "2026-11-30")).workingDaysLate(due, at("2026-11-30T12:00")))
                .isZero();
        assertThat(with(off("one", "2026-11-30")).workingDaysLate(due, at("2026-12-01T12:00")))
                .isEqualTo(1);
    }

    @Test
    void aStateThatKeepsNoCalendarWorksAlways() {
        assertThat(expiry("NO", "XX").after(at("2026-11-24T10:00"), 10)).isEqualTo(at("2026-12-08T17:00"));
    }

    static Stream<LocalDate> everyDayOfSomeYears() {
        return LocalDate.of(2024, 12, 1).datesUntil(LocalDate.of(2026, 2, 1));
    }

    @ParameterizedTest
    @MethodSource("everyDayOfSomeYears")
    void itNeverEndsOnADayOffNorBeforeItsTime(LocalDate day) {
        Instant from = day.atTime(9, 30).atZone(ASHGABAT).toInstant();
        Expiry all = expiry(ALL);
        for (int workingDays = 0; workingDays <= 12; workingDays++) {
            assertEndsWell(all, all.after(from, workingDays));
            assertThat(all.after(from, workingDays)).isAfterOrEqualTo(expiry().after(from, workingDays));
            assertThat(all.after(from, workingDays + 1)).isAfterOrEqualTo(all.after(from, workingDays));
        }
        Instant inThreeDays = all.afterHours(from, 72);
        assertEndsWell(all, inThreeDays);
        assertThat(inThreeDays).isAfterOrEqualTo(from.plus(72, ChronoUnit.HOURS));
    }

    private static void assertEndsWell(Expiry expiry, Instant end) {
        LocalDate day = end.atZone(ASHGABAT).toLocalDate();
        assertThat(expiry.counted().works(day)).isTrue();
        assertThat(expiry.bound()).hasSize(5).allMatch(calendar -> calendar.works(day));
    }

    private Expiry expiry(String... states) {
        return expiry(List.of(states));
    }

    private Expiry expiry(List<String> states) {
        return shipped.calendars().expiry(shipped.parties().states(), states);
    }

    private Expiry with(WorkingCalendar... bound) {
        return new Expiry(ASHGABAT, LocalTime.of(17, 0), shipped.calendars().ofSecretariat(), List.of(bound));
    }

    private static WorkingCalendar off(String code, String day) {
        return new WorkingCalendar(
                code,
                Set.of(),
                List.of(new WorkingCalendar.Holiday(
                        LocalText.english("Off"), Set.of(), Set.of(LocalDate.parse(day)), null, null)));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(5));
    }
}
