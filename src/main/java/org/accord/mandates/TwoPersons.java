package org.accord.mandates;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.access.Grant;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.springframework.stereotype.Component;

/**
 * Who proposes a change of rights, and who may be the second person: another administrator, or whoever approves absences for the
 * whole programme. Whoever stands in for an administrator proposes nothing.
 */
@Component
class TwoPersons {

    private final Permissions permissions;

    TwoPersons(Permissions permissions) {
        this.permissions = permissions;
    }

    Optional<Capacity> proposer(Actor actor) {
        return capacities(actor, Right.ADMINISTER)
                .filter(capacity -> capacity.onBehalfOf() == null)
                .findFirst();
    }

    /** Refuses {@code notPermitted}. */
    Capacity requireProposer(Actor actor) {
        return proposer(actor).orElseThrow(() -> notPermitted(actor));
    }

    /** The capacity in which the actor is a second person: neither they nor anybody whom they stand in for has a part in it. */
    Optional<Capacity> second(Actor actor, Predicate<String> hasPart) {
        return of(actor).stream().anyMatch(hasPart)
                ? Optional.empty()
                : confirming(actor).findFirst();
    }

    /** The actor and everybody whom they stand in for today. */
    Set<String> of(Actor actor) {
        return permissions.grants(actor).stream()
                .flatMap(grant -> grant.capacity().persons(actor).stream())
                .collect(Collectors.toCollection(() -> new HashSet<>(Set.of(actor.name()))));
    }

    /** Refuses {@code secondPerson} to whoever has a part in it. */
    Capacity requireSecond(Actor actor, Predicate<String> hasPart) {
        return second(actor, hasPart).orElseThrow(() -> Refused.notPermitted("secondPerson"));
    }

    /** Refuses {@code notPermitted} to whoever confirms nothing at all. */
    void requireConfirmer(Actor actor) {
        if (confirming(actor).findAny().isEmpty()) {
            throw notPermitted(actor);
        }
    }

    /** Refuses {@code notPermitted} to whoever neither confirms nor reads all. */
    void requireReader(Actor reader) {
        if (!permissions.may(reader, Right.READ_ALL, Scope.PROGRAMME)) {
            requireConfirmer(reader);
        }
    }

    private Stream<Capacity> confirming(Actor actor) {
        return Stream.of(Right.ADMINISTER, Right.APPROVE_ABSENCE).flatMap(right -> capacities(actor, right));
    }

    private Stream<Capacity> capacities(Actor actor, Right right) {
        return permissions.grants(actor).stream()
                .filter(grant -> grant.isUnlimited() && grant.allows(right, Scope.PROGRAMME))
                .map(Grant::capacity);
    }

    private static Refused notPermitted(Actor actor) {
        return Refused.notPermitted("notPermitted", Right.ADMINISTER.name(), actor.name());
    }
}
