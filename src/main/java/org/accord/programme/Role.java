package org.accord.programme;

import java.util.List;
import java.util.Set;
import org.accord.access.Right;
import org.accord.core.LocalText;

/**
 * A function in the programme.
 *
 * @param scope what a mandate in this role must name
 * @param excludes codes of roles that the same post may not hold at the same time
 * @param secretariat whether its holders belong to the secretariat
 * @param oneState whether a post may hold it for one State only at a time
 * @param personal whether its rights are given to a person and can be used by nobody in their name (jpoa.md 3.6)
 */
public record Role(
        String code,
        LocalText name,
        Set<Right> rights,
        ScopeKind scope,
        List<String> excludes,
        boolean secretariat,
        boolean oneState,
        boolean personal) {

    /** What a mandate must name beside the role; a pillar may narrow any of them. */
    public enum ScopeKind {
        PROGRAMME,
        STATE,
        AGENCY,
        ORGANISATION
    }

    public Role {
        rights = Set.copyOf(rights);
        excludes = List.copyOf(excludes);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Whether nothing but what it is called differs. */
    boolean grantsTheSameAs(Role other) {
        return new Role(code, other.name, rights, scope, excludes, secretariat, oneState, personal).equals(other);
    }

    /** Whether no post may hold both at the same time, whichever of the two says so. */
    public boolean excludes(Role other) {
        return excludes.contains(other.code) || other.excludes.contains(code);
    }
}
