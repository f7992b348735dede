package org.accord.decisions;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.process.Contended;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what is said to the silence or ballot it is meant for, in one transaction. What is refused there changes nothing; it is
 * recorded afterwards in a transaction of its own, and kept aside if it came too late or from somebody who does not decide.
 */
@Component
class Hearing {

    private static final int ATTEMPTS = 5;
    private static final Set<String> TOO_LATE = Set.of("silenceOver", "ballotClosed");
    private static final String OF_NO_INFLUENCE = "doesNotDecide";

    private final DecisionStore store;
    private final Register register;
    private final Silences silences;
    private final Ballots ballots;
    private final TransactionTemplate transaction;

    Hearing(
            DecisionStore store,
            Register register,
            Silences silences,
            Ballots ballots,
            TransactionTemplate transaction) {
        this.store = store;
        this.register = register;
        this.silences = silences;
        this.ballots = ballots;
        this.transaction = transaction;
    }

    /** Hears somebody in a transaction of its own, and does what belongs to it. */
    void hear(Speaker speaker, DecisionRow seen, Position position, Map<String, String> words, Runnable rest) {
        try {
            inTransaction(seen, () -> {
                hear(speaker, seen.id(), position, words);
                rest.run();
            });
        } catch (Refused refused) {
            refused(speaker, seen, position, words, refused);
            throw refused;
        }
    }

    /** Hears somebody in the transaction of the caller, who holds the case. */
    Effect hear(Speaker speaker, String id, Position position, Map<String, String> words) {
        DecisionRow row = register.lock(id);
        return switch (row.kind()) {
            case SILENCE -> silences.hear(speaker, row, position, words);
            case BALLOT -> ballots.hear(speaker, row, position, words);
            case CLEARANCE -> throw Refused.conflict("statedInTheTask");
        };
    }

    void withdraw(Speaker speaker, DecisionRow seen) {
        try {
            inTransaction(seen, () -> {
                DecisionRow row = register.lock(seen.id());
                switch (row.kind()) {
                    case SILENCE -> silences.withdraw(speaker, row);
                    case BALLOT -> ballots.withdraw(speaker, row);
                    case CLEARANCE -> throw Refused.conflict("voteIsFinal");
                }
            });
        } catch (Refused refused) {
            record(speaker.actor(), seen, Register.scope(seen, speaker.sender()), refused);
            throw refused;
        }
    }

    private void inTransaction(DecisionRow row, Runnable command) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> {
                    store.lockCase(row.caseKey());
                    command.run();
                });
                return;
            } catch (Contended | ConcurrencyFailureException | DuplicateKeyException | UnexpectedRollbackException e) {
                if (attempt == ATTEMPTS) {
                    throw Refused.conflict("contended", row.caseKey());
                }
            }
        }
    }

    /** Keeps aside what has no influence, and records the attempt. */
    void refused(Speaker speaker, DecisionRow row, Position position, Map<String, String> words, Refused refused) {
        keepAside(speaker, row, position, words, refused.code());
        record(speaker.actor(), row, Register.scope(row, speaker.sender()), refused);
    }

    /** In a transaction of its own, unless the caller has one; in a secret ballot nobody learns what would have been said. */
    void keepAside(Speaker speaker, DecisionRow row, Position position, Map<String, String> words, String code) {
        if (!row.isSecret() && (TOO_LATE.contains(code) || code.equals(OF_NO_INFLUENCE))) {
            Effect effect = TOO_LATE.contains(code) ? Effect.LATE : Effect.COMMENT;
            transaction.executeWithoutResult(status -> register.keepAside(speaker, row, position, effect, words));
        }
    }

    /** What a check answers, if it does not refuse; a refusal is recorded. */
    <T> T recorded(Actor actor, DecisionRow row, Supplier<T> check) {
        try {
            return check.get();
        } catch (Refused refused) {
            record(actor, row, Scope.PROGRAMME, refused);
            throw refused;
        }
    }

    private void record(Actor actor, DecisionRow row, Scope scope, Refused refused) {
        transaction.executeWithoutResult(status -> register.tell(
                new DecisionEvent.AttemptRefused(actor, null, DecisionEvent.Place.of(row), scope, refused.code())));
    }
}
