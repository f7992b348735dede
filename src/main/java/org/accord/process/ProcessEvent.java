package org.accord.process;

import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/** What happens in running processes, told in the transaction of the engine. */
public sealed interface ProcessEvent extends DomainEvent {

    @Override
    String caseKey();

    /** A process began; its case exists. */
    record Started(Actor by, String caseKey, String instanceId, String definitionId, String processKey)
            implements ProcessEvent {

        @Override
        public Subject about() {
            return new Subject("process", instanceId);
        }

        @Override
        public String action() {
            return "process.started";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("process", processKey, "definition", definitionId);
        }
    }

    /**
     * A process came to an end.
     *
     * @param outcome the end event reached; absent when it was cancelled
     */
    record Ended(
            Actor by,
            String caseKey,
            String instanceId,
            String processKey,
            @Nullable String outcome) implements ProcessEvent {

        @Override
        public Subject about() {
            return new Subject("process", instanceId);
        }

        @Override
        public String action() {
            return outcome == null ? "process.cancelled" : "process.ended";
        }

        @Override
        public Map<String, ?> details() {
            return outcome == null
                    ? Map.<String, Object>of("process", processKey)
                    : Map.<String, Object>of("process", processKey, "outcome", outcome);
        }
    }

    /** What runs was moved to another version of its process. */
    record Moved(Actor by, String caseKey, String instanceId, String processKey, int from, int to, String definitionId)
            implements ProcessEvent {

        @Override
        public Subject about() {
            return new Subject("case", caseKey);
        }

        @Override
        public String action() {
            return "case.moved";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of(
                    "process", processKey, "instance", instanceId, "fromVersion", from, "toVersion", to);
        }
    }

    /** A user task waits for somebody. */
    record TaskOpened(Actor by, OpenedTask task) implements ProcessEvent {

        @Override
        public String caseKey() {
            return task.caseKey();
        }

        @Override
        public Subject about() {
            return new Subject("task", task.taskId());
        }

        @Override
        public String action() {
            return "task.opened";
        }

        @Override
        public Scope scope() {
            return task.scope();
        }

        @Override
        public boolean confidential() {
            return task.rules().confidential();
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of(
                    "process", task.processKey(),
                    "definition", task.definitionId(),
                    "element", task.elementId(),
                    "role", task.rules().role());
        }
    }

    /** A user task is needed no longer: the process went another way. */
    record TaskWithdrawn(Actor by, OpenedTask task) implements ProcessEvent {

        @Override
        public String caseKey() {
            return task.caseKey();
        }

        @Override
        public Subject about() {
            return new Subject("task", task.taskId());
        }

        @Override
        public String action() {
            return "task.withdrawn";
        }

        @Override
        public Scope scope() {
            return task.scope();
        }

        @Override
        public boolean confidential() {
            return task.rules().confidential();
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of(
                    "process", task.processKey(), "definition", task.definitionId(), "element", task.elementId());
        }
    }

    /** Something happened by itself: a timer, a message, a step, an end. */
    record Passed(
            Actor by,
            String caseKey,
            String definitionId,
            String processKey,
            String elementId,
            String kind,
            Scope scope)
            implements ProcessEvent {

        @Override
        public Subject about() {
            return new Subject("element", elementId);
        }

        @Override
        public String action() {
            return kind + ".passed";
        }

        /** What happens in a State's branch tells of its position. */
        @Override
        public boolean confidential() {
            return scope.state() != null;
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("process", processKey, "definition", definitionId, "element", elementId);
        }
    }

    /** An operator had an automatic step that failed for good tried once more. */
    record JobRetried(Actor by, @Nullable String caseKey, String definitionId, String elementId, String job)
            implements ProcessEvent {

        @Override
        public Subject about() {
            return elementId.isEmpty() ? new Subject("job", job) : new Subject("element", elementId);
        }

        @Override
        public String action() {
            return "job.retried";
        }

        /** Which step it was may tell of a position. */
        @Override
        public boolean confidential() {
            return true;
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("definition", definitionId, "element", elementId, "job", job);
        }
    }

    /** A notice went out to the holders of roles. */
    record NoticeIssued(
            Actor by, String caseKey, String processKey, String elementId, String notice, String to, Scope scope)
            implements ProcessEvent {

        /** What is told in a State's branch tells of its position. */
        @Override
        public boolean confidential() {
            return scope.state() != null;
        }

        @Override
        public Subject about() {
            return new Subject("notice", notice);
        }

        @Override
        public String action() {
            return "notice.issued";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("process", processKey, "element", elementId, "to", to);
        }
    }

    /** A decision table was asked. */
    record Decided(
            Actor by,
            String caseKey,
            String processKey,
            String elementId,
            String decision,
            Map<String, Object> outputs,
            Scope scope)
            implements ProcessEvent {

        /** What is decided in a State's branch is that State's position. */
        @Override
        public boolean confidential() {
            return scope.state() != null;
        }

        @Override
        public Subject about() {
            return new Subject("decision", decision);
        }

        @Override
        public String action() {
            return "decision.evaluated";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("process", processKey, "element", elementId, "outputs", outputs);
        }
    }
}
