package org.accord.tasks;

import org.accord.core.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What came of one task of several.
 *
 * @param task absent if there is no such task for the actor
 * @param refused absent if it was done
 */
record Handled(
        String taskId, @Nullable TaskView task, @Nullable Refused refused) {}
