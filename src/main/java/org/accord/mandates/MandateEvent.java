package org.accord.mandates;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What happens to posts and their rights. */
sealed interface MandateEvent extends DomainEvent {

    /** What happens to a change of rights. */
    sealed interface Of extends MandateEvent {

        MandateChange change();

        @Override
        default Subject about() {
            return new Subject("mandateChange", Long.toString(change().number()));
        }

        @Override
        default Scope scope() {
            return Scope.ofState(change().mandate().scope().state());
        }

        @Override
        default Map<String, ?> details() {
            MandateChange change = change();
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("act", change.act().name());
            details.put("post", change.userName());
            details.put("role", change.mandate().role());
            details.put("from", change.mandate().from().toString());
            details.put("until", Objects.toString(change.mandate().until(), ""));
            details.put("lastDay", Objects.toString(change.lastDay(), ""));
            details.put("proposedBy", change.proposedBy());
            details.put("reason", change.reason());
            return details;
        }

        @Override
        default Set<String> words() {
            return Set.of("reason");
        }
    }

    /** It waits for a second person. */
    record Proposed(Actor by, @Nullable Capacity capacity, MandateChange change) implements Of {

        @Override
        public String action() {
            return "mandate.proposed";
        }
    }

    /** A second person confirmed it, and it holds. */
    record Confirmed(Actor by, @Nullable Capacity capacity, MandateChange change) implements Of {

        @Override
        public String action() {
            return "mandate.confirmed";
        }
    }

    /** A second person refused it. */
    record Refused(Actor by, @Nullable Capacity capacity, MandateChange change) implements Of {

        @Override
        public String action() {
            return "mandate.refused";
        }
    }

    /** Whoever proposed it took it back. */
    record Withdrawn(Actor by, @Nullable Capacity capacity, MandateChange change) implements Of {

        @Override
        public String action() {
            return "mandate.withdrawn";
        }
    }

    /** A post was added; it holds no right yet. */
    record PostAdded(Actor by, @Nullable Capacity capacity, String userName) implements MandateEvent {

        @Override
        public Subject about() {
            return new Subject("post", userName);
        }

        @Override
        public String action() {
            return "post.added";
        }
    }
}
