package org.accord.process;

import java.util.Optional;
import java.util.function.Function;
import org.accord.core.Actor;

/**
 * Asked by the engine about tasks whose model asks for authority besides the role. A model says with the property
 * {@code authority} which business error takes such a task one level up; {@link #REQUIRED} where there is no level above.
 */
public interface AuthorityGuard {

    /** Nobody above can decide: without authority the task is not done. */
    String REQUIRED = "required";

    /** Whether nobody who may do the task that has just opened has the authority for it. */
    boolean isBeyondAll(OpenedTask task, Function<String, Optional<String>> facts);

    /**
     * Whether what the actor decided by doing the task needs more authority than they have.
     *
     * @throws org.accord.core.Refused if that is so and nobody above can decide
     */
    boolean isBeyond(Actor actor, OpenedTask task, Function<String, Optional<String>> facts);
}
