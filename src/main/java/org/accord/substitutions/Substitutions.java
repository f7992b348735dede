package org.accord.substitutions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.programme.Programme;
import org.accord.substitutions.Substitution.Status;
import org.accord.substitutions.Substitution.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Agreeing that one post stands in for another: proposed by the one who is away or by an administrator, decided by a second
 * person. Each command is one transaction; an attempt that is refused is recorded.
 */
@Component
class Substitutions {

    private static final int LONGEST_REMARK = 500;

    private final SubstitutionStore store;
    private final SubstitutionFacts facts;
    private final Permissions permissions;
    private final Programme programme;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Substitutions(
            SubstitutionStore store,
            SubstitutionFacts facts,
            Permissions permissions,
            Programme programme,
            Attempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.facts = facts;
        this.permissions = permissions;
        this.programme = programme;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Proposes it. Refuses {@code notPermitted} for another's absence without the right to administer,
     * {@code substitutionNotYours} for whoever has that right only while standing in for somebody, and
     * {@code substitutionRefused} with all violations of {@link SubstitutionRules}.
     */
    Substitution propose(Actor actor, Proposal proposal) {
        String principal = proposal.principal().isEmpty() ? actor.name() : proposal.principal();
        return attempts.carryOut(actor, new Attempts.Asked("substitution", "new", proposal.asTyped()), () -> {
            Capacity capacity =
                    actor.is(principal) ? null : permissions.require(actor, Right.ADMINISTER, Scope.PROGRAMME);
            if (capacity != null && capacity.onBehalfOf() != null) {
                throw Refused.notPermitted("substitutionNotYours", principal);
            }
            Proposal.Days days = proposal.days();
            store.lock();
            SubstitutionRules.Facts known = facts.of(principal, proposal.substitute(), "");
            Set<String> roles = proposal.roles().isEmpty()
                    ? SubstitutionRules.usable(known.principals(), days.from(), days.until(), known)
                    : new HashSet<>(proposal.roles());
            Terms terms = new Terms(
                    principal,
                    proposal.substitute(),
                    days.from(),
                    days.until(),
                    roles,
                    proposal.state().isEmpty() ? null : proposal.state(),
                    new HashSet<>(proposal.processes()));
            refuseIfAny(SubstitutionRules.faults(terms, known));
            return insert(actor, capacity, terms, SubstitutionRules.reach(terms, known.principals()));
        });
    }

    private Substitution insert(Actor actor, @Nullable Capacity capacity, Terms terms, Scope reach) {
        Instant now = clock.instant();
        Substitution proposed = new Substitution(
                store.nextId("SUB", today().getYear()),
                terms,
                reach,
                Status.PROPOSED,
                actor.name(),
                now,
                null,
                null,
                null,
                null,
                null);
        store.insert(proposed);
        events.publishEvent(new SubstitutionEvent.Proposed(actor, capacity, proposed));
        return proposed;
    }

    private static void refuseIfAny(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw Refused.invalid("substitutionRefused", faults);
        }
    }

    /**
     * Agrees as the second person. Refuses {@code secondPersonNeeded} for whoever proposed it or is concerned, in their own
     * name or for somebody, {@code notPermitted} without the right there, {@code substitutionDecided}, and what would be
     * refused if it were proposed now.
     */
    Substitution approve(Actor actor, String id) {
        return carryOut(actor, id, "approve", () -> {
            Substitution proposed = decidable(actor, id);
            Capacity capacity = requireSecond(actor, proposed);
            Terms terms = proposed.terms();
            refuseIfAny(
                    SubstitutionRules.faultsWhenApproved(terms, facts.of(terms.principal(), terms.substitute(), id)));
            store.decide(id, Status.APPROVED, actor.name(), clock.instant(), null);
            events.publishEvent(new SubstitutionEvent.Approved(actor, capacity, proposed));
            return found(id);
        });
    }

    /** Does not agree, as the second person, perhaps saying why; refuses as {@link #approve} does. */
    Substitution refuse(Actor actor, String id, String remark) {
        return carryOut(actor, id, "refuse", () -> {
            Substitution proposed = decidable(actor, id);
            Capacity capacity = requireSecond(actor, proposed);
            if (remark.length() > LONGEST_REMARK) {
                throw Refused.invalid(
                        Violation.of("reason", "maxLength", LONGEST_REMARK, LONGEST_REMARK, remark.length()));
            }
            String kept = remark.isBlank() ? null : remark.strip();
            store.decide(id, Status.REFUSED, actor.name(), clock.instant(), kept);
            events.publishEvent(new SubstitutionEvent.Declined(actor, capacity, proposed, kept));
            return found(id);
        });
    }

    private Substitution decidable(Actor actor, String id) {
        Substitution proposed = find(actor, id);
        if (!proposed.isProposed()) {
            throw Refused.conflict("substitutionDecided", id);
        }
        return proposed;
    }

    private Capacity requireSecond(Actor actor, Substitution proposed) {
        if (isFirst(Set.of(actor.name()), proposed)) {
            throw Refused.notPermitted("secondPersonNeeded", proposed.id(), actor.name());
        }
        Capacity capacity = permissions.require(actor, Right.APPROVE_ABSENCE, proposed.reach());
        if (isFirst(capacity.persons(actor), proposed)) {
            throw Refused.notPermitted("secondPersonNeeded", proposed.id(), actor.name());
        }
        return capacity;
    }

    private static boolean isFirst(Set<String> persons, Substitution proposed) {
        return persons.stream()
                .anyMatch(person ->
                        person.equals(proposed.proposedBy()) || proposed.terms().concerns(person));
    }

