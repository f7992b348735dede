package org.accord.decisions;

import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;

/** What happens in decisions. */
sealed interface DecisionEvent extends DomainEvent {

    String topic();

    @Override
    String caseKey();

    @Override
    default Subject about() {
        return new Subject("decision", caseKey() + ":" + topic());
    }

    /** A State's position was noted. */
    record PositionNoted(Actor by, String caseKey, String topic, int round, String state, Position position)
            implements DecisionEvent {

        @Override
        public String action() {
            return "decision.positionNoted";
        }

        @Override
        public Scope scope() {
            return Scope.ofState(state);
        }

        @Override
        public boolean confidential() {
            return true;
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("topic", topic, "round", round, "state", state, "position", position.name());
        }
    }

    /** The positions were counted. */
    record Tallied(Actor by, String caseKey, String topic, int round, Tally tally) implements DecisionEvent {

        @Override
        public String action() {
            return "decision.tallied";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of(
                    "topic", topic,
                    "round", round,
                    "participating", tally.participating(),
                    "positions", tally.positions(),
                    "objections", tally.objections(),
                    "statements", tally.statements(),
                    "noReplies", tally.noReplies());
        }
    }

    /** States are asked anew. */
    record RoundOpened(Actor by, String caseKey, String topic, int round) implements DecisionEvent {

        @Override
        public String action() {
            return "decision.roundOpened";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("topic", topic, "round", round);
        }
    }
}
