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
    static final String CERTIFIER = "CERT";

    /** Who is asked between the approvers and the certifying officer (P4). */
    private static final List<String> PARTNERS = List.of("DONOR", "HOST");

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
        AFTER,
        /** Was not asked, since nothing made it necessary. */
        NOT_ASKED
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
        Optional<String> asked =
                link(task.definitionId(), task.element()).filter(link -> task.isOpen() && !PARTNERS.contains(link));
        Optional<String> chain = asked.flatMap(link -> processes.fact(task.caseKey(), CHAIN));
        if (chain.isEmpty()) {
            return List.of();
        }
        List<String> roles = withPartners(roles(chain.get()));
        int now = roles.indexOf(asked.get());
        List<Submitted> answers = inbox.submissionsOf(reader, task.caseKey());
        List<Link> links = new ArrayList<>();
        for (int i = 0; now >= 0 && i < roles.size(); i++) {
            String role = roles.get(i);
            links.add(i < now ? done(answers, role, roles.get(0)) : waiting(role, i == now));
        }
        return links;
    }

    /** Of a chain as the fact names it. */
    static List<String> roles(String chain) {
        return List.of(chain.split(" *, *"));
    }

    private static List<String> withPartners(List<String> chain) {
        List<String> all = new ArrayList<>(chain);
        int certifier = all.indexOf(CERTIFIER);
        all.addAll(certifier < 0 ? all.size() : certifier, PARTNERS);
        return all;
    }

    private static Link waiting(String role, boolean now) {
        return new Link(role, now ? Place.NOW : Place.AFTER, null, null, null);
    }

    /**
     * A link before has agreed, or the task would not be there: the latest answer is the one that counts. A partner whose
     * answer is older than that of the first link was asked in an earlier run of the chain and not in this one.
     */
    private Link done(List<Submitted> answers, String role, String first) {
        Optional<Submitted> answer = latest(answers, role);
        if (PARTNERS.contains(role)) {
            long begun = latest(answers, first).map(Submitted::number).orElse(0L);
            answer = answer.filter(one -> one.number() > begun);
        }
        return answer.map(one -> new Link(role, Place.DONE, one.by(), one.capacity(), one.at()))
                .orElseGet(
                        () -> new Link(role, PARTNERS.contains(role) ? Place.NOT_ASKED : Place.DONE, null, null, null));
    }

    private Optional<Submitted> latest(List<Submitted> answers, String role) {
        return answers.stream()
                .filter(answer -> link(answer.definitionId(), answer.element())
                        .filter(role::equals)
                        .isPresent())
                .reduce((earlier, later) -> later);
    }

    private Optional<String> link(String definitionId, String element) {
        return processes.property(definitionId, element, "link");
    }
}
