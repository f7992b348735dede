package org.accord.tasks;

import java.time.LocalDate;
import org.accord.access.Estate;
import org.accord.core.Actor;
import org.accord.process.Processes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The tasks that a post holds, and what it has begun to write. */
@Component
class TaskEstate implements Estate {

    private final InboxStore store;
    private final SubmissionStore submissions;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    TaskEstate(InboxStore store, SubmissionStore submissions, Processes processes, ApplicationEventPublisher events) {
        this.store = store;
        this.submissions = submissions;
        this.processes = processes;
        this.events = events;
    }

    @Override
    public void pass(Actor actor, String from, String to, LocalDate day) {
        store.heldBy(from).stream().map(TaskRow::caseKey).distinct().forEach(store::lockCase);
        for (TaskRow task : store.heldBy(from)) {
            store.assign(task.id(), to);
            processes.assign(actor, task.id(), to);
            store.address(task, InboxProjection.principals(task.heldBy(to)));
            events.publishEvent(new TaskEvent.Passed(actor, task.concerned(), from, to));
        }
        submissions.passDrafts(from, to);
    }
}
