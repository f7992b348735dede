package org.accord.seals;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Red while nothing can be sealed. That work goes on says the readiness. */
@Component("record")
class RecordHealth implements HealthIndicator {

    private final Sealer sealer;
    private final Witnesses witnesses;

    RecordHealth(Sealer sealer, Witnesses witnesses) {
        this.sealer = sealer;
        this.witnesses = witnesses;
    }

    @Override
    public Health health() {
        if (witnesses.contradiction().isPresent()) {
            return Health.down()
                    .withDetail("witness", witnesses.contradiction().get().toString())
                    .build();
        }
        return sealer.trouble()
                .map(trouble -> Health.down().withDetail("sealing", trouble.code()))
                .orElseGet(Health::up)
                .build();
    }
}
