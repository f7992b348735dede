package org.accord.instance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The clock of the database as the machine can tell it: the machine's own, corrected by the difference that was measured last,
 * at the start and once a minute. So every node goes by one clock, however wrong its own is.
 */
@Component
class DatabaseClock {

    /** What measuring over a connection cannot tell apart. */
    private static final Duration NEGLIGIBLE = Duration.ofMillis(5);

    private static final Duration REMARKABLE = Duration.ofSeconds(1);
    private static final int TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

    private final TimeStore store;
    private final ApplicationEventPublisher events;
    private final Clock machine;
    private final AtomicReference<Duration> correction = new AtomicReference<>(Duration.ZERO);

    @Autowired
    DatabaseClock(TimeStore store, ApplicationEventPublisher events) {
        this(store, events, Clock.systemUTC());
    }

    DatabaseClock(TimeStore store, ApplicationEventPublisher events, Clock machine) {
        this.store = store;
        this.events = events;
        this.machine = machine;
        adopt(measured());
    }

    Instant instant() {
        return machine.instant().truncatedTo(ChronoUnit.MICROS).plus(correction.get());
    }

    /** What is added to the clock of the machine, in whole milliseconds. */
    Duration correction() {
        return correction.get();
    }

    /** Measures again; while the database cannot be asked, what was measured last holds. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void measure() {
        try {
            adopt(measured());
        } catch (DataAccessException e) {
            LOG.warn("The clock of the database could not be read; the difference measured last holds.", e);
        }
    }

    private void adopt(Duration measured) {
        Duration change = measured.minus(correction.get()).abs();
        if (change.compareTo(NEGLIGIBLE) < 0) {
            return;
        }
        correction.set(measured);
        if (change.compareTo(REMARKABLE) >= 0) {
            LOG.warn(
                    "The clock of this machine differs from the database's by {}; Accord goes by the database's.",
                    measured);
        }
        events.publishEvent(new ClockCorrected(measured));
    }

    private Duration measured() {
        return IntStream.range(0, TRIES)
                .mapToObj(attempt -> measureOnce())
                .min((one, other) -> one.took().compareTo(other.took()))
                .orElseThrow()
                .difference();
    }

    /** As if the answer had been given at the last moment: the corrected clock does not run ahead of the database's. */
    private Measurement measureOnce() {
        Instant asked = machine.instant();
        Instant answer = store.databaseClock();
        Instant answered = machine.instant();
        return new Measurement(
                Duration.between(asked, answered),
                Duration.between(answered, answer).truncatedTo(ChronoUnit.MILLIS));
    }

    private record Measurement(Duration took, Duration difference) {}
}
