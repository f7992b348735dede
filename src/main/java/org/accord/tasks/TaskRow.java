package org.accord.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.accord.core.Scope;
import org.accord.forms.FormRef;
import org.jspecify.annotations.Nullable;

/**
 * A task as its row holds it; the rules among it are those of the model's {@link org.accord.process.TaskRules}.
 *
 * @param told the roles that were told that it is late
 * @param caseProcess the process of the case, which may have called the one that the task stands in
 * @param personal whether it belongs to its holder alone and cannot go back to the role
 */
record TaskRow(
        String id,
        int version,
        TaskView.Status status,
        String caseKey,
        String caseProcess,
        String processKey,
        String definitionId,
        String instanceId,
        String element,
        FormRef form,
        String role,
        Scope scope,
        boolean confidential,
        boolean secretariatOnly,
        List<String> notSameAs,
        @Nullable String ballot,
        List<String> text,
        @Nullable String subject,
        @Nullable String authority,
        @Nullable String item,
        @Nullable String dueRule,
        boolean personal,
        Map<String, String> facts,
        Map<String, String> caseFields,
        @Nullable String assignee,
        @Nullable Instant due,
        Instant opened,
        @Nullable Instant closed,
        int priority,
        List<String> told) {

    TaskEvent.Concerned concerned() {
        return new TaskEvent.Concerned(id, caseKey, definitionId, element, scope, confidential);
    }

    TaskRow heldBy(@Nullable String holder) {
        return new TaskRow(
                id,
                version,
                status,
                caseKey,
                caseProcess,
                processKey,
                definitionId,
                instanceId,
                element,
                form,
                role,
                scope,
                confidential,
                secretariatOnly,
                notSameAs,
                ballot,
                text,
                subject,
                authority,
                item,
                dueRule,
                personal,
                facts,
                caseFields,
                holder,
                due,
                opened,
                closed,
                priority,
                told);
    }

    boolean isOpen() {
        return status == TaskView.Status.OPEN;
    }
}
