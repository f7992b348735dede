package org.accord.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.accord.core.Actor;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Timers and automatic steps. Run in the background from the moment everything else is ready; while a demonstration plays
 * history they rest, and are run in the order of their time instead.
 */
@Component
public class Jobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int AT_ONCE = 50;

    private final ManagementService jobs;
    private final CaseJobExecutor executor;
    private final SpringProcessEngineConfiguration settings;
    private final Clock clock;
    private final ObjectProvider<DueWork> beside;
    private final FailedJobs failed;

    Jobs(
            ManagementService jobs,
            SpringProcessEngineConfiguration settings,
            CaseJobExecutor executor,
            Clock clock,
            ObjectProvider<DueWork> beside,
            FailedJobs failed) {
        this.failed = failed;
        this.jobs = jobs;
        this.settings = settings;
        this.executor = executor;
        this.clock = clock;
        this.beside = beside;
    }

    @Override
    public void start() {
        executor.start();
    }

    @Override
    public void stop() {
        executor.shutdown();
    }

    @Override
    public boolean isRunning() {
        return executor.isActive();
    }

    /** What falls due outside the engine, on every node: whoever comes first does it. */
    @Scheduled(initialDelayString = "${accord.watch.every:PT1M}", fixedDelayString = "${accord.watch.every:PT1M}")
    void watch() {
        if (isRunning()) {
            runBeside();
        }
    }

    private int runBeside() {
        return beside.stream().mapToInt(DueWork::runDue).sum();
    }

    /**
     * Runs everything that is due now, and what that makes due, in order of time; then what is due outside the engine.
     * A timer that has fired and asks for the very moment at which it fired waits for the next call, or this one would never
     * end. Answers how many ran.
     */
    public int runDue() {
        return runEngine() + runBeside();
    }

    private int runEngine() {
        int ran = 0;
        Map<Moment, Set<String>> fired = new HashMap<>();
        List<Job> due = due(fired);
        while (!due.isEmpty()) {
            for (Job job : due) {
                run(job);
                ran++;
            }
            due.forEach(job -> fired.computeIfAbsent(Moment.of(job), moment -> new HashSet<>())
                    .add(job.getId()));
            due = due(fired);
        }
        return ran;
    }

    /** What a timer is set to, in one instance; automatic steps have no moment of their own. */
    private record Moment(
            String instanceId, String timer, @Nullable Date due) {

        static Moment of(Job job) {
            return new Moment(job.getProcessInstanceId(), job.getJobDefinitionId(), job.getDuedate());
        }

        boolean isAskedAgain(Job job, Map<Moment, Set<String>> fired) {
            Set<String> before = fired.get(this);
            return due != null && before != null && !before.contains(job.getId());
        }
    }

    private List<Job> due(Map<Moment, Set<String>> fired) {
        return dueJobs().stream()
                .filter(job -> !Moment.of(job).isAskedAgain(job, fired))
                .toList();
    }

    private List<Job> dueJobs() {
        return jobs.createJobQuery()
                .executable()
                .active()
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(0, AT_ONCE);
    }

    private void run(Job job) {
        if (jobs.createJobQuery().jobId(job.getId()).executable().count() == 0) {
            return;
        }
        try {
            executor.execute(job.getId(), settings);
        } catch (RuntimeException e) {
            LOG.warn("Job {} of {} failed", job.getId(), job.getProcessDefinitionKey(), e);
        }
    }

    /** When the next timer fires that is not due yet. */
    public Optional<Instant> nextTimer() {
        return jobs
                .createJobQuery()
                .timers()
                .active()
                .duedateHigherThan(Date.from(clock.instant()))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(job -> job.getDuedate().toInstant());
    }

    /** When anything falls due next, in the engine or beside it. */
    public Optional<Instant> nextDue() {
        return Stream.concat(nextTimer().stream(), beside.stream().flatMap(work -> work.next().stream()))
                .min(Comparator.naturalOrder());
    }

    /** How many timers and automatic steps could run now; those that have failed for good are not among them. */
    public long due() {
        return jobs.createJobQuery().executable().count();
    }

    /** Of the engine. */
    public String engineVersion() {
        return jobs.getTelemetryData().getProduct().getVersion();
    }

    /** How many have failed for good and wait for an operator. */
    public long failed() {
        return jobs.createJobQuery().noRetriesLeft().count();
    }

    /** Those that have failed for good, 200 at most. */
    public List<FailedJob> failures() {
        return failed.all();
    }

    /** Has one of them tried once more. Refuses {@code jobNotFailed} if it is not there any more, or has not failed. */
    public void retry(Actor actor, String id) {
        failed.retry(actor, id);
    }
}
