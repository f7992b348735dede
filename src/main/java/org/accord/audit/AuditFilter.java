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
 * @param role that the actor acted in
 * @param text the number of a subject, or words of the details, the last of which may be only begun
 */
public record AuditFilter(
        @Nullable String caseKey,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String action,
        @Nullable String state,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** The longest text to look for, in characters. */
    public static final int LONGEST_TEXT = 200;

    /**
     * Refuses moments that the record cannot hold ({@code outOfRange}), and a text that is too long ({@code textTooLong}) or
     * without a letter or digit ({@code noWord}).
     */
    public AuditFilter {
        requireText(text);
        requireStorable("from", from);
        requireStorable("to", to);
    }

    private static void requireText(@Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw Refused.invalid(Violation.of("q", "textTooLong", LONGEST_TEXT, text.length()));
        }
        if (text != null && text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Refused.invalid(Violation.of("q", "noWord", text));
        }
    }

    private static void requireStorable(String field, @Nullable Instant moment) {
        if (moment != null && (moment.isBefore(EARLIEST) || moment.isAfter(LATEST))) {
            throw Refused.invalid(
                    Violation.of(field, "outOfRange", EARLIEST.toString(), LATEST.toString(), moment.toString()));
        }
    }
}
