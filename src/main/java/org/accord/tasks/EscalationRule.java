package org.accord.tasks;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.accord.tasks.DueDays.Late;

/** When which action of the table of escalations is due for one task; each is once. */
final class EscalationRule {

    private EscalationRule() {}

    /** An action and to whom it turns: role codes, or one of the words of {@link To}. */
    record Act(String action, List<String> to) {

        static Act of(Map<String, String> row) {
            return new Act(
                    row.getOrDefault("action", ""),
                    Arrays.stream(row.getOrDefault("to", "").split(","))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .toList());
        }
    }

    /** Whom the table may name beside a role. */
    static final class To {

        /** Whoever holds the task, or else its role. */
        static final String ASSIGNEE = "assignee";

        /** Who is told when work of the task's role is late. */
        static final String SUPERVISOR = "supervisor";

        private To() {}
    }

    /**
     * What a look at a task found.
     *
     * @param due the actions that are due on the day of the look
     * @param next when another may be due
     */
    record Look(List<Act> due, Instant next) {}

    /**
     * Looks at a task.
     *
     * @param days the day of the look and those that follow; after the last of them somebody looks again in any case
     * @param table the actions that the table has on a day
     * @param done the actions that were done before
     */
    static Look look(List<Late> days, Function<Late, List<Act>> table, Set<String> done) {
        Map<String, Act> due = new LinkedHashMap<>();
        table.apply(days.get(0)).stream()
                .filter(act -> !done.contains(act.action()))
                .forEach(act -> due.putIfAbsent(act.action(), act));
        Set<String> known = new LinkedHashSet<>(done);
        known.addAll(due.keySet());
        Instant next = days.stream()
                .skip(1)
                .filter(day -> table.apply(day).stream().anyMatch(act -> !known.contains(act.action())))
                .findFirst()
                .orElse(days.get(days.size() - 1))
                .begins();
        return new Look(List.copyOf(due.values()), next);
    }
}
