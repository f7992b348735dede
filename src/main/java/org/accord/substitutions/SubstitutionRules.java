package org.accord.substitutions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.programme.Mandate;
import org.accord.programme.Role;
import org.accord.substitutions.Substitution.Terms;

/**
 * What may be agreed: one post stands in for another with what the other holds itself, for a time, where both have nothing
 * else agreed. There is no chain: who is away stands in for nobody, and whoever stands in is not away.
 */
final class SubstitutionRules {

    /** Days that one substitution may last at most. */
    static final int LONGEST_DAYS = 366;

    /**
     * What the rules need to know.
     *
     * @param postNames the name of a post; absent if there is no such post
     * @param principals all mandates of the principal
     * @param substitutes all mandates of the substitute, those included that they use for others
     * @param others every other substitution that counts and concerns one of the two
     * @param processes the processes that have cases
     */
    record Facts(
            LocalDate today,
            Function<String, Optional<?>> postNames,
            Function<String, Optional<Role>> roles,
            List<Mandate> principals,
            List<Mandate> substitutes,
            List<Substitution> others,
            Set<String> processes) {

        Object roleName(String code) {
            return roles.apply(code).<Object>map(Role::name).orElse(code);
        }

        Object postName(String userName) {
            return postNames.apply(userName).<Object>map(name -> name).orElse(userName);
        }

        private boolean isPersonal(String role) {
            return roles.apply(role).map(Role::personal).orElse(false);
        }
    }

    private SubstitutionRules() {}

    /** The mandates of the principal that the substitute uses, whenever they hold. */
    static List<Mandate> taken(Terms terms, List<Mandate> principals) {
        return principals.stream()
                .filter(mandate -> terms.roles().contains(mandate.role()))
                .filter(mandate -> terms.state() == null
                        || terms.state().equals(mandate.scope().state()))
                .filter(mandate -> mandate.holdsWithin(terms.from(), terms.until()))
                .toList();
    }

