package org.accord.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Page;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The record, for reading. Nothing here changes it; it is written by {@link AuditRecorder} alone. */
@Component
public class AuditLog {

    static final int LARGEST_PAGE = 100;

    private final AuditStore store;
    private final AuditFinder finder;
    private final Permissions permissions;
    private final Reach reach;
    private final ApplicationEventPublisher events;

    AuditLog(
            AuditStore store,
            AuditFinder finder,
            Permissions permissions,
            Reach reach,
            ApplicationEventPublisher events) {
        this.store = store;
        this.finder = finder;
        this.permissions = permissions;
        this.reach = reach;
        this.events = events;
    }

    /** What happened in a case, oldest first, as far as the reader may see it; the caller has checked the case itself. */
    public Page<AuditEntry> timeline(Actor reader, String caseKey, String process, int limit, @Nullable String after) {
        return page(
                store.timeline(caseKey, reach.andRoles(reader, process), cursor(after), size(limit) + 1), size(limit));
    }

    /** The newest entry of that act on the subject, if the reader may see it; the caller has checked the case itself. */
    public Optional<AuditEntry> about(Actor reader, String process, Subject subject, String action) {
        return store.about(subject, action, reach.andRoles(reader, process));
    }

    /**
     * Searches the whole record, newest first. For readers of everything only ({@code notPermitted}); that they looked is
     * itself recorded.
     */
    @Transactional
    public Page<AuditEntry> find(Actor reader, AuditFilter filter, int limit, @Nullable String after) {
        permissions.require(reader, Right.READ_ALL, Scope.PROGRAMME);
        Long last = after == null ? null : cursor(after);
        if (last != null && store.numbered(last).isEmpty()) {
            throw Refused.invalid(Violation.of("after", "notACursor", Long.toString(last)));
        }
        try {
            Page<AuditEntry> page = page(finder.find(filter, last, size(limit) + 1), size(limit));
            events.publishEvent(new RecordRead(reader, filter));
            return page;
        } catch (QueryTimeoutException e) {
            throw Refused.invalid("searchTooWide", List.of());
        }
    }

    /** The names of all acts that the record tells of; for readers of everything ({@code notPermitted}). */
    public List<String> actions(Actor reader) {
        permissions.require(reader, Right.READ_ALL, Scope.PROGRAMME);
        return store.actions();
    }

    /**
     * One entry, for readers of everything, and for whoever acted ({@code noSuchEntry} for others). That somebody looked at
     * what they did not do is itself recorded.
     */
    @Transactional
    public AuditEntry entry(Actor reader, long index) {
        AuditEntry found = store.numbered(index)
                .filter(entry -> isOwn(reader, entry) || permissions.may(reader, Right.READ_ALL, Scope.PROGRAMME))
                .orElseThrow(() -> Refused.notFound("noSuchEntry", Long.toString(index)));
        if (!isOwn(reader, found)) {
            events.publishEvent(new EntryRead(reader, index));
        }
        return found;
    }

    private static boolean isOwn(Actor reader, AuditEntry entry) {
        return !entry.actor().isSystem() && reader.is(entry.actor().name());
    }

    /**
     * The number of the newest entry that tells of something the actor did to the subject: their receipt. Of what they did in
     * several capacities only that in this one counts, and what names none.
     */
    public Optional<Long> newestOf(Actor actor, Capacity capacity, Subject about) {
        return store.newestOf(actor.name(), capacity, about);
    }

    /** The number of the newest entry of what the actor did to the subject. */
    public Optional<Long> newestOf(Actor actor, Subject about) {
        return store.newestOf(actor.name(), about);
    }

    private static int size(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refused.invalid(Violation.of("limit", "outOfRange", 1, LARGEST_PAGE, limit));
        }
        return limit;
    }

    private static long cursor(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        try {
            long index = Long.parseLong(after);
            if (index >= 0) {
                return index;
            }
        } catch (NumberFormatException e) {
            // told below, as for a number that no line has
        }
        throw Refused.invalid(Violation.of("after", "notACursor", after));
    }

    private static Page<AuditEntry> page(List<AuditEntry> found, int limit) {
        boolean more = found.size() > limit;
        List<AuditEntry> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? Long.toString(items.get(limit - 1).index()) : null);
    }

    private record EntryRead(Actor by, long entry) implements DomainEvent {

        @Override
        public Subject about() {
            return new Subject("entry", Long.toString(entry));
        }

        @Override
        public String action() {
            return "record.read";
        }
    }

    private record RecordRead(Actor by, AuditFilter filter) implements DomainEvent {

        @Override
        public Subject about() {
            return new Subject("record", "accord");
        }

        @Override
        public String action() {
            return "record.read";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("filter", filter.toString());
        }

        @Override
        public Set<String> words() {
            return Set.of("filter");
        }
    }
}
