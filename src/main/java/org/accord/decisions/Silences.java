package org.accord.decisions;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.decisions.DecisionEvent.Place;
import org.accord.decisions.SilenceProcedure.Outcome;
import org.accord.process.Processes;
import org.accord.programme.Programme;
import org.accord.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Silence procedures as they run. Each command locks the decision, then reads the clock of the database, then asks the rule
 * ({@link SilenceProcedure}) and the tables D2 and D3.
 */
@Component
class Silences {

    private static final String EXTENSION_REQUESTED = "ExtensionRequested";
    private static final String CORRECTION_PROPOSED = "CorrectionProposed";
    private static final Set<Position> WORDS = Set.of(
            Position.SUPPORT,
            Position.ABSTAIN,
            Position.STATEMENT,
            Position.OBJECT,
            Position.AMEND,
            Position.EXTEND,
            Position.CORRECTION);

    private final DecisionStore store;
    private final StatementStore statements;
    private final Register register;
    private final Processes processes;
    private final Programme programme;
    private final Texts texts;

    Silences(
            DecisionStore store,
            StatementStore statements,
            Register register,
            Processes processes,
            Programme programme,
            Texts texts) {
        this.store = store;
        this.statements = statements;
        this.register = register;
        this.processes = processes;
        this.programme = programme;
        this.texts = texts;
    }

    /**
     * Hears what a State says. Refuses {@code silenceOver}, {@code alreadySpoken}, {@code doesNotDecide} for observers and
     * States that have left, {@code noExtension} where D2 gives none, and words that D3 does not know.
     */
    Effect hear(Speaker speaker, DecisionRow row, Position position, Map<String, String> words) {
        Instant now = store.now();
        SilenceProcedure silence = silence(row);
        if (!WORDS.contains(position)) {
            throw Refused.invalid(Violation.of("position", "notAnOption", position.word()));
        }
        if (!silence.isOver(now) && silence.isRepeated(speaker.sender(), position)) {
            throw Refused.conflict("alreadySpoken", speaker.sender());
        }
        SilenceProcedure.Heard heard = silence.hear(speaker.sender(), position, now, this::effect);
        refuse(speaker, row, heard.effect());
        register.note(speaker, row, position, heard.effect(), words, now);
        store.keepCourse(row.id(), row.deadline(), heard.after().extensionsAsked());
        follow(speaker, row, heard, now);
        return heard.effect();
    }

    /** Takes back a position before the end, so that another can be stated; refuses {@code silenceOver}, {@code nothingToWithdraw}. */
    void withdraw(Speaker speaker, DecisionRow row) {
        Instant now = store.now();
        SilenceProcedure silence = silence(row);
        if (silence.isOver(now)) {
            throw Refused.conflict("silenceOver", speaker.sender());
        }
        if (silence.withdrawn(speaker.sender(), now).equals(silence)) {
            throw Refused.conflict("nothingToWithdraw", speaker.sender());
        }
        statements.withdraw(row.id(), speaker.sender(), now);
        register.tell(new DecisionEvent.Withdrawn(
                speaker.actor(), speaker.capacity(), Place.of(row), Register.scope(row, speaker.sender())));
    }

    private static void refuse(Speaker speaker, DecisionRow row, Effect effect) {
        switch (effect) {
            case LATE -> throw Refused.conflict("silenceOver", speaker.sender());
            case COMMENT -> throw Refused.conflict("doesNotDecide", speaker.sender());
            case REFUSED -> throw Refused.invalid(Violation.of("position", "notAnOption", ""));
            case EXTENDED, CHAIR_DECIDES -> {
                if (row.terms().extensionDays() == 0) {
                    throw Refused.conflict("noExtension");
                }
            }
            default -> {
                // has its effect
            }
        }
    }

    private void follow(Speaker speaker, DecisionRow row, SilenceProcedure.Heard heard, Instant now) {
        switch (heard.effect()) {
            case BROKEN, REDRAFT -> breakUp(speaker.actor(), row, now);
            case EXTENDED -> extend(speaker.actor(), row, heard.after(), now, "firstRequest");
            case CHAIR_DECIDES -> ask(speaker.actor(), row, EXTENSION_REQUESTED);
            case REVISER_DECIDES -> ask(speaker.actor(), row, CORRECTION_PROPOSED);
            default -> {
                // noted
            }
        }
    }

    private void breakUp(Actor actor, DecisionRow row, Instant now) {
        close(actor, row, Outcome.BROKEN.name(), now);
        letGo(actor, row);
        register.tell(new DecisionEvent.SilenceBroken(actor, Place.of(row)));
        register.wake(actor, row);
    }

    private void letGo(Actor actor, DecisionRow row) {
        texts.newest(row.caseKey())
                .filter(text -> row.id().equals(text.lockedBy()))
                .ifPresent(text -> texts.unlock(actor, row.caseKey(), row.id()));
    }

