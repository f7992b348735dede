package org.accord.programme;

import java.time.LocalDate;
import java.util.Objects;
import org.accord.core.Scope;
import org.accord.core.Subject;
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

    /** Whether it holds on some day between these two, both included; without an end if the second is absent. */
    public boolean holdsWithin(LocalDate first, @Nullable LocalDate last) {
        return !endsBefore(first) && (last == null || !last.isBefore(from));
    }

    /** What the record calls this mandate of that post. */
    public Subject subject(String userName) {
        return new Subject("mandate", userName + " " + scope.principal(role) + " " + from);
    }

    boolean overlaps(Mandate other) {
        return holdsWithin(other.from, other.until);
    }

    /** The same from that day on, if it began earlier. */
    Mandate startingOn(LocalDate day) {
        return from.isBefore(day) ? new Mandate(role, scope, day, until) : this;
    }

    /** Whether the other is for the same role and scope, and holds whenever this one does. */
    boolean isWithin(Mandate other) {
        boolean lastsAsLong = other.until == null || until != null && !until.isAfter(other.until);
        return role.equals(other.role) && scope.equals(other.scope) && !from.isBefore(other.from) && lastsAsLong;
    }

    /** Whether only the first days may differ. */
    boolean isSameButBegins(Mandate other) {
        return startingAs(other).equals(other);
    }

    private Mandate startingAs(Mandate other) {
        return new Mandate(role, scope, other.from, until);
    }

    boolean isForSameState(Mandate other) {
        return Objects.equals(scope.state(), other.scope.state());
    }

    private boolean endsBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }
}
