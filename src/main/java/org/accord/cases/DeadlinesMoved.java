package org.accord.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A calendar or the programme was changed, and what is due by it with it.
 *
 * @param about what was changed
 * @param day that a calendar got or lost; absent where more changed
 * @param tasks how many open tasks are due at another moment than before
 * @param timers how many timers strike at another moment than before
 */
public record DeadlinesMoved(
        Actor by, Subject about, @Nullable LocalDate day, int tasks, int timers) implements DomainEvent {

    @Override
    public String action() {
        return "deadlines.moved";
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (day != null) {
            details.put("day", day.toString());
        }
        details.put("tasks", tasks);
        details.put("timers", timers);
        return details;
    }
}
