package org.accord.substitutions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.accord.substitutions.Substitution.Terms;
import org.jspecify.annotations.Nullable;

/** What happens to substitutions. */
sealed interface SubstitutionEvent extends DomainEvent {

    /** Of one that exists. */
    sealed interface Of extends SubstitutionEvent {

        Substitution substitution();

        @Override
        default Subject about() {
            return new Subject("substitution", substitution().id());
        }

        @Override
        default Scope scope() {
            return substitution().reach();
        }

        @Override
        default Map<String, ?> details() {
            return told(substitution().terms());
        }
    }

    private static Map<String, Object> told(Terms terms) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("principal", terms.principal());
        told.put("substitute", terms.substitute());
        told.put("from", terms.from().toString());
        told.put("until", terms.until().toString());
        told.put("roles", List.copyOf(new TreeSet<>(terms.roles())));
        told.put("state", terms.state() == null ? "" : terms.state());
        told.put("processes", List.copyOf(new TreeSet<>(terms.processes())));
        return told;
    }

    /** Somebody proposed that one post stands in for another. */
    record Proposed(Actor by, @Nullable Capacity capacity, Substitution substitution) implements Of {

        @Override
        public String action() {
            return "substitution.proposed";
        }
    }

    /** A second person agreed; from its first day on it is in force. */
    record Approved(Actor by, Capacity capacity, Substitution substitution) implements Of {

        @Override
        public String action() {
            return "substitution.approved";
        }
    }

    /** A second person did not agree. */
    record Declined(
            Actor by,
            Capacity capacity,
            Substitution substitution,
            @Nullable String remark) implements Of {

        @Override
        public String action() {
            return "substitution.refused";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = told(substitution.terms());
            details.put("remark", remark == null ? "" : remark);
            return details;
        }

        @Override
        public Set<String> words() {
            return Set.of("remark");
        }
    }

    /** It was taken back before anybody had decided. */
    record Withdrawn(Actor by, @Nullable Capacity capacity, Substitution substitution) implements Of {

        @Override
        public String action() {
            return "substitution.withdrawn";
        }
    }

    /** It was ended before its last day. */
    record Ended(Actor by, @Nullable Capacity capacity, Substitution substitution) implements Of {

        @Override
        public String action() {
            return "substitution.ended";
        }
    }

    /** The post of the principal was handed over, and the substitution goes on for the next holder. */
    record Passed(Actor by, Substitution substitution, String to) implements Of {

        @Override
        public String action() {
            return "substitution.passed";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = told(substitution.terms());
            details.put("to", to);
            return details;
        }
    }

    /**
     * Somebody tried what the rules forbid; nothing was changed.
     *
     * @param subject what it was about: the identifier, or {@code new}
     * @param attempted what was asked for
     */
    record AttemptRefused(
            Actor by, String kind, String subject, Map<String, Object> attempted, String refusal, List<String> faults)
            implements SubstitutionEvent {

        @Override
        public Subject about() {
            return new Subject(kind, subject);
        }

        @Override
        public String action() {
            return "substitution.attemptRefused";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = new LinkedHashMap<>(attempted);
            details.put("refusal", refusal);
            details.put("faults", faults);
            return details;
        }
    }
}
