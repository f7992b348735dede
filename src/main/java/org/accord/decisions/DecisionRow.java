package org.accord.decisions;

import java.time.Instant;
import org.accord.core.LocalText;
import org.accord.texts.TextVersion;
import org.jspecify.annotations.Nullable;

/**
 * A decision as its row holds it.
 *
 * @param id {@code CASE.topic.round}
 * @param role whose word counts: that of its holders for their State, or their own
 * @param deadline when it ends by itself; absent where somebody closes it
 * @param textVersion the version of the text that is decided on, where there is one
 * @param instanceId the process instance that waits for the outcome, at the timer {@code waitsAt}
 * @param released whether the positions are confidential no longer
 */
record DecisionRow(
        String id,
        String caseKey,
        String topic,
        int round,
        Kind kind,
        LocalText question,
        String role,
        Terms terms,
        Instant opened,
        @Nullable Instant deadline,
        @Nullable Instant reminder,
        int extensionsAsked,
        @Nullable String outcome,
        @Nullable Instant closed,
        @Nullable Count result,
        @Nullable Integer textVersion,
        @Nullable String textDigest,
        @Nullable String instanceId,
        @Nullable String waitsAt,
        boolean released) {

    /** What sort of decision it is. */
    enum Kind {
        /** States tell their national positions in confidence; they are counted, nothing is adopted. */
        CLEARANCE,
        SILENCE,
        BALLOT
    }

    /**
     * What opens as one more round.
     *
     * @param role whose word counts
     */
    record Opening(String caseKey, String topic, int round, Kind kind, LocalText question, String role, Terms terms) {

        String id() {
            return DecisionRow.id(caseKey, topic, round);
        }

        DecisionRow at(Instant now) {
            return new DecisionRow(
                    id(), caseKey, topic, round, kind, question, role, terms, now, null, null, 0, null, null, null,
                    null, null, null, null, false);
        }
    }

    DecisionRow endingAt(@Nullable Instant end, @Nullable Instant remindedAt) {
        return with(end, remindedAt, textVersion, textDigest, instanceId, waitsAt);
    }

    DecisionRow about(TextVersion text) {
        return with(deadline, reminder, text.number(), text.digest(), instanceId, waitsAt);
    }

    DecisionRow awaitedBy(String instance, @Nullable String timer) {
        return with(deadline, reminder, textVersion, textDigest, instance, timer);
    }

    private DecisionRow with(
            @Nullable Instant end,
            @Nullable Instant remindedAt,
            @Nullable Integer version,
            @Nullable String digest,
            @Nullable String instance,
            @Nullable String timer) {
        return new DecisionRow(
                id,
                caseKey,
                topic,
                round,
                kind,
                question,
                role,
                terms,
                opened,
                end,
                remindedAt,
                extensionsAsked,
                outcome,
                closed,
                result,
                version,
                digest,
                instance,
                timer,
                released);
    }

    static String id(String caseKey, String topic, int round) {
        return caseKey + "." + topic + "." + round;
    }

    boolean isOpen() {
        return closed == null;
    }

    boolean isSecret() {
        return kind == Kind.BALLOT && terms.ballot().secret();
    }
}
