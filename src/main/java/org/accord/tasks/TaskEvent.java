package org.accord.tasks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What people do with tasks. */
public sealed interface TaskEvent extends DomainEvent {

    String taskId();

    @Override
    String caseKey();

    @Override
    default Subject about() {
        return new Subject("task", taskId());
    }

    /** Somebody took the task in hand. */
    record Claimed(
            Actor by,
            Capacity capacity,
            String taskId,
            String caseKey,
            String element,
            Scope scope,
            boolean confidential)
            implements TaskEvent {

        @Override
        public String action() {
            return "task.claimed";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("element", element);
        }
    }

    /** Somebody gave the task back to the role. */
    record Released(
            Actor by,
            Capacity capacity,
            String taskId,
            String caseKey,
            String element,
            Scope scope,
            boolean confidential)
            implements TaskEvent {

        @Override
        public String action() {
            return "task.released";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("element", element);
        }
    }

    /**
     * Somebody did the task. Told before the process moves on, so that what the submission says of the case holds for what
     * opens next.
     *
     * @param caseFields the fields of the case that the submission sets
     * @param submission the number under which what was submitted is kept
     */
    record Completed(
            Actor by,
            Capacity capacity,
            String taskId,
            String caseKey,
            String definitionId,
            String element,
            Scope scope,
            boolean confidential,
            Map<String, Object> caseFields,
            String form,
            String digest,
            long submission)
            implements TaskEvent {

        @Override
        public String action() {
            return "task.completed";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("element", element);
            details.put("definition", definitionId);
            details.put("form", form);
            details.put("submission", submission);
            details.put("digest", digest);
            return details;
        }
    }

    /** Somebody tried what the rules forbid; nothing was changed. */
    record AttemptRefused(
            Actor by,
            @Nullable Capacity capacity,
            String taskId,
            String caseKey,
            String element,
            Scope scope,
            boolean confidential,
            String refusal,
            Map<String, Object> faults)
            implements TaskEvent {

        @Override
        public String action() {
            return "task.refused";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("element", element, "refusal", refusal, "faults", faults);
        }
    }
}
