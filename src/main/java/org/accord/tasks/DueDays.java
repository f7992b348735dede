package org.accord.tasks;

import java.time.Instant;
import java.util.List;
import org.accord.core.Scope;

/** How late work is, in the calendars of the programme; the cases implement it. */
public interface DueDays {

    /**
     * How late work is on one day.
     *
     * @param begins the first moment of the day
     * @param workingDays working days since the day on which it was due, negative before; days off of the State whose work
     *     it is do not count
     * @param days days since then, negative before
     */
    record Late(Instant begins, int workingDays, int days) {}

    /** How late work there that was due then is on the day of {@code now} and on each that follows, so many in all. */
    List<Late> late(Instant due, Instant now, int days, Scope scope);
}
