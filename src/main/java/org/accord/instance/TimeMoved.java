package org.accord.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;

/** The clock of a demonstration was moved. */
public record TimeMoved(Actor by, Instant from, Instant to, Duration offset) implements DomainEvent {

    @Override
    public Subject about() {
        return new Subject("clock", "accord");
    }

    @Override
    public String action() {
        return "clock.moved";
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("from", from.toString(), "to", to.toString());
    }
}
