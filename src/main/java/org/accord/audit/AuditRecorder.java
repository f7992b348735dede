package org.accord.audit;

import org.accord.core.DomainEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes every event of every module into the record, in the transaction that the event tells of: no record, no act.
 */
@Component
class AuditRecorder {

    private final AuditStore store;

    AuditRecorder(AuditStore store) {
        this.store = store;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DomainEvent event) {
        store.append(event);
    }
}
