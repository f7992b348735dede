package org.accord.process;

import static org.accord.process.ShippedDecision.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdoptionTableTests {

    private static final ShippedDecision TABLE = ShippedDecision.of("adoption");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowDecides(DecisionCase row) {
        row.decidesIn(TABLE);
    }

    static List<DecisionCase> rows() {
        return List.of(
                row("D5.1 not all present or consenting -> POSTPONED", meeting("no", 0, 0, 5, 0), "POSTPONED"),
                row("D5.1 not all present, one objects -> POSTPONED", meeting("no", 1, 0, 5, 0), "POSTPONED"),
                row("D5.2 yes, 1 objection -> NO_CONSENSUS", meeting("yes", 1, 0, 5, 0), "NO_CONSENSUS"),
                row("D5.2 yes, 5 objections, 1 left -> NO_CONSENSUS", meeting("yes", 5, 1, 4, 1), "NO_CONSENSUS"),
                row(
                        "D5.3 yes, 0, 1 left, 4 remain -> ADOPTED_BY_REMAINING",
                        meeting("yes", 0, 1, 4, 0),
                        "ADOPTED_BY_REMAINING"),
                row(
                        "D5.3 yes, 0, 2 left, 3 remain -> ADOPTED_BY_REMAINING",
                        meeting("yes", 0, 2, 3, 1),
                        "ADOPTED_BY_REMAINING"),
                row("D5.4 yes, 0, 3 left, 2 remain -> POSTPONED", meeting("yes", 0, 3, 2, 0), "POSTPONED"),
                row(
                        "D5.5 yes, 0, 0, 1 statement -> ADOPTED_WITH_STATEMENTS",
                        meeting("yes", 0, 0, 5, 1),
                        "ADOPTED_WITH_STATEMENTS"),
                row("D5.6 yes, 0, 0, 0 -> ADOPTED_BY_CONSENSUS", meeting("yes", 0, 0, 5, 0), "ADOPTED_BY_CONSENSUS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendance", "objections", "statements"})
    void aMeetingWithoutAFactCannotDecide(String missing) {
        Map<String, Object> facts = meeting("yes", 0, 0, 5, 0);
        facts.remove(missing);

        assertThat(TABLE.ask(facts).only("adoptionResult")).isEqualTo("POSTPONED");
    }

    @Test
    void whereNothingIsKnownNothingIsAdopted() {
        assertThat(TABLE.ask(Map.of()).only("adoptionResult")).isEqualTo("POSTPONED");
    }

    @Test
    void statesThatLeftAreObserversAndDeferredTogether() {
        Map<String, Object> facts = meeting("yes", 0, 1, 3, 0);
        facts.put("deferred", 1);

        assertThat(TABLE.ask(facts).only("adoptionResult")).isEqualTo("ADOPTED_BY_REMAINING");
    }

    @Test
    void everyCombinationHasOneResultAndAdoptsOnlyWithEverybodyPresentAndNoObjection() {
        assertThat(ShippedDecision.everyCombination(
                        "attendance", Arrays.asList("yes", "no", "", null),
                        "objections", Arrays.asList(0, 1, 5, -1, null),
                        "observers", Arrays.asList(0, 1, 3, null),
                        "deferred", Arrays.asList(0, 1, null),
                        "participatingCount", Arrays.asList(0, 2, 3, 5, null),
                        "statements", Arrays.asList(0, 1, null)))
                .allSatisfy(facts -> {
                    String result = (String) TABLE.ask(facts).only("adoptionResult");
                    assertThat(result)
                            .isIn(
                                    "POSTPONED",
                                    "NO_CONSENSUS",
                                    "ADOPTED_BY_REMAINING",
                                    "ADOPTED_WITH_STATEMENTS",
                                    "ADOPTED_BY_CONSENSUS");
                    if (result.startsWith("ADOPTED")) {
                        assertThat(facts).containsEntry("attendance", "yes").containsEntry("objections", 0);
                    }
                });
    }

    static Map<String, Object> meeting(String attendance, int objections, int left, int remaining, int statements) {
        return facts(
                "attendance",
                attendance,
                "objections",
                objections,
                "observers",
                left,
                "deferred",
                0,
                "participatingCount",
                remaining,
                "statements",
                statements);
    }

    private static DecisionCase row(String words, Map<String, Object> facts, String result) {
        return DecisionCase.of(words, facts, "adoptionResult", result);
    }
}
