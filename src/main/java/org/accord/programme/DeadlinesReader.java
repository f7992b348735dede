package org.accord.programme;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.accord.core.LocalText;
import org.accord.programme.Codes.Thing;
import org.accord.programme.DeadlineRule.Offset;
import org.accord.programme.DeadlineRule.Unit;
import org.accord.programme.WorkingCalendar.Holiday;
import org.jspecify.annotations.Nullable;

/** Reads calendars, and the deadline rules that count in them. */
final class DeadlinesReader {

    private static final Pattern OFFSET = Pattern.compile("([+-]?[0-9]{1,4})([a-z]+)");

    private final Fields root;
    private final ZoneId zone;
    private final LocalTime closing;
    private final String calendar;
    private final Map<String, Calendars.Named> calendars = new LinkedHashMap<>();

    private DeadlinesReader(Fields root, ZoneId zone) {
        this.root = root;
        this.zone = zone;
        root.items("calendars").forEach(this::addCalendar);
        root.required("closingTime");
        this.closing = root.parsed("closingTime", "notATime", LocalTime.NOON, LocalTime::parse);
        this.calendar = root.reference("calendar", Thing.CALENDAR);
    }

    /** Reads the calendars at once, since States refer to them; the rules come later, since they refer to States. */
    static DeadlinesReader withCalendarsOf(Fields root, ZoneId zone) {
        return new DeadlinesReader(root, zone);
    }

    private void addCalendar(Fields fields) {
        String code = fields.declared("code", Thing.CALENDAR);
        LocalText name = fields.words("name");
        LocalText note = fields.optionalWords("note");
        WorkingCalendar found = new WorkingCalendar(
                code,
                fields.options(fields.scalars("weekend"), DayOfWeek.values()),
                fields.items("holidays").stream().map(this::holiday).toList());
        fields.done();
        if (!found.everWorks()) {
            root.reading().faults().add("noWorkingDay", fields.here("code").with(code));
        }
        calendars.putIfAbsent(
                code, new Calendars.Named(found.everWorks() ? found : WorkingCalendar.always(code), name, note));
    }

    private Holiday holiday(Fields fields) {
        Set<MonthDay> yearly = new HashSet<>();
        Set<LocalDate> dated = new HashSet<>();
        fields.someScalars("on").forEach(on -> addDay(fields, on, yearly, dated));
        Holiday holiday = new Holiday(
                fields.words("name"), yearly, dated, fields.optionalDate("from"), fields.optionalDate("until"));
        fields.inOrder("from", "until");
        fields.done();
        return holiday;
    }

    private void addDay(Fields fields, Located on, Set<MonthDay> yearly, Set<LocalDate> dated) {
        if (!on.value().matches("[0-9]{2}-[0-9]{2}")) {
            LocalDate date = fields.date(on);
            Stream.ofNullable(date).forEach(dated::add);
            return;
        }
        try {
            yearly.add(MonthDay.parse("--" + on.value()));
        } catch (DateTimeException e) {
            root.reading().faults().add("notADate", on);
        }
    }

    Map<String, DeadlineRule> read(List<State> states) {
        List<WorkingCalendar> respected = calendars().of(states.stream().filter(State::participates));
        Map<String, DeadlineRule> rules = new LinkedHashMap<>();
        root.entries("deadlines").forEach((code, fields) -> {
            root.reading().codes().declare(Thing.DEADLINE, code);
            rules.put(code.value(), rule(code.value(), fields, respected));
        });
        return rules;
    }

    private DeadlineRule rule(String code, Fields fields, List<WorkingCalendar> respected) {
        String counted = fields.optionalReference("calendar", Thing.CALENDAR);
        DeadlineRule rule = new DeadlineRule(
                code,
                fields.option("anchor", DeadlineRule.Anchor.values()),
                offsets(fields),
                fields.parsed("time", "notATime", closing, LocalTime::parse),
                fields.parsed("zone", "notAZone", zone, ZoneId::of),
                calendars().calendar(counted == null ? calendar : counted),
                respected);
        fields.done();
        return rule;
    }

    Calendars calendars() {
        return new Calendars(zone, closing, calendar, calendars);
    }

    private List<Offset> offsets(Fields fields) {
        Located found = fields.required("offset");
        List<Offset> offsets = new ArrayList<>();
        if (found != null) {
            for (String part : found.value().trim().split(" +")) {
                Stream.ofNullable(offset(found, part)).forEach(offsets::add);
            }
        }
        return offsets;
    }

    private @Nullable Offset offset(Located found, String part) {
        Matcher matcher = OFFSET.matcher(part);
        if (!matcher.matches()) {
            root.reading().faults().add("deadlineOffset", found.with(part));
            return null;
        }
        for (Unit unit : Unit.values()) {
            if (unit.name().toLowerCase(Locale.ROOT).equals(matcher.group(2))) {
                return new Offset(Integer.parseInt(matcher.group(1)), unit);
            }
        }
        root.reading().faults().add("deadlineUnit", found.with(matcher.group(2)));
        return null;
    }
}
