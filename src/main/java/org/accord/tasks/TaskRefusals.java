package org.accord.tasks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records attempts at what is forbidden, in a transaction of their own, since the attempt's own is undone. */
@Component
class TaskRefusals {

    /** Faults that no page produces: somebody has tampered with what was sent. */
    private static final Set<String> TAMPERING =
            Set.of("unknownField", "hiddenField", "readOnlyField", "notAnOption", "illegalCharacter");

    private final InboxStore store;
    private final Capacities capacities;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    TaskRefusals(
            InboxStore store,
            Capacities capacities,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.store = store;
        this.capacities = capacities;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Also a vote that came too late or came twice is an attempt worth recording; other conflicts are everyday life.
     *
     * @param attempted what was handed in; listeners may keep it, the record does not
     */
    void record(Actor actor, String taskId, Refused refused, Map<String, ?> attempted) {
        Map<String, Object> faults = faults(refused);
        boolean foreign = refused.kind() == Refused.Kind.NOT_FOUND || refused.kind() == Refused.Kind.NOT_PERMITTED;
        boolean conflict = refused.kind() == Refused.Kind.CONFLICT;
        transaction.executeWithoutResult(status -> store.find(taskId)
                .filter(task -> foreign || !faults.isEmpty() || conflict && task.ballot() != null)
                .ifPresent(task -> events.publishEvent(new TaskEvent.AttemptRefused(
                        actor,
                        capacity(actor, task),
                        task.concerned(),
                        new TaskEvent.Told(task.ballot(), task.text(), attempted),
                        refused.code(),
                        faults))));
    }

    /** The one in which they could have acted; if somebody else holds the task, the one in which they know of it. */
    private @Nullable Capacity capacity(Actor actor, TaskRow task) {
        return Stream.concat(capacities.asHeld(actor, task).stream(), capacities.of(actor, task).stream())
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Object> faults(Refused refused) {
        Map<String, Object> faults = new LinkedHashMap<>();
        for (Violation violation : refused.violations()) {
            if (TAMPERING.contains(violation.code())) {
                faults.put(violation.field(), violation.code());
            }
        }
        return faults;
    }
}
