package org.accord.mandates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.programme.Mandate;
import org.accord.programme.Role;
import org.jspecify.annotations.Nullable;

/** Which mandates a post may be given beside those that it has, and when one may end. */
final class MandateRules {

    static final int LONGEST_REASON = 2_000;

    /** The day on which it is asked, and the roles of the programme by code. */
    record World(LocalDate today, Function<String, @Nullable Role> roles) {}

    private MandateRules() {}

    /** What forbids it, all at once; by field. */
    static List<Violation> faults(Mandate asked, List<Mandate> held, World world) {
        Role role = world.roles.apply(asked.role());
        if (role == null) {
            return List.of(Violation.of("role", "notAnOption", asked.role()));
        }
        List<Violation> faults = new ArrayList<>(misfits(role, asked.scope()));
        LocalDate until = asked.until();
        if (asked.from().isBefore(world.today)) {
            faults.add(Violation.of(
                    "from", "tooEarly", world.today.toString(), asked.from().toString()));
        }
        if (until != null && until.isBefore(asked.from())) {
            faults.add(Violation.of(
                    "until", "untilBeforeFrom", until.toString(), asked.from().toString()));
        } else {
            held.forEach(one -> clash(role, asked, one, world, faults));
        }
        return faults;
    }

    /** A role is held for what its kind names, no less and no more. */
    private static List<Violation> misfits(Role role, Scope scope) {
        boolean state = role.scope() == Role.ScopeKind.STATE || role.scope() == Role.ScopeKind.AGENCY;
        boolean organisation = role.scope() == Role.ScopeKind.AGENCY || role.scope() == Role.ScopeKind.ORGANISATION;
        List<Violation> faults = new ArrayList<>();
        misfit("state", state, scope.state(), role, faults);
        misfit("organisation", organisation, scope.organisation(), role, faults);
        return faults;
    }

    private static void misfit(
            String field, boolean wanted, @Nullable String given, Role role, List<Violation> faults) {
        if (wanted && given == null) {
            faults.add(Violation.of(field, "roleNeeds", role.name()));
        } else if (!wanted && given != null) {
            faults.add(Violation.of(field, "roleHasNone", role.name(), given));
        }
    }

    private static void clash(Role role, Mandate asked, Mandate held, World world, List<Violation> faults) {
        Role other = world.roles.apply(held.role());
        if (other == null || !held.holdsWithin(asked.from(), asked.until())) {
            return;
        }
        if (role.excludes(other)) {
            faults.add(Violation.of("role", "excludedRole", role.name(), other.name()));
        } else if (role.equals(other) && held.scope().equals(asked.scope())) {
            faults.add(
                    Violation.of("role", "heldAlready", role.name(), held.from().toString()));
        } else if (role.equals(other) && role.oneState() && !sameState(held, asked)) {
            faults.add(Violation.of(
                    "state", "oneStateOnly", role.name(), "" + held.scope().state()));
        }
    }

    private static boolean sameState(Mandate one, Mandate other) {
        return Objects.equals(one.scope().state(), other.scope().state());
    }

    /** What forbids that the mandate ends with that day: yesterday at the earliest, for what was done under it stays done. */
    static List<Violation> faults(Mandate ending, LocalDate lastDay, World world) {
        LocalDate until = ending.until();
        LocalDate earliest = world.today.minusDays(1);
        if (lastDay.isBefore(earliest)) {
            return List.of(Violation.of("lastDay", "tooEarly", earliest.toString(), lastDay.toString()));
        }
        if (until != null && !lastDay.isBefore(until)) {
            return List.of(Violation.of("lastDay", "endsAnyway", until.toString(), lastDay.toString()));
        }
        return List.of();
    }

    /** What is wrong with a reason, which every change needs. */
    static List<Violation> reasonFaults(String reason) {
        if (reason.isEmpty()) {
            return List.of(Violation.of("reason", "required"));
        }
        return reason.length() > LONGEST_REASON
                ? List.of(Violation.of("reason", "maxLength", LONGEST_REASON, reason, reason.length()))
                : List.of();
    }
}
