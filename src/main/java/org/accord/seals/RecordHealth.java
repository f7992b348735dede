package org.accord.seals;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Red while nothing can be sealed. That work goes on says the readiness. */
@Component("record")
class RecordHealth implements HealthIndicator {

    private final Sealer sealer;

    RecordHealth(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Health health() {
        return sealer.trouble()
                .map(trouble -> Health.down().withDetail("sealing", trouble.code()))
                .orElseGet(Health::up)
                .build();
    }
}
