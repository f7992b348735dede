package org.accord.mandates;

import java.time.Instant;
import java.time.LocalDate;
import org.accord.programme.Mandate;
import org.jspecify.annotations.Nullable;

/**
 * A change of somebody's rights, as it was proposed and what came of it.
 *
 * @param mandate the one given, or the one that is to end
 * @param lastDay of a mandate that is to end; a day before its first takes it away whole
 * @param decidedBy who confirmed, refused or withdrew it
 */
record MandateChange(
        long number,
        Act act,
        String userName,
        Mandate mandate,
        @Nullable LocalDate lastDay,
        String reason,
        Status status,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** What is to happen to the mandate. */
    enum Act {
        GRANT,
        END
    }

    /** What came of the proposal. */
    enum Status {
        PROPOSED,
        CONFIRMED,
        REFUSED,
        WITHDRAWN
    }

    public boolean isOpen() {
        return status == Status.PROPOSED;
    }

    /** Whether somebody has a part in it already, so that they may not be the second person. */
    boolean concerns(String person) {
        return person.equals(proposedBy) || person.equals(userName);
    }
}
