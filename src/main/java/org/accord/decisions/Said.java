package org.accord.decisions;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said in a decision.
 *
 * @param sender the State, or the post where posts decide; absent for a secret vote, as are actor and moment
 * @param counts whether it is a position; requests, comments and what came too late are not
 * @param words by language
 * @param withdrawn when it was taken back
 */
record Said(
        UUID id,
        @Nullable String sender,
        Position position,
        Effect effect,
        boolean counts,
        Map<String, String> words,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String onBehalfOf,
        @Nullable Instant at,
        @Nullable Instant withdrawn) {

    Said {
        words = Map.copyOf(words);
    }

    boolean stands() {
        return counts && withdrawn == null;
    }
}
