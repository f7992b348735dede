package org.accord.texts;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records attempts at texts that may not be written on, in a transaction of their own, since the attempt's own is undone. */
@Component
class TextRefusals {

    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;

    TextRefusals(ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.events = events;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** To be called in the transaction of the attempt; the record is made when it has ended. */
    void record(TextEvent.TextRefused attempt) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                apart.executeWithoutResult(transaction -> events.publishEvent(attempt));
            }
        });
    }
}
