package org.accord.core;

import org.jspecify.annotations.Nullable;

/**
 * In what capacity somebody acted: the role and its scope, and for whom if not for themselves.
 *
 * @param role code of a role of the programme
 * @param onBehalfOf the post stood in for, if any
 */
public record Capacity(String role, Scope scope, @Nullable String onBehalfOf) {

    public static Capacity of(String role, Scope scope) {
        return new Capacity(role, scope, null);
    }
}
