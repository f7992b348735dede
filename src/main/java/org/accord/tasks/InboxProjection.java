package org.accord.tasks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.accord.access.Reach;
import org.accord.core.LocalText;
import org.accord.forms.Forms;
import org.accord.process.OpenedTask;
import org.accord.process.ProcessEvent;
import org.accord.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the inbox with the engine, in the engine's transaction. */
@Component
class InboxProjection {

    private final InboxStore store;
    private final Forms forms;
    private final Processes processes;
    private final CaseDirectory cases;
    private final Clock clock;

    InboxProjection(InboxStore store, Forms forms, Processes processes, CaseDirectory cases, Clock clock) {
        this.store = store;
        this.forms = forms;
        this.processes = processes;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    void on(ProcessEvent.TaskOpened opened) {
        enter(opened.task());
    }

    private void enter(OpenedTask task) {
        TaskRow row = row(task);
        LocalText name = processes.elementName(row.definitionId(), row.element());
        store.insert(
                row, (row.caseKey() + " " + String.join(" ", name.byLanguage().values())).toLowerCase(Locale.ROOT));
        store.address(row, principals(row));
    }

    @EventListener
    void on(ProcessEvent.TaskWithdrawn withdrawn) {
        store.close(withdrawn.task().taskId(), TaskView.Status.WITHDRAWN, clock.instant());
    }

    @EventListener
    void on(ProcessEvent.Moved moved) {
        store.moved(moved.instanceId(), moved.definitionId());
    }

    /** Makes the inbox what the engine says again: enters what is missing, addresses what is there, drops the rest. */
    int rebuild() {
        List<OpenedTask> waiting = processes.openTasks();
        store.closeAllBut(waiting.stream().map(OpenedTask::taskId).toList(), clock.instant());
        for (OpenedTask task : waiting) {
            store.find(task.taskId()).ifPresentOrElse(row -> store.address(row, principals(row)), () -> enter(task));
        }
        return waiting.size();
    }

    /**
     * To whom a task is addressed: its holder, or the roles that may do it; everybody who may read it; and those among
     * them whose role was told that it is late.
     */
    static List<String> principals(TaskRow row) {
        Set<String> audiences = Reach.audiences(row.scope(), row.confidential(), row.secretariatOnly());
        List<String> principals = new ArrayList<>(audiences);
        if (row.assignee() == null) {
            principals.addAll(row.scope().principalsCovering(row.role()));
        } else {
            principals.add(holder(row.assignee()));
            for (String role : row.scope().principalsCovering(row.role())) {
                principals.add(holder(row.assignee(), role));
            }
        }
        for (String role : row.told()) {
            for (String principal : row.scope().principalsCovering(role)) {
                audiences.forEach(audience -> principals.add(told(principal, audience)));
            }
        }
        return principals;
    }

    /** Whoever holds a role that was told and may read the task besides: being told opens nothing that is closed. */
    static String told(String principal, String audience) {
        return "told:" + principal + "#" + audience;
    }

    static String holder(String userName) {
        return "user:" + userName;
    }

    /** The name of a holder as far as the role goes, for those who stand in for them in it. */
    static String holder(String userName, String role) {
        return holder(userName) + "/" + role;
    }

    private TaskRow row(OpenedTask task) {
        boolean secretariatOnly = processes
                .definition(task.definitionId())
                .map(process -> process.secretariatOnly())
                .orElse(false);
        return new TaskRow(
                task.taskId(),
                1,
                TaskView.Status.OPEN,
                task.caseKey(),
                cases.process(task.caseKey()).orElse(task.processKey()),
                task.processKey(),
                task.definitionId(),
                task.instanceId(),
                task.elementId(),
                forms.current(task.rules().form()),
                task.rules().role(),
                task.scope(),
                task.rules().confidential(),
                secretariatOnly,
                task.rules().notSameAs(),
                task.rules().ballot(),
                task.rules().text(),
                task.rules().subject(),
                task.rules().authority(),
                task.item(),
                task.rules().due(),
                task.holder() != null,
                task.rules().facts(),
                task.rules().caseFields(),
                task.holder(),
                task.due(),
                task.opened(),
                null,
                task.rules().priority(),
                List.of());
    }
}
