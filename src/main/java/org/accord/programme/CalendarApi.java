package org.accord.programme;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/calendars")
class CalendarApi {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2099;

    private final CalendarBook book;

    CalendarApi(CalendarBook book) {
        this.book = book;
    }

    record Item(
            String code,
            Map<String, String> name,
            @Nullable Map<String, String> note,
            boolean secretariat,
            List<String> states,
            List<String> weekend) {

        static Item of(CalendarView calendar) {
            LocalText note = calendar.named().note();
            return new Item(
                    calendar.code(),
                    calendar.named().name().byLanguage(),
                    note == null ? null : note.byLanguage(),
                    calendar.ofSecretariat(),
                    calendar.states().stream().map(State::code).toList(),
                    calendar.weekend().stream()
                            .map(day -> day.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    record Day(LocalDate day, Map<String, String> name, boolean off, boolean added) {

        static Day of(CalendarView.Day day) {
            return new Day(day.day(), day.name().byLanguage(), day.off(), day.added());
        }
    }

    record Items(List<Item> items) {}

    record Year(Item calendar, int year, List<Day> days) {}

    @GetMapping
    Items calendars(Actor actor) {
        return new Items(book.all().stream().map(Item::of).toList());
    }

    @GetMapping("/{code}")
    Year calendar(Actor actor, @PathVariable String code, @RequestParam(required = false) @Nullable Integer year) {
        return year(book.find(code), requireYear(year == null ? book.thisYear() : year));
    }

    private static Year year(CalendarView calendar, int year) {
        return new Year(
                Item.of(calendar),
                year,
                calendar.days(year).stream().map(Day::of).toList());
    }

    /** Refuses years that no calendar knows ({@code outOfRange}). */
    static int requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Refused.invalid(Violation.of("year", "outOfRange", FIRST_YEAR, LAST_YEAR, year));
        }
        return year;
    }

    @PostMapping("/{code}/days")
    ResponseEntity<Year> add(Actor actor, @PathVariable String code, @RequestBody CalendarBook.Given given) {
        CalendarView calendar = book.add(actor, code, given);
        int year = LocalDate.parse("" + given.day()).getYear();
        return ResponseEntity.created(URI.create("/api/v1/calendars/" + code + "?year=" + year))
                .body(year(calendar, year));
    }

    @DeleteMapping("/{code}/days/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable String code, @PathVariable String day) {
        book.remove(actor, code, day);
    }
}
