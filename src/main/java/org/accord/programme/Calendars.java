package org.accord.programme;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * How the programme counts days.
 *
 * @param closing time of day in the zone at which deadlines end
 * @param secretariat code of the calendar of the secretariat
 * @param all the calendars by code, in the order of the file
 */
record Calendars(ZoneId zone, LocalTime closing, String secretariat, Map<String, Named> all) {

    /** A calendar, what it is called, and what its reader must know. */
    record Named(
            WorkingCalendar calendar,
            LocalText name,
            @Nullable LocalText note) {

        Named with(Map<LocalDate, ExtraDay> days) {
            return new Named(calendar.with(days), name, note);
        }
    }

    Calendars {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /** The same with these days, by calendar, that the file does not know. */
    Calendars with(Map<String, Map<LocalDate, ExtraDay>> days) {
        if (days.isEmpty()) {
            return this;
        }
        Map<String, Named> changed = new LinkedHashMap<>();
        all.forEach((code, named) -> changed.put(code, named.with(days.getOrDefault(code, Map.of()))));
        return new Calendars(zone, closing, secretariat, changed);
    }

    Optional<Named> find(String code) {
        return Optional.ofNullable(all.get(code));
    }

    WorkingCalendar ofSecretariat() {
        return calendar(secretariat);
    }

    /** The calendar of that code; one that always works if there is none. */
    WorkingCalendar calendar(String code) {
        return find(code).map(Named::calendar).orElseGet(() -> WorkingCalendar.always(code));
    }

    /** How periods end that bind these of the States; one that keeps no calendar, or is unknown, works always. */
    Expiry expiry(List<State> known, Collection<String> states) {
        return new Expiry(
                zone, closing, ofSecretariat(), of(known.stream().filter(state -> states.contains(state.code()))));
    }

    List<WorkingCalendar> of(Stream<State> states) {
        return states.map(State::calendar)
                .flatMap(Stream::ofNullable)
                .distinct()
                .map(this::calendar)
                .toList();
    }
}
