package org.accord.process;

import java.time.Instant;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A user task at the moment at which it opens.
 *
 * @param holder the post whose task it is from the beginning and alone, where the model names one
 * @param item for which of a list of things it is there, where the model has one task for each
 */
public record OpenedTask(
        String taskId,
        String instanceId,
        String caseKey,
        String processKey,
        String definitionId,
        String elementId,
        String name,
        TaskRules rules,
        Scope scope,
        @Nullable String holder,
        @Nullable String item,
        Instant opened,
        @Nullable Instant due) {}
