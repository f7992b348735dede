package org.accord.decisions;

import org.accord.core.Actor;
import org.accord.programme.Programme;
import org.accord.programme.ProgrammeEvent;
import org.accord.tasks.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What follows when a decision ends later: the tasks in which it is asked for are due later too. The engine's timer strikes at
 * the earlier moment, finds that the decision goes on, and waits again.
 */
@Component
class Postponements {

    private final DecisionStore store;
    private final Silences silences;
    private final Programme programme;
    private final Tasks tasks;

    Postponements(DecisionStore store, Silences silences, Programme programme, Tasks tasks) {
        this.store = store;
        this.silences = silences;
        this.programme = programme;
        this.tasks = tasks;
    }

    /** A calendar changed: running silences keep their working days, before all else that is due moves. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ProgrammeEvent.CalendarChanged changed) {
        respectCalendars(changed.by());
    }

    /** As when a calendar changed: another programme may have other calendars. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ProgrammeEvent.Changed changed) {
        respectCalendars(changed.by());
    }

    private void respectCalendars(Actor by) {
        store.openSilences().stream()
                .map(DecisionRow::caseKey)
                .distinct()
                .sorted()
                .forEach(store::lockCase);
        tasks.holdDeadlines();
        programme.claimCalendars();
        store.openSilences().forEach(row -> silences.respectCalendars(by, row.id()));
    }

    @EventListener
    void on(DecisionEvent.Extended extended) {
        tasks.postpone(
                extended.by(), extended.place().caseKey(), extended.place().topic(), extended.to());
    }
}
