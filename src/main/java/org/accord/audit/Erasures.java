package org.accord.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.accord.core.Violation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases words that people wrote when their time has come. The commitments to them stay, so every proof holds; that words
 * were erased, by whom and why, is an entry of its own.
 */
@Component
class Erasures {

    private static final int LONGEST_REASON = 1_000;

    private final AuditStore store;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;

    Erasures(AuditStore store, Permissions permissions, ApplicationEventPublisher events) {
        this.store = store;
        this.permissions = permissions;
        this.events = events;
    }

    private record WordsErased(Actor by, Capacity capacity, long entry, List<String> keys, String reason)
            implements DomainEvent {

        @Override
        public Subject about() {
            return new Subject("entry", Long.toString(entry));
        }

        @Override
        public String action() {
            return "record.wordsErased";
        }

        @Override
        public boolean confidential() {
            return true;
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("keys", keys, "reason", reason);
        }

        @Override
        public Set<String> words() {
            return Set.of("reason");
        }
    }

    Capacity requireRecordsOfficer(Actor actor) {
        return permissions
                .capacity(actor, Right.KEEP_RECORDS, Scope.PROGRAMME)
                .orElseThrow(() -> Refused.notPermitted("onlyRecordsOfficer"));
    }

    /**
     * Erases the words of an entry. Refuses {@code onlyRecordsOfficer}, a reason that is missing or too long, and
     * {@code noWords} where nothing is left to erase.
     */
    @Transactional
    public void erase(Actor actor, long entry, String reason) {
        Capacity capacity = requireRecordsOfficer(actor);
        String why = reason.strip();
        if (why.isEmpty()) {
            throw Refused.invalid(Violation.of("reason", "required"));
        }
        if (why.length() > LONGEST_REASON) {
            throw Refused.invalid(Violation.of("reason", "textTooLong", LONGEST_REASON, why.length()));
        }
        List<String> keys = store.eraseWords(entry);
        if (keys.isEmpty()) {
            throw Refused.notFound("noWords", Long.toString(entry));
        }
        events.publishEvent(new WordsErased(actor, capacity, entry, keys, why));
    }
}
