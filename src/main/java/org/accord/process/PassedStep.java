package org.accord.process;

import java.time.Instant;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A step that a process instance reached.
 *
 * @param number counted from 1 in the order in which steps were reached
 * @param until when it was left; absent while the process stands there
 * @param taskId the user task that it was, if it was one
 */
public record PassedStep(
        int number,
        String element,
        LocalText name,
        Instant from,
        @Nullable Instant until,
        @Nullable String taskId) {}
