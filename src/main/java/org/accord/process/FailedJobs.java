package org.accord.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.process.FailedJob.Fault;
import org.accord.process.expression.CaseVariables;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine's jobs without retries left, in words that tell nothing of what cases hold. */
@Component
class FailedJobs {

    private static final int MOST = 200;
    private static final Pattern DATABASE = Pattern.compile(
            "PSQLException|SQLException|DataAccess|CannotCreateTransaction|CannotGetJdbc|PersistenceException");
    private static final Pattern CONTENDED = Pattern.compile("OptimisticLocking|Contended|ConcurrencyFailure|Deadlock");
    private static final Pattern REFUSED = Pattern.compile("org\\.accord\\.core\\.Refused");
    private static final Pattern MODEL =
            Pattern.compile("(?i)feel|juel|ELException|ExpressionException|ScriptEvaluation");

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
        Optional<ProcessModel.Element> drawn = models.find(String.valueOf(job.getProcessDefinitionId()), element);
        return new FailedJob(
                job.getId(),
                caseKey(job),
                models.findDefinition(String.valueOf(job.getProcessDefinitionId()))
                        .map(ProcessDefinition::name)
                        .orElse(null),
                drawn.map(ProcessModel.Element::name).orElse(null),
                drawn.flatMap(found -> found.property("step")).orElse(null),
                since(job),
                fault(jobs.getJobExceptionStacktrace(job.getId())));
    }

    /** The step of the model; nothing for the engine's own housekeeping. */
    private String element(Job job) {
        return Optional.ofNullable(job.getJobDefinitionId())
                .map(id -> jobs.createJobDefinitionQuery().jobDefinitionId(id).singleResult())
                .map(JobDefinition::getActivityId)
                .map(id -> id.replace("#multiInstanceBody", ""))
                .orElse("");
    }

    /** Nothing for the engine's own housekeeping, and for a case that went on meanwhile. */
    private @Nullable String caseKey(Job job) {
        if (job.getProcessInstanceId() == null) {
            return null;
        }
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(job.getProcessInstanceId())
                .variableName(CaseVariables.CASE)
                .list()
                .stream()
                .map(VariableInstance::getValue)
                .map(String::valueOf)
                .findFirst()
                .orElse(null);
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
        String told = exceptions(trace == null ? "" : trace);
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

    /** The lines of a trace that name exceptions, not those that name places. */
    private static String exceptions(String trace) {
        return trace.lines()
                .filter(line -> !line.startsWith("\t") && !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** Has the step tried once more. Refuses {@code jobNotFailed} for one that is not there any more, or has not failed. */
    @Transactional
    public void retry(Actor actor, String id) {
        Job job = Optional.ofNullable(
                        jobs.createJobQuery().jobId(id).noRetriesLeft().singleResult())
                .orElseThrow(() -> Refused.conflict("jobNotFailed"));
        events.publishEvent(new ProcessEvent.JobRetried(
                actor, caseKey(job), String.valueOf(job.getProcessDefinitionId()), element(job), job.getId()));
        jobs.setJobRetries(id, 1);
    }
}
