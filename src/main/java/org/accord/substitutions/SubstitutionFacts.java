package org.accord.substitutions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.accord.core.LocalText;
import org.accord.process.ProcessDefinition;
import org.accord.process.Processes;
import org.accord.programme.Mandate;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.springframework.stereotype.Component;

/** Looks up what the rules of substitutions need to know. */
@Component
class SubstitutionFacts {

    private final SubstitutionStore store;
    private final Programme programme;
    private final Processes processes;
    private final Clock clock;

    SubstitutionFacts(SubstitutionStore store, Programme programme, Processes processes, Clock clock) {
        this.store = store;
        this.programme = programme;
        this.processes = processes;
        this.clock = clock;
    }

    /** @param but the substitution that is looked at itself, if it exists */
    SubstitutionRules.Facts of(String principal, String substitute, String but) {
        LocalDate today = programme.dayOf(clock.instant());
        List<Substitution> others = store.counting(List.of(principal, substitute), today).stream()
                .filter(other -> !other.id().equals(but))
                .toList();
        return new SubstitutionRules.Facts(
                today,
                this::postName,
                programme::role,
                programme.mandatesOf(principal),
                used(substitute, others),
                others,
                processes.withCases().stream().map(ProcessDefinition::key).collect(Collectors.toSet()));
    }

    private Optional<LocalText> postName(String userName) {
        return programme.post(userName).map(Post::name);
    }

    /** What the post holds, and what it uses for others. */
    private List<Mandate> used(String substitute, List<Substitution> others) {
        List<Mandate> used = new ArrayList<>(programme.mandatesOf(substitute));
        others.stream()
                .map(Substitution::terms)
                .filter(terms -> terms.substitute().equals(substitute))
                .forEach(terms ->
                        used.addAll(SubstitutionRules.takenWithin(terms, programme.mandatesOf(terms.principal()))));
        return used;
    }
}
