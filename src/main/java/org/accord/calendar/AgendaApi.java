package org.accord.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calendar for programs. */
@RestController
@RequestMapping("/api/v1/calendar")
class AgendaApi {

    private static final int MOST_DAYS = 400;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private final Agenda agenda;

    AgendaApi(Agenda agenda) {
        this.agenda = agenda;
    }

    /**
     * Something on the calendar: at a moment, or on days.
     *
     * @param address of its page, from the root of the installation
     */
    record Item(
            String kind,
            String id,
            String caseKey,
            String name,
            @Nullable String state,
            @Nullable Instant at,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String address) {}

    record Items(List<Item> items) {}

    @GetMapping
    Items between(Actor actor, Locale locale, @RequestParam String from, @RequestParam String until) {
        return between(actor, locale, day("from", from), day("until", until));
    }

    private static LocalDate day(String field, String given) {
        try {
            LocalDate day = LocalDate.parse(given);
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw Refused.invalid(
                        Violation.of(field, "outOfRange", EARLIEST.toString(), LATEST.toString(), day.toString()));
            }
            return day;
        } catch (DateTimeParseException e) {
            throw Refused.invalid(Violation.of(field, "notADate", given));
        }
    }

    private Items between(Actor actor, Locale locale, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw Refused.invalid(Violation.of("until", "tooEarly", from.toString(), until.toString()));
        }
        if (ChronoUnit.DAYS.between(from, until) > MOST_DAYS) {
            throw Refused.invalid(
                    Violation.of("until", "tooLate", from.plusDays(MOST_DAYS).toString(), until.toString()));
        }
        return new Items(agenda.between(actor, from, until).stream()
                .map(entry -> item(entry, locale))
                .toList());
    }

    private static Item item(Entry entry, Locale locale) {
        return new Item(
                entry.kind().word(),
                entry.id(),
                entry.caseKey(),
                entry.name().in(locale),
                entry.state(),
                entry.moment(),
                entry.firstDay(),
                entry.lastDay(),
                entry.address());
    }
}
