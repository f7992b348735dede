package org.accord.cases;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a reader looked at a part of a case. Looks within half an hour are one, so that what was new stays marked while one reads.
 *
 * @param before when the look before this one ended; absent at the first
 * @param last when they last asked for the page
 */
record Look(@Nullable Instant before, Instant last) {

    private static final Duration ONE_LOOK = Duration.ofMinutes(30);

    static Look first(Instant now) {
        return new Look(null, now);
    }

    Look again(Instant now) {
        return new Look(last.plus(ONE_LOOK).isBefore(now) ? last : before, now);
    }
}
