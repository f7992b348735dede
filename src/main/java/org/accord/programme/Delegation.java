package org.accord.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Authority to approve spending, delegated to one post by name (ST/SGB/2019/2). It is not passed on when the post is handed
 * over: whoever comes next needs their own. Days begin at midnight in the zone of the programme.
 *
 * @param userName whose authority it is
 * @param limit the highest total, support costs included, in US dollars
 * @param until last day; absent when no end is set
 * @param by the post that gave it; absent for authority that comes from outside the programme
 */
public record Delegation(
        String userName,
        BigDecimal limit,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String by) {

    public Delegation {
        limit = limit.setScale(2, RoundingMode.UNNECESSARY);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether only the first days may differ. */
    boolean isSameButBegins(Delegation other) {
        return new Delegation(userName, limit, other.from, until, by).equals(other);
    }

    /** The same from that day on, if it began earlier. */
    Delegation startingOn(LocalDate day) {
        return from.isBefore(day) ? new Delegation(userName, limit, day, until, by) : this;
    }
}
