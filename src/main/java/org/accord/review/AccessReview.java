package org.accord.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.accord.access.Grant;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.audit.AuditEntry;
import org.accord.audit.AuditFilter;
import org.accord.audit.AuditLog;
import org.accord.core.Actor;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.accord.programme.Mandate;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.accord.programme.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks through the rights of today; for readers of everything ({@code notPermitted}). */
@Component
class AccessReview {

    private static final int NEWEST = 50;
    private static final String ANY_PROCESS = "";

    private final Programme programme;
    private final Permissions permissions;
    private final AuditLog log;

    AccessReview(Programme programme, Permissions permissions, AuditLog log) {
        this.programme = programme;
        this.permissions = permissions;
        this.log = log;
    }

    /**
     * A right that a post has today.
     *
     * @param granted the entry of the record by which it was given; absent if the record does not have it
     */
    record Held(Post post, Grant grant, @Nullable AuditEntry granted) {}

    /** Two roles that no post may hold together, and the posts that do. */
    record Apart(Role one, Role other, List<Post> both) {}

    /**
     * @param held by post, own rights first
     * @param apart every pair of roles that are kept apart
     * @param refused the newest attempts that were refused to keep duties apart
     */
    record Findings(List<Held> held, List<Apart> apart, List<AuditEntry> refused) {

        /** Whether no post holds two roles that are kept apart. */
        public boolean isKeptApart() {
            return apart.stream().allMatch(pair -> pair.both().isEmpty());
        }
    }

    Findings findings(Actor reader) {
        permissions.require(reader, Right.READ_ALL, Scope.PROGRAMME);
        List<Held> held = programme.posts().stream()
                .flatMap(post -> grants(post)
                        .map(grant -> new Held(
                                post, grant, granted(reader, post, grant).orElse(null))))
                .toList();
        return new Findings(held, apart(), refused(reader));
    }

    private Stream<Grant> grants(Post post) {
        return permissions.grants(Actor.person(post.userName())).stream();
    }

    /** A substitution was approved, the mandate was given, mandates were passed on to the post, or they stand in the programme's file. */
    private Optional<AuditEntry> granted(Actor reader, Post post, Grant grant) {
        String substitution = grant.warrant().substitution();
        if (substitution != null) {
            return log.about(reader, ANY_PROCESS, new Subject("substitution", substitution), "substitution.approved");
        }
        Mandate mandate =
                new Mandate(grant.role(), grant.scope(), grant.warrant().from(), null);
        return log.about(reader, ANY_PROCESS, mandate.subject(post.userName()), "programme.mandateGiven")
                .or(() -> log.about(
                        reader, ANY_PROCESS, new Subject("post", post.userName()), "programme.mandatesPassed"))
                .or(() -> log.about(
                        reader, ANY_PROCESS, new Subject("programme", programme.code()), "programme.imported"));
    }

    private List<Apart> apart() {
        List<Apart> apart = new ArrayList<>();
        List<Role> roles = programme.roles();
        for (int one = 0; one < roles.size(); one++) {
            for (Role other : roles.subList(one + 1, roles.size())) {
                if (roles.get(one).excludes(other)) {
                    apart.add(new Apart(roles.get(one), other, both(roles.get(one), other)));
                }
            }
        }
        return apart;
    }

    private List<Post> both(Role one, Role other) {
        return programme.posts().stream()
                .filter(post -> holds(post, one) && holds(post, other))
                .toList();
    }

    private boolean holds(Post post, Role role) {
        return grants(post).anyMatch(grant -> grant.role().equals(role.code()));
    }

    private List<AuditEntry> refused(Actor reader) {
        AuditFilter filter = new AuditFilter(null, null, null, "task.refused", null, null, null, "separationOfDuties");
        return log.find(reader, filter, NEWEST, null).items();
    }
}
