package org.accord.process;

import org.accord.instance.ClockCorrected;
import org.accord.instance.Time;
import org.accord.instance.TimeMoved;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the engine's clock with Accord's. */
@Component
class EngineClock {

    private final Time time;

    EngineClock(Time time) {
        this.time = time;
        follow();
    }

    @EventListener
    void on(TimeMoved moved) {
        follow();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                follow();
            }
        });
    }

    @EventListener
    void on(ClockCorrected corrected) {
        follow();
    }

    private void follow() {
        ClockUtil.offset(time.beforeTheMachine().toMillis());
    }
}
