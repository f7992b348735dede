package org.accord.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a case of its own to a process that another process has called. */
public interface CaseOpener {

    /** Opens the case and answers its key. */
    String open(Child child);

    /**
     * @param facts the variables handed in by the caller
     */
    record Child(
            ProcessDefinition process,
            String instanceId,
            @Nullable String parentCase,
            Map<String, Object> facts) {}
}
