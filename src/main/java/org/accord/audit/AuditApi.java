package org.accord.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Page;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {

    private final AuditLog log;
    private final Erasures erasures;
    private final Holds holds;

    AuditApi(AuditLog log, Erasures erasures, Holds holds) {
        this.holds = holds;
        this.log = log;
        this.erasures = erasures;
    }

    record Item(
            long index,
            Instant at,
            String actor,
            @Nullable String role,
            @Nullable String onBehalfOf,
            String action,
            String subject,
            @Nullable String caseKey,
            @Nullable String state,
            Map<String, Object> details) {

        static Item of(AuditEntry entry) {
            Capacity capacity = entry.capacity();
            return new Item(
                    entry.index(),
                    entry.at(),
                    entry.actor().name(),
                    capacity == null ? null : capacity.role(),
                    capacity == null ? null : capacity.onBehalfOf(),
                    entry.action(),
                    entry.subject().toString(),
                    entry.caseKey(),
                    entry.scope().state(),
                    entry.details());
        }
    }

    record Erasure(
            @Nullable Long entry,
            @Nullable String ground,
            @Nullable String reason) {}

    /** Erases the words of an entry, for the records officer. */
    @PostMapping("/erasures")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(Actor actor, @RequestBody Erasure erasure) {
        if (erasure.entry() == null) {
            throw Refused.invalid(Violation.of("entry", "required"));
        }
        erasures.erase(
                actor,
                erasure.entry(),
                Erasures.Ground.of(Objects.requireNonNullElse(erasure.ground(), "request")),
                Objects.requireNonNullElse(erasure.reason(), ""));
    }

    record Why(@Nullable String why) {}

    @PutMapping("/holds/{caseKey}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hold(Actor actor, @PathVariable String caseKey, @RequestBody Why why) {
        holds.hold(actor, caseKey, Objects.requireNonNullElse(why.why(), ""));
    }

    @DeleteMapping("/holds/{caseKey}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(Actor actor, @PathVariable String caseKey, @RequestBody Why why) {
        holds.lift(actor, caseKey, Objects.requireNonNullElse(why.why(), ""));
    }

    @GetMapping("/entries")
    Page<Item> entries(
            Actor actor,
            @RequestParam(name = "case", required = false) @Nullable String caseKey,
            @RequestParam(name = "actor", required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        AuditFilter filter = new AuditFilter(caseKey, person, role, action, state, from, to, q);
        Page<AuditEntry> page = log.find(actor, filter, limit, after);
        return new Page<>(page.items().stream().map(Item::of).toList(), page.next());
    }
}
