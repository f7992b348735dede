package org.accord.substitutions;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/handovers")
class HandoverApi {

    private final Handovers handovers;

    HandoverApi(Handovers handovers) {
        this.handovers = handovers;
    }

    record Proposed(@Nullable String from, @Nullable String to) {}

    record Item(
            String id,
            String from,
            String to,
            String status,
            String proposedBy,
            Instant proposedAt,
            @Nullable Instant fromConfirmed,
            @Nullable Instant toConfirmed,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {

        static Item of(Handover handover) {
            return new Item(
                    handover.id(),
                    handover.from(),
                    handover.to(),
                    handover.status().word(),
                    handover.proposedBy(),
                    handover.proposedAt(),
                    handover.fromConfirmed(),
                    handover.toConfirmed(),
                    handover.closedBy(),
                    handover.closedAt());
        }
    }

    /** The latest that concern the caller. */
    @GetMapping
    Page<Item> list(Actor actor) {
        List<Item> items = handovers.visible(actor, SubstitutionApi.LARGEST_PAGE).stream()
                .map(Item::of)
                .toList();
        return new Page<>(items, null);
    }

    @PostMapping
    ResponseEntity<Item> propose(Actor actor, @RequestBody Proposed given) {
        Handover proposed = handovers.propose(actor, Proposal.plain(given.from()), Proposal.plain(given.to()));
        return ResponseEntity.created(URI.create("/api/v1/handovers/" + proposed.id()))
                .body(Item.of(proposed));
    }

    @PostMapping("/{id}/confirm")
    Item confirm(Actor actor, @PathVariable String id) {
        return Item.of(handovers.confirm(actor, id));
    }

    @PostMapping("/{id}/withdraw")
    Item withdraw(Actor actor, @PathVariable String id) {
        return Item.of(handovers.withdraw(actor, id));
    }
}
