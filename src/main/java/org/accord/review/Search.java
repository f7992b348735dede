package org.accord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.accord.audit.AuditFilter;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the reader asked the explorer, as it was typed.
 *
 * @param from the first day, in the zone of the secretariat
 * @param until the last day
 */
record Search(
        String caseKey,
        String actor,
        String role,
        String action,
        String state,
        String from,
        String until,
        String q,
        String view,
        String after) {

    private static final int LAST_YEAR = 9999;
    private static final List<String> VIEWS = List.of("timeline", "compact", "table");

    Search(
            @BindParam("case") @Nullable String caseKey,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String action,
            @Nullable String state,
            @Nullable String from,
            @Nullable String until,
            @Nullable String q,
            @Nullable String view,
            @Nullable String after) {
        this.caseKey = typed(caseKey);
        this.actor = typed(actor);
        this.role = typed(role);
        this.action = typed(action);
        this.state = typed(state);
        this.from = typed(from);
        this.until = typed(until);
        this.q = typed(q);
        this.view = VIEWS.contains(typed(view)) ? typed(view) : VIEWS.get(0);
        this.after = typed(after);
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    public List<String> views() {
        return VIEWS;
    }

    /** Of the same search, seen in that way, and behind that entry unless it is empty. */
    public String address(String view, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit").queryParam("view", view);
        conditions().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        if (!after.isEmpty()) {
            address.queryParam("after", after);
        }
        return address.encode().buildAndExpand(conditions()).toUriString();
    }

    public Map<String, String> conditions() {
        Map<String, String> conditions = new TreeMap<>(Map.of(
                "case", caseKey, "actor", actor, "role", role, "action", action, "state", state, "from", from, "until",
                until, "q", q));
        conditions.values().removeIf(String::isEmpty);
        return conditions;
    }

    /** Refuses days that are none ({@code notADate}), and whatever the filter refuses. */
    AuditFilter filter(ZoneId zone) {
        LocalDate first = day("from", from);
        LocalDate last = day("until", until);
        if (first != null && last != null && last.isBefore(first)) {
            throw Refused.invalid(Violation.of("until", "untilBeforeFrom", until, from));
        }
        return new AuditFilter(
                given(caseKey),
                given(actor),
                given(role),
                given(action),
                given(state),
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                end(last, zone),
                given(q));
    }

    private static @Nullable Instant end(@Nullable LocalDate last, ZoneId zone) {
        return last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate day(String field, String typed) {
        try {
            LocalDate day = typed.isEmpty() ? null : LocalDate.parse(typed);
            if (day == null || day.getYear() > 0 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below, as a day that nobody can mean
        }
        throw Refused.invalid(Violation.of(field, "notADate", typed));
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }
}