    boolean mayDecide(Actor actor, Substitution substitution) {
        return substitution.isProposed()
                && !isFirst(Set.of(actor.name()), substitution)
                && permissions
                        .capacity(actor, Right.APPROVE_ABSENCE, substitution.reach())
                        .filter(capacity -> !isFirst(capacity.persons(actor), substitution))
                        .isPresent();
    }

    /**
     * Takes it back before anybody has decided. Refuses {@code substitutionNotYours} for anybody but the proposer, the
     * principal and administrators, and {@code substitutionDecided}.
     */
    Substitution withdraw(Actor actor, String id) {
        return carryOut(actor, id, "withdraw", () -> {
            Substitution proposed = find(actor, id);
            Capacity capacity = requireOwner(actor, proposed, actor.is(proposed.proposedBy()));
            if (!proposed.isProposed()) {
                throw Refused.conflict("substitutionDecided", id);
            }
            store.close(id, Status.WITHDRAWN, actor.name(), clock.instant());
            events.publishEvent(new SubstitutionEvent.Withdrawn(actor, capacity, proposed));
            return found(id);
        });
    }

    /**
     * Ends it at once, before its last day or even its first. Refuses {@code substitutionNotYours} for anybody but the
     * principal and administrators, and {@code substitutionNotInForce}.
     */
    Substitution end(Actor actor, String id) {
        return carryOut(actor, id, "end", () -> {
            Substitution approved = find(actor, id);
            Capacity capacity = requireOwner(actor, approved, false);
            if (!approved.isInForceOrToCome(today())) {
                throw Refused.conflict("substitutionNotInForce", id);
            }
            store.close(id, Status.ENDED, actor.name(), clock.instant());
            events.publishEvent(new SubstitutionEvent.Ended(actor, capacity, approved));
            return found(id);
        });
    }

    private @Nullable Capacity requireOwner(Actor actor, Substitution substitution, boolean proposer) {
        if (proposer || actor.is(substitution.terms().principal())) {
            return null;
        }
        return permissions
                .capacity(actor, Right.ADMINISTER, Scope.PROGRAMME)
                .orElseThrow(() -> Refused.notPermitted("substitutionNotYours", substitution.id()));
    }

    boolean isOwner(Actor actor, Substitution substitution) {
        return actor.is(substitution.terms().principal()) || permissions.may(actor, Right.ADMINISTER, Scope.PROGRAMME);
    }

    /**
     * One that the reader may see, since they are concerned, proposed it, may decide it, administer or read everything;
     * {@code noSuchSubstitution} otherwise.
     */
    Substitution one(Actor reader, String id) {
        return store.find(id)
                .filter(found -> sees(viewer(reader), found))
                .orElseThrow(() -> Refused.notFound("noSuchSubstitution", id));
    }

    private Substitution find(Actor reader, String id) {
        store.lock();
        return one(reader, id);
    }

    private static boolean sees(SubstitutionStore.Viewer viewer, Substitution substitution) {
        return viewer.all()
                || substitution.terms().concerns(viewer.name())
                || substitution.proposedBy().equals(viewer.name())
                || viewer.states().contains("" + substitution.reach().state());
    }

    /** Those that the reader may see, the newest first. */
    List<Substitution> visible(Actor reader, @Nullable String after, int limit) {
        return store.visible(viewer(reader), after, limit);
    }

    private SubstitutionStore.Viewer viewer(Actor reader) {
        boolean all = false;
        Set<String> states = new HashSet<>();
        for (var grant : permissions.grants(reader)) {
            if (grant.isUnlimited()) {
                all |= grant.allows(Right.READ_ALL, Scope.PROGRAMME)
                        || grant.allows(Right.ADMINISTER, Scope.PROGRAMME)
                        || grant.allows(Right.APPROVE_ABSENCE, Scope.PROGRAMME);
                String state = grant.scope().state();
                if (state != null && grant.allows(Right.APPROVE_ABSENCE, Scope.ofState(state))) {
                    states.add(state);
                }
            }
        }
        return new SubstitutionStore.Viewer(reader.name(), all, states);
    }

    private Substitution found(String id) {
        return store.find(id).orElseThrow();
    }

    private Substitution carryOut(Actor actor, String id, String act, Supplier<Substitution> command) {
        return attempts.carryOut(actor, new Attempts.Asked("substitution", id, Map.of("act", act)), command);
    }

    /**
     * What becomes of them when a post is handed over, within the caller's transaction: where the post is away, its next
     * holder is, unless they are the one who stands in or who approved it, or the rules forbid it; where it stands in, nobody does any more.
     */
    void handOver(Actor actor, String from, String to) {
        for (Substitution counting : store.counting(Set.of(from), today())) {
            Terms terms = counting.terms();
            boolean goesOn = terms.principal().equals(from)
                    && !terms.substitute().equals(to)
                    && !to.equals(counting.decidedBy())
                    && SubstitutionRules.faultsWhenApproved(
                                    terms.of(to), facts.of(to, terms.substitute(), counting.id()))
                            .isEmpty();
            if (goesOn) {
                store.changePrincipal(counting.id(), to);
                events.publishEvent(new SubstitutionEvent.Passed(actor, counting, to));
            } else if (counting.isProposed()) {
                store.close(counting.id(), Status.WITHDRAWN, actor.name(), clock.instant());
                events.publishEvent(new SubstitutionEvent.Withdrawn(actor, null, counting));
            } else {
                store.close(counting.id(), Status.ENDED, actor.name(), clock.instant());
                events.publishEvent(new SubstitutionEvent.Ended(actor, null, counting));
            }
        }
    }

    LocalDate today() {
        return programme.dayOf(clock.instant());
    }
}
