package org.accord.tasks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What people do with tasks. */
public sealed interface TaskEvent extends DomainEvent {

    /** The task that it happened to. */
    Concerned task();

    @Override
    default String caseKey() {
        return task().caseKey();
    }

    @Override
    default Scope scope() {
        return task().scope();
    }

    @Override
    default boolean confidential() {
        return task().confidential();
    }

    @Override
    default Subject about() {
        return new Subject("task", task().taskId());
    }

    @Override
    default Map<String, ?> details() {
        return task().named();
    }

    /**
     * A task, where it belongs, and who may know of it.
     *
     * @param definitionId the version of the process, in which {@code element} has its name
     */
    record Concerned(
            String taskId, String caseKey, String definitionId, String element, Scope scope, boolean confidential) {

        Map<String, Object> named() {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("element", element);
            named.put("definition", definitionId);
            return named;
        }
    }

    /**
     * What was handed in, for modules that the model's task speaks to; it stands in the submission and not in the record.
     *
     * @param ballot the topic of the decision in which the task states a position
     * @param text the fields that hold a text, one for each language of the programme in its order; empty for a language
     *     that the form does not have
     */
    record Told(@Nullable String ballot, List<String> text, Map<String, ?> data) {

        public Told {
            text = List.copyOf(text);
            data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        }

        /** What a field was answered with, as text; empty if it was not. */
        public String answer(String field) {
            Object value = data.get(field);
            return value == null ? "" : value.toString();
        }
    }

    /** Somebody took the task in hand. */
    record Claimed(Actor by, Capacity capacity, Concerned task) implements TaskEvent {

        @Override
        public String action() {
            return "task.claimed";
        }
    }

    /** Somebody gave the task back to the role. */
    record Released(Actor by, Capacity capacity, Concerned task) implements TaskEvent {

        @Override
        public String action() {
            return "task.released";
        }
    }

    /** The post that held the task was handed over, and the task with it. */
    record Passed(Actor by, Concerned task, String from, String to) implements TaskEvent {

        @Override
        public String action() {
            return "task.passed";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = task.named();
            details.put("from", from);
            details.put("to", to);
            return details;
        }
    }

    /**
     * Somebody did the task. Told before the process moves on, so that what the submission says of the case holds for what
     * opens next.
     *
     * @param caseFields the fields of the case that the submission sets
     * @param submission the number under which what was submitted is kept
     * @param authority under which it was approved; empty for what is no approval of spending
     */
    record Completed(
            Actor by,
            Capacity capacity,
            Concerned task,
            Map<String, Object> caseFields,
            Told told,
            String form,
            String digest,
            long submission,
            Map<String, Object> authority)
            implements TaskEvent {

        @Override
        public String action() {
            return "task.completed";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = task.named();
            details.put("form", form);
            details.put("submission", submission);
            details.put("digest", digest);
            if (!authority.isEmpty()) {
                details.put("authority", authority);
            }
            return details;
        }
    }

    /**
     * The task went one level up, since nobody who may do it could decide ({@code vacant}: there is nobody; {@code barred} by what they did before, or without
     * the {@code authority}), or whoever did had not the authority.
     */
    record PassedUp(Actor by, @Nullable Capacity capacity, Concerned task, String reason) implements TaskEvent {

        @Override
        public String action() {
            return "task.passedUp";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = task.named();
            details.put("reason", reason);
            return details;
        }
    }

    /** Somebody tried what the rules forbid; nothing was changed. */
    record AttemptRefused(
            Actor by,
            @Nullable Capacity capacity,
            Concerned task,
            Told told,
            String refusal,
            Map<String, Object> faults)
            implements TaskEvent {

        @Override
        public String action() {
            return "task.refused";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = task.named();
            details.put("refusal", refusal);
            details.put("faults", faults);
            return details;
        }
    }

    /**
     * Something was done because the task is late or soon due.
     *
     * @param escalation the action of the table of escalations
     * @param to the post or the roles that were told
     */
    record Escalated(Actor by, Concerned task, String escalation, List<String> to) implements TaskEvent {

        public Escalated {
            to = List.copyOf(to);
        }

        @Override
        public String action() {
            return "task.escalated";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = task.named();
            details.put("escalation", escalation);
            details.put("to", to);
            return details;
        }
    }
}
