package org.accord.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.access.Right;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What the mandates, delegations and roles of another file do to what is held. Given is what the other file adds to the one in
 * force, ended what it leaves out; what was given, ended or changed by hand since stays as it is.
 */
final class Effects {

    /**
     * What posts hold, whatever the files say.
     *
     * @param inForce the days on which a file came in force: what it gave begins then, if the file named an earlier day
     */
    record Held(List<Holding> mandates, List<Delegation> delegations, Set<LocalDate> inForce) {

        Held {
            mandates = List.copyOf(mandates);
            delegations = List.copyOf(delegations);
            inForce = Set.copyOf(inForce);
        }

        private boolean beganAsWritten(LocalDate held, LocalDate written) {
            return held.equals(written) || held.isAfter(written) && inForce.contains(held);
        }

        /** What is held as that line of a file gave it. */
        Stream<Holding> givenBy(Holding line) {
            return mandates.stream()
                    .filter(holding -> holding.isOfSamePost(line)
                            && holding.mandate().isSameButBegins(line.mandate())
                            && beganAsWritten(
                                    holding.mandate().from(), line.mandate().from()));
        }

        Stream<Delegation> givenBy(Delegation line) {
            return delegations.stream()
                    .filter(one -> one.isSameButBegins(line) && beganAsWritten(one.from(), line.from()));
        }
    }

    private final ProgrammeFile before;
    private final ProgrammeFile after;
    private final Held held;
    private final LocalDate today;
    private final Map<String, Role> roles;
    private final List<Holding> added;
    private final List<Holding> dropped;

    Effects(ProgrammeFile before, ProgrammeFile after, Held held, LocalDate today) {
        this.before = before;
        this.after = after;
        this.held = held;
        this.today = today;
        this.roles = byCode(after);
        this.added = only(after.holdings(), before.holdings());
        this.dropped = only(before.holdings(), after.holdings());
    }

    private static Map<String, Role> byCode(ProgrammeFile file) {
        return file.parties().roles().stream().collect(Collectors.toMap(Role::code, Function.identity()));
    }

    /** What the first has and the second has not; a post's name makes no difference. */
    private static List<Holding> only(List<Holding> first, List<Holding> second) {
        return first.stream()
                .filter(holding -> second.stream().noneMatch(holding::isSame))
                .toList();
    }

    List<Holding> ended() {
        return dropped.stream()
                .flatMap(held::givenBy)
                .filter(holding -> holding.mandate().holdsWithin(today, null))
                .distinct()
                .toList();
    }

    List<Holding> granted() {
        List<Holding> kept = held.mandates().stream()
                .filter(holding -> ended().stream().noneMatch(holding::isSame))
                .toList();
        return added.stream()
                .filter(holding -> holding.mandate().holdsWithin(today, null))
                .map(holding -> new Holding(holding.post(), holding.mandate().startingOn(today)))
                .filter(holding -> kept.stream()
                        .noneMatch(one ->
                                one.isOfSamePost(holding) && holding.mandate().isWithin(one.mandate())))
                .toList();
    }

    List<Delegation> revoked() {
        return before.delegations().stream()
                .filter(line -> !after.delegations().contains(line))
                .flatMap(held::givenBy)
                .filter(this::lasts)
                .distinct()
                .toList();
    }

    List<Delegation> delegated() {
        List<Delegation> kept = held.delegations().stream()
                .filter(one -> !revoked().contains(one))
                .toList();
        return after.delegations().stream()
                .filter(line -> !before.delegations().contains(line))
                .filter(this::lasts)
                .map(line -> line.startingOn(today))
                .filter(line -> !kept.contains(line))
                .toList();
    }

    private boolean lasts(Delegation delegation) {
        LocalDate until = delegation.until();
        return until == null || !until.isBefore(today);
    }

    /** The roles of which the other file changes more than the name, and that were there before. */
    List<Role> changedRoles() {
        Map<String, Role> known = byCode(before);
        return after.parties().roles().stream()
                .filter(role -> known.containsKey(role.code())
                        && !Objects.requireNonNull(known.get(role.code())).grantsTheSameAs(role))
                .toList();
    }

