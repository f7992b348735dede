package org.accord.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.accord.core.Actor;
import org.accord.core.Digest;
import org.accord.core.Refused;
import org.accord.core.Secret;
import org.accord.core.Uuid7;
import org.accord.core.Violation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens with which programs act for an account. 256 random bits, shown once; only their digest is kept, which is enough
 * for a secret that cannot be guessed.
 */
@Component
class ApiTokens {

    static final int LONGEST_DAYS = 366;
    private static final int LONGEST_LABEL = 80;
    private static final String PREFIX = "accord_";

    private final AccountStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(AccountStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** A new token; this is the only time that its secret is seen. */
    record Issued(UUID id, String secret, Instant expires) {}

    @Transactional
    public Issued issue(Actor actor, String label, int days) {
        requireLabel(label);
        if (days < 1 || days > LONGEST_DAYS) {
            throw Refused.invalid(Violation.of("days", "outOfRange", 1, LONGEST_DAYS, days));
        }
        Instant now = clock.instant();
        Issued issued = new Issued(Uuid7.at(now), secret(), now.plus(Duration.ofDays(days)));
        store.addToken(
                issued.id(),
                actor.name(),
                label.strip(),
                Digest.of(issued.secret()).hex(),
                now,
                issued.expires());
        events.publishEvent(new IdentityEvent.TokenCreated(actor, issued.id().toString(), label.strip()));
        return issued;
    }

    private static void requireLabel(String label) {
        if (label.isBlank()) {
            throw Refused.invalid(Violation.of("label", "required"));
        }
        if (label.length() > LONGEST_LABEL) {
            throw Refused.invalid(Violation.of("label", "maxLength", LONGEST_LABEL, LONGEST_LABEL, label.length()));
        }
        label.chars().filter(Character::isISOControl).findFirst().ifPresent(control -> {
            throw Refused.invalid(Violation.of(
                    "label",
                    "illegalCharacter",
                    "U+%04X".formatted(control),
                    label.replaceAll("\\p{Cntrl}", "\uFFFD")));
        });
    }

    List<AccountStore.Token> valid(Actor actor) {
        return store.tokens(actor.name(), clock.instant());
    }

    @Transactional
    public void revoke(Actor actor, UUID id) {
        if (!store.revokeToken(actor.name(), id, clock.instant())) {
            throw Refused.notFound("noSuchToken", id.toString());
        }
        events.publishEvent(new IdentityEvent.TokenRevoked(actor, id.toString()));
    }

    Optional<String> owner(String secret) {
        return secret.startsWith(PREFIX)
                ? store.tokenOwner(Digest.of(secret).hex(), clock.instant())
                : Optional.empty();
    }

    private String secret() {
        return PREFIX + Secret.fresh().text();
    }
}