    /** The same, no longer than the substitution lasts. */
    static List<Mandate> takenWithin(Terms terms, List<Mandate> principals) {
        return taken(terms, principals).stream()
                .map(mandate -> new Mandate(
                        mandate.role(),
                        mandate.scope(),
                        later(mandate.from(), terms.from()),
                        mandate.until() == null ? terms.until() : earlier(mandate.until(), terms.until())))
                .toList();
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The roles that can be used at all in that time: those the principal holds, but for personal ones. */
    static Set<String> usable(List<Mandate> principals, LocalDate from, LocalDate until, Facts facts) {
        Set<String> usable = new TreeSet<>();
        principals.stream()
                .filter(mandate -> mandate.holdsWithin(from, until))
                .map(Mandate::role)
                .filter(role -> !facts.isPersonal(role))
                .forEach(usable::add);
        return usable;
    }

    /** The part of the programme that is concerned: one State if all mandates used are for it, else all of it. */
    static Scope reach(Terms terms, List<Mandate> principals) {
        List<String> states = taken(terms, principals).stream()
                .map(mandate -> "" + mandate.scope().state())
                .distinct()
                .toList();
        boolean one = states.size() == 1 && !states.get(0).equals("null");
        return one ? Scope.ofState(states.get(0)) : Scope.PROGRAMME;
    }

    /** All that is against it; empty if it may be agreed. */
    static List<Violation> faults(Terms terms, Facts facts) {
        List<Violation> faults = new ArrayList<>(ofPosts(terms, facts));
        List<Violation> time = ofTime(terms, facts.today());
        faults.addAll(time);
        faults.addAll(ofScope(terms, facts));
        if (time.isEmpty() && !terms.principal().equals(terms.substitute())) {
            faults.addAll(ofCombination(terms, facts));
            faults.addAll(ofOthers(terms, facts));
        }
        return faults;
    }

    /** All that is against approving it now: it may have begun, and what was true when it was proposed may be so no more. */
    static List<Violation> faultsWhenApproved(Terms terms, Facts facts) {
        if (terms.until().isBefore(facts.today())) {
            return List.of(past("until", terms.until(), facts.today()));
        }
        Terms rest = new Terms(
                terms.principal(),
                terms.substitute(),
                later(terms.from(), facts.today()),
                terms.until(),
                terms.roles(),
                terms.state(),
                terms.processes());
        return faults(rest, facts);
    }

    private static List<Violation> ofPosts(Terms terms, Facts facts) {
        List<Violation> faults = new ArrayList<>();
        if (facts.postNames().apply(terms.principal()).isEmpty()) {
            faults.add(Violation.of("principal", "noSuchPost", terms.principal()));
        }
        if (facts.postNames().apply(terms.substitute()).isEmpty()) {
            faults.add(Violation.of("substitute", "noSuchPost", terms.substitute()));
        }
        if (terms.principal().equals(terms.substitute())) {
            faults.add(Violation.of("substitute", "substituteIsPrincipal", facts.postName(terms.substitute())));
        }
        return faults;
    }

    private static List<Violation> ofTime(Terms terms, LocalDate today) {
        List<Violation> faults = new ArrayList<>();
        if (terms.from().isBefore(today)) {
            faults.add(past("from", terms.from(), today));
        }
        if (terms.from().isAfter(terms.until())) {
            faults.add(Violation.of("until", "untilBeforeFrom", terms.until(), terms.from()));
            return faults;
        }
        long days = ChronoUnit.DAYS.between(terms.from(), terms.until()) + 1;
        if (days > LONGEST_DAYS) {
            faults.add(Violation.of("until", "substitutionTooLong", LONGEST_DAYS, days));
        }
        return faults;
    }

    private static Violation past(String field, LocalDate day, LocalDate today) {
        return Violation.of(field, "substitutionInThePast", day, today);
    }

    private static List<Violation> ofScope(Terms terms, Facts facts) {
        List<Violation> faults = new ArrayList<>();
        Set<String> held = new TreeSet<>();
        facts.principals().stream()
                .filter(mandate -> mandate.holdsWithin(terms.from(), terms.until()))
                .forEach(mandate -> held.add(mandate.role()));
        if (terms.roles().isEmpty()) {
            faults.add(Violation.of("roles", "noRoleToSubstitute", facts.postName(terms.principal())));
        }
        for (String role : new TreeSet<>(terms.roles())) {
            if (!held.contains(role)) {
                faults.add(
                        Violation.of("roles", "roleNotHeld", facts.roleName(role), facts.postName(terms.principal())));
            }
            if (facts.isPersonal(role)) {
                faults.add(Violation.of("roles", "roleIsPersonal", facts.roleName(role)));
            }
        }
        if (faults.isEmpty() && taken(terms, facts.principals()).isEmpty()) {
            faults.add(Violation.of("state", "stateNotHeld", "" + terms.state()));
        }
        new TreeSet<>(terms.processes())
                .stream()
                        .filter(process -> !facts.processes().contains(process))
                        .forEach(process -> faults.add(Violation.of("processes", "notAnOption", process)));
        return faults;
    }

    private static List<Violation> ofCombination(Terms terms, Facts facts) {
        List<Mandate> taken = taken(terms, facts.principals());
        return Combinations.clash(facts.substitutes(), taken, terms.from(), terms.until(), facts.roles())
                .map(clash -> Violation.of(
                        "substitute",
                        "substituteExcluded",
                        facts.postName(terms.substitute()),
                        facts.roleName(clash.own()),
                        facts.roleName(clash.taken())))
                .stream()
                .toList();
    }

    private static List<Violation> ofOthers(Terms terms, Facts facts) {
        List<Violation> faults = new ArrayList<>();
        for (Substitution substitution : facts.others()) {
            Terms other = substitution.terms();
            if (!substitution.counts() || !other.overlapsInTime(terms)) {
                continue;
            }
            if (other.principal().equals(terms.substitute())) {
                faults.add(Violation.of(
                        "substitute",
                        "substituteIsAway",
                        facts.postName(terms.substitute()),
                        other.from(),
                        other.until()));
            }
            if (other.substitute().equals(terms.principal())) {
                faults.add(Violation.of(
                        "principal",
                        "principalIsSubstitute",
                        facts.postName(terms.principal()),
                        other.from(),
                        other.until()));
            }
            if (other.principal().equals(terms.principal()) && other.overlapsInScope(terms)) {
                faults.add(
                        Violation.of("from", "substitutionOverlaps", substitution.id(), other.from(), other.until()));
            }
        }
        return faults;
    }
}
