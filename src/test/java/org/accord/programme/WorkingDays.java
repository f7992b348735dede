package org.accord.programme;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.accord.core.LocalText;
import org.accord.programme.DeadlineRule.Anchor;
import org.accord.programme.DeadlineRule.Offset;
import org.accord.programme.DeadlineRule.Unit;
import org.accord.programme.WorkingCalendar.Holiday;

/** Calendars, days and rules for properties: any weekend of up to three days, holidays of any kind, zones that differ. */
final class WorkingDays {

    static final LocalDate EPOCH = LocalDate.of(2010, 1, 1);

    private static final int SPAN_IN_DAYS = 7000;

    private static final List<ZoneId> ZONES = Stream.of(
                    "Asia/Ashgabat",
                    "Asia/Almaty",
                    "Asia/Bishkek",
                    "Asia/Kathmandu",
                    "Europe/Bratislava",
                    "America/New_York",
                    "Pacific/Kiritimati",
                    "Pacific/Pago_Pago",
                    "Australia/Lord_Howe",
                    "UTC")
            .map(ZoneId::of)
            .toList();

    private WorkingDays() {}

    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, SPAN_IN_DAYS).map(EPOCH::plusDays);
    }

    static Arbitrary<Instant> instants() {
        long first = EPOCH.toEpochDay() * 86_400;
        return Arbitraries.longs()
                .between(first, first + SPAN_IN_DAYS * 86_400L)
                .map(Instant::ofEpochSecond);
    }

    static Arbitrary<WorkingCalendar> calendars() {
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).set().ofMaxSize(3),
                        holidays().list().ofMaxSize(5))
                .as((weekend, holidays) -> new WorkingCalendar("any", weekend, holidays));
    }

    static Arbitrary<Holiday> holidays() {
        return Combinators.combine(
                        days().map(MonthDay::from).set().ofMaxSize(4),
                        days().set().ofMaxSize(4),
                        days().injectNull(0.5),
                        days().injectNull(0.5))
                .as((yearly, dated, from, until) ->
                        new Holiday(LocalText.english("Holiday"), yearly, dated, from, until));
    }

    /** Rules that count working days once at least, from so many upwards. */
    static Arbitrary<DeadlineRule> rules(int fewest) {
        return Combinators.combine(
                        Arbitraries.of(Anchor.class),
                        offsets(fewest),
                        Arbitraries.of(LocalTime.of(9, 0), LocalTime.NOON, LocalTime.of(17, 0), LocalTime.of(23, 59)),
                        Arbitraries.of(ZONES),
                        calendars(),
                        calendars().list().ofMaxSize(2))
                .as((anchor, offsets, time, zone, counted, respected) ->
                        new DeadlineRule("any", anchor, offsets, time, zone, counted, respected))
                .filter(WorkingDays::meets);
    }

    private static Arbitrary<List<Offset>> offsets(int fewest) {
        Arbitrary<Offset> days = Combinators.combine(
                        Arbitraries.integers().between(-30, 30), Arbitraries.of(Unit.D, Unit.W))
                .as(Offset::new);
        Arbitrary<Offset> workingDays =
                Arbitraries.integers().between(fewest, 30).map(amount -> new Offset(amount, Unit.WD));
        return Combinators.combine(days.list().ofMaxSize(2), workingDays)
                .as((first, then) ->
                        Stream.concat(first.stream(), Stream.of(then)).toList());
    }

    /** Whether there is a day of the week that all work: where there is none, there is no deadline to find. */
    private static boolean meets(DeadlineRule rule) {
        return Stream.of(DayOfWeek.values())
                .anyMatch(day -> Stream.concat(Stream.of(rule.counted()), rule.respected().stream())
                        .noneMatch(calendar -> calendar.weekend().contains(day)));
    }
}
