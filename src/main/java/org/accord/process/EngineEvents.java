package org.accord.process;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.accord.core.Actor;
import org.accord.core.Scope;
import org.accord.process.expression.CaseVariables;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the other modules, in the engine's transaction, what happens in it. */
@Component
class EngineEvents {

    private static final Actor ENGINE = Actor.system("engine");

    private final ApplicationEventPublisher events;
    private final ObjectProvider<CaseOpener> caseOpener;
    private final ObjectProvider<DueDates> dueDates;
    private final ObjectProvider<DecisionCourse> decisions;
    private final ObjectProvider<Models> models;
    private final ObjectProvider<CompletionGuard> guards;
    private final ObjectProvider<AuthorityGuard> authority;

    EngineEvents(
            ApplicationEventPublisher events,
            ObjectProvider<CaseOpener> caseOpener,
            ObjectProvider<DueDates> dueDates,
            ObjectProvider<DecisionCourse> decisions,
            ObjectProvider<Models> models,
            ObjectProvider<CompletionGuard> guards,
            ObjectProvider<AuthorityGuard> authority) {
        this.events = events;
        this.caseOpener = caseOpener;
        this.dueDates = dueDates;
        this.decisions = decisions;
        this.models = models;
        this.guards = guards;
        this.authority = authority;
    }

    void started(DelegateExecution execution) {
        ProcessDefinition process = models.getObject().definition(execution.getProcessDefinitionId());
        DelegateExecution caller = ((ExecutionEntity) execution).getSuperExecution();
        if (caller != null) {
            adopt(execution, caller, process);
        }
        String caseKey = CaseVariables.caseKey(execution);
        execution.setProcessBusinessKey(caseKey);
        events.publishEvent(new ProcessEvent.Started(
                ENGINE, caseKey, execution.getProcessInstanceId(), process.id(), process.key()));
    }

    private void adopt(DelegateExecution execution, DelegateExecution caller, ProcessDefinition process) {
        String callersCase = CaseVariables.caseKey(caller);
        if (process.caseKind() == null) {
            execution.setVariable(CaseVariables.CASE, callersCase);
            return;
        }
        execution.setVariable(CaseVariables.PARENT, callersCase);
        Map<String, Object> facts = new LinkedHashMap<>(execution.getVariables());
        String key = caseOpener
                .getObject()
                .open(new CaseOpener.Child(process, execution.getProcessInstanceId(), callersCase, facts));
        execution.setVariable(CaseVariables.CASE, key);
    }

    void ended(DelegateExecution execution) {
        String outcome = execution.isCanceled() ? null : CaseVariables.text(execution, CaseVariables.OUTCOME);
        events.publishEvent(new ProcessEvent.Ended(
                ENGINE, CaseVariables.caseKey(execution), execution.getProcessInstanceId(), key(execution), outcome));
    }

    void outcome(DelegateExecution execution) {
        execution.setVariable(CaseVariables.OUTCOME, execution.getCurrentActivityId());
    }

    void passed(DelegateExecution execution, String kind) {
        events.publishEvent(new ProcessEvent.Passed(
                ENGINE,
                CaseVariables.caseKey(execution),
                execution.getProcessDefinitionId(),
                key(execution),
                execution.getCurrentActivityId(),
                kind,
                Scope.ofState(CaseVariables.text(execution, CaseVariables.STATE))));
    }

    void opened(DelegateTask task, TaskDeclaration declaration) {
        declaration.requireScope(task.getExecution());
        Instant opened = task.getCreateTime().toInstant();
        Instant due = due(declaration.rules(), CaseVariables.caseKey(task.getExecution()), opened);
        task.setDueDate(due == null ? null : Date.from(due));
        task.setPriority(declaration.rules().priority());
        OpenedTask described = describe(task, declaration, opened, due);
        events.publishEvent(new ProcessEvent.TaskOpened(ENGINE, described));
        String error = declaration.rules().authority();
        if (error != null && !error.equals(AuthorityGuard.REQUIRED)) {
            raiseIf(authority.stream().anyMatch(guard -> guard.isBeyondAll(described, facts(task))), error);
        }
    }

    void completing(DelegateTask task, TaskDeclaration declaration) {
        guards.stream().forEach(guard -> guard.completing(Acting.current(), task.getId()));
        String error = declaration.rules().authority();
        if (error != null) {
            OpenedTask described =
                    describe(task, declaration, task.getCreateTime().toInstant(), null);
            raiseIf(
                    authority.stream().anyMatch(guard -> guard.isBeyond(Acting.current(), described, facts(task))),
                    error);
        }
    }

    private static Function<String, Optional<String>> facts(DelegateTask task) {
        return name -> Optional.ofNullable(CaseVariables.text(task.getExecution(), name));
    }

    /** The boundary event of the task that the model has for this error takes it from there. */
    private static void raiseIf(boolean raised, String error) {
        if (raised) {
            throw new BpmnError(error);
        }
    }

    void withdrawn(DelegateTask task, TaskDeclaration declaration) {
        OpenedTask described = describe(task, declaration, task.getCreateTime().toInstant(), null);
        events.publishEvent(new ProcessEvent.TaskWithdrawn(ENGINE, described));
    }

    private OpenedTask describe(DelegateTask task, TaskDeclaration declaration, Instant opened, @Nullable Instant due) {
        return new OpenedTask(
                task.getId(),
                task.getProcessInstanceId(),
                CaseVariables.caseKey(task.getExecution()),
                key(task.getExecution()),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                declaration.rules(),
                declaration.scope(task.getExecution()),
                declaration.holder(name -> CaseVariables.text(task.getExecution(), name)),
                declaration.item(name -> CaseVariables.text(task.getExecution(), name)),
                opened,
                due);
    }

    private @Nullable Instant due(TaskRules rules, String caseKey, Instant opened) {
        if (rules.due() != null) {
            return dueDates.getObject().due(rules.due(), caseKey, opened);
        }
        return rules.ballot() == null
                ? null
                : decisions.getObject().end(caseKey, rules.ballot()).orElse(null);
    }

    private static String key(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessDefinition().getKey();
    }
}
