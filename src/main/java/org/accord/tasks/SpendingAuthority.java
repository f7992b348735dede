package org.accord.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.process.AuthorityGuard;
import org.accord.process.OpenedTask;
import org.accord.process.Processes;
import org.accord.tasks.Delegations.Delegation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Asks {@link SpendingLimit} about the links of an approval chain, at the moment at which somebody decides and by the
 * delegation of the post in whose name it is done. To return or reject needs no authority.
 */
@Component
class SpendingAuthority implements AuthorityGuard {

    private static final String DECISION = "decision";
    private static final Set<String> APPROVALS = Set.of("approve", "conditions");
    private static final String SYSTEM = "engine";

    private final InboxStore store;
    private final Separation separation;
    private final Capacities capacities;
    private final Delegations delegations;
    private final CaseDirectory cases;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    SpendingAuthority(
            InboxStore store,
            Separation separation,
            Capacities capacities,
            Delegations delegations,
            CaseDirectory cases,
            Processes processes,
            ApplicationEventPublisher events) {
        this.store = store;
        this.separation = separation;
        this.capacities = capacities;
        this.delegations = delegations;
        this.cases = cases;
        this.processes = processes;
        this.events = events;
    }

    /**
     * With what authority an actor decides.
     *
     * @param post in whose name they decide
     * @param delegation that of the post; absent if it has none today
     * @param covers whether it is enough for what is asked
     * @param goesUp whether somebody above decides if it is not
     */
    record Standing(
            String post, @Nullable Delegation delegation, SpendingLimit asked, boolean covers, boolean goesUp) {}

    @Override
    public boolean isBeyondAll(OpenedTask opened, Function<String, Optional<String>> facts) {
        TaskRow task = store.find(opened.taskId()).orElseThrow();
        List<String> able = Stream.concat(
                        holders(task), holders(task).flatMap(post -> capacities.standIns(post).stream()))
                .distinct()
                .filter(post -> separation.mayAct(Actor.person(post), task))
                .toList();
        boolean beyond = able.stream().noneMatch(post -> standing(Actor.person(post), task, facts)
                .map(Standing::covers)
                .orElse(true));
        if (beyond) {
            events.publishEvent(
                    new TaskEvent.PassedUp(Actor.system(SYSTEM), null, task.concerned(), reason(task, able)));
        }
        return beyond;
    }

    private String reason(TaskRow task, List<String> able) {
        if (holders(task).findAny().isEmpty()) {
            return "vacant";
        }
        return able.isEmpty() ? "barred" : "authority";
    }

    private Stream<String> holders(TaskRow task) {
        return cases.holders(task.role(), task.scope()).stream();
    }

    @Override
    public boolean isBeyond(Actor actor, OpenedTask opened, Function<String, Optional<String>> facts) {
        TaskRow task = store.find(opened.taskId()).orElseThrow();
        if (facts.apply(DECISION).filter(APPROVALS::contains).isEmpty()) {
            return false;
        }
        Optional<Standing> standing = standing(actor, task, facts);
        if (standing.isEmpty() || standing.get().covers()) {
            return false;
        }
        if (REQUIRED.equals(task.authority())) {
            throw beyond(standing.get());
        }
        Capacity capacity = separation.best(actor, task).orElse(null);
        events.publishEvent(new TaskEvent.PassedUp(actor, capacity, task.concerned(), "authority"));
        return true;
    }

    /** Refuses with {@code beyondAuthority} an approval without authority where nobody above could decide. */
    void require(Actor actor, TaskRow task, Map<String, Object> data) {
        if (APPROVALS.contains("" + data.get(DECISION))) {
            standing(actor, task)
                    .filter(standing -> !standing.covers())
                    .ifPresent(SpendingAuthority::refuseWhereNobodyIsAbove);
        }
    }

    private static void refuseWhereNobodyIsAbove(Standing standing) {
        if (!standing.goesUp()) {
            throw beyond(standing);
        }
    }

    private static Refused beyond(Standing standing) {
        return Refused.notPermitted("beyondAuthority", standing.asked().total());
    }

    /** Absent if no authority is asked for, or none is delegated by name in this programme. */
    Optional<Standing> standing(Actor actor, TaskRow task) {
        return standing(actor, task, fact -> processes.fact(task.caseKey(), fact));
    }

    private Optional<Standing> standing(Actor actor, TaskRow task, Function<String, Optional<String>> facts) {
        Optional<String> link = processes.property(task.definitionId(), task.element(), "link");
        if (task.authority() == null || link.isEmpty() || !delegations.areGiven()) {
            return Optional.empty();
        }
        SpendingLimit asked = SpendingLimit.of(
                facts.apply("amount").orElse(null), facts.apply("chain").orElse(link.get()), link.get());
        String post = separation
                .best(actor, task)
                .map(capacity -> Capacities.inWhoseName(actor, capacity))
                .orElse(actor.name());
        Optional<Delegation> delegation = delegations.heldBy(post);
        return Optional.of(new Standing(
                post,
                delegation.orElse(null),
                asked,
                asked.isCoveredBy(delegation),
                !REQUIRED.equals(task.authority())));
    }

    /** What is kept with an approval: the delegation as it was then, and the total it was used for. */
    Map<String, Object> used(Actor actor, TaskRow task, Map<String, Object> data) {
        if (!APPROVALS.contains("" + data.get(DECISION))) {
            return Map.of();
        }
        Map<String, Object> used = new LinkedHashMap<>();
        standing(actor, task).ifPresent(standing -> {
            if (standing.asked().amount() != null) {
                used.put("amount", standing.asked().amount());
            }
            if (standing.delegation() != null) {
                used.put("delegation", standing.delegation().named());
            }
            used.put("covered", standing.covers());
            used.put("last", standing.asked().last());
        });
        return used;
    }
}
