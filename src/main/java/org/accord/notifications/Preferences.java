package org.accord.notifications;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.Digest;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.identity.AccountDirectory;
import org.accord.identity.AccountEvent;
import org.accord.notifications.PreferenceStore.Chosen;
import org.accord.notifications.PreferenceStore.Code;
import org.accord.notifications.Wishes.Timing;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Where and when people want to be told. An address counts when its owner has typed the code that was sent to it. */
@Component
class Preferences {

    private static final Duration VALID = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int TRIES = 10;
    private static final int CODES = 100_000_000;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final PreferenceStore store;
    private final AccountDirectory accounts;
    private final Programme programme;
    private final Letters letters;
    private final Postman postman;
    private final NotificationsProperties properties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Preferences(
            PreferenceStore store,
            AccountDirectory accounts,
            Programme programme,
            Letters letters,
            Postman postman,
            NotificationsProperties properties,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.programme = programme;
        this.letters = letters;
        this.postman = postman;
        this.properties = properties;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody to whom mail can be sent. */
    record Reader(String account, MailAddress address, Locale language, Wishes wishes) {}

    /** What the account chose, or what holds for those who chose nothing: everything at once. */
    Chosen of(String account) {
        return store.find(account, programme.zone())
                .orElseGet(() -> new Chosen(
                        firstAddress(account), null, null, new Wishes(Map.of(), programme.zone(), MORNING, null)));
    }

    /** Posts of a demonstration have one from the beginning, where no mail arrives. */
    private @Nullable String firstAddress(String account) {
        return accounts.find(account)
                .filter(AccountDirectory.Known::demo)
                .map(known -> account + "@accord.example")
                .orElse(null);
    }

    private void begin(String account) {
        store.begin(account, firstAddress(account));
    }

    /** The holder of the account, if mail can reach them. */
    Optional<Reader> reachable(String account) {
        Chosen chosen = of(account);
        String address = chosen.address();
        return address == null || chosen.refused() != null
                ? Optional.empty()
                : accounts.find(account)
                        .map(known -> new Reader(account, new MailAddress(address), known.language(), chosen.wishes()));
    }

    @Transactional
    public void keep(Actor actor, Wishes wishes) {
        begin(actor.name());
        store.keep(actor.name(), wishes);
    }

    /**
     * Sends a code to the address. Refuses what is none ({@code notAnAddress}) or is not taken by its server
     * ({@code addressRefused}); and {@code mailOff}, {@code mailUnreachable}, or {@code codeJustSent} within a minute of the
     * one before.
     */
    void ask(Actor actor, String typed, Locale language) {
        MailAddress address = MailAddress.parse(typed);
        if (!properties.isOn()) {
            throw Refused.conflict("mailOff");
        }
        String code = "%08d".formatted(random.nextInt(CODES));
        String digest = digest(actor.name(), code);
        transaction.executeWithoutResult(status -> note(actor, address, digest, clock.instant()));
        try {
            send(address, code, language);
        } catch (Refused refused) {
            transaction.executeWithoutResult(status -> store.withdraw(actor.name(), digest));
            throw refused;
        }
    }

    private void note(Actor actor, MailAddress address, String digest, Instant now) {
        begin(actor.name());
        store.asked(actor.name())
                .filter(before -> before.plus(PAUSE).isAfter(now))
                .ifPresent(before -> {
                    throw Refused.conflict("codeJustSent");
                });
        store.ask(actor.name(), new Code(address.text(), digest, now.plus(VALID), 0), now);
    }

    private void send(MailAddress address, String code, Locale language) {
        try (Postman.Round round = postman.begin()) {
            Postman.Reply reply = round.hand(letters.code(address, code, language));
            if (reply.answer() == Postman.Answer.NO_SUCH_ADDRESS || reply.answer() == Postman.Answer.REFUSED) {
                throw Refused.invalid(
                        Violation.of("address", "addressRefused", address.text(), String.valueOf(reply.words())));
            }
            if (reply.answer() != Postman.Answer.TAKEN) {
                throw Refused.conflict("mailUnreachable");
            }
        } catch (MessagingException e) {
            throw Refused.conflict("mailUnreachable");
        }
    }

    /** Refuses {@code wrongCode}, which counts, and {@code codeOver} after an hour or ten wrong ones. */
    void confirm(Actor actor, String typed) {
        Boolean right = transaction.execute(status -> tryCode(actor, typed.strip()));
        if (!Boolean.TRUE.equals(right)) {
            throw Refused.invalid(Violation.of("code", "wrongCode"));
        }
    }

    private boolean tryCode(Actor actor, String typed) {
        Code code = store.code(actor.name())
                .filter(sent -> sent.until().isAfter(clock.instant()) && sent.tries() < TRIES)
                .orElseThrow(() -> Refused.invalid(Violation.of("code", "codeOver")));
        if (!MessageDigest.isEqual(bytes(code.digest()), bytes(digest(actor.name(), typed)))) {
            store.triedWrongly(actor.name());
            return false;
        }
        store.confirm(actor.name());
        events.publishEvent(new NotificationEvent.AddressConfirmed(actor, actor.name(), code.pending()));
        return true;
    }

    @Transactional
    public void remove(Actor actor) {
        begin(actor.name());
        store.remove(actor.name());
        events.publishEvent(new NotificationEvent.AddressRemoved(actor, actor.name()));
    }

    /** A new holder of the post proves an address of their own. */
    @EventListener
    void on(AccountEvent.TakenUp takenUp) {
        if (of(takenUp.account()).address() != null) {
            remove(takenUp.by());
        }
    }

    /** Nothing is sent to the address any more until it is proved again. */
    void refused(Reader reader, String words) {
        begin(reader.account());
        store.refuse(reader.account(), reader.address().text(), words);
    }

    /** Timings by the names of fields; refuses {@code notAnOption} for another word. */
    static Timing timing(String field, String word) {
        for (Timing timing : Timing.values()) {
            if (timing.name().equals(word)) {
                return timing;
            }
        }
        throw Refused.invalid(Violation.of(field, "notAnOption", word));
    }

    private static String digest(String account, String code) {
        return Digest.of(account + ":" + code).hex();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
