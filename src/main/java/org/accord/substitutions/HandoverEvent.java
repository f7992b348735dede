package org.accord.substitutions;

import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What happens while a post is handed over. */
sealed interface HandoverEvent extends DomainEvent {

    Handover handover();

    @Override
    default Subject about() {
        return new Subject("handover", handover().id());
    }

    @Override
    default Map<String, ?> details() {
        return Map.<String, Object>of(
                "from", handover().from(), "to", handover().to());
    }

    /** Somebody proposed it. */
    record Proposed(Actor by, @Nullable Capacity capacity, Handover handover) implements HandoverEvent {

        @Override
        public String action() {
            return "handover.proposed";
        }
    }

    /** One of the two agreed. */
    record Confirmed(Actor by, Handover handover) implements HandoverEvent {

        @Override
        public String action() {
            return "handover.confirmed";
        }
    }

    /** Both had agreed, and the post went over with all that it held. */
    record Done(Actor by, Handover handover) implements HandoverEvent {

        @Override
        public String action() {
            return "handover.done";
        }
    }

    /** It was taken back. */
    record Withdrawn(Actor by, @Nullable Capacity capacity, Handover handover) implements HandoverEvent {

        @Override
        public String action() {
            return "handover.withdrawn";
        }
    }
}
