package org.accord.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.decisions.DecisionEvent.Place;
import org.accord.texts.TextVersion;
import org.accord.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ballots as they run: the electorate frozen, votes under the lock of the decision, the outcome by {@link Ballot}. */
@Component
class Ballots {

    private static final Set<Position> WORDS = Set.of(
            Position.SUPPORT, Position.ABSTAIN, Position.STATEMENT, Position.OBJECT, Position.AMEND, Position.RECUSE);

    private final DecisionStore store;
    private final StatementStore statements;
    private final Register register;
    private final Texts texts;

    Ballots(DecisionStore store, StatementStore statements, Register register, Texts texts) {
        this.store = store;
        this.statements = statements;
        this.register = register;
        this.texts = texts;
    }

    /**
     * A question that is put.
     *
     * @param posts whether posts decide and not States
     * @param deadline when it ends by itself, if it does
     */
    record Question(
            Actor actor,
            String caseKey,
            String topic,
            String role,
            LocalText question,
            BallotRule rule,
            Electorate electorate,
            boolean posts,
            @Nullable Instant deadline,
            String instanceId,
            @Nullable String waitsAt) {}

    /** Opens the ballot; answers why it cannot be opened, or nothing if it was. */
    Optional<String> open(Question question) {
        int entitled = question.electorate().entitled().size();
        if (entitled == 0) {
            return refused(question, "emptyElectorate");
        }
        if (question.rule().quorum().of(entitled) > entitled) {
            return refused(question, "quorumAboveElectorate");
        }
        if (question.rule().secret() && !question.rule().vetoes().isEmpty()) {
            return refused(question, "secretWithVeto");
        }
        begin(question);
        return Optional.empty();
    }

    private Optional<String> refused(Question question, String rule) {
        Place place = new Place(question.caseKey() + "." + question.topic(), question.caseKey(), question.topic(), 0);
        register.tell(new DecisionEvent.BallotNotOpened(question.actor(), place, rule));
        return Optional.of(rule);
    }

    private void begin(Question question) {
        int round = store.nextRound(question.caseKey(), question.topic());
        DecisionRow.Opening opening = new DecisionRow.Opening(
                question.caseKey(),
                question.topic(),
                round,
                DecisionRow.Kind.BALLOT,
                question.question(),
                question.role(),
                Terms.ballot(question.rule(), question.posts()));
        DecisionRow asked = opening.at(store.now())
                .endingAt(question.deadline(), null)
                .awaitedBy(question.instanceId(), question.waitsAt());
        DecisionRow opened =
                lockedText(question, opening.id()).map(asked::about).orElse(asked);
        store.insert(opened, question.electorate());
        register.tell(new DecisionEvent.Opened(
                question.actor(),
                Place.of(opened),
                opened.kind().name(),
                question.deadline(),
                question.electorate().entitled(),
                opened.textDigest()));
    }

    /** The newest text, kept from changes while it is voted on, if it was released. */
    private Optional<TextVersion> lockedText(Question question, String id) {
        Optional<TextVersion> text =
                texts.newest(question.caseKey()).filter(version -> version.status() != TextVersion.Status.DRAFT);
        if (text.filter(version -> version.status() == TextVersion.Status.RELEASED)
                .isPresent()) {
            texts.lock(question.actor(), question.caseKey(), id);
        }
        return text;
    }

    /**
     * Takes a vote. Refuses {@code ballotClosed}, {@code alreadySpoken}, {@code doesNotDecide} for those who are not in the
     * electorate or stand back, and words that are no vote.
     */
    Effect hear(Speaker speaker, DecisionRow row, Position position, Map<String, String> words) {
        Instant now = store.now();
        if (!row.isOpen() || isPast(row, now)) {
            throw Refused.conflict("ballotClosed", speaker.sender());
        }
        if (!store.electorate(row.id()).isEntitled(speaker.sender())) {
            throw Refused.conflict("doesNotDecide", speaker.sender());
        }
        if (!WORDS.contains(position)) {
            throw Refused.invalid(Violation.of("position", "notAnOption", position.word()));
        }
        if (hasVoted(row, speaker.sender())) {
            throw Refused.conflict("alreadySpoken", speaker.sender());
        }
        take(speaker, row, position, words, now);
        if (ballot(row).isSettled()) {
            register.wake(speaker.actor(), row);
        }
        return Effect.CAST;
    }

    boolean hasVoted(DecisionRow row, String voter) {
        return row.isSecret()
                ? store.voted(row.id()).contains(voter)
                : statements.standing(row.id()).containsKey(voter);
    }

