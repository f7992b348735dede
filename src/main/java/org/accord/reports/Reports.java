package org.accord.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.process.ProcessDefinition;
import org.accord.process.Processes;
import org.accord.programme.Programme;
import org.springframework.stereotype.Component;

/** Reports on what their reader may see; nothing that a reader may not open is counted for them. */
@Component
class Reports {

    private final ReportStore store;
    private final Tables tables;
    private final Programme programme;
    private final Processes processes;
    private final Permissions permissions;
    private final Reach reach;
    private final Clock clock;

    Reports(
            ReportStore store,
            Tables tables,
            Programme programme,
            Processes processes,
            Permissions permissions,
            Reach reach,
            Clock clock) {
        this.store = store;
        this.tables = tables;
        this.programme = programme;
        this.processes = processes;
        this.permissions = permissions;
        this.reach = reach;
        this.clock = clock;
    }

    /** The reports that are for the reader. */
    List<Kind> kinds(Actor reader) {
        return Arrays.stream(Kind.values()).filter(kind -> isFor(reader, kind)).toList();
    }

    private boolean isFor(Actor reader, Kind kind) {
        return kind.isOfTasks()
                ? permissions.may(reader, Right.READ_WORK, Scope.PROGRAMME)
                        || permissions.may(reader, Right.READ_ALL, Scope.PROGRAMME)
                : reach.sees(reader, Scope.PROGRAMME, false, false);
    }

    /** The report of that name, if it is for the reader; refuses {@code noSuchReport}. */
    Kind kind(Actor reader, String word) {
        return require(reader, Kind.of(word));
    }

    private Kind require(Actor reader, Kind kind) {
        if (!isFor(reader, kind)) {
            throw Refused.notFound("noSuchReport", kind.word());
        }
        return kind;
    }

    /** Refuses {@code noSuchReport} if it is not for the reader. */
    Report report(Actor reader, Kind kind, Question question) {
        ReportStore.Open open = open(reader);
        Span span = question.in(programme.zone());
        return switch (require(reader, kind)) {
            case CYCLE_TIME -> cycleTime(reader, store.cycleTimes(question, span, open));
            case STEPS -> tables.steps(store.stepTimes(question, span, open, null));
            case OVERDUE -> tables.overdue(store.overdue(question, span, open, clock.instant()));
            case WORKLOAD -> tables.workload(store.workload(question, span, open));
            case COVERAGE -> tables.coverage(store.held(question, span, open, held(), gatherings(), today()));
            case DECISIONS -> tables.decisions(store.decisions(question, span, open, clock.instant()));
            case BUDGET -> tables.budget(store.costs(question, span, open));
        };
    }

    /** Where a case is slow is told to those who read the work of all. */
    private Report cycleTime(Actor reader, List<ReportStore.Time> times) {
        Report report = tables.cycleTime(times);
        return isFor(reader, Kind.STEPS) ? report : report.withoutLinks();
    }

    private LocalDate today() {
        return programme.dayOf(clock.instant());
    }

    /** The processes whose cases people come together for; a proposal is none. */
    private Set<String> gatherings() {
        return processes.gatherings().entrySet().stream()
                .filter(process -> process.getValue().kind() != ProcessDefinition.Gathering.Kind.PROPOSAL)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private ReportStore.Open open(Actor reader) {
        return new ReportStore.Open(
                reach.sees(reader, Scope.PROGRAMME, false, true), reach.sees(reader, Scope.PROGRAMME, true, true));
    }

    /** How long the steps of one process took, the slowest first. Refuses {@code noSuchReport}. */
    Bottleneck bottleneck(Actor reader, String process, Question question) {
        ProcessDefinition definition = process(reader, process);
        return new Bottleneck(definition.name(), tables.stepsOfOne(times(reader, process, question)));
    }

    /** The same on the process's diagram as SVG; a step that too few took is not marked. Refuses {@code noSuchReport}. */
    String heatMap(Actor reader, String process, Question question, Locale locale) {
        ProcessDefinition definition = process(reader, process);
        Map<String, Double> days = times(reader, process, question).stream()
                .filter(time -> time.ended() >= Report.ENOUGH)
                .collect(Collectors.toMap(
                        time -> "" + time.element(), time -> time.median().doubleValue()));
        return processes.heatMap(definition.id(), locale, days);
    }

    private ProcessDefinition process(Actor reader, String key) {
        return processes
                .newest(key)
                .filter(newest -> isFor(reader, Kind.STEPS))
                .orElseThrow(() -> Refused.notFound("noSuchReport", key));
    }

    private List<ReportStore.Time> times(Actor reader, String process, Question question) {
        return store.stepTimes(question, question.in(programme.zone()), open(reader), process);
    }

    /** The ends after which a meeting or workshop took place, each with its process. */
    private Set<String> held() {
        return processes.gatherings().entrySet().stream()
                .flatMap(process -> process.getValue().held().stream().map(end -> process.getKey() + "/" + end))
                .collect(Collectors.toSet());
    }
}
