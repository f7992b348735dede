package org.accord.audit;

import java.time.Instant;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {

    private final AuditLog log;

    AuditApi(AuditLog log) {
        this.log = log;
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

    @GetMapping("/entries")
    Page<Item> entries(
            Actor actor,
            @RequestParam(name = "case", required = false) @Nullable String caseKey,
            @RequestParam(name = "actor", required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        AuditFilter filter = new AuditFilter(caseKey, person, action, state, from, to, q);
        Page<AuditEntry> page = log.find(actor, filter, limit, after);
        return new Page<>(page.items().stream().map(Item::of).toList(), page.next());
    }
}
