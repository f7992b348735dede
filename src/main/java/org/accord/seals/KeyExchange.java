package org.accord.seals;

import java.util.Map;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Another key for the log, made by an operator: as a rule, or because the old one may be known. */
@Component
class KeyExchange {

    private final KeyFile keys;
    private final CheckpointFolder folder;
    private final SealStore store;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;

    KeyExchange(
            KeyFile keys,
            CheckpointFolder folder,
            SealStore store,
            Permissions permissions,
            ApplicationEventPublisher events) {
        this.keys = keys;
        this.folder = folder;
        this.store = store;
        this.permissions = permissions;
        this.events = events;
    }

    private record KeyExchanged(Actor by, Capacity capacity, long lastSize) implements DomainEvent {

        @Override
        public Subject about() {
            return new Subject("record", "accord");
        }

        @Override
        public String action() {
            return "record.keyExchanged";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("lastSize", lastSize);
        }
    }

    /**
     * Makes a new key, which signs from now on; the old one verifies up to the size reached. Refuses {@code notPermitted}
     * without the right to operate, {@code nothingSealed}, and {@code keyNotExchanged} where the old key is not what it
     * should be.
     */
    @Transactional
    public void exchange(Actor actor) {
        Capacity capacity = permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        store.lockWaiting();
        long size = Math.max(
                store.newest()
                        .orElseThrow(() -> Refused.notFound("nothingSealed"))
                        .size(),
                folder.newestSize());
        events.publishEvent(new KeyExchanged(actor, capacity, size));
        try {
            keys.exchange(size);
        } catch (SealingStopped stopped) {
            throw Refused.conflict("keyNotExchanged", stopped.code());
        }
    }
}
