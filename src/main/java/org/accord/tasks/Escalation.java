package org.accord.tasks;

import java.time.Instant;
import java.util.List;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What the table of escalations had done about a late task.
 *
 * @param action the act in the words of the table; its name is the message {@code escalation.<action>}
 * @param told the roles that were told to see to it; nobody for a mere reminder
 */
public record Escalation(String action, List<String> told, Instant at) {

    public Escalation {
        told = List.copyOf(told);
    }

    /**
     * An escalation as it reaches somebody whose role was told.
     *
     * @param task the late task; absent if they may not know of it, and of several tasks of a case only one is told then
     */
    public record Reached(
            String action,
            Instant since,
            String caseKey,
            LocalText caseTitle,
            @Nullable TaskView task) {}
}
