package org.accord.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.core.Actor;
import org.accord.process.OpenConditions;
import org.accord.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The conditions on which something was approved. Each becomes a task, and the model lets nobody pass before all are met; a
 * chain that runs anew begins without those of the last run. What somebody without the authority says binds nobody.
 */
@Component
class Conditions implements OpenConditions {

    private static final String DECISION = "decision";
    private static final String CONDITIONS = "conditions";
    private static final String CONDITION = "condition";

    private final ConditionStore store;
    private final InboxStore tasks;
    private final Inbox inbox;
    private final Processes processes;

    Conditions(ConditionStore store, InboxStore tasks, Inbox inbox, Processes processes) {
        this.store = store;
        this.tasks = tasks;
        this.inbox = inbox;
        this.processes = processes;
    }

    @Override
    public List<String> open(String caseKey) {
        return store.ofCase(caseKey).stream()
                .filter(condition -> condition.status() == ConditionStore.Status.OPEN)
                .map(condition -> "" + condition.number())
                .toList();
    }

    @EventListener
    void on(TaskEvent.Completed completed) {
        TaskRow task = tasks.find(completed.task().taskId()).orElseThrow();
        if (task.item() != null && isOf(task, "item", CONDITION)) {
            store.met(task, Integer.parseInt(task.item()));
        }
        if (isLink(task) && !completed.told().answer(DECISION).isEmpty()) {
            store.supersede(task);
            if (Boolean.FALSE.equals(completed.authority().get("covered"))) {
                return;
            }
            texts(completed.told()).forEach(text -> store.add(task, text));
        }
    }

    private boolean isLink(TaskRow task) {
        return processes.property(task.definitionId(), task.element(), "link").isPresent();
    }

    private boolean isOf(TaskRow task, String property, String value) {
        return processes
                .property(task.definitionId(), task.element(), property)
                .filter(value::equals)
                .isPresent();
    }

    private static List<String> texts(TaskEvent.Told told) {
        if (!told.answer(DECISION).equals(CONDITIONS) || !(told.data().get(CONDITIONS) instanceof List<?> rows)) {
            return List.of();
        }
        return rows.stream()
                .filter(Map.class::isInstance)
                .map(row -> "" + ((Map<?, ?>) row).get(CONDITION))
                .toList();
    }

    /** The condition that this task is there to meet. */
    Optional<ConditionStore.Condition> metBy(Actor reader, String taskId) {
        TaskRow task = inbox.visible(reader, taskId);
        return Optional.ofNullable(task.item())
                .filter(item -> isOf(task, "item", CONDITION))
                .flatMap(item -> store.find(task.caseKey(), Integer.parseInt(item)));
    }

    /** Those of a case that were set in a task whose answer the reader may see. */
    List<ConditionStore.Condition> of(Actor reader, String caseKey) {
        List<ConditionStore.Condition> all = store.ofCase(caseKey);
        if (all.isEmpty()) {
            return all;
        }
        Set<String> seen = inbox.submissionsOf(reader, caseKey).stream()
                .map(Submitted::taskId)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(condition -> seen.contains(condition.setIn()))
                .toList();
    }
}