    private void close(Actor actor, DecisionRow row, String outcome, Instant now) {
        if (store.close(row.id(), outcome, null, now)) {
            register.tell(
                    new DecisionEvent.Closed(actor, Place.of(row), row.kind().name(), outcome, Map.of()));
        }
    }

    private void ask(Actor actor, DecisionRow row, String message) {
        if (row.instanceId() != null) {
            processes.tell(actor, row.instanceId(), message, Map.of());
        }
    }

    private void extend(Actor actor, DecisionRow row, SilenceProcedure silence, Instant now, String because) {
        Instant wanted = programme.expiry(silence.expiry(), row.terms().extensionDays(), silence.entitled());
        Instant later = silence.extendedTo(wanted, now).expiry();
        if (later.isAfter(silence.expiry())) {
            store.keepCourse(row.id(), later, silence.extensionsAsked());
            register.tell(new DecisionEvent.Extended(actor, null, Place.of(row), silence.expiry(), later, because));
        }
    }

    /** The Chair gives more time once again; without effect if the silence is over. */
    void extendByChair(Actor actor, String caseKey, String topic) {
        DecisionRow row = register.lockNewest(caseKey, topic);
        extend(actor, row, silence(row), store.now(), "chair");
    }

    /** The reviser has looked at the corrections that were proposed. */
    void settleCorrections(String caseKey, String topic, boolean editorial) {
        DecisionRow row = register.lockNewest(caseKey, topic);
        statements.settle(
                row.id(), Position.CORRECTION, Effect.REVISER_DECIDES, editorial ? Effect.CORRIGENDUM : Effect.COMMENT);
    }

    /** Ends it if its time has come by the clock of the database; answers what it has come to. */
    String judge(Actor actor, String caseKey, String topic) {
        DecisionRow row = register.lockNewest(caseKey, topic);
        String outcome = row.outcome();
        if (outcome != null) {
            return outcome;
        }
        Instant now = store.now();
        Outcome reached = silence(row).outcome(now);
        if (reached != Outcome.RUNNING) {
            close(actor, row, reached.name(), now);
        }
        if (reached == Outcome.LAPSED) {
            letGo(actor, row);
        }
        return reached.name();
    }

    /** The case went another way: nothing is adopted by a silence that did not end. */
    void cutOff(Actor actor, DecisionRow row) {
        close(actor, row, "CUT_OFF", store.now());
        letGo(actor, row);
    }

    /** A State takes part no longer; if it was the last, the silence ends. What was over before changes no more. */
    void leave(Actor actor, DecisionRow row, String state, String because) {
        Instant now = store.now();
        SilenceProcedure silence = silence(row);
        SilenceProcedure without = silence.left(state, now);
        if (without.equals(silence)) {
            return;
        }
        register.standBack(actor, row, state, Electorate.Standing.LEFT, because);
        if (without.entitled().isEmpty()) {
            close(actor, row, Outcome.LAPSED.name(), now);
            letGo(actor, row);
            register.wake(actor, row);
        }
    }

    /**
     * A calendar changed: the end moves so that the working days of D2 are whole again and it lies on no day off; it never
     * moves forward.
     */
    void respectCalendars(Actor actor, String id) {
        DecisionRow row = register.lock(id);
        SilenceProcedure silence = silence(row);
        Instant counted = programme.expiry(row.opened(), row.terms().workingDays(), silence.entitled());
        Instant kept = row.terms().workingDays() > 0 && counted.isAfter(silence.expiry()) ? counted : silence.expiry();
        Instant moved = programme.expiryAfterHours(kept, 0, silence.entitled());
        Instant later = silence.extendedTo(moved, store.now()).expiry();
        if (row.isOpen() && later.isAfter(silence.expiry())) {
            store.keepCourse(row.id(), later, silence.extensionsAsked());
            register.tell(new DecisionEvent.Extended(actor, null, Place.of(row), silence.expiry(), later, "dayOff"));
        }
    }

    /** A silence that was closed is over from that moment on. */
    SilenceProcedure silence(DecisionRow row) {
        Map<String, Position> standing = statements.standing(row.id());
        Instant deadline = row.deadline() == null ? row.opened() : row.deadline();
        Instant closed = row.closed();
        return new SilenceProcedure(
                closed != null && closed.isBefore(deadline) ? closed : deadline,
                row.extensionsAsked(),
                new HashSet<>(store.electorate(row.id()).entitled()),
                standing.keySet(),
                Outcome.BROKEN.name().equals(row.outcome()));
    }

    private Effect effect(
            boolean participating, @Nullable Position position, boolean beforeExpiry, int extensionsAsked) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("senderStatus", participating ? "participating" : "observer");
        facts.put("position", position == null ? "" : position.word());
        facts.put("beforeExpiry", beforeExpiry);
        facts.put("extensionsAsked", extensionsAsked);
        return Effect.valueOf(
                String.valueOf(processes.evaluate("silenceEvent", facts).get("effect")));
    }
}
