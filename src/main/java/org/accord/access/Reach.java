package org.accord.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Scope;
import org.springframework.stereotype.Component;

/**
 * Who may see something. Whatever can be seen carries the names of its audiences; a reader belongs to audiences by their
 * grants. One shared audience is enough. Lists, counts, searches and single pages all ask here.
 */
@Component
public class Reach {

    private static final String ALL = "reader:all";
    private static final String CONFIDENTIAL = "reader:confidential";
    private static final String WORK = "reader:work";
    private static final String MEMBERS = "reader:members";
    private static final String DRAFTERS = "reader:drafters";
    private static final String STATE = "reader:state=";

    private final Permissions permissions;

    Reach(Permissions permissions) {
        this.permissions = permissions;
    }

    /**
     * The audiences of a thing.
     *
     * @param scope a State here keeps it from other States
     * @param confidential only for the State itself and those trusted with confidences
     * @param secretariatOnly not for States, donors or experts, unless it is theirs by scope
     */
    public static Set<String> audiences(Scope scope, boolean confidential, boolean secretariatOnly) {
        Set<String> audiences = new LinkedHashSet<>();
        audiences.add(ALL);
        audiences.add(CONFIDENTIAL);
        if (scope.state() != null) {
            audiences.add(STATE + scope.state());
        }
        if (!confidential) {
            audiences.add(WORK);
        }
        if (!confidential && !secretariatOnly && scope.state() == null) {
            audiences.add(MEMBERS);
        }
        return audiences;
    }

    /** The audiences of what some States confide to each other: they, the secretariat, and those who draft for them. */
    public static Set<String> audiencesAmong(Collection<String> states) {
        Set<String> audiences = new LinkedHashSet<>(List.of(ALL, CONFIDENTIAL, WORK, DRAFTERS));
        states.forEach(state -> audiences.add(STATE + state));
        return audiences;
    }

    /** The audiences of what some States keep between themselves, and those trusted with confidences. */
    public static Set<String> audiencesOf(Collection<String> states) {
        Set<String> audiences = new LinkedHashSet<>(List.of(ALL, CONFIDENTIAL));
        states.forEach(state -> audiences.add(STATE + state));
        return audiences;
    }

    /** The audiences the actor belongs to in every process. */
    public Set<String> of(Actor actor) {
        return within(names(actor), "");
    }

    /** The audiences the actor belongs to where cases of the process are concerned. */
    public Set<String> of(Actor actor, String process) {
        return within(names(actor), process);
    }

    /** The audiences the actor belongs to in cases of the process, and the names of the roles that they work in there. */
    public Set<String> andRoles(Actor actor, String process) {
        Set<String> names = new LinkedHashSet<>(of(actor, process));
        names.addAll(within(permissions.principals(actor), process));
        return names;
    }

    /** The audiences the actor belongs to as they bear them; see {@link Grant#borne}. */
    public Set<String> names(Actor actor) {
        Set<String> names = new LinkedHashSet<>();
        for (Grant grant : permissions.grants(actor)) {
            of(grant).forEach(audience -> names.addAll(grant.borne(audience)));
        }
        return names;
    }

    /** What names as a reader bears them come to in cases of the process. */
    public static Set<String> within(Set<String> names, String process) {
        Set<String> plain = new LinkedHashSet<>();
        for (String name : names) {
            int limit = name.indexOf('@');
            if (limit < 0) {
                plain.add(name);
            } else if (name.substring(limit + 1).equals(process)) {
                plain.add(name.substring(0, limit));
            }
        }
        return plain;
    }

    private static Set<String> of(Grant grant) {
        Set<String> audiences = new LinkedHashSet<>();
        if (grant.scope().state() != null) {
            audiences.add(STATE + grant.scope().state());
        }
        addWhen(grant.rights().contains(Right.READ_PROGRAMME), MEMBERS, audiences);
        addWhen(grant.allows(Right.READ_WORK, Scope.PROGRAMME), WORK, audiences);
        addWhen(grant.allows(Right.READ_CONFIDENTIAL, Scope.PROGRAMME), CONFIDENTIAL, audiences);
        addWhen(grant.allows(Right.DRAFT_TEXTS, Scope.PROGRAMME), DRAFTERS, audiences);
        addWhen(grant.allows(Right.READ_ALL, Scope.PROGRAMME), ALL, audiences);
        return audiences;
    }

    public boolean sees(Actor actor, Scope scope, boolean confidential, boolean secretariatOnly) {
        return meets(of(actor), scope, confidential, secretariatOnly);
    }

    /** Whether the actor may see it in a case of the process. */
    public boolean sees(Actor actor, String process, Scope scope, boolean confidential, boolean secretariatOnly) {
        return meets(of(actor, process), scope, confidential, secretariatOnly);
    }

    private static boolean meets(Set<String> mine, Scope scope, boolean confidential, boolean secretariatOnly) {
        return audiences(scope, confidential, secretariatOnly).stream().anyMatch(mine::contains);
    }

    /** Whether the actor may see what States state in confidence in cases of the process, whichever State it is. */
    public boolean isTrusted(Actor actor, String process) {
        Set<String> mine = of(actor, process);
        return mine.contains(CONFIDENTIAL) || mine.contains(ALL);
    }

    /** The processes to which some of what the actor was granted is limited. */
    public Set<String> limits(Actor actor) {
        Set<String> processes = new LinkedHashSet<>();
        permissions.grants(actor).forEach(grant -> processes.addAll(grant.processes()));
        return processes;
    }

    private static void addWhen(boolean belongs, String audience, Set<String> audiences) {
        if (belongs) {
            audiences.add(audience);
        }
    }
}
