package org.accord.decisions;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.accord.cases.CaseEvent;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.process.ProcessEvent;
import org.accord.programme.Programme;
import org.accord.tasks.TaskEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens elsewhere and concerns decisions, in the transaction in which it happens. */
@Component
class DecisionListener {

    private static final Actor ENGINE = Actor.system("engine");

    private final DecisionStore store;
    private final Register register;
    private final Hearing hearing;
    private final Silences silences;
    private final Ballots ballots;
    private final Clearances clearances;
    private final Programme programme;

    DecisionListener(
            DecisionStore store,
            Register register,
            Hearing hearing,
            Silences silences,
            Ballots ballots,
            Clearances clearances,
            Programme programme) {
        this.store = store;
        this.register = register;
        this.hearing = hearing;
        this.silences = silences;
        this.ballots = ballots;
        this.clearances = clearances;
        this.programme = programme;
    }

    /** A task in which a position is stated was done: the position is heard, or the task is not done. */
    @EventListener
    void on(TaskEvent.Completed completed) {
        String topic = completed.told().ballot();
        if (topic == null) {
            return;
        }
        DecisionRow row = register.newest(completed.caseKey(), topic);
        Speaker speaker = speaker(completed.by(), completed.capacity(), completed.task(), row);
        Position position = Position.find(completed.told().answer("position")).orElse(null);
        if (row.isSecret() && isAwaited(row, speaker.sender())) {
            throw Refused.conflict("votedOnThePage");
        }
        if (position != null && position != Position.OBSERVER && !row.isSecret()) {
            hearing.hear(speaker, row.id(), position, words(completed.told()));
        }
    }

    private boolean isAwaited(DecisionRow row, String sender) {
        return store.electorate(row.id()).isEntitled(sender)
                && !store.voted(row.id()).contains(sender);
    }

    /** An attempt at it was refused because it came too late: what was said is kept all the same. */
    @EventListener
    void on(TaskEvent.AttemptRefused attempt) {
        String topic = attempt.told().ballot();
        Capacity capacity = attempt.capacity();
        Optional<Position> position = Position.find(attempt.told().answer("position"));
        if (topic == null || capacity == null || position.isEmpty()) {
            return;
        }
        store.newest(attempt.caseKey(), topic)
                .ifPresent(row -> hearing.keepAside(
                        speaker(attempt.by(), capacity, attempt.task(), row),
                        row,
                        position.get(),
                        words(attempt.told()),
                        attempt.refusal()));
    }

    private static Speaker speaker(Actor actor, Capacity capacity, TaskEvent.Concerned task, DecisionRow row) {
        String post = capacity.onBehalfOf() == null ? actor.name() : capacity.onBehalfOf();
        String sender = row.terms().posts() ? post : "" + task.scope().state();
        return new Speaker(actor, capacity, sender);
    }

    private Map<String, String> words(TaskEvent.Told told) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String language : programme.languages()) {
            String text = told.answer(Decisions.field(language)).strip();
            if (!text.isEmpty()) {
                words.put(language, text);
            }
        }
        return words;
    }

    /** A State takes part otherwise: in what is open it counts no longer. */
    @EventListener
    void on(CaseEvent.ParticipationChanged changed) {
        if (changed.standing().equals("PARTICIPATING")) {
            return;
        }
        String because = changed.standing().toLowerCase(Locale.ROOT);
        for (DecisionRow open : store.openOfCase(changed.caseKey())) {
            leave(changed.by(), open.id(), changed.state(), because);
        }
    }

    private void leave(Actor actor, String id, String state, String because) {
        DecisionRow row = register.lock(id);
        switch (row.kind()) {
            case SILENCE -> silences.leave(actor, row, state, because);
            case BALLOT -> ballots.leave(actor, row, state, because);
            case CLEARANCE -> clearances.leave(actor, row, state, because);
        }
    }

    /** The process that waited has ended another way. */
    @EventListener
    void on(ProcessEvent.Ended ended) {
        for (DecisionRow open : store.openOfInstance(ended.instanceId())) {
            DecisionRow row = register.lock(open.id());
            switch (row.kind()) {
                case SILENCE -> silences.cutOff(ENGINE, row);
                case BALLOT -> ballots.cutOff(ENGINE, row);
                case CLEARANCE -> clearances.cutOff(ENGINE, row);
            }
        }
    }
}
