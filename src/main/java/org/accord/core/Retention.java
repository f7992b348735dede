package org.accord.core;

import java.time.LocalDate;
import java.util.Optional;

/** How long documents and words are kept after what they belong to has ended, and what becomes of them then (jpoa.md 3.8). */
public enum Retention {
    /** One year after the end; then destroyed. */
    PERSONAL {
        @Override
        public Optional<LocalDate> destroyedFrom(LocalDate closed) {
            return Optional.of(closed.plusYears(1).plusDays(1));
        }

        @Override
        public Optional<LocalDate> endedBefore(LocalDate today) {
            return Optional.of(today.minusYears(1));
        }
    },
    /** Five years after the end of the year in which it ended; then destroyed. */
    WORKING {
        @Override
        public Optional<LocalDate> destroyedFrom(LocalDate closed) {
            return Optional.of(LocalDate.of(closed.getYear() + YEARS_OF_WORK + 1, 1, 1));
        }

        @Override
        public Optional<LocalDate> endedBefore(LocalDate today) {
            return Optional.of(LocalDate.of(today.getYear() - YEARS_OF_WORK, 1, 1));
        }
    },
    /** For good: it goes to the archive. */
    POLICY {
        @Override
        public Optional<LocalDate> destroyedFrom(LocalDate closed) {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> endedBefore(LocalDate today) {
            return Optional.empty();
        }
    };

    private static final int YEARS_OF_WORK = 5;

    /** The first day on which it may be destroyed; absent if never. */
    public abstract Optional<LocalDate> destroyedFrom(LocalDate closed);

    /** What ended before this day may be destroyed today; absent if nothing ever may. */
    public abstract Optional<LocalDate> endedBefore(LocalDate today);
}
