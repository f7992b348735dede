package org.accord.decisions;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What happens in decisions. What a State said is confidential to it and to those trusted with confidences, whatever else
 * pages show to other States; that something began, was broken or ended is not.
 */
sealed interface DecisionEvent extends DomainEvent {

    /** Where it happened. */
    Place place();

    @Override
    default String caseKey() {
        return place().caseKey();
    }

    @Override
    default Subject about() {
        return new Subject("decision", place().id());
    }

    @Override
    default Map<String, ?> details() {
        return place().named();
    }

    /** A decision by its id and what it is about. */
    record Place(String id, String caseKey, String topic, int round) {

        static Place of(DecisionRow row) {
            return new Place(row.id(), row.caseKey(), row.topic(), row.round());
        }

        Map<String, Object> named() {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("topic", topic);
            named.put("round", round);
            return named;
        }
    }

    /** A decision was opened; its electorate stands from now on. */
    record Opened(
            Actor by,
            Place place,
            String kind,
            @Nullable Instant deadline,
            List<String> electorate,
            @Nullable String textDigest)
            implements DecisionEvent {

        @Override
        public String action() {
            return "decision.opened";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = place.named();
            details.put("kind", kind);
            details.put("electorate", electorate);
            if (deadline != null) {
                details.put("deadline", deadline.toString());
            }
            if (textDigest != null) {
                details.put("textDigest", textDigest);
            }
            return details;
        }
    }

    /** A ballot cannot be held as it was put; the rule says why. */
    record BallotNotOpened(Actor by, Place place, String refusal) implements DecisionEvent {

        @Override
        public String action() {
            return "decision.notOpened";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = place.named();
            details.put("refusal", refusal);
            return details;
        }
    }

    /** A State, or a member, said something that has an effect. */
    record PositionNoted(
            Actor by,
            @Nullable Capacity capacity,
            Place place,
            Scope scope,
            Position position,
            Effect effect,
            Instant at)
            implements DecisionEvent {

        @Override
        public String action() {
            return "decision.positionNoted";
        }

        @Override
        public boolean confidential() {
            return true;
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = place.named();
            details.put("state", scope.state() == null ? "" : scope.state());
            details.put("position", position.name());
            details.put("effect", effect.name());
            details.put("received", at.toString());
            return details;
        }
    }

    /** Somebody voted in a secret ballot; how is nowhere. */
    record VoteCast(Actor by, @Nullable Capacity capacity, Place place) implements DecisionEvent {

        @Override
        public String action() {
            return "decision.voteCast";
        }
    }

    /** A position was taken back. */
    record Withdrawn(Actor by, Capacity capacity, Place place, Scope scope) implements DecisionEvent {

        @Override
        public String action() {
            return "decision.withdrawn";
        }

        @Override
        public boolean confidential() {
            return true;
        }
    }

    /** What somebody said had no influence: it came too late, or from somebody who does not decide. */
    record KeptAside(Actor by, @Nullable Capacity capacity, Place place, Scope scope, Position position, Effect effect)
            implements DecisionEvent {

        @Override
        public String action() {
            return effect == Effect.LATE ? "decision.communicationKept" : "decision.commentKept";
        }

        @Override
        public boolean confidential() {
            return true;
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = place.named();
            details.put("position", position.name());
            return details;
        }
    }

    /** The silence is broken; by whom is for those who take part. */
    record SilenceBroken(Actor by, Place place) implements DecisionEvent {

        @Override
        public String action() {
            return "decision.silenceBroken";
        }
    }

    /** It ends later than before. */
    record Extended(Actor by, @Nullable Capacity capacity, Place place, Instant from, Instant to, String because)
            implements DecisionEvent {

        @Override
        public String action() {
            return "decision.extended";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = place.named();
            details.put("from", from.toString());
            details.put("to", to.toString());
            details.put("because", because);
            return details;
        }
    }

    /** A member of the electorate counts no longer. */
    record MemberStoodBack(Actor by, @Nullable Capacity capacity, Place place, String voter, String because)
            implements DecisionEvent {

        @Override
        public String action() {
            return "decision.memberStoodBack";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = place.named();
            details.put("state", voter);
            details.put("because", because);
            return details;
        }
    }

    /** A seat among posts goes to the next holder of the post. */
    record SeatPassed(Actor by, Place place, String from, String to) implements DecisionEvent {

        @Override
        public String action() {
            return "decision.seatPassed";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = place.named();
            details.put("from", from);
            details.put("to", to);
            return details;
        }
    }

    /** It came to its end. */
    record Closed(Actor by, Place place, String kind, String outcome, Map<String, Object> count)
            implements DecisionEvent {

        @Override
        public String action() {
            return "decision.closed";
        }

        @Override
        public boolean confidential() {
            return kind.equals(DecisionRow.Kind.CLEARANCE.name());
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = place.named();
            details.put("outcome", outcome);
            details.putAll(count);
            return details;
        }
    }

    /** The positions in a clearance were counted; the numbers tell of them. */
    record Tallied(Actor by, Place place, Tally tally) implements DecisionEvent {

        @Override
        public String action() {
            return "decision.tallied";
        }

        @Override
        public boolean confidential() {
            return true;
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = place.named();
            details.put("participating", tally.participating());
            details.put("positions", tally.positions());
            details.put("objections", tally.objections());
            details.put("statements", tally.statements());
            details.put("noReplies", tally.noReplies());
            return details;
        }
    }

    /** The positions of a case are confidential no longer. */
    record Released(Actor by, Place place) implements DecisionEvent {

        @Override
        public String action() {
            return "decision.released";
        }
    }

    /** Somebody tried what the rules forbid; nothing was changed. */
    record AttemptRefused(Actor by, @Nullable Capacity capacity, Place place, Scope scope, String refusal)
            implements DecisionEvent {

        @Override
        public String action() {
            return "decision.refused";
        }

        @Override
        public boolean confidential() {
            return true;
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = place.named();
            details.put("refusal", refusal);
            return details;
        }
    }
}
