package org.accord.access;

import java.util.Set;
import org.accord.core.Capacity;
import org.accord.core.Scope;

/** A role that somebody holds now, where it reaches, and what it allows. */
public record Grant(String role, Scope scope, Set<Right> rights) {

    public Grant {
        rights = Set.copyOf(rights);
    }

    public boolean allows(Right right, Scope where) {
        return rights.contains(right) && scope.covers(where);
    }

    public Capacity capacity() {
        return Capacity.of(role, scope);
    }
}
