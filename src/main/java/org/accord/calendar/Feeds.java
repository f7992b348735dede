package org.accord.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.Digest;
import org.accord.core.Refused;
import org.accord.core.Secret;
import org.accord.identity.AccountDirectory;
import org.accord.identity.AccountEvent;
import org.accord.instance.InstanceProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calendars at secret addresses, for programs that cannot sign in. Whoever knows the address reads what may leave Accord: kinds
 * and names of the model, numbers, times and links; never a word that somebody typed.
 */
@Component
class Feeds {

    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 400;
    private static final int CALLED_OFF_DAYS = 30;

    private final FeedStore store;
    private final Agenda agenda;
    private final Ledger ledger;
    private final Ics ics;
    private final AccountDirectory accounts;
    private final InstanceProperties instance;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Feeds(
            FeedStore store,
            Agenda agenda,
            Ledger ledger,
            Ics ics,
            AccountDirectory accounts,
            InstanceProperties instance,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.agenda = agenda;
        this.ledger = ledger;
        this.ics = ics;
        this.accounts = accounts;
        this.instance = instance;
        this.events = events;
        this.clock = clock;
    }

    Optional<FeedStore.Feed> of(Actor actor) {
        return store.find(actor.name());
    }

    /**
     * Makes a new address, seen this once; the one before leads nowhere from now on. Refuses {@code noPublicAddress} while the
     * installation does not know under which address people reach it.
     */
    @Transactional
    public String open(Actor actor) {
        if (!instance.isReachable()) {
            throw Refused.conflict("noPublicAddress");
        }
        String secret = Secret.fresh().text();
        store.open(actor.name(), Digest.of(secret).hex(), clock.instant());
        events.publishEvent(new CalendarEvent.FeedOpened(actor));
        return instance.address() + "/calendar/feed/" + secret + ".ics";
    }

    @Transactional
    public void revoke(Actor actor) {
        if (store.revoke(actor.name())) {
            events.publishEvent(new CalendarEvent.FeedRevoked(actor));
        }
    }

    /** What somebody else may have kept of an account leads nowhere any more. */
    @EventListener
    void on(AccountEvent event) {
        if (event.closesDoors()) {
            store.revoke(event.account());
        }
    }

    /**
     * The calendar at an address: of the last month and the next year or so, with what was called off in the last 30 days.
     * Refuses {@code noSuchFeed} for one that was revoked, never made, or whose account is disabled.
     */
    @Transactional
    public String read(String secret) {
        Instant now = clock.instant();
        AccountDirectory.Known reader = store.read(Digest.of(secret).hex(), now)
                .flatMap(accounts::find)
                .orElseThrow(() -> Refused.notFound("noSuchFeed"));
        LocalDate today = now.atZone(agenda.zone()).toLocalDate();
        LocalDate since = today.minusDays(DAYS_BACK);
        LocalDate until = today.plusDays(DAYS_AHEAD);
        List<Entry> entries = agenda.between(Actor.person(reader.name()), since, until);
        Instant lately =
                today.minusDays(CALLED_OFF_DAYS).atStartOfDay(agenda.zone()).toInstant();
        List<Ledger.Line> lines =
                ledger.tell(reader.name(), entries, new Ledger.Span(since, until, agenda.zone())).stream()
                        .filter(line ->
                                !line.told().withdrawn() || line.told().at().isAfter(lately))
                        .toList();
        return ics.feed(lines, reader.language());
    }
}
