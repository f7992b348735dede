package org.accord.substitutions;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/substitutions")
class SubstitutionApi {

    static final int LARGEST_PAGE = 100;

    private final Substitutions substitutions;

    SubstitutionApi(Substitutions substitutions) {
        this.substitutions = substitutions;
    }

    record Proposed(
            @Nullable String principal,
            @Nullable String substitute,
            @Nullable String from,
            @Nullable String until,
            @Nullable List<@Nullable String> roles,
            @Nullable String state,
            @Nullable List<@Nullable String> processes) {}

    record Refusal(@Nullable String reason) {}

    record Item(
            String id,
            String principal,
            String substitute,
            LocalDate from,
            LocalDate until,
            List<String> roles,
            @Nullable String state,
            List<String> processes,
            String status,
            boolean inForce,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {}

    private Item item(Substitution substitution) {
        Substitution.Terms terms = substitution.terms();
        return new Item(
                substitution.id(),
                terms.principal(),
                terms.substitute(),
                terms.from(),
                terms.until(),
                terms.roles().stream().sorted().toList(),
                terms.state(),
                terms.processes().stream().sorted().toList(),
                substitution.status().word(),
                substitution.standing(substitutions.today()) == Substitution.Standing.IN_FORCE,
                substitution.proposedBy(),
                substitution.proposedAt(),
                substitution.decidedBy(),
                substitution.decidedAt(),
                substitution.remark(),
                substitution.closedBy(),
                substitution.closedAt());
    }

    @GetMapping
    Page<Item> list(
            Actor actor,
            @RequestParam(defaultValue = "25") int limit,
            @RequestParam(required = false) @Nullable String after) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refused.invalid(Violation.of("limit", "outOfRange", 1, LARGEST_PAGE, limit));
        }
        List<Substitution> found = substitutions.visible(actor, after, limit + 1);
        boolean more = found.size() > limit;
        List<Substitution> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(this::item).toList(),
                more ? shown.get(limit - 1).id() : null);
    }

    @PostMapping
    ResponseEntity<Item> propose(Actor actor, @RequestBody Proposed given) {
        Substitution proposed = substitutions.propose(
                actor,
                Proposal.of(
                        given.principal(),
                        given.substitute(),
                        given.from(),
                        given.until(),
                        given.roles(),
                        given.state(),
                        given.processes()));
        return ResponseEntity.created(URI.create("/api/v1/substitutions/" + proposed.id()))
                .body(item(proposed));
    }

    @GetMapping("/{id}")
    Item one(Actor actor, @PathVariable String id) {
        return item(substitutions.one(actor, id));
    }

    @PostMapping("/{id}/approve")
    Item approve(Actor actor, @PathVariable String id) {
        return item(substitutions.approve(actor, id));
    }

    @PostMapping("/{id}/refuse")
    Item refuse(Actor actor, @PathVariable String id, @RequestBody(required = false) @Nullable Refusal refusal) {
        return item(substitutions.refuse(actor, id, refusal == null ? "" : Proposal.plain(refusal.reason())));
    }

    @PostMapping("/{id}/withdraw")
    Item withdraw(Actor actor, @PathVariable String id) {
        return item(substitutions.withdraw(actor, id));
    }

    @PostMapping("/{id}/end")
    Item end(Actor actor, @PathVariable String id) {
        return item(substitutions.end(actor, id));
    }
}
