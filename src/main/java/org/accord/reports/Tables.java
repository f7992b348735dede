package org.accord.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.programme.Programme;
import org.accord.programme.State;
import org.accord.reports.Report.Column;
import org.accord.reports.Report.Label;
import org.accord.reports.Report.Row;
import org.accord.reports.Report.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was counted, as tables: what each row is about, and its figures. */
@Component
class Tables {

    private final Terms terms;
    private final Programme programme;

    Tables(Terms terms, Programme programme) {
        this.terms = terms;
        this.programme = programme;
    }

    Report cycleTime(List<ReportStore.Time> times) {
        return new Report(
                Kind.CYCLE_TIME,
                List.of(Column.of("process")),
                List.of(Column.of("ended"), Column.of("median", Unit.DAYS), Column.of("ninety", Unit.DAYS)),
                times.stream()
                        .map(time ->
                                new Row(List.of(terms.process(time.process())), figures(time), link(time.process())))
                        .toList());
    }

    /** Of one process, which need not be named in each row. */
    Report stepsOfOne(List<ReportStore.Time> times) {
        Report steps = steps(times);
        return new Report(
                steps.kind(),
                steps.labels().subList(0, 1),
                steps.measures(),
                steps.rows().stream()
                        .map(row -> new Row(row.labels().subList(0, 1), row.values()))
                        .toList());
    }

    Report steps(List<ReportStore.Time> times) {
        return new Report(
                Kind.STEPS,
                List.of(Column.of("step"), Column.of("process")),
                List.of(Column.of("done"), Column.of("median", Unit.DAYS), Column.of("ninety", Unit.DAYS)),
                times.stream()
                        .map(time -> new Row(
                                List.of(terms.step(time.process(), "" + time.element()), terms.process(time.process())),
                                figures(time),
                                link(time.process())))
                        .toList());
    }

    private static String link(String process) {
        return "/reports/processes/" + process;
    }

    private static List<@Nullable BigDecimal> figures(ReportStore.Time time) {
        boolean enough = time.ended() >= Report.ENOUGH;
        return Arrays.asList(
                BigDecimal.valueOf(time.ended()), enough ? time.median() : null, enough ? time.ninety() : null);
    }

    Report overdue(List<ReportStore.Late> late) {
        return new Report(
                Kind.OVERDUE,
                List.of(Column.of("role"), Column.of("state")),
                List.of(Column.of("tasks"), Column.of("oldest", Unit.DAYS)),
                late.stream()
                        .map(one -> new Row(
                                List.of(terms.role(one.role()), terms.state(one.state())),
                                List.of(BigDecimal.valueOf(one.tasks()), one.days())))
                        .toList());
    }

    Report workload(List<ReportStore.Load> loads) {
        return new Report(
                Kind.WORKLOAD,
                List.of(Column.of("role")),
                List.of(Column.of("given"), Column.of("done"), Column.of("late"), Column.of("open")),
                loads.stream()
                        .map(load -> new Row(
                                List.of(terms.role(load.role())),
                                counts(load.given(), load.done(), load.late(), load.open())))
                        .toList());
    }

    private static List<@Nullable BigDecimal> counts(int... counts) {
        List<@Nullable BigDecimal> figures = new ArrayList<>();
        for (int count : counts) {
            figures.add(BigDecimal.valueOf(count));
        }
        return figures;
    }

    /** A row for each pillar, a column for each State of the region, and one for all other places. */
    Report coverage(List<ReportStore.Held> held) {
        List<State> region = programme.states().stream()
                .filter(state -> state.group() == State.Group.REGION)
                .toList();
        Set<String> codes = region.stream().map(State::code).collect(Collectors.toSet());
        List<Column> places = Stream.concat(
                        region.stream().map(state -> new Column(state.code(), state.name(), Unit.COUNT)),
                        Stream.of(Column.of("elsewhere")))
                .toList();
        Function<ReportStore.Held, String> place =
                one -> codes.contains("" + one.state()) ? "" + one.state() : "elsewhere";
        List<Row> rows = programme.pillars().stream()
                .map(pillar -> new Row(List.of(terms.pillar(pillar.code())), cells(places, held, place, pillar.code())))
                .toList();
        return new Report(Kind.COVERAGE, List.of(Column.of("pillar")), places, held.isEmpty() ? List.of() : rows);
    }

    private static List<@Nullable BigDecimal> cells(
            List<Column> places, List<ReportStore.Held> held, Function<ReportStore.Held, String> place, String pillar) {
        return counts(places.stream()
                .mapToInt(column -> held.stream()
                        .filter(one ->
                                pillar.equals(one.pillar()) && column.key().equals(place.apply(one)))
                        .mapToInt(ReportStore.Held::cases)
                        .sum())
                .toArray());
    }

    Report decisions(List<ReportStore.Decided> decided) {
        return new Report(
                Kind.DECISIONS,
                List.of(Column.of("decision"), Column.of("outcome")),
                List.of(Column.of("decisions"), Column.of("median", Unit.DAYS)),
                decided.stream()
                        .map(one -> new Row(
                                List.of(
                                        Label.said("reports.kind." + one.kind()),
                                        Label.said(
                                                one.outcome() == null
                                                        ? "reports.stillOpen"
                                                        : "decision.outcome." + one.outcome())),
                                Arrays.asList(
                                        BigDecimal.valueOf(one.decisions()),
                                        one.decisions() < Report.ENOUGH ? null : one.median())))
                        .toList());
    }

    Report budget(List<ReportStore.Cost> costs) {
        return new Report(
                Kind.BUDGET,
                List.of(Column.of("donor")),
                List.of(
                        Column.of("cases"),
                        Column.of("asked", Unit.DOLLARS),
                        Column.of("approved", Unit.DOLLARS),
                        Column.of("waiting", Unit.DOLLARS)),
                costs.stream()
                        .map(cost -> new Row(
                                List.of(terms.organisation(cost.donor())),
                                List.of(
                                        BigDecimal.valueOf(cost.cases()),
                                        cost.asked(),
                                        cost.approved(),
                                        cost.waiting())))
                        .toList());
    }
}
