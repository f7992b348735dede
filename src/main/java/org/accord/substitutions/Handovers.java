package org.accord.substitutions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.accord.access.Estate;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Handing a post over to its next holder: proposed by the holder or an administrator, agreed by both. With the second
 * agreement everything that the post held goes over at once. An attempt that is refused is recorded.
 */
@Component
class Handovers {

    private final HandoverStore store;
    private final SubstitutionStore substitutionStore;
    private final Substitutions substitutions;
    private final List<Estate> estates;
    private final Permissions permissions;
    private final Programme programme;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Handovers(
            HandoverStore store,
            SubstitutionStore substitutionStore,
            Substitutions substitutions,
            List<Estate> estates,
            Permissions permissions,
            Programme programme,
            Attempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.substitutionStore = substitutionStore;
        this.substitutions = substitutions;
        this.estates = List.copyOf(estates);
        this.permissions = permissions;
        this.programme = programme;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Proposes it; who proposes it and is one of the two has agreed by that. Refuses {@code notPermitted} for another's post
     * without the right to administer, and {@code handoverRefused} with all violations of {@link HandoverRules}.
     *
     * @param from the post that is handed over; blank for the actor's own
     */
    Handover propose(Actor actor, String from, String to) {
        String holder = from.isEmpty() ? actor.name() : from;
        Map<String, Object> asked = Map.of("from", holder, "to", to);
        return attempts.carryOut(actor, new Attempts.Asked("handover", "new", asked), () -> {
            Capacity capacity = actor.is(holder) ? null : permissions.require(actor, Right.ADMINISTER, Scope.PROGRAMME);
            if (to.isEmpty()) {
                throw Refused.invalid("handoverRefused", List.of(Violation.of("to", "required")));
            }
            substitutionStore.lock();
            boolean appointed = capacity != null;
            refuseIfAny(HandoverRules.faults(holder, to, facts(holder, to, appointed, store.open(holder))));
            Instant now = clock.instant();
            Handover proposed = new Handover(
                            substitutionStore.nextId("HND", today().getYear()),
                            holder,
                            to,
                            Handover.Status.PROPOSED,
                            actor.name(),
                            now,
                            appointed,
                            null,
                            null,
                            null,
                            null)
                    .confirmed(actor.name(), now);
            store.insert(proposed);
            events.publishEvent(new HandoverEvent.Proposed(actor, capacity, proposed));
            return proposed;
        });
    }

    private HandoverRules.Facts facts(String from, String to, boolean appointed, List<Handover> open) {
        return new HandoverRules.Facts(
                today(),
                userName -> programme.post(userName).map(Post::name),
                programme::role,
                programme.mandatesOf(from),
                programme.mandatesOf(to),
                open,
                appointed);
    }

    private static void refuseIfAny(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw Refused.invalid("handoverRefused", faults);
        }
    }

    /**
     * Agrees; with the second agreement the post goes over. Refuses {@code noSuchHandover}, {@code handoverClosed},
     * {@code confirmationNotYours} for anybody but the two, {@code handoverConfirmed} for one who has agreed already, and
     * what would be refused if it were proposed now.
     */
    Handover confirm(Actor actor, String id) {
        return carryOut(actor, id, "confirm", () -> {
            Handover open = open(actor, id);
            if (!open.concerns(actor.name())) {
                throw Refused.notPermitted("confirmationNotYours", id);
            }
            if (!open.waitsFor(actor.name())) {
                throw Refused.conflict("handoverConfirmed", id);
            }
            Handover confirmed = open.confirmed(actor.name(), clock.instant());
            store.update(confirmed);
            events.publishEvent(new HandoverEvent.Confirmed(actor, confirmed));
            return confirmed.isAgreed() ? handOver(actor, confirmed) : confirmed;
        });
    }

    private Handover handOver(Actor actor, Handover agreed) {
        refuseIfAny(HandoverRules.faults(
                agreed.from(), agreed.to(), facts(agreed.from(), agreed.to(), agreed.appointed(), List.of())));
        estates.forEach(estate -> estate.pass(actor, agreed.from(), agreed.to(), today()));
        substitutions.handOver(actor, agreed.from(), agreed.to());
        Handover done = agreed.closed(Handover.Status.DONE, actor.name(), clock.instant());
        store.update(done);
        events.publishEvent(new HandoverEvent.Done(actor, done));
        return done;
    }

    /** Takes it back; the two, whoever proposed it, and administrators may. Refuses {@code handoverClosed}. */
    Handover withdraw(Actor actor, String id) {
        return carryOut(actor, id, "withdraw", () -> {
            Handover open = open(actor, id);
            boolean own = open.concerns(actor.name()) || actor.is(open.proposedBy());
            Capacity capacity = own ? null : permissions.require(actor, Right.ADMINISTER, Scope.PROGRAMME);
            Handover withdrawn = open.closed(Handover.Status.WITHDRAWN, actor.name(), clock.instant());
            store.update(withdrawn);
            events.publishEvent(new HandoverEvent.Withdrawn(actor, capacity, withdrawn));
            return withdrawn;
        });
    }

    private Handover open(Actor actor, String id) {
        substitutionStore.lock();
        Handover found = store.find(id)
                .filter(handover ->
                        handover.concerns(actor.name()) || actor.is(handover.proposedBy()) || seesAll(actor))
                .orElseThrow(() -> Refused.notFound("noSuchHandover", id));
        if (!found.isOpen()) {
            throw Refused.conflict("handoverClosed", id);
        }
        return found;
    }

    /** Those that concern the reader; all of them for administrators and readers of everything. */
    List<Handover> visible(Actor reader, int limit) {
        return store.visible(reader.name(), seesAll(reader), limit);
    }

    private boolean seesAll(Actor actor) {
        return permissions.may(actor, Right.ADMINISTER, Scope.PROGRAMME)
                || permissions.may(actor, Right.READ_ALL, Scope.PROGRAMME);
    }

    private Handover carryOut(Actor actor, String id, String act, Supplier<Handover> command) {
        return attempts.carryOut(actor, new Attempts.Asked("handover", id, Map.of("act", act)), command);
    }

    private LocalDate today() {
        return programme.dayOf(clock.instant());
    }
}
