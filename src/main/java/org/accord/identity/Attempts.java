package org.accord.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often signing in failed of late, and until when nobody may try again. Waiting grows and ends by itself: a lock that only an
 * administrator opens would let anybody keep a State out of its decision.
 *
 * @param since when the last attempt of an account was made; of an address, when its minute began
 * @param until when trying is allowed again; absent if it is now
 */
record Attempts(int failures, Instant since, @Nullable Instant until) {

    static final int FREE = 5;
    static final Duration LONGEST = Duration.ofMinutes(15);
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration FORGOTTEN = Duration.ofDays(1);

    boolean isPaused(Instant now) {
        return until != null && until.isAfter(now);
    }

    /** After one more failure for an account or from a known device: from the fifth on a minute, then twice as long each time. */
    Attempts andOneOfAccount(Instant now) {
        int all = since.plus(FORGOTTEN).isBefore(now) ? 1 : failures + 1;
        return new Attempts(all, now, all < FREE ? null : now.plus(pauseAfter(all)));
    }

    private static Duration pauseAfter(int failures) {
        Duration doubled = MINUTE.multipliedBy(1L << Math.min(failures - FREE, 10));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /** After one more failure from an address: so many are free in a minute, the others wait until it is over. */
    Attempts andOneFromAddress(Instant now, int free) {
        Instant end = since.plus(MINUTE);
        if (failures == 0 || !end.isAfter(now)) {
            return new Attempts(1, now, null);
        }
        int all = failures + 1;
        return new Attempts(all, since, all < free ? null : end);
    }
}
