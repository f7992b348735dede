package org.accord.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the record; an absent part does not narrow.
 *
 * @param from inclusive
 * @param to exclusive
 * @param text part of the subject or of the details
 */
public record AuditFilter(
        @Nullable String caseKey,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String state,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {}
