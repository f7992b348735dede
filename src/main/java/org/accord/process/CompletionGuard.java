package org.accord.process;

import org.accord.core.Actor;
import org.accord.core.Refused;

/** Asked by the engine before it completes a user task, whoever told it to. */
public interface CompletionGuard {

    /** Lets the task be completed, or throws {@link Refused}, which undoes the command. */
    void completing(Actor actor, String taskId);
}
