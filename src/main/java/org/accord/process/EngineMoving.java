package org.accord.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.core.Refused;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** By the engine's own migration: steps of the same identifier stand for each other. */
@Component
class EngineMoving implements Moving {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Models models;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    EngineMoving(
            RuntimeService runtime,
            RepositoryService repository,
            Models models,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.runtime = runtime;
        this.repository = repository;
        this.models = models;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public List<Behind> behind() {
        List<Behind> behind = new ArrayList<>();
        for (ProcessDefinition newest : models.newest()) {
            Map<String, Long> running = new TreeMap<>(
                    runtime.createProcessInstanceQuery().processDefinitionKey(newest.key()).list().stream()
                            .map(ProcessInstance::getProcessDefinitionId)
                            .filter(definition -> !definition.equals(newest.id()))
                            .collect(Collectors.groupingBy(definition -> definition, Collectors.counting())));
            running.forEach((definition, count) -> behind.add(behind(newest, definition, count.intValue())));
        }
        return behind;
    }

    private Behind behind(ProcessDefinition newest, String definition, int count) {
        int version = repository.getProcessDefinition(definition).getVersion();
        return new Behind(newest.key(), newest.name(), version, definition, newest.version(), newest.id(), count);
    }

    @Override
    public List<Fit> tryOut(Behind behind, int most) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionId(behind.definitionId())
                .orderByProcessInstanceId()
                .asc()
                .listPage(0, most)
                .stream()
                .map(instance -> tryOut(behind, instance))
                .toList();
    }

    private Fit tryOut(Behind behind, ProcessInstance instance) {
        Set<String> misfits = transaction.execute(status -> {
            status.setRollbackOnly();
            return misfits(behind, instance.getId());
        });
        List<LocalText> names = misfits == null
                ? List.of()
                : misfits.stream().map(element -> name(behind, element)).toList();
        return new Fit(instance.getId(), instance.getBusinessKey(), names.isEmpty(), names);
    }

    private LocalText name(Behind behind, String element) {
        return models.find(behind.definitionId(), element)
                .map(ProcessModel.Element::name)
                .orElseGet(() -> LocalText.english(element));
    }

    /** The steps where it stands that the newest version does not have, or has as something else. */
    private Set<String> misfits(Behind behind, String instanceId) {
        try {
            migrate(behind, instanceId);
            return Set.of();
        } catch (MigratingProcessInstanceValidationException e) {
            Set<String> misfits = e.getValidationReport().getActivityInstanceReports().stream()
                    .map(MigratingActivityInstanceValidationReport::getSourceScopeId)
                    .collect(Collectors.toSet());
            e.getValidationReport().getTransitionInstanceReports().stream()
                    .map(MigratingTransitionInstanceValidationReport::getSourceScopeId)
                    .forEach(misfits::add);
            return misfits.isEmpty() ? Set.of(behind.process()) : misfits;
        } catch (ProcessEngineException e) {
            return Set.of(behind.process());
        }
    }

    private void migrate(Behind behind, String instanceId) {
        MigrationPlan plan = runtime.createMigrationPlan(behind.definitionId(), behind.newestId())
                .mapEqualActivities()
                .build();
        runtime.newMigration(plan).processInstanceIds(instanceId).execute();
    }

    @Override
    public void move(Actor actor, Behind behind, String instanceId) {
        try {
            transaction.executeWithoutResult(status -> moveNow(actor, behind, instanceId));
        } catch (OptimisticLockingException e) {
            throw Refused.conflict("contended", instanceId);
        } catch (ProcessEngineException e) {
            throw Refused.conflict("doesNotFit", instanceId);
        }
    }

    private void moveNow(Actor actor, Behind behind, String instanceId) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(instanceId)
                .processDefinitionId(behind.definitionId())
                .singleResult();
        if (instance == null) {
            throw Refused.conflict("notBehind", instanceId);
        }
        Acting.as(actor, () -> {
            migrate(behind, instanceId);
            return instanceId;
        });
        events.publishEvent(new ProcessEvent.Moved(
                actor,
                instance.getBusinessKey(),
                instanceId,
                behind.process(),
                behind.version(),
                behind.newest(),
                behind.newestId()));
    }
}
