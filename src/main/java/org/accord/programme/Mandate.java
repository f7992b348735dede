package org.accord.programme;

import java.time.LocalDate;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A role given to a post, within a scope and for a time. Days begin at midnight in the zone of the programme.
 *
 * @param role code of a role
 * @param scope an agency stands as the organisation within its State
 * @param from first day
 * @param until last day; absent when no end is set
 */
public record Mandate(
        String role, Scope scope, LocalDate from, @Nullable LocalDate until) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    boolean overlaps(Mandate other) {
        return !endsBefore(other.from) && !other.endsBefore(from);
    }

    private boolean endsBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }
}
