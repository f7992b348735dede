package org.accord.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.process.FailedJob.Fault;
import org.accord.process.expression.CaseVariables;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine's jobs without retries left, in words that tell nothing of what cases hold. */
@Component
class FailedJobs {

    private static final int MOST = 200;
    private static final Pattern DATABASE =
            Pattern.compile("PSQL|SQLException|DataAccess|JDBC|CannotCreateTransaction|CannotGetJdbc|persistence");
    private static final Pattern CONTENDED = Pattern.compile("OptimisticLocking|Contended|ConcurrencyFailure|Deadlock");
    private static final Pattern REFUSED = Pattern.compile("org\\.accord\\.core\\.Refused");
    private static final Pattern MODEL = Pattern.compile("Feel|juel|ELException|ExpressionException|ScriptEvaluation");

    private final ManagementService jobs;
    private final RuntimeService runtime;
    private final Models models;
    private final ApplicationEventPublisher events;

    FailedJobs(ManagementService jobs, RuntimeService runtime, Models models, ApplicationEventPublisher events) {
        this.jobs = jobs;
        this.runtime = runtime;
        this.models = models;
        this.events = events;
    }

    /** The first 200, in no particular order. */
    List<FailedJob> all() {
        return jobs.createJobQuery().noRetriesLeft().orderByJobId().asc().listPage(0, MOST).stream()
                .map(this::failed)
                .toList();
    }

    private FailedJob failed(Job job) {
        String element = element(job);
        return new FailedJob(
                job.getId(),
                caseKey(job),
                models.definition(job.getProcessDefinitionId()).name(),
                models.element(job.getProcessDefinitionId(), element).name(),
                models.element(job.getProcessDefinitionId(), element)
                        .property("step")
                        .orElse(null),
                since(job),
                fault(jobs.getJobExceptionStacktrace(job.getId())));
    }

    private String element(Job job) {
        JobDefinition definition = jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return definition.getActivityId().replace("#multiInstanceBody", "");
    }

    private String caseKey(Job job) {
        Object key = runtime.getVariable(job.getProcessInstanceId(), CaseVariables.CASE);
        return String.valueOf(key);
    }

    private Instant since(Job job) {
        Incident incident = runtime.createIncidentQuery().configuration(job.getId()).list().stream()
                .findFirst()
                .orElse(null);
        return incident == null
                ? job.getCreateTime().toInstant()
                : incident.getIncidentTimestamp().toInstant();
    }

    static Fault fault(@Nullable String trace) {
        String told = trace == null ? "" : trace;
        if (CONTENDED.matcher(told).find()) {
            return Fault.CONTENDED;
        }
        if (REFUSED.matcher(told).find()) {
            return Fault.REFUSED;
        }
        if (DATABASE.matcher(told).find()) {
            return Fault.DATABASE;
        }
        return MODEL.matcher(told).find() ? Fault.MODEL : Fault.OTHER;
    }

    /** Has the step tried once more. Refuses {@code jobNotFailed} for one that is not there any more, or has not failed. */
    @Transactional
    public void retry(Actor actor, String id) {
        Job job = Optional.ofNullable(
                        jobs.createJobQuery().jobId(id).noRetriesLeft().singleResult())
                .orElseThrow(() -> Refused.conflict("jobNotFailed"));
        events.publishEvent(new ProcessEvent.JobRetried(
                actor, caseKey(job), job.getProcessDefinitionId(), element(job), job.getId()));
        jobs.setJobRetries(id, 1);
    }
}
