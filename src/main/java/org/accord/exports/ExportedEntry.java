package org.accord.exports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way out.
 *
 * @param details what was told of it, as JSON, with the words that are not erased
 * @param words each word with its salt, as JSON
 * @param leaf its place in the tree; absent while it is not sealed
 */
record ExportedEntry(
        long entry,
        Instant at,
        Actor actor,
        String action,
        String subject,
        @Nullable String caseKey,
        @Nullable String state,
        String details,
        Sealed sealed) {

    /** Who, in which role, and for whom. */
    record Actor(
            boolean system,
            String name,
            @Nullable String role,
            @Nullable String onBehalfOf) {}

    record Sealed(@Nullable Long leaf, String hash, String salt, String body, String words) {}
}
