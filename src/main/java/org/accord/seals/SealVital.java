package org.accord.seals;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.accord.instance.Sign;
import org.accord.instance.Vital;
import org.springframework.stereotype.Component;

/** How far the seal is behind the record. */
@Component
class SealVital implements Vital {

    private static final String PAGE = "/operations/sealing";

    private final Sealer sealer;
    private final SealStore store;
    private final Witnesses witnesses;
    private final Clock clock;

    SealVital(Sealer sealer, SealStore store, Witnesses witnesses, Clock clock) {
        this.sealer = sealer;
        this.store = store;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    @Override
    public List<Sign> signs() {
        if (witnesses.contradiction().isPresent()) {
            return List.of(Sign.of("seal", "contradicted", Sign.Level.FAILED).at(PAGE));
        }
        long waiting = store.waiting(store.progress());
        if (sealer.trouble().isPresent()) {
            return List.of(
                    Sign.of("seal", "stopped", Sign.Level.FAILED, waiting).at(PAGE));
        }
        return List.of(store.newest()
                .map(newest -> Sign.of(
                        "seal",
                        "runs",
                        Sign.Level.WELL,
                        waiting,
                        Math.max(
                                0,
                                Duration.between(newest.signedAt(), clock.instant())
                                        .toSeconds())))
                .orElseGet(() -> Sign.of("seal", "none", Sign.Level.WATCH, waiting))
                .at(PAGE));
    }
}
