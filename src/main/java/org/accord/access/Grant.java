package org.accord.access;

import java.util.List;
import java.util.Set;
import org.accord.core.Capacity;
import org.accord.core.Scope;
import org.accord.core.Warrant;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody may use now, where it reaches, and what it allows.
 *
 * @param onBehalfOf the post whose role it is, if they stand in for it
 * @param processes the processes in whose cases alone it may be used; empty for all
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

    /** Whether it may be used in every process, those to come included. */
    public boolean isUnlimited() {
        return processes.isEmpty();
    }

    /** Whether it may be used in cases of the process. */
    public boolean isFor(String process) {
        return isUnlimited() || processes.contains(process);
    }

    /** Whether it allows the work of this role there in cases of the process. */
    public boolean isForWork(String ofRole, Scope where, String process) {
        return role.equals(ofRole) && isFor(process) && allows(Right.WORK, where);
    }

    /**
     * The name as a reader bears it by this grant: the name itself or, where the grant is limited to processes, the name in
     * each of them, as in {@code NFP/state=KZ@adoption}.
     */
    public List<String> borne(String name) {
        return isUnlimited()
                ? List.of(name)
                : processes.stream()
                        .sorted()
                        .map(process -> name + "@" + process)
                        .toList();
    }

    public Capacity capacity() {
        return new Capacity(role, scope, onBehalfOf, warrant);
    }
}
