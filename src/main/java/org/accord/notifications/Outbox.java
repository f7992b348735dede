package org.accord.notifications;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.accord.calendar.Invitations;
import org.accord.core.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due, on any number of nodes. That a mail is being sent is committed before it is handed over, so that no
 * crash sends it twice; a mail of which nobody knows whether the server took it is left to the operator.
 */
@Component
class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Actor SENDER = Actor.system("mail");
    private static final int MOST_ATTEMPTS = 12;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration KEPT = Duration.ofDays(90);

    private final OutboxStore store;
    private final NewsStore news;
    private final Distribution distribution;
    private final Letters letters;
    private final Invitations invitations;
    private final Postman postman;
    private final Preferences preferences;
    private final NotificationsProperties properties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean reachable = true;

    Outbox(
            OutboxStore store,
            NewsStore news,
            Distribution distribution,
            Letters letters,
            Invitations invitations,
            Postman postman,
            Preferences preferences,
            NotificationsProperties properties,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.news = news;
        this.distribution = distribution;
        this.letters = letters;
        this.invitations = invitations;
        this.postman = postman;
        this.preferences = preferences;
        this.properties = properties;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the server could be reached when it was last tried. */
    boolean isReachable() {
        return reachable;
    }

    @Scheduled(initialDelayString = "${accord.mail.every:PT5S}", fixedDelayString = "${accord.mail.every:PT5S}")
    void work() {
        if (properties.isOn()) {
            distribution.spread();
            sendDue();
        }
    }

    @Scheduled(cron = "0 10 3 * * *", zone = "UTC")
    void forget() {
        transaction.executeWithoutResult(status -> {
            Instant before = clock.instant().minus(KEPT);
            store.forget(before);
            news.forget(before);
        });
    }

    private void sendDue() {
        transaction.executeWithoutResult(status -> store.abandon(clock.instant()));
        boolean more = store.hasWork(clock.instant());
        while (more) {
            more = sendOverOneConnection();
        }
    }

    /** What is due is gathered when the server can be reached, so that an outage ends with one mail for each reader. */
    private boolean sendOverOneConnection() {
        try (Postman.Round round = postman.begin()) {
            reachable = true;
            gather();
            Optional<OutboxStore.Taken> next = take();
            while (next.isPresent()) {
                next = send(round, next.get());
            }
            return !round.isBroken() && store.hasWork(clock.instant());
        } catch (MessagingException e) {
            reachable = false;
            LOG.warn("The mail server cannot be reached: {}", e.getMessage());
            return false;
        }
    }

    private void gather() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> store.gather(clock.instant()) > 0));
        }
    }

    private Optional<OutboxStore.Taken> take() {
        Optional<OutboxStore.Taken> taken = transaction.execute(status -> store.take(clock.instant()));
        return taken == null ? Optional.empty() : taken;
    }

    /** Ends one and takes the next in one transaction; takes none over a connection on which the server said no. */
    private Optional<OutboxStore.Taken> send(Postman.Round round, OutboxStore.Taken mail) {
        Sending sending = sending(round, mail);
        Optional<OutboxStore.Taken> next = transaction.execute(status -> {
            conclude(mail, sending);
            return sending.reply() == null || sending.reply().answer() == Postman.Answer.TAKEN
                    ? store.take(clock.instant())
                    : Optional.empty();
        });
        return next == null ? Optional.empty() : next;
    }

    /** What came of one mail: no reply if it was not handed over, until then if its reader wants quiet. */
    private record Sending(
            Preferences.@Nullable Reader reader,
            @Nullable Letter letter,
            Postman.@Nullable Reply reply,
            @Nullable Instant quietUntil) {}

    private Sending sending(Postman.Round round, OutboxStore.Taken mail) {
        Preferences.Reader reader = preferences.reachable(mail.recipient()).orElse(null);
        if (reader == null) {
            return new Sending(null, null, null, null);
        }
        Instant now = clock.instant();
        Instant allowed = reader.wishes().mayBeSent(now);
        if (allowed.isAfter(now)) {
            return new Sending(reader, null, null, allowed);
        }
        try {
            Letter letter = letters.write(mail.id(), reader, news.in(mail.id())).orElse(null);
            return new Sending(reader, letter, letter == null ? null : round.hand(letter), null);
        } catch (RuntimeException e) {
            LOG.warn("Mail {} could not be written", mail.id(), e);
            return new Sending(
                    reader, null, new Postman.Reply(Postman.Answer.LATER, "Accord could not write it"), null);
        }
    }

    private void conclude(OutboxStore.Taken mail, Sending sending) {
        Instant now = clock.instant();
        Preferences.Reader reader = sending.reader();
        Postman.Reply reply = sending.reply();
        if (sending.quietUntil() != null) {
            store.postpone(mail.id(), sending.quietUntil());
        } else if (reader == null || reply == null) {
            store.end(mail.id(), OutboxStore.State.DROPPED, null, null, now);
        } else {
            conclude(mail, reader, reply, now);
        }
        Letter letter = sending.letter();
        if (letter != null && reply != null && reply.answer() == Postman.Answer.TAKEN) {
            letter.invitations().forEach(invitation -> invitations.mailed(mail.recipient(), invitation));
        }
    }

    private void conclude(OutboxStore.Taken mail, Preferences.Reader reader, Postman.Reply reply, Instant now) {
        String address = reader.address().text();
        switch (reply.answer()) {
            case TAKEN -> store.end(mail.id(), OutboxStore.State.SENT, address, null, now);
            case NONE -> store.end(mail.id(), OutboxStore.State.UNCERTAIN, address, reply.words(), now);
            case REFUSED -> store.end(mail.id(), OutboxStore.State.FAILED, address, reply.words(), now);
            case NO_SUCH_ADDRESS -> {
                store.end(mail.id(), OutboxStore.State.FAILED, address, reply.words(), now);
                preferences.refused(reader, String.valueOf(reply.words()));
                events.publishEvent(new NotificationEvent.AddressFailed(SENDER, mail.recipient()));
            }
            case LATER -> later(mail, address, String.valueOf(reply.words()), now);
        }
    }

    private void later(OutboxStore.Taken mail, String address, String words, Instant now) {
        if (mail.attempts() >= MOST_ATTEMPTS) {
            store.end(mail.id(), OutboxStore.State.FAILED, address, words, now);
        } else {
            store.again(mail.id(), now.plus(pause(mail.attempts())), words);
        }
    }

    /** Doubled with each attempt, from one minute to two hours: about half a day in all. */
    static Duration pause(int attempts) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
