package org.accord.reports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.programme.Pillar;
import org.accord.programme.Programme;
import org.accord.programme.State;
import org.jspecify.annotations.Nullable;

/** What somebody asks a report about, as they typed it. */
record Asked(String from, String until, String state, String pillar) {

    Asked(@Nullable String from, @Nullable String until, @Nullable String state, @Nullable String pillar) {
        this.from = Objects.requireNonNullElse(from, "").strip();
        this.until = Objects.requireNonNullElse(until, "").strip();
        this.state = Objects.requireNonNullElse(state, "").strip();
        this.pillar = Objects.requireNonNullElse(pillar, "").strip();
    }

    public boolean isNarrow() {
        return !(from.isEmpty() && until.isEmpty() && state.isEmpty() && pillar.isEmpty());
    }

    /** Refuses, all together, days that are none ({@code notADate}) and codes that the programme does not have. */
    Question question(Programme programme) {
        List<Violation> violations = new ArrayList<>();
        LocalDate first = day("from", from, violations);
        LocalDate last = day("until", until, violations);
        requireCode("state", state, programme.states().stream().map(State::code).toList(), violations);
        requireCode(
                "pillar", pillar, programme.pillars().stream().map(Pillar::code).toList(), violations);
        if (!violations.isEmpty()) {
            throw Refused.invalid("invalid", violations);
        }
        return new Question(first, last, state.isEmpty() ? null : state, pillar.isEmpty() ? null : pillar);
    }

    private static @Nullable LocalDate day(String field, String given, List<Violation> violations) {
        try {
            return given.isEmpty() ? null : LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            violations.add(Violation.of(field, "notADate", given));
            return null;
        }
    }

    private static void requireCode(String field, String given, List<String> codes, List<Violation> violations) {
        if (!given.isEmpty() && !codes.contains(given)) {
            violations.add(Violation.of(field, "notAnOption", given));
        }
    }
}
