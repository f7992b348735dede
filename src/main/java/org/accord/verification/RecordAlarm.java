package org.accord.verification;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** A verification that failed turns the health red and stands on every page of those who must know. */
@Component("recordVerification")
@ControllerAdvice(annotations = Controller.class)
class RecordAlarm implements HealthIndicator {

    private final Verification verification;

    RecordAlarm(Verification verification) {
        this.verification = verification;
    }

    @ModelAttribute("recordFault")
    @Nullable
    Fault fault() {
        return verification.alarm().orElse(null);
    }

    @Override
    public Health health() {
        Fault fault = fault();
        return fault == null
                ? Health.up().build()
                : Health.down().withDetail("first", fault.toString()).build();
    }
}
