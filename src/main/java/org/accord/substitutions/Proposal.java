package org.accord.substitutions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A substitution as somebody typed it; nothing of it has been checked.
 *
 * @param principal who is away; blank for whoever proposes it
 * @param roles none for all that can be used
 */
record Proposal(
        String principal,
        String substitute,
        String from,
        String until,
        List<String> roles,
        String state,
        List<String> processes) {

    Proposal {
        roles = List.copyOf(roles);
        processes = List.copyOf(processes);
    }

    static Proposal of(
            @Nullable String principal,
            @Nullable String substitute,
            @Nullable String from,
            @Nullable String until,
            @Nullable List<@Nullable String> roles,
            @Nullable String state,
            @Nullable List<@Nullable String> processes) {
        return new Proposal(
                plain(principal),
                plain(substitute),
                plain(from),
                plain(until),
                given(roles),
                plain(state),
                given(processes));
    }

    static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static List<String> given(@Nullable List<@Nullable String> typed) {
        return typed == null
                ? List.of()
                : typed.stream()
                        .filter(Objects::nonNull)
                        .map(Proposal::plain)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    Map<String, Object> asTyped() {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("principal", principal);
        typed.put("substitute", substitute);
        typed.put("from", from);
        typed.put("until", until);
        typed.put("roles", roles);
        typed.put("state", state);
        typed.put("processes", processes);
        return typed;
    }

    /** The first and the last day. */
    record Days(LocalDate from, LocalDate until) {}

    /** Refuses what is missing ({@code required}) and what is no day ({@code notADate}). */
    Days days() {
        List<Violation> faults = new ArrayList<>();
        if (substitute.isEmpty()) {
            faults.add(Violation.of("substitute", "required"));
        }
        LocalDate first = day("from", from, faults);
        LocalDate last = day("until", until, faults);
        if (!faults.isEmpty() || first == null || last == null) {
            throw Refused.invalid("substitutionRefused", faults);
        }
        return new Days(first, last);
    }

    private static @Nullable LocalDate day(String field, String typed, List<Violation> faults) {
        if (typed.isEmpty()) {
            faults.add(Violation.of(field, "required"));
            return null;
        }
        try {
            if (typed.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(typed);
            }
        } catch (DateTimeException e) {
            // told below, as for what has another form
        }
        faults.add(Violation.of(field, "notADate", typed));
        return null;
    }
}
