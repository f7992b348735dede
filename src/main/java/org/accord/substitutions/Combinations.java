package org.accord.substitutions;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.accord.programme.Mandate;
import org.accord.programme.Role;
import org.jspecify.annotations.Nullable;

/** Whether somebody may use the roles of another beside their own: no more than one post may hold together. */
final class Combinations {

    /** Two roles that do not go together; the same twice if it may be held for one State only. */
    record Clash(String taken, String own) {}

    private Combinations() {}

    /** The first clash between own mandates and those taken, on some day from the first to the last of the time. */
    static Optional<Clash> clash(
            List<Mandate> own,
            List<Mandate> taken,
            LocalDate from,
            @Nullable LocalDate until,
            Function<String, Optional<Role>> roles) {
        for (Mandate used : holding(taken, from, until)) {
            for (Mandate held : holding(own, from, until)) {
                if (clashes(used, held, roles)) {
                    return Optional.of(new Clash(used.role(), held.role()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Mandate> holding(List<Mandate> mandates, LocalDate from, @Nullable LocalDate until) {
        return mandates.stream()
                .filter(mandate -> mandate.holdsWithin(from, until))
                .toList();
    }

    private static boolean clashes(Mandate used, Mandate held, Function<String, Optional<Role>> roles) {
        Role one = roles.apply(used.role()).orElse(null);
        Role other = roles.apply(held.role()).orElse(null);
        if (one == null || other == null) {
            return false;
        }
        boolean twoStates = one.equals(other)
                && one.oneState()
                && !Objects.equals(used.scope().state(), held.scope().state());
        return one.excludes(other) || twoStates;
    }
}
