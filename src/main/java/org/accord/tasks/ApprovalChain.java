package org.accord.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.process.Processes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The chain of which a task is a link, as a model declares it: the fact {@code chain} names the links in their order (D6), the
 * property {@code link} of a task says for which of them it decides.
 */
@Component
class ApprovalChain {

    private static final String CHAIN = "chain";

    private final Inbox inbox;
    private final Processes processes;

    ApprovalChain(Inbox inbox, Processes processes) {
        this.inbox = inbox;
        this.processes = processes;
    }

    /** Where a link stands. */
    enum Place {
        /** Has agreed. */
        DONE,
        /** Is asked now. */
        NOW,
        /** Will be asked when those before have agreed. */
        AFTER
    }

    /**
     * A link.
     *
     * @param role whose agreement it is
     * @param by who gave it, if it was given and the reader may know
     * @param at when they gave it
     */
    record Link(
            String role,
            Place place,
            @Nullable String by,
            @Nullable Capacity capacity,
            @Nullable Instant at) {}

    /** The whole chain; empty for a task that is no open link of one. */
    List<Link> of(Actor reader, String taskId) {
        TaskRow task = inbox.visible(reader, taskId);
        Optional<String> asked = link(task.definitionId(), task.element()).filter(link -> task.closed() == null);
        Optional<String> chain = asked.flatMap(link -> processes.fact(task.caseKey(), CHAIN));
        if (chain.isEmpty()) {
            return List.of();
        }
        List<String> roles = List.of(chain.get().split(" *, *"));
        int now = roles.indexOf(asked.get());
        List<Link> links = new ArrayList<>();
        for (int i = 0; now >= 0 && i < roles.size(); i++) {
            links.add(i < now ? done(reader, task, roles.get(i)) : waiting(roles.get(i), i == now));
        }
        return links;
    }

    private static Link waiting(String role, boolean now) {
        return new Link(role, now ? Place.NOW : Place.AFTER, null, null, null);
    }

    /** The link before has agreed, or the task would not be there: the latest answer is the one that counts. */
    private Link done(Actor reader, TaskRow task, String role) {
        return inbox.submissionsOf(reader, task.caseKey()).stream()
                .filter(answer -> link(answer.definitionId(), answer.element())
                        .filter(role::equals)
                        .isPresent())
                .reduce((earlier, later) -> later)
                .map(answer -> new Link(role, Place.DONE, answer.by(), answer.capacity(), answer.at()))
                .orElseGet(() -> new Link(role, Place.DONE, null, null, null));
    }

    private Optional<String> link(String definitionId, String element) {
        return processes.property(definitionId, element, "link");
    }
}
