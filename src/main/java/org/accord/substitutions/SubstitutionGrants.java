package org.accord.substitutions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accord.access.Grant;
import org.accord.access.GrantSource;
import org.accord.core.Warrant;
import org.accord.programme.Mandate;
import org.accord.programme.Programme;
import org.accord.programme.Role;
import org.springframework.stereotype.Component;

/**
 * What substitutions grant: the principal's own mandates of the day, as far as was agreed. Never what the principal has by
 * a substitution themself, never a personal role, and nothing that the programme excludes beside what the substitute
 * holds today, whatever was the case when it was approved.
 */
@Component
class SubstitutionGrants implements GrantSource {

    private final SubstitutionStore store;
    private final Programme programme;

    SubstitutionGrants(SubstitutionStore store, Programme programme) {
        this.store = store;
        this.programme = programme;
    }

    @Override
    public List<Grant> grantsOf(String userName, Instant at) {
        LocalDate day = programme.dayOf(at);
        List<Substitution> inForce = store.inForceFor(userName, day);
        if (inForce.isEmpty()) {
            return List.of();
        }
        List<Mandate> held = new ArrayList<>(programme.mandatesOf(userName, at));
        List<Grant> grants = new ArrayList<>();
        for (Substitution substitution : inForce) {
            List<Mandate> taken = SubstitutionRules.takenWithin(
                    substitution.terms(),
                    programme.mandatesOf(substitution.terms().principal(), at));
            if (Combinations.clash(held, taken, day, day, programme::role).isEmpty()) {
                held.addAll(taken);
                taken.forEach(mandate -> grant(substitution, mandate).ifPresent(grants::add));
            }
        }
        return grants;
    }

    private Optional<Grant> grant(Substitution substitution, Mandate mandate) {
        Warrant warrant = new Warrant(mandate.from(), mandate.until(), substitution.id());
        return programme
                .role(mandate.role())
                .filter(role -> !role.personal())
                .map(Role::rights)
                .map(rights -> new Grant(
                        mandate.role(),
                        mandate.scope(),
                        rights,
                        warrant,
                        substitution.terms().principal(),
                        substitution.terms().processes()));
    }

    @Override
    public Set<String> standInsOf(String userName, Instant at) {
        return Set.copyOf(store.standInsOf(userName, programme.dayOf(at)));
    }
}
