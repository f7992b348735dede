package org.accord.cases;

import java.time.LocalDate;
import org.accord.process.Contended;
import org.accord.process.Processes;
import org.accord.programme.Programme;
import org.accord.programme.ProgrammeEvent;
import org.accord.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Moves what is due with a calendar or a programme that changed, in the transaction of the change. Tasks that open meanwhile wait and
 * count in the changed calendar.
 */
@Component
class Recomputation {

    private final Programme programme;
    private final Processes processes;
    private final Tasks tasks;
    private final ApplicationEventPublisher events;

    Recomputation(Programme programme, Processes processes, Tasks tasks, ApplicationEventPublisher events) {
        this.programme = programme;
        this.processes = processes;
        this.tasks = tasks;
        this.events = events;
    }

    @EventListener
    void on(ProgrammeEvent.CalendarChanged changed) {
        move(changed, changed.day());
    }

    @EventListener
    void on(ProgrammeEvent.Changed changed) {
        move(changed, null);
    }

    private void move(ProgrammeEvent changed, @Nullable LocalDate day) {
        try {
            tasks.holdDeadlines();
            programme.claimCalendars();
            int movedTasks = tasks.recomputeDeadlines(changed.by());
            int movedTimers = processes.recomputeTimers(changed.by());
            events.publishEvent(new DeadlinesMoved(changed.by(), changed.about(), day, movedTasks, movedTimers));
        } catch (Contended e) {
            throw new ConcurrencyFailureException("the engine changed the same at the same moment", e);
        }
    }
}
