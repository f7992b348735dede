package org.accord.programme;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the programme counts days.
 *
 * @param closing time of day in the zone at which deadlines end
 * @param secretariat code of the calendar of the secretariat
 * @param all the calendars by code, in the order of the file
 */
record Calendars(ZoneId zone, LocalTime closing, String secretariat, Map<String, WorkingCalendar> all) {

    Calendars {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    WorkingCalendar ofSecretariat() {
        return calendar(secretariat);
    }

    /** The calendar of that code; one that always works if there is none. */
    WorkingCalendar calendar(String code) {
        return all.getOrDefault(code, WorkingCalendar.always(code));
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
