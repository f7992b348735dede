package org.accord.tasks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.springframework.stereotype.Component;

/** Several tasks taken in hand or given back, each for itself: what is refused does not keep the others back. */
@Component
class Handling {

    private final Inbox inbox;
    private final Tasks tasks;

    Handling(Inbox inbox, Tasks tasks) {
        this.inbox = inbox;
        this.tasks = tasks;
    }

    /** What is done with all of them. */
    enum Act {
        CLAIM,
        RELEASE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Does it with each, in a transaction of its own, in the order given; one that is named twice counts once. Refuses none at all
     * ({@code required}) and more than a page of them ({@code tooManyTasks}).
     */
    List<Handled> each(Actor actor, Act act, List<String> ids) {
        if (ids.isEmpty()) {
            throw Refused.invalid(Violation.of("tasks", "required"));
        }
        if (ids.size() > Inbox.LARGEST_PAGE) {
            throw Refused.invalid(Violation.of("tasks", "tooManyTasks", Inbox.LARGEST_PAGE, ids.size()));
        }
        List<Handled> results = new ArrayList<>();
        new LinkedHashSet<>(ids).forEach(id -> results.add(one(actor, act, id)));
        return results;
    }

    private Handled one(Actor actor, Act act, String id) {
        if (id.indexOf(0) >= 0) {
            return new Handled(id, null, Refused.notFound("noSuchTask", id.replace("\0", "")));
        }
        TaskView seen = null;
        try {
            seen = inbox.find(actor, id);
            return new Handled(id, act == Act.CLAIM ? tasks.claim(actor, id) : tasks.release(actor, id), null);
        } catch (Refused refused) {
            return new Handled(id, seen, refused);
        }
    }
}
