package org.accord.audit;

import java.time.Instant;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record.
 *
 * @param index its place in the record, growing; a gap means that a transaction was undone, never that a line is gone
 * @param authentication how the actor was known: {@code password} or {@code token}; absent where Accord acted itself, and in
 *     entries of an earlier Accord
 * @param language that the actor read; absent likewise
 */
public record AuditEntry(
        long index,
        Instant at,
        Actor actor,
        @Nullable Capacity capacity,
        String action,
        Subject subject,
        @Nullable String caseKey,
        Scope scope,
        Map<String, Object> details,
        @Nullable String authentication,
        @Nullable String language) {}
