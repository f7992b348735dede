package org.accord.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Something on a reader's calendar.
 *
 * @param id the same for as long as it exists: {@code task-…}, {@code decision-…}, {@code case-…}
 * @param name what people call it, on pages only
 * @param state where it takes place, or whom it concerns
 * @param address of its page
 * @param withheld whether no more than the number of the case may leave Accord
 */
record Entry(
        Kind kind,
        String id,
        String caseKey,
        LocalText name,
        @Nullable String state,
        When when,
        String address,
        boolean withheld) {

    enum Kind {
        TASK,
        CLEARANCE,
        SILENCE,
        BALLOT,
        MEETING,
        WORKSHOP,
        PROPOSAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isGathering() {
            return this == MEETING || this == WORKSHOP || this == PROPOSAL;
        }
    }

    /** The moment, if it has one. */
    public @Nullable Instant moment() {
        return when instanceof When.Moment moment ? moment.at() : null;
    }

    /** The first of its whole days, if it has such. */
    public @Nullable LocalDate firstDay() {
        return when instanceof When.Days days ? days.from() : null;
    }

    public @Nullable LocalDate lastDay() {
        return when instanceof When.Days days ? days.until() : null;
    }

    /** What others have to be told of again if it changes. */
    String facts() {
        String time = when instanceof When.Days days ? days.from() + "/" + days.until() : "" + moment();
        return kind.word() + " " + time + " " + state + (withheld ? " withheld" : "");
    }

    /** Whether both are meetings or workshops and share a day. */
    boolean clashesWith(Entry other) {
        return !id.equals(other.id)
                && when instanceof When.Days days
                && other.when instanceof When.Days others
                && days.overlaps(others);
    }
}
