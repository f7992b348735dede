package org.accord.audit;

import java.time.Instant;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the record; an absent part does not narrow.
 *
 * @param from inclusive
 * @param to exclusive
 * @param text part of the subject or of the details
 */
public record AuditFilter(
        @Nullable String caseKey,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String state,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Refuses moments that the record cannot hold ({@code outOfRange}). */
    public AuditFilter {
        requireStorable("from", from);
        requireStorable("to", to);
    }

    private static void requireStorable(String field, @Nullable Instant moment) {
        if (moment != null && (moment.isBefore(EARLIEST) || moment.isAfter(LATEST))) {
            throw Refused.invalid(
                    Violation.of(field, "outOfRange", EARLIEST.toString(), LATEST.toString(), moment.toString()));
        }
    }
}
