package org.accord.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.accord.access.Permissions;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.core.Retention;
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

    static final int AT_ONCE = 500;

    private static final int LONGEST_REASON = 1_000;

    private final WordsStore store;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Erasures(WordsStore store, Permissions permissions, ApplicationEventPublisher events, Clock clock) {
        this.clock = clock;
        this.store = store;
        this.permissions = permissions;
        this.events = events;
    }

    Capacity requireRecordsOfficer(Actor actor) {
        return permissions
                .capacityForWork(actor, Permissions.RECORDS_OFFICER, Scope.PROGRAMME)
                .orElseThrow(() -> Refused.notPermitted("onlyRecordsOfficer"));
    }

    /** Why words may be erased. */
    public enum Ground {
        /** Their time is over; see {@link Retention}. */
        TIME,
        /** The person whom they are about asks for it. */
        REQUEST;

        /** Refuses {@code notAnOption} at the field {@code ground}. */
        static Ground of(String word) {
            return Stream.of(values())
                    .filter(ground -> ground.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> Refused.invalid(Violation.of("ground", "notAnOption", word)));
        }

        /** As forms and interfaces have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Erases the words of an entry. Refuses {@code onlyRecordsOfficer}, a reason that is missing or too long, {@code noWords}
     * where nothing is left to erase, {@code recordHeld} while the case is held, and {@code wordsKept} on the ground of a time
     * that is not over, {@code wordsKeptWhileRuns} if its case has not ended.
     */
    @Transactional
    public void erase(Actor actor, long entry, Ground ground, String reason) {
        Capacity capacity = requireRecordsOfficer(actor);
        String why = requireReason("reason", reason);
        store.keepHolds();
        KeptWords kept = store.kept(entry).orElseThrow(() -> Refused.notFound("noWords", Long.toString(entry)));
        if (kept.held() != null) {
            throw Refused.conflict("recordHeld", String.valueOf(kept.caseKey()), kept.held());
        }
        if (ground == Ground.TIME && !kept.isOver(clock.instant())) {
            throw kept.erasedFrom()
                    .map(from -> Refused.conflict("wordsKept", from.toString()))
                    .orElseGet(() -> Refused.conflict("wordsKeptWhileRuns"));
        }
        erase(actor, capacity, entry, ground, why);
    }

    /** How many entries, of the next {@value #AT_ONCE}, have words whose time is over. */
    int due(Actor actor) {
        requireRecordsOfficer(actor);
        return over().size();
    }

    /** Erases the words of those, and answers how many entries they were. Refuses {@code onlyRecordsOfficer}. */
    @Transactional
    public int eraseDue(Actor actor) {
        Capacity capacity = requireRecordsOfficer(actor);
        store.keepHolds();
        List<KeptWords> over = over();
        over.forEach(kept -> erase(actor, capacity, kept.entry(), Ground.TIME, ""));
        return over.size();
    }

    private List<KeptWords> over() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return store.over(
                Retention.PERSONAL.endedBefore(today).orElseThrow(),
                Retention.WORKING.endedBefore(today).orElseThrow(),
                AT_ONCE);
    }

    private void erase(Actor actor, Capacity capacity, long entry, Ground ground, String why) {
        List<String> keys = store.erase(entry);
        if (!keys.isEmpty()) {
            Subject told = store.subject(entry);
            events.publishEvent(new WordsErased(actor, capacity, entry, told, keys, ground.word(), why));
        }
    }

    static String requireReason(String field, String reason) {
        String why = reason.strip();
        if (why.isEmpty()) {
            throw Refused.invalid(Violation.of(field, "required"));
        }
        if (why.length() > LONGEST_REASON) {
            throw Refused.invalid(Violation.of(field, "textTooLong", LONGEST_REASON, why.length()));
        }
        return why;
    }
}
