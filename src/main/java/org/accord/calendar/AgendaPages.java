package org.accord.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.access.Permissions;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.programme.Programme;
import org.accord.programme.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar: a list of what is coming in a month, or the month as a table. */
@Controller
class AgendaPages {

    private static final YearMonth EARLIEST = YearMonth.of(2000, 1);
    private static final YearMonth LATEST = YearMonth.of(2100, 12);

    private final Agenda agenda;
    private final Programme programme;
    private final Permissions permissions;
    private final Clock clock;

    AgendaPages(Agenda agenda, Programme programme, Permissions permissions, Clock clock) {
        this.agenda = agenda;
        this.programme = programme;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** What the reader narrows the calendar to; an absent part does not narrow. */
    record Filter(Entry.@Nullable Kind kind, String state) {

        boolean shows(Entry entry) {
            return (kind == null || kind == entry.kind()) && (state.isEmpty() || state.equals(entry.state()));
        }

        public boolean isEmpty() {
            return kind == null && state.isEmpty();
        }
    }

    @GetMapping("/calendar")
    String calendar(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "list") String view,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state) {
        LocalDate today = clock.instant().atZone(agenda.zone()).toLocalDate();
        YearMonth shown = month.isBlank() ? YearMonth.from(today) : month(month.strip());
        Filter filter = new Filter(kind(kind), state(state));
        List<Entry> entries = agenda.between(actor, shown.atDay(1), shown.atEndOfMonth()).stream()
                .filter(filter::shows)
                .toList();
        model.addAttribute("month", new Month(shown, entries, agenda.zone()));
        model.addAttribute("earlier", shown.isAfter(EARLIEST) ? shown.minusMonths(1) : null);
        model.addAttribute("later", shown.isBefore(LATEST) ? shown.plusMonths(1) : null);
        model.addAttribute("today", today);
        model.addAttribute("view", view(view));
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", Entry.Kind.values());
        model.addAttribute("states", programme.states());
        model.addAttribute("holidays", programme.holidays(states(actor, filter), shown.atDay(1), shown.atEndOfMonth()));
        model.addAttribute("next", next(actor, entries, filter, shown).orElse(null));
        return "calendar/agenda";
    }

    private Optional<Entry> next(Actor actor, List<Entry> entries, Filter filter, YearMonth shown) {
        return entries.isEmpty() && filter.isEmpty() ? agenda.next(actor, shown.atEndOfMonth()) : Optional.empty();
    }

    /** Whose holidays are shown: those of the State asked for, else of the States that the reader speaks for. */
    private Set<String> states(Actor actor, Filter filter) {
        return filter.state().isEmpty()
                ? permissions.grants(actor).stream()
                        .map(grant -> grant.scope().state())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                : Set.of(filter.state());
    }

    private static YearMonth month(String given) {
        try {
            YearMonth month = YearMonth.parse(given);
            if (month.isBefore(EARLIEST) || month.isAfter(LATEST)) {
                throw Refused.invalid(
                        Violation.of("month", "outOfRange", EARLIEST.toString(), LATEST.toString(), month.toString()));
            }
            return month;
        } catch (DateTimeException e) {
            throw Refused.invalid(Violation.of("month", "notAMonth", given));
        }
    }

    private static String view(String given) {
        if (!Set.of("list", "month").contains(given)) {
            throw Refused.invalid(Violation.of("view", "notAnOption", given));
        }
        return given;
    }

    private static Entry.@Nullable Kind kind(String given) {
        if (given.isBlank()) {
            return null;
        }
        for (Entry.Kind kind : Entry.Kind.values()) {
            if (kind.word().equals(given)) {
                return kind;
            }
        }
        throw Refused.invalid(Violation.of("kind", "notAnOption", given));
    }

    private String state(String given) {
        if (!given.isEmpty() && programme.states().stream().map(State::code).noneMatch(given::equals)) {
            throw Refused.invalid(Violation.of("state", "notAnOption", given));
        }
        return given;
    }
}
