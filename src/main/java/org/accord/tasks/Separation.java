package org.accord.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.access.Permissions;
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
    private final Permissions permissions;
    private final Processes processes;

    Separation(
            InboxStore store,
            SubmissionStore submissions,
            CaseDirectory cases,
            Permissions permissions,
            Processes processes) {
        this.store = store;
        this.submissions = submissions;
        this.cases = cases;
        this.permissions = permissions;
        this.processes = processes;
    }

    @Override
    public void completing(Actor actor, String taskId) {
        if (actor.isSystem()) {
            throw Refused.notPermitted("taskNeedsAPerson", taskId);
        }
        store.find(taskId).ifPresent(task -> permissions
                .capacityForWork(actor, task.role(), task.scope())
                .ifPresentOrElse(capacity -> require(actor, capacity, task), () -> {
                    throw Refused.notFound("noSuchTask", taskId);
                }));
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
