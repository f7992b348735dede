package org.accord.tasks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.process.Processes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Several approvals of spending decided alike, each for itself: what is refused does not keep the others back. */
@Component
class Approvals {

    private static final String PROCESS = "approval";
    private static final String APPROVE = "approve";
    private static final List<String> DECISIONS = List.of(APPROVE, "return", "reject");
    private static final int LONGEST_REASON = 2000;

    private final Inbox inbox;
    private final InboxStore store;
    private final Tasks tasks;
    private final CaseDirectory cases;
    private final Processes processes;

    Approvals(Inbox inbox, InboxStore store, Tasks tasks, CaseDirectory cases, Processes processes) {
        this.inbox = inbox;
        this.store = store;
        this.tasks = tasks;
        this.cases = cases;
        this.processes = processes;
    }

    /**
     * What waits for the reader's approval.
     *
     * @param amount the total in US dollars; absent when it is not known
     * @param context the facts of the case
     * @param authority with what the reader would approve; absent if none is asked for
     */
    record Item(
            TaskView task,
            @Nullable BigDecimal amount,
            Map<String, Object> context,
            SpendingAuthority.@Nullable Standing authority) {}

    /** A decision for several tasks, as it was typed. */
    record Bulk(Map<String, Integer> versions, String decision, String reason) {

        Map<String, Object> answer() {
            return decision.equals(APPROVE)
                    ? Map.of("decision", decision)
                    : Map.of("decision", decision, "reason", reason.strip());
        }

        List<Violation> faults() {
            List<Violation> faults = new ArrayList<>();
            if (versions.isEmpty()) {
                faults.add(Violation.of("task", "required"));
            }
            if (!DECISIONS.contains(decision)) {
                faults.add(Violation.of("decision", "required"));
            } else if (!decision.equals(APPROVE) && reason.isBlank()) {
                faults.add(Violation.of("reason", "required"));
            }
            if (reason.length() > LONGEST_REASON) {
                faults.add(Violation.of("reason", "maxLength", LONGEST_REASON, reason, reason.length()));
            }
            return faults;
        }
    }

    /** The links of chains that the reader may decide now, the earliest due first. */
    List<Item> waiting(Actor reader) {
        return Stream.of(TaskFilter.View.MINE, TaskFilter.View.GROUP)
                .flatMap(view -> inbox.page(reader, filter(view), Inbox.LARGEST_PAGE, null).items().stream())
                .filter(task ->
                        task.reason().isToDo() && tasks.bars(reader, task.id()).isEmpty())
                .filter(task -> store.find(task.id()).map(TaskRow::authority).isPresent())
                .map(task -> item(reader, task))
                .toList();
    }

    /** How many of these the reader may decide. */
    static long among(List<TaskView> tasks) {
        return tasks.stream()
                .filter(task -> task.process().equals(PROCESS) && task.reason().isToDo())
                .count();
    }

    private static TaskFilter filter(TaskFilter.View view) {
        return new TaskFilter(view, null, PROCESS, null, null, null, null, TaskFilter.Sort.DUE);
    }

    private Item item(Actor reader, TaskView task) {
        Optional<BigDecimal> amount = processes.fact(task.caseKey(), "amount").map(BigDecimal::new);
        return new Item(
                task,
                amount.orElse(null),
                cases.context(task.caseKey()),
                tasks.authority(reader, task.id()).orElse(null));
    }

    /** Decides each in a transaction of its own, in the order given. */
    List<Handled> decide(Actor actor, Bulk bulk) {
        Map<String, Handled> results = new LinkedHashMap<>();
        bulk.versions().forEach((id, version) -> results.put(id, decide(actor, id, version, bulk.answer())));
        return List.copyOf(results.values());
    }

    private Handled decide(Actor actor, String id, int version, Map<String, Object> answer) {
        TaskView seen = null;
        try {
            seen = inbox.find(actor, id);
            return new Handled(id, tasks.complete(actor, id, version, answer, null), null);
        } catch (Refused refused) {
            return new Handled(id, seen, refused);
        }
    }
}
