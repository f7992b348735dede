package org.accord.tasks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.process.DueDates;
import org.accord.process.Processes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the due dates of open tasks with the deadline table, when it counts otherwise than before. */
@Component
class DeadlineKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineKeeper.class);

    private final InboxStore store;
    private final EscalationStore escalations;
    private final Processes processes;
    private final DueDates dueDates;

    DeadlineKeeper(InboxStore store, EscalationStore escalations, Processes processes, DueDates dueDates) {
        this.store = store;
        this.escalations = escalations;
        this.processes = processes;
        this.dueDates = dueDates;
    }

    void hold() {
        store.lockDue();
    }

    int recompute(Actor actor) {
        int moved = 0;
        for (TaskRow row : store.lockDue()) {
            Instant due = due(row);
            if (due != null && !due.equals(row.due())) {
                setDue(actor, row, due);
                moved++;
            }
        }
        escalations.lookAgainAtAll();
        return moved;
    }

    void postpone(Actor actor, String caseKey, String ballot, Instant due) {
        store.lockAsked(caseKey, ballot).forEach(row -> setDue(actor, row, due.truncatedTo(ChronoUnit.MILLIS)));
    }

    private void setDue(Actor actor, TaskRow row, Instant due) {
        processes.setDue(actor, row.id(), due);
        store.setDue(row.id(), due);
    }

    /** By its rule; as before if the programme no longer has the rule, or the case the date that it counts from. */
    private @Nullable Instant due(TaskRow row) {
        try {
            return row.dueRule() == null
                    ? row.due()
                    : dueDates.due(row.dueRule(), row.caseKey(), row.opened()).truncatedTo(ChronoUnit.MILLIS);
        } catch (Refused refused) {
            LOG.warn("Task {} stays due as it was", row.id(), refused);
            return row.due();
        }
    }
}
