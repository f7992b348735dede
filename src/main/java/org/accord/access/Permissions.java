package org.accord.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.springframework.stereotype.Component;

/**
 * Answers from the grants of this moment; nothing is remembered between two questions. Where somebody's own role and one
 * that they use for somebody else both fit, their own comes first. A grant that is limited to processes counts only where
 * the process is known.
 */
@Component
public class Permissions {

    /** The role that keeps records: retention, legal holds, destruction (jpoa.md 4.1). */
    public static final String RECORDS_OFFICER = "REC";

    private final List<GrantSource> sources;
    private final Clock clock;

    Permissions(List<GrantSource> sources, Clock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** Everything the actor was granted, their own roles first. */
    public List<Grant> grants(Actor actor) {
        if (actor.isSystem()) {
            return List.of();
        }
        Instant now = clock.instant();
        return sources.stream()
                .flatMap(source -> source.grantsOf(actor.name(), now).stream())
                .sorted(Comparator.comparing(grant -> grant.onBehalfOf() != null))
                .toList();
    }

    /** The posts that stand in for this one now. */
    public Set<String> standIns(String userName) {
        Instant now = clock.instant();
        Set<String> posts = new LinkedHashSet<>();
        sources.forEach(source -> posts.addAll(source.standInsOf(userName, now)));
        return posts;
    }

    public boolean may(Actor actor, Right right, Scope where) {
        return capacity(actor, right, where).isPresent();
    }

    /** The capacity in which the actor has the right there, if they have it. */
    public Optional<Capacity> capacity(Actor actor, Right right, Scope where) {
        return first(unlimited(actor).filter(grant -> grant.allows(right, where)));
    }

    /** Refuses with {@code notPermitted}, naming the right that is missing. */
    public Capacity require(Actor actor, Right right, Scope where) {
        return capacity(actor, right, where)
                .orElseThrow(() -> Refused.notPermitted("notPermitted", right.name(), actor.name()));
    }

    /** The capacity in which the actor may do the work of this role there in every process, if they hold it. */
    public Optional<Capacity> capacityForWork(Actor actor, String role, Scope where) {
        return first(unlimited(actor).filter(grant -> grant.isForWork(role, where, "")));
    }

    /** The capacity in which the actor may do the work of this role there in cases of the process, if they hold it. */
    public Optional<Capacity> capacityForWork(Actor actor, String role, Scope where, String process) {
        return first(grants(actor).stream().filter(grant -> grant.isForWork(role, where, process)));
    }

    /** The capacity in which the actor holds this role there in cases of the process, whatever it allows. */
    public Optional<Capacity> capacityAs(Actor actor, String role, Scope where, String process) {
        return first(grants(actor).stream()
                .filter(grant -> grant.isFor(process))
                .filter(grant -> grant.role().equals(role) && grant.scope().covers(where)));
    }

    /**
     * The names under which work may be addressed to the actor's roles; see {@link Scope#principal} and {@link Grant#borne}.
     */
    public Set<String> principals(Actor actor) {
        Set<String> names = new LinkedHashSet<>();
        for (Grant grant : grants(actor)) {
            if (grant.rights().contains(Right.WORK)) {
                names.addAll(grant.borne(grant.scope().principal(grant.role())));
            }
        }
        return names;
    }

    private Stream<Grant> unlimited(Actor actor) {
        return grants(actor).stream().filter(Grant::isUnlimited);
    }

    private static Optional<Capacity> first(Stream<Grant> grants) {
        return grants.findFirst().map(Grant::capacity);
    }
}
