package org.accord.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Refused;
import org.accord.core.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Legal holds: of a case that is held, no words are erased and no files destroyed, whatever their time. */
@Component
public class Holds {

    private final WordsStore store;
    private final Erasures erasures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holds(WordsStore store, Erasures erasures, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.erasures = erasures;
        this.events = events;
        this.clock = clock;
    }

    /** A hold as it stands. */
    public record Hold(String caseKey, String byUser, Instant at, String reason) {}

    private record HoldChanged(Actor by, Capacity capacity, String caseKey, String action, String reason)
            implements DomainEvent {

        @Override
        public Subject about() {
            return new Subject("case", caseKey);
        }

        @Override
        public boolean confidential() {
            return true;
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("reason", reason);
        }

        @Override
        public Set<String> words() {
            return Set.of("reason");
        }
    }

    /** The hold on a case, if there is one. */
    Optional<Hold> of(String caseKey) {
        return store.hold(caseKey);
    }

    /** Refuses {@code documentHeld} where the case is held; no hold comes until the transaction ends. */
    public void requireNone(String caseKey) {
        store.keepHolds();
        of(caseKey).ifPresent(hold -> {
            throw Refused.conflict("documentHeld", hold.reason());
        });
    }

    List<Hold> all(Actor actor) {
        erasures.requireRecordsOfficer(actor);
        return store.holds();
    }

    /**
     * Holds a case. Refuses {@code onlyRecordsOfficer}, a case that the record does not know ({@code noSuchCase}), one that is
     * held already ({@code alreadyHeld}), and a reason that is missing or too long.
     */
    @Transactional
    public void hold(Actor actor, String caseKey, String reason) {
        Capacity capacity = erasures.requireRecordsOfficer(actor);
        String why = Erasures.requireReason("why", reason);
        if (!store.knowsCase(caseKey)) {
            throw Refused.notFound("noSuchCase", caseKey);
        }
        if (!store.hold(new Hold(caseKey, actor.name(), clock.instant(), why))) {
            throw Refused.conflict("alreadyHeld", caseKey);
        }
        events.publishEvent(new HoldChanged(actor, capacity, caseKey, "record.held", why));
    }

    /** Lifts the hold. Refuses {@code onlyRecordsOfficer}, {@code notHeld}, and a reason that is missing or too long. */
    @Transactional
    public void lift(Actor actor, String caseKey, String reason) {
        Capacity capacity = erasures.requireRecordsOfficer(actor);
        String why = Erasures.requireReason("why", reason);
        if (!store.lift(caseKey)) {
            throw Refused.notFound("notHeld", caseKey);
        }
        events.publishEvent(new HoldChanged(actor, capacity, caseKey, "record.released", why));
    }
}
