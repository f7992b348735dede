package org.accord.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.process.CompletionGuard;
import org.accord.process.Processes;
import org.springframework.stereotype.Component;

/**
 * Asks {@link FourEyes} about tasks as they are. It stands in the engine itself, so that no way of completing a task leads
 * round it.
 */
@Component
class Separation implements CompletionGuard {

    private static final String PARENT = "parent:";

    private final InboxStore store;
    private final SubmissionStore submissions;
    private final CaseDirectory cases;
    private final Capacities capacities;
    private final Processes processes;

    Separation(
            InboxStore store,
            SubmissionStore submissions,
            CaseDirectory cases,
            Capacities capacities,
            Processes processes) {
        this.store = store;
        this.submissions = submissions;
        this.cases = cases;
        this.capacities = capacities;
        this.processes = processes;
    }

    @Override
    public void completing(Actor actor, String taskId) {
        if (actor.isSystem()) {
            throw Refused.notPermitted("taskNeedsAPerson", taskId);
        }
        store.find(taskId)
                .ifPresent(task -> best(actor, task).ifPresentOrElse(capacity -> require(actor, capacity, task), () -> {
                    throw Refused.notFound("noSuchTask", taskId);
                }));
    }

    /**
     * The capacity in which the actor acts on the task as it is held: the first that no earlier step bars, or the first of
     * all if each is barred; absent if they have none.
     */
    Optional<Capacity> best(Actor actor, TaskRow task) {
        List<Capacity> fitting = capacities.asHeld(actor, task);
        List<FourEyes.Deed> before = before(task);
        return fitting.stream()
                .filter(capacity ->
                        FourEyes.conflict(capacity.persons(actor), before).isEmpty())
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    /** Refuses with {@code separationOfDuties}, naming the earlier step. */
    void require(Actor actor, Capacity capacity, TaskRow task) {
        Optional<FourEyes.Deed> conflict = FourEyes.conflict(capacity.persons(actor), before(task));
        if (conflict.isPresent()) {
            throw Refused.notPermitted(
                    "separationOfDuties",
                    processes.elementName(task.definitionId(), conflict.get().element()),
                    actor.name());
        }
    }

    /** The earlier step that keeps the actor from the task, or whoever they stand in for; absent if none does. */
    Optional<String> bars(Actor actor, TaskRow task) {
        Set<String> persons =
                best(actor, task).map(capacity -> capacity.persons(actor)).orElseGet(() -> Set.of(actor.name()));
        return FourEyes.conflict(persons, before(task)).map(FourEyes.Deed::element);
    }

    /** Whether the post may act on the task, and no earlier step bars it. */
    boolean mayAct(Actor post, TaskRow task) {
        List<FourEyes.Deed> before = before(task);
        return capacities.of(post, task).stream().anyMatch(capacity -> FourEyes.conflict(capacity.persons(post), before)
                .isEmpty());
    }

    /** The posts that may not act on the task, each with the step that they did before. */
    Map<String, String> barred(TaskRow task) {
        return FourEyes.barred(before(task));
    }

    private List<FourEyes.Deed> before(TaskRow task) {
        List<FourEyes.Deed> before = new ArrayList<>();
        task.notSameAs().forEach(element -> before.addAll(deeds(task, element)));
        return before;
    }

    /** Who did the named step in this case; with the prefix {@code parent:} also in the case that this one is part of. */
    private List<FourEyes.Deed> deeds(TaskRow task, String element) {
        if (!element.startsWith(PARENT)) {
            return submissions.deeds(task.caseKey(), element);
        }
        String named = element.substring(PARENT.length());
        List<FourEyes.Deed> deeds = new ArrayList<>(submissions.deeds(task.caseKey(), named));
        Object parent = cases.context(task.caseKey()).get("parentCase");
        if (parent != null) {
            deeds.addAll(submissions.deeds(parent.toString(), named));
        }
        return deeds;
    }
}
