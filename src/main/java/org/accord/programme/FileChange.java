package org.accord.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.accord.core.Digest;

/**
 * What another programme file would change if it took effect now.
 *
 * @param base of the file in force
 * @param digest of the other
 * @param differences between the two as they are written
 * @param posts that would be new
 * @param granted mandates that posts would be given, from today at the earliest
 * @param ended mandates that would end with yesterday, or never begin
 * @param delegated authority that would be given, from today at the earliest
 * @param revoked authority that would end with yesterday
 * @param roles of which more than the name would change
 * @param holders the posts that hold such a role, or would
 * @param administrators the posts that would administer the programme then, with no end in sight
 * @param seconds the posts that would be second persons for any change of rights then, with no end in sight
 */
public record FileChange(
        Digest base,
        Digest digest,
        List<Difference> differences,
        List<Post> posts,
        List<Holding> granted,
        List<Holding> ended,
        List<Delegation> delegated,
        List<Delegation> revoked,
        List<Role> roles,
        Set<String> holders,
        Set<String> administrators,
        Set<String> seconds) {

    public FileChange {
        differences = List.copyOf(differences);
        posts = List.copyOf(posts);
        granted = List.copyOf(granted);
        ended = List.copyOf(ended);
        delegated = List.copyOf(delegated);
        revoked = List.copyOf(revoked);
        roles = List.copyOf(roles);
        holders = Set.copyOf(holders);
        administrators = Set.copyOf(administrators);
        seconds = Set.copyOf(seconds);
    }

    /** The user names of all posts that would gain or lose a mandate, delegated authority, or a right or rule of a role. */
    public Set<String> concerned() {
        Set<String> names = new TreeSet<>(holders);
        granted.forEach(holding -> names.add(holding.post().userName()));
        ended.forEach(holding -> names.add(holding.post().userName()));
        delegated.forEach(delegation -> names.add(delegation.userName()));
        revoked.forEach(delegation -> names.add(delegation.userName()));
        return names;
    }

    /** The mandates given and ended, each as {@code post: principal}. */
    static List<String> told(List<Holding> holdings) {
        List<String> told = new ArrayList<>();
        holdings.forEach(holding -> told.add(holding.post().userName() + ": "
                + holding.mandate().scope().principal(holding.mandate().role())));
        return told;
    }

    /** The authority given and ended, each as {@code post: limit}. */
    static List<String> authority(List<Delegation> delegations) {
        return delegations.stream()
                .map(delegation ->
                        delegation.userName() + ": " + delegation.limit().toPlainString())
                .toList();
    }
}
