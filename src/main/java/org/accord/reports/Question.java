package org.accord.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked about; an absent part does not narrow.
 *
 * @param from the first day, in the zone of the secretariat
 * @param until the last day
 * @param state a State's code
 * @param pillar a pillar's code
 */
record Question(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String state,
        @Nullable String pillar) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    static final Question ALL = new Question(null, null, null, null);

    /** Refuses days that no clock of Accord reaches ({@code outOfRange}) and a period that ends first ({@code untilBeforeFrom}). */
    Question {
        requireDay("from", from);
        requireDay("until", until);
        if (from != null && until != null && until.isBefore(from)) {
            throw Refused.invalid(Violation.of("until", "untilBeforeFrom", until.toString(), from.toString()));
        }
    }

    private static void requireDay(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            throw Refused.invalid(
                    Violation.of(field, "outOfRange", EARLIEST.toString(), LATEST.toString(), day.toString()));
        }
    }

    /** The same in SQL: from the first moment of the first day to that after the last. */
    Span in(ZoneId zone) {
        LocalDate first = from == null ? EARLIEST : from;
        LocalDate last = until == null ? LATEST : until;
        return new Span(
                first.atStartOfDay(zone).toOffsetDateTime(),
                last.plusDays(1).atStartOfDay(zone).toOffsetDateTime(),
                first,
                last);
    }
}