    private void take(Speaker speaker, DecisionRow row, Position position, Map<String, String> words, Instant now) {
        if (position == Position.RECUSE) {
            register.note(speaker, row, position, Effect.CAST, words, now);
            register.standBack(speaker.actor(), row, speaker.sender(), Electorate.Standing.RECUSED, "interest");
        } else if (row.isSecret()) {
            register.castSecretly(speaker, row, position);
        } else {
            register.note(speaker, row, position, Effect.CAST, words, now);
        }
    }

    private static boolean isPast(DecisionRow row, Instant now) {
        return row.deadline() != null && !now.isBefore(row.deadline());
    }

    /** Takes back a vote while the ballot is open, where its rule allows it; refuses {@code voteIsFinal} elsewhere. */
    void withdraw(Speaker speaker, DecisionRow row) {
        Instant now = store.now();
        if (!row.isOpen() || isPast(row, now)) {
            throw Refused.conflict("ballotClosed", speaker.sender());
        }
        if (!row.terms().ballot().mayWithdraw()) {
            throw Refused.conflict("voteIsFinal");
        }
        if (!statements.withdraw(row.id(), speaker.sender(), now)) {
            throw Refused.conflict("nothingToWithdraw", speaker.sender());
        }
        register.tell(new DecisionEvent.Withdrawn(
                speaker.actor(), speaker.capacity(), Place.of(row), Register.scope(row, speaker.sender())));
    }

    /**
     * Closes the ballot if it is over by the clock of the database, settled, or to be closed now; answers what came of it, or
     * nothing if it goes on.
     */
    Optional<Count> judge(Actor actor, String caseKey, String topic, boolean now) {
        DecisionRow row = register.lockNewest(caseKey, topic);
        if (row.result() != null) {
            return Optional.of(row.result());
        }
        Ballot ballot = ballot(row);
        if (!now && !isPast(row, store.now()) && !ballot.isSettled()) {
            return Optional.empty();
        }
        Count count = row.isSecret() && ballot.count().outcome() == Count.Outcome.NO_QUORUM
                ? ballot.count().unopened()
                : ballot.count();
        close(actor, row, count.outcome().name(), count);
        if (count.outcome() != Count.Outcome.ADOPTED) {
            letGo(actor, row);
        }
        return Optional.of(count);
    }

    private void close(Actor actor, DecisionRow row, String outcome, Count count) {
        if (store.close(row.id(), outcome, count, store.now())) {
            register.tell(
                    new DecisionEvent.Closed(actor, Place.of(row), row.kind().name(), outcome, named(count)));
        }
    }

    static Map<String, Object> named(Count count) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("entitled", count.entitled());
        named.put("voted", count.voted());
        named.put("for", count.yes());
        named.put("against", count.no());
        named.put("abstained", count.abstained());
        named.put("statements", count.statements());
        named.put("notCounted", count.uncounted());
        named.put("recused", count.recused());
        named.put("quorum", count.quorum());
        return named;
    }

    void cutOff(Actor actor, DecisionRow row) {
        Count count = ballot(row).count();
        close(actor, row, "CUT_OFF", row.isSecret() ? count.unopened() : count);
        letGo(actor, row);
    }

    private void letGo(Actor actor, DecisionRow row) {
        texts.newest(row.caseKey())
                .filter(text -> row.id().equals(text.lockedBy()))
                .ifPresent(text -> texts.unlock(actor, row.caseKey(), row.id()));
    }

    void leave(Actor actor, DecisionRow row, String state, String because) {
        if (row.isOpen()
                && !isPast(row, store.now())
                && store.electorate(row.id()).isEntitled(state)) {
            register.standBack(actor, row, state, Electorate.Standing.LEFT, because);
            if (ballot(row).isSettled()) {
                register.wake(actor, row);
            }
        }
    }

    /** The ballot as it stands. In a secret one nobody knows whose a vote is, so it counts also if its voter left. */
    Ballot ballot(DecisionRow row) {
        Electorate electorate = store.electorate(row.id());
        Map<String, Position> votes = statements.standing(row.id());
        if (!row.isSecret()) {
            return new Ballot(row.terms().ballot(), electorate, votes);
        }
        Map<String, Position> anonymous = new LinkedHashMap<>();
        List<Position> cast = new ArrayList<>(votes.values());
        Electorate counted = electorate;
        for (String voter : store.voted(row.id())) {
            anonymous.put(voter, cast.get(anonymous.size()));
            counted = counted.with(voter, Electorate.Standing.ENTITLED, "voted");
        }
        return new Ballot(row.terms().ballot(), counted, anonymous);
    }
}
