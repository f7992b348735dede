package org.accord.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's calendar was told last of one thing.
 *
 * @param sequence grows by one with each change (RFC 5545, 3.8.7.4)
 * @param at when it was told this
 * @param withdrawn whether it is called off, done, or no longer theirs to know
 * @param mailed the sequence that was last sent as an invitation
 */
record Told(
        String uid,
        String caseKey,
        int sequence,
        String facts,
        When when,
        Instant at,
        boolean withdrawn,
        @Nullable Integer mailed) {

    /** What to tell of it now, if it is on: the same as before, unless something changed. */
    static Told of(@Nullable Told before, Entry entry, Instant now) {
        if (before != null && !before.withdrawn && before.facts.equals(entry.facts())) {
            return before;
        }
        return new Told(
                entry.id(),
                entry.caseKey(),
                before == null ? 0 : before.sequence + 1,
                entry.facts(),
                entry.when(),
                now,
                false,
                before == null ? null : before.mailed);
    }

    /** What to tell of it now that it is off. */
    Told withdrawn(Instant now) {
        return withdrawn ? this : new Told(uid, caseKey, sequence + 1, facts, when, now, true, mailed);
    }

    /** Whether an invitation with this would tell something new. */
    boolean isNewByMail() {
        return mailed == null ? !withdrawn : mailed < sequence;
    }
}
