package org.accord.access;

import java.time.Instant;
import java.util.List;

/** Knows what a post was granted. Several may exist; their grants add up. */
public interface GrantSource {

    /** The grants of the post that are valid at the instant, in a stable order. */
    List<Grant> grantsOf(String userName, Instant at);
}
