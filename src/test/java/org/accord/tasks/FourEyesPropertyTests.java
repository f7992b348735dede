package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.accord.tasks.FourEyes.Deed;

class FourEyesPropertyTests {

    @Property
    void theOneWhoActsAndTheOneStoodInForAreKeptOutAlike(
            @ForAll("deeds") List<Deed> before, @ForAll("persons") Set<String> persons) {
        List<Deed> swapped = before.stream().map(FourEyesPropertyTests::swapped).toList();

        assertThat(FourEyes.conflict(persons, swapped).map(Deed::element))
                .isEqualTo(FourEyes.conflict(persons, before).map(Deed::element));
        assertThat(FourEyes.barred(swapped)).isEqualTo(FourEyes.barred(before));
    }

    @Property
    void aDeedMoreNeverLetsAnybodyIn(@ForAll("deeds") List<Deed> before, @ForAll("deeds") List<Deed> more) {
        List<Deed> all = new ArrayList<>(before);
        all.addAll(more);

        assertThat(FourEyes.barred(all)).containsAllEntriesOf(FourEyes.barred(before));
    }

    @Property
    void aDeedMoreNeverSettlesAConflict(
            @ForAll("deeds") List<Deed> before,
            @ForAll("deeds") List<Deed> more,
            @ForAll("persons") Set<String> persons) {
        List<Deed> all = new ArrayList<>(more);
        all.addAll(before);

        assertThat(FourEyes.conflict(persons, all).isPresent())
                .isEqualTo(FourEyes.conflict(persons, before).isPresent()
                        || FourEyes.conflict(persons, more).isPresent());
    }

    @Property
    void whoeverIsBarredIsInConflictWithTheStepThatBars(@ForAll("deeds") List<Deed> before) {
        FourEyes.barred(before).forEach((person, element) -> assertThat(FourEyes.conflict(Set.of(person), before))
                .hasValueSatisfying(deed -> {
                    assertThat(deed.element()).isEqualTo(element);
                    assertThat(deed.involves(person)).isTrue();
                }));
    }

    @Property
    void whoeverHadNoPartMayAct(@ForAll("deeds") List<Deed> before, @ForAll("persons") Set<String> persons) {
        boolean hadPart = before.stream()
                .anyMatch(deed -> persons.contains(deed.actor())
                        || deed.onBehalfOf() != null && persons.contains(deed.onBehalfOf()));

        assertThat(FourEyes.conflict(persons, before).isPresent()).isEqualTo(hadPart);
        assertThat(persons.stream().anyMatch(FourEyes.barred(before)::containsKey))
                .isEqualTo(hadPart);
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of("approve", "certify", "translate"), person(), person().injectNull(0.5))
                .as(Deed::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Set<String>> persons() {
        return person().set().ofMaxSize(2);
    }

    private static Arbitrary<String> person() {
        return Arbitraries.of("pm", "chief", "pao", "cert", "appr", "hom", "focalpoint.kz", "focalpoint.tm");
    }

    private static Deed swapped(Deed deed) {
        return deed.onBehalfOf() == null ? deed : new Deed(deed.element(), deed.onBehalfOf(), deed.actor());
    }
}
