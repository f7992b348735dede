package org.accord.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.access.Right;
import org.accord.core.Scope;
import org.accord.core.Violation;

/**
 * What the mandates and delegations of another file do to those that are held. Given is what the other file adds to the one in
 * force, ended what it leaves out; what was given, ended or changed by hand since stays as it is.
 */
final class Effects {

    /** What posts hold, whatever the files say. */
    record Held(List<Holding> mandates, List<Delegation> delegations) {

        Held {
            mandates = List.copyOf(mandates);
            delegations = List.copyOf(delegations);
        }
    }

    private final ProgrammeFile before;
    private final ProgrammeFile after;
    private final Held held;
    private final LocalDate today;
    private final Map<String, Role> roles;

    Effects(ProgrammeFile before, ProgrammeFile after, Held held, LocalDate today) {
        this.before = before;
        this.after = after;
        this.held = held;
        this.today = today;
        this.roles = after.parties().roles().stream().collect(Collectors.toMap(Role::code, Function.identity()));
    }

    List<Holding> granted() {
        Map<String, List<Mandate>> had = byPost(held.mandates());
        return added(before.holdings(), after.holdings()).stream()
                .filter(holding -> holding.mandate().holdsWithin(today, null))
                .map(holding -> new Holding(holding.post(), holding.mandate().startingOn(today)))
                .filter(holding -> had.getOrDefault(holding.post().userName(), List.of()).stream()
                        .noneMatch(holding.mandate()::isWithin))
                .toList();
    }

    List<Holding> ended() {
        Map<String, List<Mandate>> had = byPost(held.mandates());
        return added(after.holdings(), before.holdings()).stream()
                .filter(holding -> holding.mandate().holdsWithin(today, null))
                .filter(holding ->
                        had.getOrDefault(holding.post().userName(), List.of()).contains(holding.mandate()))
                .toList();
    }

    /** What the second has and the first has not; a post's name makes no difference. */
    private static List<Holding> added(List<Holding> first, List<Holding> second) {
        Map<String, List<Mandate>> known = byPost(first);
        return second.stream()
                .filter(holding -> !known.getOrDefault(holding.post().userName(), List.of())
                        .contains(holding.mandate()))
                .toList();
    }

    private static Map<String, List<Mandate>> byPost(List<Holding> holdings) {
        Map<String, List<Mandate>> byPost = new LinkedHashMap<>();
        holdings.forEach(holding -> byPost.computeIfAbsent(holding.post().userName(), name -> new ArrayList<>())
                .add(holding.mandate()));
        return byPost;
    }

    List<Delegation> delegated() {
        return after.delegations().stream()
                .filter(delegation -> !before.delegations().contains(delegation))
                .filter(delegation -> lasts(delegation))
                .map(delegation -> delegation.startingOn(today))
                .filter(delegation -> !held.delegations().contains(delegation))
                .toList();
    }

    List<Delegation> revoked() {
        return before.delegations().stream()
                .filter(delegation -> !after.delegations().contains(delegation))
                .filter(this::lasts)
                .filter(held.delegations()::contains)
                .toList();
    }

    private boolean lasts(Delegation delegation) {
        LocalDate until = delegation.until();
        return until == null || !until.isBefore(today);
    }

    /** What posts would hold from today on. */
    private Map<String, List<Mandate>> result() {
        List<Holding> ended = ended();
        return byPost(Stream.concat(
                        held.mandates().stream()
                                .filter(holding -> ended.stream().noneMatch(holding::isSame)),
                        granted().stream())
                .filter(holding -> holding.mandate().holdsWithin(today, null))
                .toList());
    }

    /** The posts that would administer the programme, with no end in sight. */
    Set<String> administrators() {
        Set<String> administrators = new TreeSet<>();
        result().forEach((post, mandates) -> {
            if (mandates.stream().anyMatch(this::administers)) {
                administrators.add(post);
            }
        });
        return administrators;
    }

    private boolean administers(Mandate mandate) {
        Role role = roles.get(mandate.role());
        return role != null
                && role.may(Right.ADMINISTER)
                && mandate.scope().equals(Scope.PROGRAMME)
                && mandate.until() == null
                && mandate.holdsOn(today);
    }

    /** Roles that one post would hold at the same time and may not. */
    List<Violation> clashes() {
        List<Violation> clashes = new ArrayList<>();
        result().forEach((post, mandates) -> {
            for (int i = 0; i < mandates.size(); i++) {
                for (Mandate earlier : mandates.subList(0, i)) {
                    clash(post, mandates.get(i), earlier, clashes);
                }
            }
        });
        return clashes;
    }

    private void clash(String post, Mandate one, Mandate other, List<Violation> clashes) {
        Role role = roles.get(one.role());
        Role second = roles.get(other.role());
        if (role == null || second == null || !one.overlaps(other)) {
            return;
        }
        if (role.excludes(second)) {
            clashes.add(Violation.of("posts", "postExcludes", post, role.name(), second.name()));
        } else if (role.equals(second) && role.oneState() && !one.isForSameState(other)) {
            clashes.add(Violation.of("posts", "postOneState", post, role.name()));
        }
    }
}
