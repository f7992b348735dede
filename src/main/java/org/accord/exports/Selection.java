package org.accord.exports;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are taken.
 *
 * @param from inclusive
 * @param to exclusive
 * @param audiences of which an entry must have one; all entries if there are none
 */
record Selection(
        @Nullable String caseKey,
        @Nullable Instant from,
        @Nullable Instant to,
        Collection<String> audiences) {

    static Selection ofCase(String caseKey, Collection<String> audiences) {
        return new Selection(caseKey, null, null, audiences);
    }

    static Selection ofPeriod(@Nullable Instant from, @Nullable Instant to) {
        return new Selection(null, from, to, List.of());
    }

    boolean isWhole() {
        return caseKey == null && from == null && to == null;
    }
}