    /** Everybody who holds one of the changed roles, or will. */
    Set<String> holdersOfChangedRoles() {
        Set<String> codes = changedRoles().stream().map(Role::code).collect(Collectors.toSet());
        return Stream.concat(held.mandates().stream(), added.stream())
                .filter(holding -> codes.contains(holding.mandate().role())
                        && holding.mandate().holdsWithin(today, null))
                .map(holding -> holding.post().userName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What would be held from today on. */
    private Map<String, List<Mandate>> result() {
        List<Holding> ended = ended();
        Map<String, List<Mandate>> result = new LinkedHashMap<>();
        Stream.concat(held.mandates().stream().filter(one -> ended.stream().noneMatch(one::isSame)), granted().stream())
                .filter(holding -> holding.mandate().holdsWithin(today, null))
                .forEach(holding -> result.computeIfAbsent(holding.post().userName(), name -> new ArrayList<>())
                        .add(holding.mandate()));
        return result;
    }

    /** The posts that would administer the programme, with no end in sight. */
    Set<String> administrators() {
        return withoutEnd(role -> role.may(Right.ADMINISTER));
    }

    /** The posts that would be second persons for any change of rights, with no end in sight. */
    Set<String> seconds() {
        return withoutEnd(role -> role.may(Right.ADMINISTER) || role.may(Right.APPROVE_ABSENCE));
    }

    private Set<String> withoutEnd(Predicate<Role> wanted) {
        Set<String> posts = new TreeSet<>();
        result().forEach((post, mandates) -> {
            if (mandates.stream().anyMatch(mandate -> isWithoutEnd(mandate, roles.get(mandate.role()), wanted))) {
                posts.add(post);
            }
        });
        return posts;
    }

    private boolean isWithoutEnd(Mandate mandate, @Nullable Role role, Predicate<Role> wanted) {
        return role != null
                && wanted.test(role)
                && mandate.scope().equals(Scope.PROGRAMME)
                && mandate.until() == null
                && mandate.holdsOn(today);
    }

    /** What forbids it: lines that were changed by hand and in the file, and roles that one post would hold together and may not. */
    List<Violation> faults() {
        List<Violation> faults = new ArrayList<>();
        dropped.stream()
                .filter(line -> line.mandate().holdsWithin(today, null)
                        && held.givenBy(line).findAny().isEmpty())
                .filter(line -> isEdited(line) || isHeldOtherwise(line))
                .forEach(line -> faults.add(Violation.of(
                        "posts",
                        "changedByHand",
                        line.post().userName(),
                        line.mandate().role())));
        result().forEach((post, mandates) -> clashes(post, mandates, faults));
        return faults;
    }

    /** Whether the other file says something else of this post's role, which is not what it holds. */
    private boolean isEdited(Holding line) {
        return added.stream()
                .anyMatch(one -> one.isOfSamePost(line)
                        && one.mandate().role().equals(line.mandate().role())
                        && held.mandates().stream().noneMatch(one::isSame));
    }

    /** Whether the post goes on holding this role for other days than the file said, and the other file says nothing of it. */
    private boolean isHeldOtherwise(Holding line) {
        return held.mandates().stream()
                .filter(one -> one.isOfSamePost(line)
                        && one.mandate().role().equals(line.mandate().role())
                        && one.mandate().scope().equals(line.mandate().scope())
                        && one.mandate().holdsWithin(today, null))
                .anyMatch(one -> after.holdings().stream().noneMatch(one::isSame));
    }

    private void clashes(String post, List<Mandate> mandates, List<Violation> faults) {
        for (int i = 0; i < mandates.size(); i++) {
            for (Mandate earlier : mandates.subList(0, i)) {
                clash(post, mandates.get(i), earlier, faults);
            }
        }
    }

    private void clash(String post, Mandate one, Mandate other, List<Violation> faults) {
        Role role = roles.get(one.role());
        Role second = roles.get(other.role());
        if (role == null || second == null || !one.overlaps(other)) {
            return;
        }
        if (role.excludes(second)) {
            faults.add(Violation.of("posts", "postExcludes", post, role.name(), second.name()));
        } else if (role.equals(second) && role.oneState() && !one.isForSameState(other)) {
            faults.add(Violation.of("posts", "postOneState", post, role.name()));
        }
    }
}
