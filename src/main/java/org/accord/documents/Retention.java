package org.accord.documents;

import java.time.LocalDate;
import java.util.Optional;

/** How long a document is kept, and what becomes of it then (jpoa.md 3.8). */
enum Retention {
    /** One year after the case is closed; then destroyed. */
    PERSONAL {
        @Override
        Optional<LocalDate> destroyedFrom(LocalDate closed) {
            return Optional.of(closed.plusYears(1).plusDays(1));
        }
    },
    /** Five years after the end of the year in which the case is closed; then destroyed. */
    WORKING {
        @Override
        Optional<LocalDate> destroyedFrom(LocalDate closed) {
            return Optional.of(LocalDate.of(closed.getYear() + YEARS_OF_WORK + 1, 1, 1));
        }
    },
    /** For good: it goes to the archive. */
    POLICY {
        @Override
        Optional<LocalDate> destroyedFrom(LocalDate closed) {
            return Optional.empty();
        }
    };

    private static final int YEARS_OF_WORK = 5;

    /** The first day on which it may be destroyed; absent if never. */
    abstract Optional<LocalDate> destroyedFrom(LocalDate closed);

    static Retention of(Content content) {
        return switch (content) {
            case PERSONAL_DATA, EVALUATION_ANSWERS -> PERSONAL;
            case DRAFT_TEXT, ISSUED, SILENCE_OBJECTION, NATIONAL_POSITION, GRAVE -> POLICY;
            case ORDINARY, STATE_CONFIDENCE -> WORKING;
        };
    }
}
