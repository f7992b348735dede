package org.accord.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.LocalText;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The calendars for whoever reads them, and for administrators who add a day or take it away. */
@Component
class CalendarBook {

    private static final int ATTEMPTS = 5;
    private static final int LONGEST_NAME = 200;

    private final ProgrammeImport imported;
    private final CalendarStore store;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CalendarBook(
            ProgrammeImport imported,
            CalendarStore store,
            Permissions permissions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.imported = imported;
        this.store = store;
        this.permissions = permissions;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A day as it was handed in.
     *
     * @param name what it is called, by language
     * @param off whether it is a day off; a day worked otherwise
     */
    record Given(
            @Nullable String day,
            @Nullable Map<String, String> name,
            @Nullable Boolean off) {}

    List<CalendarView> all() {
        return imported.content().calendars().all().keySet().stream()
                .map(this::find)
                .toList();
    }

    CalendarView find(String code) {
        ProgrammeFile content = imported.content();
        Calendars calendars = content.calendars().with(store.days());
        return calendars
                .find(code)
                .map(named -> new CalendarView(
                        named,
                        code.equals(calendars.secretariat()),
                        content.parties().states().stream()
                                .filter(state -> code.equals(state.calendar()))
                                .toList()))
                .orElseThrow(() -> Refused.notFound("noSuchCalendar", code));
    }

    int thisYear() {
        return today().getYear();
    }

    /**
     * Adds a day off, or a day worked instead; what is due moves at once. Refuses {@code notPermitted},
     * {@code noSuchCalendar}, {@code calendarDayKnown}, and with violations a day that is no date or lies more than a year
     * back ({@code tooLongAgo}) and a name that is missing in a language of the programme.
     */
    CalendarView add(Actor actor, String code, Given given) {
        Capacity capacity = permissions.require(actor, Right.ADMINISTER, Scope.PROGRAMME);
        find(code);
        ExtraDay day = check(given);
        change(status -> {
            if (!store.add(code, day)) {
                throw Refused.conflict("calendarDayKnown", code, day.day());
            }
            events.publishEvent(
                    new ProgrammeEvent.CalendarChanged(actor, capacity, code, day.day(), day.name(), day.off(), true));
        });
        return find(code);
    }

    /**
     * Takes such a day away again; what is due moves at once. Refuses {@code notPermitted}, {@code noSuchCalendar},
     * {@code noSuchCalendarDay}, and a day more than a year back.
     */
    void remove(Actor actor, String code, String given) {
        Capacity capacity = permissions.require(actor, Right.ADMINISTER, Scope.PROGRAMME);
        List<Violation> violations = new ArrayList<>();
        LocalDate day = day(given, violations);
        ExtraDay known = find(code).named().calendar().extra().get(day);
        refuse(violations);
        change(status -> {
            if (known == null || !store.remove(code, day)) {
                throw Refused.notFound("noSuchCalendarDay", code, day);
            }
            events.publishEvent(
                    new ProgrammeEvent.CalendarChanged(actor, capacity, code, day, known.name(), known.off(), false));
        });
    }

    /** Changes a calendar and all that hangs on it; anew if others worked on the same at the same moment. */
    private void change(Consumer<Object> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(change::accept);
                return;
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw Refused.conflict("contended");
                }
            }
        }
    }

    private ExtraDay check(Given given) {
        List<Violation> violations = new ArrayList<>();
        LocalDate day = day(given.day(), violations);
        LocalText name = name(given.name() == null ? Map.of() : given.name(), violations);
        Boolean off = given.off();
        if (off == null) {
            violations.add(Violation.of("off", "required"));
        }
        refuse(violations);
        return new ExtraDay(day, name, Boolean.TRUE.equals(off));
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Refused.invalid("invalid", violations);
        }
    }

    private LocalDate day(@Nullable String given, List<Violation> violations) {
        LocalDate oldest = today().minusYears(1);
        if (given == null || given.isBlank()) {
            violations.add(Violation.of("day", "required"));
            return oldest;
        }
        try {
            LocalDate day = LocalDate.parse(given);
            if (day.isBefore(oldest)) {
                violations.add(Violation.of("day", "tooLongAgo", oldest));
            } else if (day.isAfter(Fields.LATEST)) {
                violations.add(Violation.of("day", "outOfRange", oldest, Fields.LATEST, day));
            }
            return day;
        } catch (DateTimeParseException e) {
            violations.add(Violation.of("day", "notADate", given));
            return oldest;
        }
    }

    private LocalText name(Map<String, String> given, List<Violation> violations) {
        Map<String, String> name = new LinkedHashMap<>();
        for (String language : imported.content().languages()) {
            String text = given.get(language) == null ? "" : given.get(language).strip();
            String field = "name." + language;
            if (text.isEmpty()) {
                violations.add(Violation.of(field, "required"));
            } else if (text.length() > LONGEST_NAME) {
                violations.add(Violation.of(field, "maxLength", LONGEST_NAME, LONGEST_NAME, text.length()));
            }
            text.codePoints()
                    .filter(CalendarBook::isUnprintable)
                    .findFirst()
                    .ifPresent(point -> violations.add(
                            Violation.of(field, "illegalCharacter", "U+%04X".formatted(point), language)));
            name.put(language, text);
        }
        return new LocalText(name);
    }

    private static boolean isUnprintable(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || !Character.isDefined(point);
    }

    private LocalDate today() {
        return clock.instant().atZone(imported.content().calendars().zone()).toLocalDate();
    }
}
