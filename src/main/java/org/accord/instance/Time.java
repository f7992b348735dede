package org.accord.instance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one clock of Accord: the database's ({@link DatabaseClock}), plus an offset that only a demonstration may have. Instants
 * are in UTC and whole microseconds, as PostgreSQL keeps them.
 */
@Component
public class Time extends Clock {

    private static final Instant EARLIEST = Instant.parse("1945-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2199-12-31T00:00:00Z");

    private final Mode mode;
    private final TimeStore store;
    private final DatabaseClock database;
    private final ApplicationEventPublisher events;
    private final AtomicReference<Duration> offset;

    Time(InstanceProperties properties, TimeStore store, DatabaseClock database, ApplicationEventPublisher events) {
        this.mode = properties.mode();
        this.store = store;
        this.database = database;
        this.events = events;
        this.offset = new AtomicReference<>(store.offset());
        if (mode == Mode.PRODUCTION && isSimulated()) {
            throw new MisconfiguredException(
                    "The database belongs to a demonstration: its clock is moved by " + offset.get() + ".",
                    "Point spring.datasource.url at a database of its own, or set accord.mode to demo.");
        }
    }

    @Override
    public Instant instant() {
        return database.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), beforeTheMachine());
    }

    public boolean isSimulated() {
        return !offset.get().isZero();
    }

    /** What is added to the clock of the machine: the difference to the database's and the offset of a demonstration. */
    public Duration beforeTheMachine() {
        return database.correction().plus(offset.get());
    }

    /**
     * Sets the clock, which then runs on. Refuses a move in production ({@code clockIsReal}) and, once it was moved, any
     * move backwards ({@code clockRunsForward}): what has happened stays in the past. Refuses moments outside 1945 to 2199
     * ({@code outOfRange}), for there would be no way back from there.
     */
    @Transactional
    public void moveTo(Actor actor, Instant target) {
        if (mode == Mode.PRODUCTION) {
            throw Refused.notPermitted("clockIsReal");
        }
        if (target.isBefore(EARLIEST) || target.isAfter(LATEST)) {
            throw Refused.invalid(Violation.of("moment", "outOfRange", EARLIEST, LATEST, target));
        }
        Instant before = instant();
        if (isSimulated() && target.isBefore(before)) {
            throw Refused.conflict("clockRunsForward", before, target);
        }
        Duration moved = wholeMillis(Duration.between(database.instant(), target));
        store.keep(moved);
        restoreUnlessCommitted(offset.getAndSet(moved));
        events.publishEvent(new TimeMoved(actor, before, target, moved));
    }

    /** Rounded up, as the engine's clock knows no more than milliseconds and what is due at the target must be due. */
    private static Duration wholeMillis(Duration duration) {
        Duration whole = duration.truncatedTo(ChronoUnit.MILLIS);
        return whole.compareTo(duration) < 0 ? whole.plusMillis(1) : whole;
    }

    private void restoreUnlessCommitted(Duration earlier) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    offset.set(earlier);
                }
            }
        });
    }
}
