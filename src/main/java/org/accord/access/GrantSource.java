package org.accord.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Knows what a post was granted. Several may exist; their grants add up. */
public interface GrantSource {

    /** The grants of the post that are valid at the instant, in a stable order. */
    List<Grant> grantsOf(String userName, Instant at);

    /** The posts that have grants of this one at the instant, because they stand in for it. */
    default Set<String> standInsOf(String userName, Instant at) {
        return Set.of();
    }
}
