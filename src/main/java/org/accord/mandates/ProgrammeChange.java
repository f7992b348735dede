package org.accord.mandates;

import java.time.Instant;
import java.util.Set;
import org.accord.core.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Another file for the programme, as somebody handed it in, and what came of it.
 *
 * @param base of the file that was in force then
 * @param reason empty while it is a draft
 * @param proposedAt when it was handed in, or proposed
 * @param decidedBy who confirmed, refused or withdrew it
 */
record ProgrammeChange(
        long number,
        String fileName,
        Digest digest,
        Digest base,
        String reason,
        Status status,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** What came of it. */
    enum Status {
        /** Only whoever handed it in has seen what it would change. */
        DRAFT,
        PROPOSED,
        CONFIRMED,
        REFUSED,
        WITHDRAWN
    }

    public boolean isDraft() {
        return status == Status.DRAFT;
    }

    public boolean isProposed() {
        return status == Status.PROPOSED;
    }

    public boolean isOpen() {
        return isDraft() || isProposed();
    }

    /** Whether somebody has a part in it, so that they may not be the second person. */
    boolean concerns(String person, Set<String> concerned) {
        return person.equals(proposedBy) || concerned.contains(person);
    }
}
