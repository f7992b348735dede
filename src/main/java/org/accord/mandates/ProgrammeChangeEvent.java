package org.accord.mandates;

import java.util.Map;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What happens to another file for the programme before it is in force. */
sealed interface ProgrammeChangeEvent extends DomainEvent {

    ProgrammeChange change();

    @Override
    default Subject about() {
        return new Subject("programmeChange", Long.toString(change().number()));
    }

    @Override
    default Map<String, ?> details() {
        ProgrammeChange change = change();
        return Map.of(
                "file", change.fileName(),
                "digest", change.digest().hex(),
                "before", change.base().hex(),
                "proposedBy", change.proposedBy(),
                "reason", change.reason());
    }

    @Override
    default Set<String> words() {
        return Set.of("reason");
    }

    /** It waits for a second person. */
    record Proposed(Actor by, @Nullable Capacity capacity, ProgrammeChange change) implements ProgrammeChangeEvent {

        @Override
        public String action() {
            return "programmeChange.proposed";
        }
    }

    /** A second person confirmed it, and it is in force. */
    record Confirmed(Actor by, @Nullable Capacity capacity, ProgrammeChange change) implements ProgrammeChangeEvent {

        @Override
        public String action() {
            return "programmeChange.confirmed";
        }
    }

    /** A second person refused it. */
    record Refused(Actor by, @Nullable Capacity capacity, ProgrammeChange change) implements ProgrammeChangeEvent {

        @Override
        public String action() {
            return "programmeChange.refused";
        }
    }

    /** Whoever proposed it took it back. */
    record Withdrawn(Actor by, @Nullable Capacity capacity, ProgrammeChange change) implements ProgrammeChangeEvent {

        @Override
        public String action() {
            return "programmeChange.withdrawn";
        }
    }
}
