package org.accord.cases;

import java.time.LocalDate;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;

/**
 * A calendar was changed, and what is due by it with it.
 *
 * @param tasks how many open tasks are due at another moment than before
 * @param timers how many timers strike at another moment than before
 */
public record DeadlinesMoved(Actor by, String calendar, LocalDate day, int tasks, int timers) implements DomainEvent {

    @Override
    public Subject about() {
        return new Subject("calendar", calendar);
    }

    @Override
    public String action() {
        return "deadlines.moved";
    }

    @Override
    public Map<String, ?> details() {
        return Map.<String, Object>of("day", day.toString(), "tasks", tasks, "timers", timers);
    }
}
