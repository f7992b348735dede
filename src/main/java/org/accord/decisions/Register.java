package org.accord.decisions;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Uuid7;
import org.accord.process.Processes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What silences and ballots have in common: the lock, the moment, the statement, the event, the waking of the process. */
@Component
class Register {

    private final DecisionStore store;
    private final StatementStore statements;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    Register(DecisionStore store, StatementStore statements, Processes processes, ApplicationEventPublisher events) {
        this.store = store;
        this.statements = statements;
        this.processes = processes;
        this.events = events;
    }

    /** Locks the decision; whoever comes after waits, and reads the clock only then. */
    DecisionRow lock(String id) {
        return store.lock(id).orElseThrow(() -> Refused.notFound("noSuchDecision", id));
    }

    DecisionRow lockNewest(String caseKey, String topic) {
        return lock(newest(caseKey, topic).id());
    }

    DecisionRow newest(String caseKey, String topic) {
        return store.newest(caseKey, topic)
                .orElseThrow(() -> Refused.notFound("noSuchDecision", caseKey + "." + topic));
    }

    static Scope scope(DecisionRow row, String sender) {
        return row.terms().posts() ? Scope.PROGRAMME : Scope.ofState(sender);
    }

    /** Keeps what was said as it was meant, and tells of it in confidence. */
    void note(
            Speaker speaker, DecisionRow row, Position position, Effect effect, Map<String, String> words, Instant at) {
        keep(speaker, row, position, effect, words, at, position.isPosition());
        events.publishEvent(new DecisionEvent.PositionNoted(
                speaker.actor(),
                speaker.capacity(),
                DecisionEvent.Place.of(row),
                scope(row, speaker.sender()),
                position,
                effect,
                at));
    }

    /** Keeps what has no influence. */
    void keepAside(Speaker speaker, DecisionRow row, Position position, Effect effect, Map<String, String> words) {
        keep(speaker, row, position, effect, words, store.now(), false);
        events.publishEvent(new DecisionEvent.KeptAside(
                speaker.actor(),
                speaker.capacity(),
                DecisionEvent.Place.of(row),
                scope(row, speaker.sender()),
                position,
                effect));
    }

    private void keep(
            Speaker speaker,
            DecisionRow row,
            Position position,
            Effect effect,
            Map<String, String> words,
            Instant at,
            boolean counts) {
        statements.keep(
                row.id(),
                new Said(
                        Uuid7.at(at),
                        speaker.sender(),
                        position,
                        effect,
                        counts,
                        words,
                        speaker.actor().name(),
                        speaker.capacity().role(),
                        speaker.capacity().onBehalfOf(),
                        at,
                        null));
    }

    /** Keeps a secret vote: that it was cast, and apart from it what it was. */
    void castSecretly(Speaker speaker, DecisionRow row, Position position) {
        if (!store.markVoted(row.id(), speaker.sender())) {
            throw Refused.conflict("alreadySpoken", speaker.sender());
        }
        statements.keep(
                row.id(),
                new Said(UUID.randomUUID(), null, position, Effect.CAST, true, Map.of(), null, null, null, null, null));
        events.publishEvent(
                new DecisionEvent.VoteCast(speaker.actor(), speaker.capacity(), DecisionEvent.Place.of(row)));
    }

    void standBack(Actor actor, DecisionRow row, String voter, Electorate.Standing standing, String because) {
        store.stand(row.id(), voter, standing, because);
        events.publishEvent(
                new DecisionEvent.MemberStoodBack(actor, null, DecisionEvent.Place.of(row), voter, because));
    }

    /** Lets the process see at once that there is an outcome. */
    void wake(Actor actor, DecisionRow row) {
        if (row.instanceId() != null && row.waitsAt() != null) {
            processes.wake(actor, row.instanceId(), row.waitsAt());
        }
    }

    void tell(DecisionEvent event) {
        events.publishEvent(event);
    }
}
