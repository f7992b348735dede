package org.accord.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.accord.programme.DeadlineRule.Offset;
import org.accord.programme.DeadlineRule.Unit;
import org.accord.programme.WorkingCalendar.Holiday;

class WorkingDaysPropertyTests {

    @Property
    void soManyWorkingDaysLaterSoManyWereWorked(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 40) int count) {
        LocalDate later = calendar.plus(day, count);
        LocalDate earlier = calendar.plus(day, -count);

        assertThat(day.plusDays(1).datesUntil(later.plusDays(1)).filter(calendar::works))
                .hasSize(count)
                .endsWith(later);
        assertThat(earlier.datesUntil(day).filter(calendar::works))
                .hasSize(count)
                .startsWith(earlier);
    }

    @Property
    void countingThereAndBackEndsWhereItBegan(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate any,
            @ForAll @IntRange(min = -40, max = 40) int count) {
        LocalDate day = calendar.next(any);

        assertThat(calendar.plus(calendar.plus(day, count), -count)).isEqualTo(day);
    }

    @Property
    void countingOnIsCountingTogether(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 30) int first,
            @ForAll @IntRange(max = 30) int then) {
        assertThat(calendar.plus(calendar.plus(day, first), then)).isEqualTo(calendar.plus(day, first + then));
    }

    @Property
    void aDayMoreIsLaterAndALaterStartIsNeverEarlier(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = -40, max = 40) int count,
            @ForAll @IntRange(max = 20) int days) {
        assertThat(calendar.plus(day, count + 1)).isAfter(calendar.plus(day, count));
        assertThat(calendar.plus(day.plusDays(days), count)).isAfterOrEqualTo(calendar.plus(day, count));
    }

    @Property
    void theNextWorkingDayIsTheFirstThatIsWorked(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("days") LocalDate day) {
        LocalDate next = calendar.next(day);

        assertThat(calendar.works(next)).isTrue();
        assertThat(day.datesUntil(next)).noneMatch(calendar::works);
    }

    @Property
    void aDeadlineIsNeverOnADayOffOfTheSecretariatOrOfAState(
            @ForAll("rules") DeadlineRule rule, @ForAll("days") LocalDate day, @ForAll("instants") Instant opened) {
        LocalDate due = rule.due(day, opened).atZone(rule.zone()).toLocalDate();

        assertThat(rule.counted().works(due)).isTrue();
        assertThat(rule.respected()).allMatch(calendar -> calendar.works(due));
        assertThat(rule.due(day, opened).atZone(rule.zone()).toLocalTime()).isEqualTo(rule.time());
    }

    @Property
    void aHolidayMoreNeverMovesADeadlineEarlier(
            @ForAll("forwardRules") DeadlineRule rule,
            @ForAll("holidays") Holiday holiday,
            @ForAll("days") LocalDate day,
            @ForAll("instants") Instant opened) {
        DeadlineRule ours = with(rule, with(rule.counted(), holiday), rule.respected());
        List<WorkingCalendar> theirs = new ArrayList<>(rule.respected());
        theirs.add(with(rule.counted(), holiday));

        assertThat(ours.due(day, opened)).isAfterOrEqualTo(rule.due(day, opened));
        assertThat(with(rule, rule.counted(), theirs).due(day, opened)).isAfterOrEqualTo(rule.due(day, opened));
    }

    @Property
    void aDayMoreOfTimeNeverEndsEarlier(
            @ForAll("rules") DeadlineRule rule,
            @ForAll("days") LocalDate day,
            @ForAll("instants") Instant opened,
            @ForAll Unit unit) {
        List<Offset> offsets = new ArrayList<>(rule.offsets());
        offsets.add(new Offset(1, unit));

        assertThat(new DeadlineRule(
                                "longer",
                                rule.anchor(),
                                offsets,
                                rule.time(),
                                rule.zone(),
                                rule.counted(),
                                rule.respected())
                        .due(day, opened))
                .isAfterOrEqualTo(rule.due(day, opened));
    }

    @Property
    void workOpenedLaterIsNeverDueEarlier(
            @ForAll("rules") DeadlineRule rule, @ForAll("instants") Instant one, @ForAll("instants") Instant other) {
        Assume.that(!other.isBefore(one));

        assertThat(rule.due(WorkingDays.EPOCH, other)).isAfterOrEqualTo(rule.due(WorkingDays.EPOCH, one));
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return WorkingDays.calendars();
    }

    @Provide
    Arbitrary<Holiday> holidays() {
        return WorkingDays.holidays();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return WorkingDays.days();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return WorkingDays.instants();
    }

    @Provide
    Arbitrary<DeadlineRule> rules() {
        return WorkingDays.rules(-30);
    }

    @Provide
    Arbitrary<DeadlineRule> forwardRules() {
        return WorkingDays.rules(0);
    }

    private static WorkingCalendar with(WorkingCalendar calendar, Holiday holiday) {
        List<Holiday> holidays = new ArrayList<>(calendar.holidays());
        holidays.add(holiday);
        return new WorkingCalendar(calendar.code(), calendar.weekend(), holidays);
    }

    private static DeadlineRule with(DeadlineRule rule, WorkingCalendar counted, List<WorkingCalendar> respected) {
        return new DeadlineRule(
                rule.code(), rule.anchor(), rule.offsets(), rule.time(), rule.zone(), counted, respected);
    }
}
