package org.accord.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.accord.core.Uuid7;
import org.accord.decisions.DecisionEvent.Place;
import org.accord.process.Participants;
import org.springframework.stereotype.Component;

/** Rounds in which States tell their national positions, which are counted and adopt nothing by themselves. */
@Component
class Clearances {

    static final String COUNTED = "COUNTED";

    private final DecisionStore store;
    private final StatementStore statements;
    private final Register register;
    private final Participants participants;

    Clearances(DecisionStore store, StatementStore statements, Register register, Participants participants) {
        this.store = store;
        this.statements = statements;
        this.register = register;
        this.participants = participants;
    }

    /** Opens a round on a topic, the first or one more; answers its number, from 1. */
    int openRound(Actor actor, String caseKey, String topic, LocalText question) {
        int round = store.nextRound(caseKey, topic);
        store.newest(caseKey, topic).filter(DecisionRow::isOpen).ifPresent(last -> close(actor, last));
        List<String> states = participants.participating(caseKey);
        DecisionRow opened = new DecisionRow.Opening(
                        caseKey, topic, round, DecisionRow.Kind.CLEARANCE, question, "", Terms.NONE)
                .at(store.now());
        store.insert(opened, Electorate.of(states, "participates"));
        register.tell(
                new DecisionEvent.Opened(actor, Place.of(opened), opened.kind().name(), null, states, null));
        return round;
    }

    /** Notes what a State has stated; in a round that it is not asked in anew, a later position takes the place of the earlier. */
    void note(Actor actor, String caseKey, String topic, String state, Position position, LocalText question) {
        if (store.newest(caseKey, topic).isEmpty()) {
            openRound(actor, caseKey, topic, question);
        }
        DecisionRow row = register.lockNewest(caseKey, topic);
        Instant now = store.now();
        statements.withdraw(row.id(), state, now);
        statements.keep(
                row.id(),
                new Said(Uuid7.at(now), state, position, Effect.NOTED, true, Map.of(), null, null, null, now, null));
        register.tell(new DecisionEvent.PositionNoted(
                actor, null, Place.of(row), Scope.ofState(state), position, Effect.NOTED, now));
    }

    /** Counts the newest round on a topic over those who take part now. */
    Tally tally(Actor actor, String caseKey, String topic) {
        Map<String, Position> standing = store.newest(caseKey, topic)
                .map(row -> statements.standing(row.id()))
                .orElse(Map.of());
        Tally tally = Tally.of(participants.participating(caseKey), standing);
        store.newest(caseKey, topic).ifPresent(row -> {
            register.tell(new DecisionEvent.Tallied(actor, Place.of(row), tally));
            close(actor, row);
        });
        return tally;
    }

    private void close(Actor actor, DecisionRow row) {
        if (store.close(row.id(), COUNTED, null, store.now())) {
            register.tell(
                    new DecisionEvent.Closed(actor, Place.of(row), row.kind().name(), COUNTED, Map.of()));
        }
    }

    void cutOff(Actor actor, DecisionRow row) {
        close(actor, row);
    }

    void leave(Actor actor, DecisionRow row, String state, String because) {
        if (store.electorate(row.id()).isEntitled(state)) {
            register.standBack(actor, row, state, Electorate.Standing.LEFT, because);
        }
    }
}
