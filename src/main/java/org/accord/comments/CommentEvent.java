package org.accord.comments;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What happens in discussions. */
public sealed interface CommentEvent extends DomainEvent {

    String id();

    @Override
    String caseKey();

    @Override
    default Subject about() {
        return new Subject("comment", id());
    }

    /**
     * Somebody said something.
     *
     * @param audience to whom, as they chose
     * @param confidedTo the audiences of it
     * @param mentioned the posts that are called upon
     */
    record Written(
            Actor by,
            Capacity capacity,
            String id,
            String caseKey,
            @Nullable String task,
            String text,
            String audience,
            Scope scope,
            boolean confidential,
            Set<String> confidedTo,
            List<String> mentioned)
            implements CommentEvent {

        static Written of(Actor by, CommentStore.Row row, Audience.Matter matter) {
            return new Written(
                    by,
                    row.capacity(),
                    row.id().toString(),
                    row.caseKey(),
                    row.task(),
                    String.valueOf(row.text()),
                    row.audience().word(),
                    row.audience().scope(matter),
                    row.audience().confidential(matter),
                    row.audiences(),
                    List.copyOf(row.mentions()));
        }

        public Written {
            confidedTo = Set.copyOf(confidedTo);
            mentioned = List.copyOf(mentioned);
        }

        @Override
        public String action() {
            return "comment.written";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("text", text);
            details.put("audience", audience);
            if (task != null) {
                details.put("task", task);
            }
            if (!mentioned.isEmpty()) {
                details.put("mentioned", mentioned);
            }
            return details;
        }

        @Override
        public Set<String> words() {
            return Set.of("text");
        }
    }

    /** Its author took it back; the record keeps that it was said. */
    record Withdrawn(
            Actor by,
            Capacity capacity,
            String id,
            String caseKey,
            Scope scope,
            boolean confidential,
            Collection<String> audiences)
            implements CommentEvent {

        @Override
        public String action() {
            return "comment.withdrawn";
        }

        @Override
        public Set<String> confidedTo() {
            return Set.copyOf(audiences);
        }
    }
}
