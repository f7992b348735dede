package org.accord.substitutions;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A post is handed over to the next holder, who has an account of their own.
 *
 * @param id {@code HND-YEAR-NUMBER}
 * @param appointed whether an administrator proposed it who does not hold the post, so that personal roles may pass too
 * @param fromConfirmed when the holder agreed
 * @param toConfirmed when the next one did
 */
record Handover(
        String id,
        String from,
        String to,
        Status status,
        String proposedBy,
        Instant proposedAt,
        boolean appointed,
        @Nullable Instant fromConfirmed,
        @Nullable Instant toConfirmed,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    /** Where it is in its life. */
    enum Status {
        PROPOSED,
        DONE,
        WITHDRAWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isOpen() {
        return status == Status.PROPOSED;
    }

    boolean concerns(String userName) {
        return from.equals(userName) || to.equals(userName);
    }

    /** Whether this post's agreement is still missing. */
    boolean waitsFor(String userName) {
        return isOpen()
                && (from.equals(userName) && fromConfirmed == null || to.equals(userName) && toConfirmed == null);
    }

    boolean isAgreed() {
        return fromConfirmed != null && toConfirmed != null;
    }

    Handover confirmed(String userName, Instant at) {
        return new Handover(
                id,
                from,
                to,
                status,
                proposedBy,
                proposedAt,
                appointed,
                from.equals(userName) ? at : fromConfirmed,
                to.equals(userName) ? at : toConfirmed,
                closedBy,
                closedAt);
    }

    Handover closed(Status as, String by, Instant at) {
        return new Handover(id, from, to, as, proposedBy, proposedAt, appointed, fromConfirmed, toConfirmed, by, at);
    }
}
