package org.accord.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.accord.core.Retention;
import org.jspecify.annotations.Nullable;

/**
 * An entry that still has words, and how long it keeps them: those of a case as working papers from its end, others as
 * personal data from the day on which they were written. Days are those of UTC.
 *
 * @param ended when its case ended; absent while it runs, and where it has none
 * @param held why the case is held, if it is
 */
record KeptWords(
        long entry,
        Instant at,
        @Nullable String caseKey,
        @Nullable Instant ended,
        @Nullable String held) {

    /** The first day on which they may be erased because their time is over; absent while the case runs. */
    Optional<LocalDate> erasedFrom() {
        if (caseKey == null) {
            return Retention.PERSONAL.destroyedFrom(day(at));
        }
        return Optional.ofNullable(ended).flatMap(end -> Retention.WORKING.destroyedFrom(day(end)));
    }

    boolean isOver(Instant now) {
        return erasedFrom().filter(from -> !day(now).isBefore(from)).isPresent();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
