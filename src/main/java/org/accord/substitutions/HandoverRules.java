package org.accord.substitutions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.accord.core.Violation;
import org.accord.programme.Mandate;
import org.accord.programme.Role;

/** What may be handed over: something, to somebody else who may hold it. */
final class HandoverRules {

    /**
     * What the rules need to know.
     *
     * @param holders all mandates of the post that is handed over
     * @param successors all mandates of the next post
     * @param open other hand-overs that are under way
     * @param appointed whether an administrator proposed it, who may also give personal roles to somebody else
     */
    record Facts(
            LocalDate today,
            Function<String, Optional<?>> postNames,
            Function<String, Optional<Role>> roles,
            List<Mandate> holders,
            List<Mandate> successors,
            List<Handover> open,
            boolean appointed) {

        private Object postName(String userName) {
            return postNames.apply(userName).<Object>map(name -> name).orElse(userName);
        }

        private Object roleName(String code) {
            return roles.apply(code).<Object>map(Role::name).orElse(code);
        }
    }

    private HandoverRules() {}

    /** All that is against it; empty if it may be done. */
    static List<Violation> faults(String from, String to, Facts facts) {
        List<Violation> faults = new ArrayList<>(ofPosts(from, to, facts));
        if (faults.isEmpty()) {
            faults.addAll(ofMandates(from, to, facts));
        }
        facts.open().stream()
                .filter(other -> other.isOpen() && other.from().equals(from))
                .forEach(other -> faults.add(Violation.of("from", "handoverOpen", facts.postName(from), other.id())));
        return faults;
    }

    private static List<Violation> ofPosts(String from, String to, Facts facts) {
        List<Violation> faults = new ArrayList<>();
        if (facts.postNames().apply(from).isEmpty()) {
            faults.add(Violation.of("from", "noSuchPost", from));
        }
        if (facts.postNames().apply(to).isEmpty()) {
            faults.add(Violation.of("to", "noSuchPost", to));
        }
        if (from.equals(to)) {
            faults.add(Violation.of("to", "successorIsHolder", facts.postName(to)));
        }
        return faults;
    }

    private static List<Violation> ofMandates(String from, String to, Facts facts) {
        List<Violation> faults = new ArrayList<>();
        List<Mandate> passing = facts.holders().stream()
                .filter(mandate -> mandate.holdsWithin(facts.today(), null))
                .toList();
        if (passing.isEmpty()) {
            faults.add(Violation.of("from", "nothingToHandOver", facts.postName(from)));
        }
        passing.stream()
                .map(Mandate::role)
                .distinct()
                .filter(role -> !facts.appointed()
                        && facts.roles().apply(role).map(Role::personal).orElse(false))
                .forEach(role -> faults.add(Violation.of("from", "roleIsAppointed", facts.roleName(role))));
        Combinations.clash(facts.successors(), passing, facts.today(), null, facts.roles())
                .ifPresent(clash -> faults.add(Violation.of(
                        "to",
                        "successorExcluded",
                        facts.postName(to),
                        facts.roleName(clash.own()),
                        facts.roleName(clash.taken()))));
        return faults;
    }
}
