package org.accord.access;

import java.util.Set;
import org.accord.core.Capacity;
import org.accord.core.Scope;
import org.accord.core.Warrant;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody may use now, where it reaches, and what it allows.
 *
 * @param onBehalfOf the post whose role it is, if they stand in for it
 * @param processes the processes in which alone it may be used; empty for all
 */
public record Grant(
        String role,
        Scope scope,
        Set<Right> rights,
        Warrant warrant,
        @Nullable String onBehalfOf,
        Set<String> processes) {

    public Grant {
        rights = Set.copyOf(rights);
        processes = Set.copyOf(processes);
    }

    /** A role of their own. */
    public static Grant own(String role, Scope scope, Set<Right> rights, Warrant warrant) {
        return new Grant(role, scope, rights, warrant, null, Set.of());
    }

    public boolean allows(Right right, Scope where) {
        return rights.contains(right) && scope.covers(where);
    }

    public Capacity capacity() {
        return new Capacity(role, scope, onBehalfOf, warrant);
    }
}
