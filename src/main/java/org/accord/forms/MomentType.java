package org.accord.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** The three kinds of date and time fields, and how their values are written. */
enum MomentType {
    DATE("notADate"),
    TIME("notATime"),
    DATE_TIME("notADateTime");

    private static final int LONGEST = 40;

    private final String fault;

    MomentType(String fault) {
        this.fault = fault;
    }

    /** The code under which a value of another kind is refused. */
    String fault() {
        return fault;
    }

    @Nullable
    Temporal parse(Object value) {
        if (!(value instanceof String || value instanceof Temporal)) {
            return null;
        }
        String text =
                value instanceof ZonedDateTime zoned ? zoned.toOffsetDateTime().toString() : value.toString();
        try {
            return text.length() > LONGEST ? null : parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Temporal parse(String text) {
        return switch (this) {
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case DATE_TIME ->
                (Temporal) DateTimeFormatter.ISO_DATE_TIME.parseBest(
                        withoutZoneName(text), OffsetDateTime::from, LocalDateTime::from);
        };
    }

    private static String withoutZoneName(String text) {
        if (text.indexOf('[') >= 0) {
            throw new DateTimeException("a zone is given by its offset");
        }
        return text;
    }

    /** The day of the value of a field or of an expression; null if it names none. */
    static @Nullable LocalDate day(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        Temporal date = DATE.parse(value);
        Temporal moment = date != null ? date : DATE_TIME.parse(value);
        return moment == null ? null : LocalDate.from(moment);
    }
}
