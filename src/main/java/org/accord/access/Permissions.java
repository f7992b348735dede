package org.accord.access;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.springframework.stereotype.Component;

/** Answers from the grants of this moment; nothing is remembered between two questions. */
@Component
public class Permissions {

    private final List<GrantSource> sources;
    private final Clock clock;

    Permissions(List<GrantSource> sources, Clock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    public List<Grant> grants(Actor actor) {
        if (actor.isSystem()) {
            return List.of();
        }
        Instant now = clock.instant();
        return sources.stream()
                .flatMap(source -> source.grantsOf(actor.name(), now).stream())
                .toList();
    }

    public boolean may(Actor actor, Right right, Scope where) {
        return capacity(actor, right, where).isPresent();
    }

    /** The capacity in which the actor has the right there, if they have it. */
    public Optional<Capacity> capacity(Actor actor, Right right, Scope where) {
        return grants(actor).stream()
                .filter(grant -> grant.allows(right, where))
                .findFirst()
                .map(Grant::capacity);
    }

    /** Refuses with {@code notPermitted}, naming the right that is missing. */
    public Capacity require(Actor actor, Right right, Scope where) {
        return capacity(actor, right, where)
                .orElseThrow(() -> Refused.notPermitted("notPermitted", right.name(), actor.name()));
    }

    /** The capacity in which the actor may do the work of this role there, if they hold it. */
    public Optional<Capacity> capacityForWork(Actor actor, String role, Scope where) {
        return grants(actor).stream()
                .filter(grant -> grant.role().equals(role) && grant.allows(Right.WORK, where))
                .findFirst()
                .map(Grant::capacity);
    }

    /** The capacity in which the actor holds this role there, whatever it allows. */
    public Optional<Capacity> capacityAs(Actor actor, String role, Scope where) {
        return grants(actor).stream()
                .filter(grant -> grant.role().equals(role) && grant.scope().covers(where))
                .findFirst()
                .map(Grant::capacity);
    }

    /** The names under which work may be addressed to the actor's roles; see {@link Scope#principal}. */
    public Set<String> principals(Actor actor) {
        Set<String> names = new LinkedHashSet<>();
        for (Grant grant : grants(actor)) {
            if (grant.rights().contains(Right.WORK)) {
                names.add(grant.scope().principal(grant.role()));
            }
        }
        return names;
    }
}
