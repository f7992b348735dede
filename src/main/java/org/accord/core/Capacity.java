package org.accord.core;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what capacity somebody acted: the role and its scope, and for whom if not for themselves.
 *
 * @param role code of a role of the programme
 * @param onBehalfOf the post stood in for, if any
 * @param warrant what it rests on; absent when it is read back from a place that does not keep it
 */
public record Capacity(
        String role,
        Scope scope,
        @Nullable String onBehalfOf,
        @Nullable Warrant warrant) {

    /** Those in whose name it is used: the actor, and the post stood in for. */
    public Set<String> persons(Actor actor) {
        return onBehalfOf == null ? Set.of(actor.name()) : Set.of(actor.name(), onBehalfOf);
    }
}
