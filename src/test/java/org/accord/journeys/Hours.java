package org.accord.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.accord.core.Actor;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.programme.Programme;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;

/** The simulated clock, and what the engine does by itself when it strikes. */
@TestComponent
class Hours {

    private static final Actor CLOCKMAKER = Actor.system("test");
    private static final LocalDate FIRST = LocalDate.of(2027, 6, 1);
    private static final LocalTime OPENING = LocalTime.of(9, 0);

    private final Time time;
    private final Programme programme;
    private final Jobs jobs;
    private final ManagementService management;
    private final RuntimeService runtime;

    Hours(Time time, Programme programme, Jobs jobs, ManagementService management, RuntimeService runtime) {
        this.time = time;
        this.programme = programme;
        this.jobs = jobs;
        this.management = management;
        this.runtime = runtime;
    }

    /**
     * Stops background work and waits for the next first of June, so that deadlines lie the same way between the days off
     * in every test.
     */
    void begin() {
        jobs.stop();
        LocalDate june = FIRST.withYear(time.isSimulated() ? today().getYear() : FIRST.getYear());
        LocalDate next = time.isSimulated() && !june.isAfter(today()) ? june.plusYears(1) : june;
        time.moveTo(CLOCKMAKER, next.atTime(OPENING).atZone(programme.zone()).toInstant());
    }

    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), programme.zone());
    }

    /** Runs what is due, and fails with the engine's words if a step of the case failed. */
    void settle(String caseKey) {
        jobs.runDue();
        for (ProcessInstance instance : instances(caseKey)) {
            for (Job job : management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .noRetriesLeft()
                    .list()) {
                throw new AssertionError(management.getJobExceptionStacktrace(job.getId()));
            }
        }
    }

    /** Moves from timer to timer of the case until that one has struck. */
    void passTo(String caseKey, String event) {
        List<Job> wanted = timers(caseKey, event);
        assertThat(wanted).as("timers %s of %s", event, caseKey).isNotEmpty();
        Instant until = wanted.get(0).getDuedate().toInstant();
        while (timers(caseKey, null).stream()
                .anyMatch(job -> job.getDuedate().toInstant().isBefore(until))) {
            moveTo(timers(caseKey, null).get(0).getDuedate().toInstant());
            settle(caseKey);
        }
        moveTo(until);
        settle(caseKey);
    }

    Duration untilTimer(String caseKey, String event) {
        List<Job> wanted = timers(caseKey, event);
        assertThat(wanted).as("timers %s of %s", event, caseKey).isNotEmpty();
        return Duration.between(time.instant(), wanted.get(0).getDuedate().toInstant());
    }

    private void moveTo(Instant instant) {
        if (instant.isAfter(time.instant())) {
            time.moveTo(CLOCKMAKER, instant);
        }
    }

    private List<Job> timers(String caseKey, String event) {
        List<Job> timers = new ArrayList<>();
        for (ProcessInstance instance : instances(caseKey)) {
            var query = management
                    .createJobQuery()
                    .timers()
                    .active()
                    .withRetriesLeft()
                    .processInstanceId(instance.getId());
            timers.addAll(event == null ? query.list() : query.activityId(event).list());
        }
        timers.sort(Comparator.comparing(Job::getDuedate));
        return timers;
    }

    private List<ProcessInstance> instances(String caseKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseKey)
                .list();
    }

    /** Ends what a test left running, so that its timers do not strike in the next. */
    void abandon(String caseKey) {
        List<String> running = instances(caseKey).stream().map(Execution::getId).toList();
        for (String instance : running) {
            if (runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0) {
                runtime.deleteProcessInstance(instance, "abandoned by a test");
            }
        }
    }
}
