package org.accord.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.accord.core.Scope;
import org.accord.forms.FormRef;
import org.jspecify.annotations.Nullable;

/** A task as its row holds it. */
record TaskRow(
        String id,
        int version,
        TaskView.Status status,
        String caseKey,
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
        Map<String, String> facts,
        Map<String, String> caseFields,
        @Nullable String assignee,
        @Nullable Instant due,
        Instant opened,
        @Nullable Instant closed,
        int priority) {

    TaskEvent.Concerned concerned() {
        return new TaskEvent.Concerned(id, caseKey, definitionId, element, scope, confidential);
    }

    TaskRow heldBy(@Nullable String holder) {
        return new TaskRow(
                id,
                version,
                status,
                caseKey,
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
                facts,
                caseFields,
                holder,
                due,
                opened,
                closed,
                priority);
    }

    boolean isOpen() {
        return status == TaskView.Status.OPEN;
    }
}
