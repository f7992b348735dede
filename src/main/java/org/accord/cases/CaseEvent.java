package org.accord.cases;

import java.util.Map;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What happens to cases. */
public sealed interface CaseEvent extends DomainEvent {

    @Override
    String caseKey();

    @Override
    default Subject about() {
        return new Subject("case", caseKey());
    }

    /** A case was opened, by hand or by another case. */
    record Opened(
            Actor by,
            @Nullable Capacity capacity,
            String caseKey,
            String process,
            @Nullable String parent) implements CaseEvent {

        @Override
        public String action() {
            return "case.opened";
        }

        @Override
        public Map<String, ?> details() {
            return parent == null
                    ? Map.<String, Object>of("process", process)
                    : Map.<String, Object>of("process", process, "parent", parent);
        }
    }

    /** What a submission says of the case itself was noted: its title, place, pillar, date. */
    record Described(
            Actor by,
            @Nullable Capacity capacity,
            String caseKey,
            Map<String, Object> fields,
            Scope scope,
            boolean confidential)
            implements CaseEvent {

        @Override
        public String action() {
            return "case.described";
        }

        @Override
        public Map<String, ?> details() {
            return fields;
        }

        @Override
        public Set<String> words() {
            return fields.keySet();
        }
    }

    /** The meeting or workshop that the case prepares does not take place on its date. */
    record CalledOff(Actor by, String caseKey) implements CaseEvent {

        @Override
        public String action() {
            return "case.calledOff";
        }
    }

    /** A State takes part otherwise than before. */
    record ParticipationChanged(Actor by, String caseKey, String state, String standing) implements CaseEvent {

        @Override
        public String action() {
            return "case.participationChanged";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("state", state, "standing", standing);
        }
    }

    /** Somebody reported what the case had been waiting for. */
    record MessageReported(
            Actor by, Capacity capacity, String caseKey, String message, Scope scope, Map<String, Object> data)
            implements CaseEvent {

        @Override
        public String action() {
            return "case.messageReported";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("message", message, "data", data);
        }

        @Override
        public Set<String> words() {
            return Set.of("data");
        }
    }

    /** A case came to its end. */
    record Closed(
            Actor by,
            String caseKey,
            String process,
            String definition,
            @Nullable String outcome) implements CaseEvent {

        @Override
        public String action() {
            return outcome == null ? "case.cancelled" : "case.closed";
        }

        @Override
        public Map<String, ?> details() {
            return outcome == null
                    ? Map.<String, Object>of("process", process)
                    : Map.<String, Object>of("process", process, "definition", definition, "element", outcome);
        }
    }
}
