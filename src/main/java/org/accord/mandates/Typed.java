package org.accord.mandates;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.programme.Mandate;
import org.jspecify.annotations.Nullable;

/**
 * A change of rights as somebody typed it.
 *
 * @param lastDay of a mandate that is to end; empty where one is given
 */
record Typed(
        String userName,
        String role,
        String state,
        String organisation,
        String pillar,
        String from,
        String until,
        String lastDay,
        String reason) {

    private static final LocalDate EARLIEST = LocalDate.of(1945, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    Typed(
            @Nullable String userName,
            @Nullable String role,
            @Nullable String state,
            @Nullable String organisation,
            @Nullable String pillar,
            @Nullable String from,
            @Nullable String until,
            @Nullable String lastDay,
            @Nullable String reason) {
        this.userName = word(userName);
        this.role = word(role);
        this.state = word(state);
        this.organisation = word(organisation);
        this.pillar = word(pillar);
        this.from = word(from);
        this.until = word(until);
        this.lastDay = word(lastDay);
        this.reason = word(reason);
    }

    private static String word(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }

    /** Refuses, together, a first day that is missing and days that are none ({@code notADate}) or out of reach ({@code outOfRange}). */
    Mandate mandate() {
        List<Violation> faults = new ArrayList<>();
        LocalDate first = day("from", from, faults);
        LocalDate last = until.isEmpty() ? null : day("until", until, faults);
        if (!faults.isEmpty() || first == null) {
            throw Refused.invalid("invalid", faults);
        }
        return new Mandate(role, new Scope(empty(state), empty(organisation), empty(pillar)), first, last);
    }

    /** Refuses {@code required} and {@code notADate}. */
    LocalDate end() {
        List<Violation> faults = new ArrayList<>();
        LocalDate last = day("lastDay", lastDay, faults);
        if (last == null) {
            throw Refused.invalid("invalid", faults);
        }
        return last;
    }

    private static @Nullable LocalDate day(String field, String given, List<Violation> faults) {
        if (given.isEmpty()) {
            faults.add(Violation.of(field, "required"));
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(given);
            if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return day;
            }
            faults.add(Violation.of(field, "outOfRange", EARLIEST.toString(), LATEST.toString(), day.toString()));
            return null;
        } catch (DateTimeParseException e) {
            faults.add(Violation.of(field, "notADate", given));
            return null;
        }
    }

    private static @Nullable String empty(String word) {
        return word.isEmpty() ? null : word;
    }
}
