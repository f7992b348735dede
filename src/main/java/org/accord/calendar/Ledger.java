package org.accord.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows what each account's calendar was told, by feed and by mail, so that a change has the next number and what is off
 * is called off there too.
 */
@Component
class Ledger {

    private static final int KEPT_DAYS = 400;

    private final ToldStore store;
    private final Clock clock;

    Ledger(ToldStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Something that is told, and what it is; nothing if it is withdrawn. */
    record Line(Told told, Optional<Entry> entry) {}

    /** Days, both included, in a zone. */
    record Span(LocalDate from, LocalDate until, ZoneId zone) {

        boolean covers(When when) {
            return !when.last(zone).isBefore(from) && !when.first(zone).isAfter(until);
        }
    }

    /**
     * Tells an account all that is on in a time.
     *
     * @param entries all of that time; what is missing of what was told before is withdrawn
     */
    @Transactional
    List<Line> tell(String account, List<Entry> entries, Span span) {
        Map<String, Told> before = before(account);
        Instant now = clock.instant();
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Entry entry : entries) {
            lines.put(entry.id(), new Line(Told.of(before.get(entry.id()), entry, now), Optional.of(entry)));
        }
        before.forEach((uid, told) -> {
            if (span.covers(told.when())) {
                lines.putIfAbsent(uid, new Line(told.withdrawn(now), Optional.empty()));
            }
        });
        lines.values().stream()
                .map(Line::told)
                .filter(told -> !told.equals(before.get(told.uid())))
                .forEach(told -> store.keep(account, told));
        return new ArrayList<>(lines.values());
    }

    /** Tells an account of one thing, on or off; nothing if it is off and the account was never told that it was on. */
    @Transactional
    Optional<Told> tell(String account, Entry entry, boolean on) {
        Told before = before(account).get(entry.id());
        Instant now = clock.instant();
        Optional<Told> told = on
                ? Optional.of(Told.of(before, entry, now))
                : Optional.ofNullable(before).map(known -> known.withdrawn(now));
        told.filter(one -> !one.equals(before)).ifPresent(one -> store.keep(account, one));
        return told;
    }

    private Map<String, Told> before(String account) {
        store.lock(account);
        return store.of(account).stream().collect(Collectors.toMap(Told::uid, Function.identity()));
    }

    /** What ended longer ago is in no feed any more. */
    @Scheduled(cron = "0 20 3 * * *", zone = "UTC")
    @Transactional
    void forget() {
        store.forget(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(KEPT_DAYS));
    }
}
