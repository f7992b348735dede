package org.accord.process;

import org.accord.instance.Time;
import org.accord.instance.TimeMoved;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the engine's clock with Accord's. */
@Component
class EngineClock {

    EngineClock(Time time) {
        ClockUtil.offset(time.offset().toMillis());
    }

    @EventListener
    void on(TimeMoved moved) {
        ClockUtil.offset(moved.offset().toMillis());
    }
}
