package org.accord.decisions;

import java.time.Clock;
import org.accord.core.Actor;
import org.accord.process.Participants;
import org.accord.process.Positions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Notes and counts what States state in cases. */
@Component
class PositionBook implements Positions {

    private static final String SILENCE = "silence";

    private final PositionStore store;
    private final Participants participants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PositionBook(PositionStore store, Participants participants, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.participants = participants;
        this.events = events;
        this.clock = clock;
    }

    void note(Actor actor, String caseKey, String topic, String state, Position position) {
        int round = store.round(caseKey, topic);
        store.keep(caseKey, topic, round, state, position, clock.instant());
        events.publishEvent(new DecisionEvent.PositionNoted(actor, caseKey, topic, round, state, position));
    }

    Tally tally(String caseKey, String topic) {
        int round = store.round(caseKey, topic);
        return Tally.of(participants.participating(caseKey), store.positions(caseKey, topic, round));
    }

    void announce(Actor actor, String caseKey, String topic, Tally tally) {
        events.publishEvent(new DecisionEvent.Tallied(actor, caseKey, topic, store.round(caseKey, topic), tally));
    }

    int openRound(Actor actor, String caseKey, String topic) {
        int round = store.nextRound(caseKey, topic);
        events.publishEvent(new DecisionEvent.RoundOpened(actor, caseKey, topic, round));
        return round;
    }

    @Override
    public boolean silenceIsBroken(String caseKey) {
        return tally(caseKey, SILENCE).objections() > 0;
    }
}
