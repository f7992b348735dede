package org.accord.tasks;

import java.time.Instant;
import java.util.List;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.accord.forms.FormRef;
import org.jspecify.annotations.Nullable;

/**
 * A task as a reader of the inbox sees it.
 *
 * @param version grows with each change of holder; a command names the one it saw
 * @param candidates the names of the roles that may do it; see {@link Scope#principal}
 * @param ballot the topic of the decision in which it states a position, if it does
 * @param reason why the reader sees it
 * @param escalations what was done because it is late, in its order
 * @param onBehalfOf the post in whose name the reader may do it; absent for their own
 */
public record TaskView(
        String id,
        int version,
        Status status,
        LocalText name,
        String caseKey,
        LocalText caseTitle,
        String process,
        String element,
        String role,
        Scope scope,
        boolean confidential,
        @Nullable String assignee,
        List<String> candidates,
        @Nullable Instant due,
        Instant created,
        @Nullable Instant closed,
        int priority,
        FormRef form,
        @Nullable String ballot,
        Reason reason,
        List<Escalation> escalations,
        @Nullable String onBehalfOf) {

    public TaskView {
        candidates = List.copyOf(candidates);
        escalations = List.copyOf(escalations);
    }

    public enum Status {
        OPEN,
        DONE,
        WITHDRAWN
    }

    /** Why a reader sees a task. */
    public enum Reason {
        /** They hold it, or whoever they stand in for does. */
        ASSIGNED,
        /** Their role may do it, or that of whoever they stand in for. */
        ROLE,
        /** It is late, and their role was told to see to that; they may read it, not do it. */
        ESCALATED,
        /** They may read it, not do it. */
        READER;

        /** Whether it is theirs to do. */
        public boolean isToDo() {
            return this == ASSIGNED || this == ROLE;
        }
    }

    /** Where the task is done: on the page of its decision, if it states a position in one; else on its own. */
    public String address() {
        if (ballot == null || !isOpen()) {
            return "/tasks/" + id;
        }
        String voter = scope.state() == null ? assignee : scope.state();
        return "/decisions/" + caseKey + "." + ballot + (voter == null ? "" : "?for=" + voter);
    }

    /** What was done beyond reminding, because it is late. */
    public List<Escalation> steps() {
        return escalations.stream()
                .filter(escalation -> !escalation.told().isEmpty())
                .toList();
    }

    /** Whether it is the reader's to do as it stands: theirs, or their role's and in nobody's hands. */
    public boolean isReaders() {
        return reason == Reason.ASSIGNED || reason == Reason.ROLE && assignee == null;
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }
}
