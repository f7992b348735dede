package org.accord.tasks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.accord.access.Grant;
import org.accord.access.Permissions;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may act on a task, and in what capacity: in their own name or for somebody whom they stand in for. */
@Component
class Capacities {

    private final Permissions permissions;

    Capacities(Permissions permissions) {
        this.permissions = permissions;
    }

    /** The grants of posts as they are now, each asked for once however many tasks are looked at. */
    Function<String, List<Grant>> now() {
        Map<String, List<Grant>> known = new HashMap<>();
        return post -> known.computeIfAbsent(post, name -> permissions.grants(Actor.person(name)));
    }

    /** The posts that stand in for this one now. */
    Set<String> standIns(String post) {
        return permissions.standIns(post);
    }

    /** All in which the actor may do the task if nobody else holds it, their own first. */
    List<Capacity> of(Actor actor, TaskRow task) {
        return of(permissions.grants(actor), task);
    }

    static List<Capacity> of(List<Grant> grants, TaskRow task) {
        return grants.stream()
                .filter(grant -> grant.isForWork(task.role(), task.scope(), task.caseProcess()))
                .map(Grant::capacity)
                .toList();
    }

    /** Those in which the actor may act on the task as it is held: only in the name of whoever holds it. */
    List<Capacity> asHeld(Actor actor, TaskRow task) {
        return inTheNameOf(holder(task, now()), actor, of(actor, task));
    }

    static List<Capacity> inTheNameOf(@Nullable String holder, Actor actor, List<Capacity> capacities) {
        return capacities.stream()
                .filter(capacity -> holder == null || holder.equals(inWhoseName(actor, capacity)))
                .toList();
    }

    /** Who holds the task, as long as they may: with the mandate goes the task, and the role can take it again. */
    @Nullable
    String holder(TaskRow task) {
        return holder(task, now());
    }

    static @Nullable String holder(TaskRow task, Function<String, List<Grant>> grants) {
        String assignee = task.assignee();
        boolean may = assignee != null && !of(grants.apply(assignee), task).isEmpty();
        return may ? assignee : null;
    }

    /** The post for whom it is done; whoever stands in for somebody holds tasks in the other's name. */
    static String inWhoseName(Actor actor, Capacity capacity) {
        return capacity.onBehalfOf() == null ? actor.name() : capacity.onBehalfOf();
    }
}
