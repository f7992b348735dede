package org.accord.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.core.Refused;
import org.accord.process.expression.CaseVariables;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Running processes. Commands work in the caller's transaction and check no rights: who may do what depends on cases and
 * tasks, which the callers know.
 */
@Component
public class Processes {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final PassedSteps passed;
    private final ManagementService jobs;
    private final Models models;
    private final DecisionTables tables;
    private final TimerDates timers;

    Processes(
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            ManagementService jobs,
            Models models,
            DecisionTables tables,
            TimerDates timers) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.passed = new PassedSteps(history, models);
        this.jobs = jobs;
        this.models = models;
        this.tables = tables;
        this.timers = timers;
    }

    /** The newest version of every process that somebody may start by hand, by key. */
    public List<ProcessDefinition> startable() {
        return models.newest().stream()
                .filter(process -> !process.starters().isEmpty())
                .toList();
    }

    /** The newest version of a process that may be started by hand; {@code noSuchProcess} otherwise. */
    public ProcessDefinition startable(String key) {
        return startable().stream()
                .filter(process -> process.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("noSuchProcess", key));
    }

    /** The newest version of every process that has cases of its own. */
    public List<ProcessDefinition> withCases() {
        return models.newest().stream()
                .filter(process -> process.caseKind() != null)
                .toList();
    }

    /** Starts the process for a case that exists, and runs it to its first wait. */
    public void start(Actor actor, ProcessDefinition process, String caseKey) {
        carryOut(
                actor,
                () -> runtime.startProcessInstanceById(process.id(), caseKey, Map.of(CaseVariables.CASE, caseKey)));
    }

    /** Completes the task and runs the process to its next wait. The facts become variables. */
    public void completeTask(Actor actor, String taskId, Map<String, ?> facts) {
        Map<String, Object> variables = Facts.plain(facts);
        carryOut(actor, () -> {
            tasks.complete(taskId, variables);
            return taskId;
        });
    }

    /** Notes in the engine who holds the task. */
    public void assign(Actor actor, String taskId, @Nullable String holder) {
        carryOut(actor, () -> {
            tasks.setAssignee(taskId, holder);
            return taskId;
        });
    }

    /** Notes in the engine when the task is due. */
    public void setDue(Actor actor, String taskId, Instant due) {
        carryOut(actor, () -> {
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            if (task != null) {
                task.setDueDate(Date.from(due));
                tasks.saveTask(task);
            }
            return taskId;
        });
    }

    /**
     * Sets every timer that waits for a rule of the deadline table to what the rule says now, counted from when the timer
     * began. Answers how many strike at another moment than before.
     */
    public int recomputeTimers(Actor actor) {
        return carryOut(actor, timers::recompute);
    }

    /**
     * All rows of a decision table that fit, each with its outputs; none if there is no such table.
     *
     * @param facts what the table asks for by name; nothing may be absent
     */
    public List<Map<String, String>> collect(String decision, Map<String, ? extends @Nullable Object> facts) {
        return tables.collect(decision, facts);
    }

    /** Every user task that waits in the engine. */
    public List<OpenedTask> openTasks() {
        return tasks.createTaskQuery().active().orderByTaskId().asc().list().stream()
                .map(this::describe)
                .toList();
    }

    private OpenedTask describe(Task task) {
        ProcessModel.Element element = models.element(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        TaskDeclaration declaration = TaskDeclaration.of(element.id(), element.properties());
        Map<String, Object> variables = runtime.getVariables(task.getExecutionId());
        Function<String, @Nullable String> texts =
                name -> variables.get(name) == null ? null : "" + variables.get(name);
        return new OpenedTask(
                task.getId(),
                task.getProcessInstanceId(),
                String.valueOf(variables.get(CaseVariables.CASE)),
                models.definition(task.getProcessDefinitionId()).key(),
                task.getProcessDefinitionId(),
                element.id(),
                task.getName(),
                declaration.rules(),
                declaration.scope(texts),
                declaration.holder(texts),
                declaration.item(texts),
                task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    /** What the case waits for, apart from tasks and timers. */
    public List<AwaitedMessage> awaitedMessages(String caseKey) {
        List<AwaitedMessage> awaited = new ArrayList<>();
        for (ProcessInstance instance : instances(caseKey)) {
            for (EventSubscription subscription : subscriptions(instance)) {
                awaited.add(describe(instance, subscription));
            }
        }
        return awaited;
    }

    private List<EventSubscription> subscriptions(ProcessInstance instance) {
        return runtime.createEventSubscriptionQuery()
                .eventType("message")
                .processInstanceId(instance.getId())
                .list();
    }

    private AwaitedMessage describe(ProcessInstance instance, EventSubscription subscription) {
        ProcessModel.Element element = models.element(instance.getProcessDefinitionId(), subscription.getActivityId());
        return new AwaitedMessage(
                subscription.getId(),
                subscription.getEventName(),
                element.name(),
                ProcessModel.listed(element.properties().get("role")),
                named(subscription, element, "state"),
                named(subscription, element, "organisation"),
                element.properties().get("form"),
                TaskDeclaration.facts(ProcessModel.listed(element.properties().get("facts"))),
                subscription.getExecutionId());
    }

    /** The value of the variable that the model's property names. */
    private @Nullable String named(EventSubscription subscription, ProcessModel.Element element, String property) {
        String variable = element.properties().get(property);
        Object value = variable == null ? null : runtime.getVariable(subscription.getExecutionId(), variable);
        return value == null ? null : value.toString();
    }

    /**
     * Hands over a message that {@link #awaitedMessages} named; {@code messageNotAwaited} if nobody waits any more. What is told
     * with it belongs to what it starts, so that two messages of one kind do not mix.
     */
    public void deliver(Actor actor, AwaitedMessage message, Map<String, ?> facts) {
        Map<String, Object> variables = Facts.plain(facts);
        EventSubscription awaited = runtime.createEventSubscriptionQuery()
                .eventSubscriptionId(message.id())
                .singleResult();
        if (awaited == null) {
            throw Refused.conflict("messageNotAwaited", message.name());
        }
        carryOut(actor, () -> {
            if (startsOnItsOwn(awaited)) {
                runtime.createMessageCorrelation(message.name())
                        .processInstanceId(awaited.getProcessInstanceId())
                        .setVariablesToTriggeredScope(variables)
                        .correlate();
            } else {
                runtime.messageEventReceived(message.name(), message.executionId(), variables);
            }
            return message;
        });
    }

    /** Within a process that runs, only what stands beside its flow starts with an event. */
    private boolean startsOnItsOwn(EventSubscription awaited) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(awaited.getProcessInstanceId())
                .singleResult();
        return models.element(instance.getProcessDefinitionId(), awaited.getActivityId())
                .is(ProcessModel.Kind.START_EVENT);
    }

    /**
     * The elements at which the case stands now, in its own process and in those that work inside it.
     *
     * @param trusted whether to tell of confidential tasks too
     */
    public List<Standing> standing(String caseKey, boolean trusted) {
        List<Standing> standing = new ArrayList<>();
        for (ProcessInstance instance : instances(caseKey)) {
            Set<String> active = new LinkedHashSet<>(runtime.getActiveActivityIds(instance.getId()));
            if (!trusted) {
                active.removeAll(models.confidential(instance.getProcessDefinitionId()));
            }
            for (String element : active) {
                models.find(instance.getProcessDefinitionId(), element)
                        .ifPresent(found -> standing.add(
                                new Standing(found.id(), found.name(), instance.getProcessDefinitionId())));
            }
        }
        return standing;
    }

    /** The cases in which automatic work has failed for good and waits for an operator. */
    public Set<String> failing() {
        Set<String> instances = new LinkedHashSet<>();
        runtime.createIncidentQuery().list().forEach(incident -> instances.add(incident.getProcessInstanceId()));
        if (instances.isEmpty()) {
            return Set.of();
        }
        Set<String> cases = new LinkedHashSet<>();
        runtime.createProcessInstanceQuery()
                .processInstanceIds(instances)
                .list()
                .forEach(instance -> cases.add(instance.getBusinessKey()));
        return cases;
    }

    private List<ProcessInstance> instances(String caseKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseKey)
                .orderByProcessInstanceId()
                .asc()
                .list();
    }

    /**
     * The diagram of a process instance as SVG, with what is done and where it stands.
     *
     * @param trusted whether to show at which confidential tasks it stands
     * @param step show it after that many steps from the start; absent for now
     */
    public String diagram(
            String definitionId, String instanceId, Locale locale, boolean trusted, @Nullable Integer step) {
        return passed.diagram(definitionId, instanceId, locale, trusted, step);
    }

    /** The diagram of a process, each step the darker the longer it takes; its days stand on it. */
    public String heatMap(String definitionId, Locale locale, Map<String, Double> days) {
        return models.diagram(definitionId, locale, Heat.marks(days));
    }

    /** The steps of a process instance as they were reached; without the confidential ones for readers who are not trusted. */
    public List<PassedStep> steps(String definitionId, String instanceId, boolean trusted) {
        return passed.steps(definitionId, instanceId, trusted);
    }

    /** What a decision table makes of facts: the outputs of the row that fits. */
    public Map<String, Object> evaluate(String decision, Map<String, ?> facts) {
        return tables.evaluate(decision, Facts.plain(facts));
    }

    /** Lets the timer of a process instance strike now, if it waits there; what follows runs in the background. */
    public void wake(Actor actor, String instanceId, String elementId) {
        carryOut(actor, () -> {
            jobs.createJobQuery()
                    .processInstanceId(instanceId)
                    .activityId(elementId)
                    .timers()
                    .list()
                    .forEach(job -> jobs.setJobDuedate(job.getId(), ClockUtil.getCurrentTime()));
            return instanceId;
        });
    }

    /** Tells a process instance what happened inside Accord; it must wait for it. */
    public void tell(Actor actor, String instanceId, String message, Map<String, ?> facts) {
        carryOut(actor, () -> {
            runtime.createMessageCorrelation(message)
                    .processInstanceId(instanceId)
                    .setVariables(Facts.plain(facts))
                    .correlate();
            return instanceId;
        });
    }

    /** The name of an element in a version of a process; its id if that version is unknown. */
    public LocalText elementName(String definitionId, String elementId) {
        return models.find(definitionId, elementId)
                .or(() -> models.anywhere(elementId))
                .map(ProcessModel.Element::name)
                .orElseGet(() -> LocalText.english(elementId));
    }

    /** What a model declares of an element; for properties that steer no step, such as {@code again} and {@code link}. */
    public Optional<String> property(String definitionId, String elementId, String name) {
        return models.find(definitionId, elementId).flatMap(element -> element.property(name));
    }

    /** A fact of a case that runs, as text. */
    public Optional<String> fact(String caseKey, String name) {
        return variable(caseKey, name).map(Object::toString);
    }

    /** The facts of a case that runs which the model lets the form of a task name, as they are. */
    public Map<String, Object> formFacts(String caseKey, String definitionId, String element) {
        Map<String, Object> facts = new LinkedHashMap<>();
        ProcessModel.listed(property(definitionId, element, "context").orElse(null))
                .forEach(name -> variable(caseKey, name).ifPresent(value -> facts.put(name, value)));
        return facts;
    }

    private Optional<Object> variable(String caseKey, String name) {
        return instances(caseKey).stream()
                .map(instance -> runtime.getVariable(instance.getId(), name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    public Optional<ProcessDefinition> definition(String definitionId) {
        return models.findDefinition(definitionId);
    }

    /** The processes whose cases are meetings or workshops, by key. */
    public Map<String, ProcessDefinition.Gathering> gatherings() {
        Map<String, ProcessDefinition.Gathering> gatherings = new LinkedHashMap<>();
        models.newest().forEach(process -> {
            if (process.gathering() != null) {
                gatherings.put(process.key(), process.gathering());
            }
        });
        return gatherings;
    }

    /** The newest version of a process by its key. */
    public Optional<ProcessDefinition> newest(String key) {
        return models.newest().stream()
                .filter(process -> process.key().equals(key))
                .findFirst();
    }

    private static <T> T carryOut(Actor actor, Supplier<T> command) {
        try {
            return Acting.as(actor, command);
        } catch (OptimisticLockingException e) {
            throw new Contended(e);
        }
    }
}
