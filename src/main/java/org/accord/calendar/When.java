package org.accord.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When something on a calendar is: at a moment, or on whole days. */
sealed interface When {

    /** The first day, as people in that zone count days. */
    LocalDate first(ZoneId zone);

    LocalDate last(ZoneId zone);

    /** Something that has to be done, or is over, by then. */
    record Moment(Instant at) implements When {

        @Override
        public LocalDate first(ZoneId zone) {
            return at.atZone(zone).toLocalDate();
        }

        @Override
        public LocalDate last(ZoneId zone) {
            return first(zone);
        }
    }

    /** Days at the place where people come together, both included. */
    record Days(LocalDate from, LocalDate until) implements When {

        public Days {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException(until + " is before " + from);
            }
        }

        @Override
        public LocalDate first(ZoneId zone) {
            return from;
        }

        @Override
        public LocalDate last(ZoneId zone) {
            return until;
        }

        boolean overlaps(Days other) {
            return !from.isAfter(other.until) && !other.from.isAfter(until);
        }
    }
}
