package org.accord.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.core.Actor;
import org.accord.process.DueWork;
import org.accord.process.Processes;
import org.accord.tasks.DueDays.Late;
import org.accord.tasks.EscalationRule.Act;
import org.accord.tasks.EscalationRule.To;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches the due dates of open tasks and does what the table of escalations says, each action once for each task. It
 * tells people; it never decides in their place.
 */
@Component
class OverdueWatch implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueWatch.class);
    private static final Actor WATCH = Actor.system("watch");
    private static final int DAYS_AHEAD = 100;

    private final InboxStore store;
    private final EscalationStore escalations;
    private final Processes processes;
    private final DueDays days;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OverdueWatch(
            InboxStore store,
            EscalationStore escalations,
            Processes processes,
            DueDays days,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.escalations = escalations;
        this.processes = processes;
        this.days = days;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** With the program the table may have changed, and with it when a task is to be looked at. */
    @EventListener(ApplicationReadyEvent.class)
    void lookAtAll() {
        transaction.executeWithoutResult(status -> escalations.lookAgainAtAll());
    }

    @Override
    public int runDue() {
        Instant now = clock.instant();
        int done = 0;
        for (String taskId : escalations.toLookAt(now)) {
            done += lookAt(taskId, now);
        }
        return done;
    }

    @Override
    public Optional<Instant> next() {
        return escalations.nextLook(clock.instant());
    }

    private int lookAt(String taskId, Instant now) {
        try {
            Integer done = transaction.execute(status -> escalations.claim(taskId, now)
                    ? store.find(taskId).map(row -> look(row, now)).orElse(0)
                    : 0);
            return done == null ? 0 : done;
        } catch (RuntimeException e) {
            LOG.warn("The watch could not look at task {}", taskId, e);
            return 0;
        }
    }

    private int look(TaskRow row, Instant now) {
        Instant due = row.due();
        if (due == null) {
            return 0;
        }
        Set<String> before = escalations.of(List.of(row.id())).getOrDefault(row.id(), List.of()).stream()
                .map(Escalation::action)
                .collect(Collectors.toSet());
        EscalationRule.Look look =
                EscalationRule.look(days.late(due, now, DAYS_AHEAD, row.scope()), day -> table(row, day), before);
        look.due().forEach(act -> carryOut(row, act, now));
        escalations.lookAgain(row.id(), look.next());
        return look.due().size();
    }

    private List<Act> table(TaskRow row, Late day) {
        String subject = row.subject();
        return processes
                .collect(
                        "escalation",
                        Map.<String, Object>of(
                                "subject", subject == null ? "" : subject,
                                "workingDaysLate", day.workingDays(),
                                "daysLate", day.days()))
                .stream()
                .map(Act::of)
                .toList();
    }

    private void carryOut(TaskRow row, Act act, Instant now) {
        List<String> told = told(row, act);
        if (!escalations.add(row.id(), new Escalation(act.action(), told, now))) {
            return;
        }
        store.find(row.id()).ifPresent(changed -> store.address(changed, InboxProjection.principals(changed)));
        List<String> to = new ArrayList<>();
        if (act.to().contains(To.ASSIGNEE)) {
            to.add(row.assignee() == null ? row.role() : row.assignee());
        }
        to.addAll(told);
        events.publishEvent(new TaskEvent.Escalated(WATCH, row.concerned(), act.action(), to));
    }

    /** The roles that the act names, and that supervise the task's own where it says so. */
    private List<String> told(TaskRow row, Act act) {
        Set<String> roles = new LinkedHashSet<>();
        for (String word : act.to()) {
            switch (word) {
                case To.ASSIGNEE -> {
                    // told by the notice itself; the task is in their list as it is
                }
                case To.SUPERVISOR ->
                    processes
                            .collect("supervisor", Map.of("role", row.role()))
                            .forEach(answer -> roles.add(answer.getOrDefault("supervisor", "")));
                default -> roles.add(word);
            }
        }
        return List.copyOf(roles);
    }
}
