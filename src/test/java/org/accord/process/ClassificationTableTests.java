package org.accord.process;

import static org.accord.process.ShippedDecision.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationTableTests {

    private static final ShippedDecision TABLE = ShippedDecision.of("classification");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowDecides(DecisionCase row) {
        row.decidesIn(TABLE);
    }

    static List<DecisionCase> rows() {
        return List.of(
                row(
                        "D8.1 from a State in confidence on threats or operations -> do not store; a pointer only",
                        "stateConfidence",
                        "doNotStore",
                        "none",
                        "register a pointer only"),
                row(
                        "D8.2 national position, agency opinion, before release -> Confidential; own State + PAO, CHAIR",
                        "nationalPosition",
                        "confidential",
                        "own State, PAO, CHAIR",
                        "at release"),
                row(
                        "D8.3 draft plan or declaration under negotiation -> Confidential; Unclassified at adoption",
                        "draftText",
                        "confidential",
                        "participating States, core secretariat",
                        "unclassified at adoption"),
                row(
                        "D8.4 passports, contacts, travel -> Confidential (personal data); PM, travel; delete 12 months after",
                        "personalData",
                        "confidential",
                        "PM, travel",
                        "delete 12 months after closure unless financial"),
                row(
                        "D8.5 objections in silence -> Confidential; participating States; archive review",
                        "silenceObjection",
                        "confidential",
                        "participating States",
                        "archive review"),
                row(
                        "D8.6 individual evaluation answers -> Confidential; ME",
                        "evaluationAnswers",
                        "confidential",
                        "ME",
                        "none"),
                row(
                        "D8.7 adopted plan, declaration, issued final report, totals -> Unclassified; public",
                        "issued",
                        "unclassified",
                        "public",
                        "none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Issued", "issued ", "minutes"})
    void whatIsNotNamedIsConfidentialUntilItsOriginatorDecides(String content) {
        assertThat(TABLE.ask(facts("content", content)).outputs())
                .containsExactly(level("confidential", "core secretariat", "originator decides"));
    }

    @Test
    void whatWouldDoExceptionallyGraveDamageIsStrictlyConfidential() {
        assertThat(TABLE.ask(facts("content", "grave")).outputs())
                .containsExactly(level("strictlyConfidential", "HOM, PAO", "after 20 years"));
    }

    @Test
    void whatIsNotKnownIsConfidential() {
        assertThat(TABLE.ask(Map.of()).only("classificationLevel")).isEqualTo("confidential");
    }

    private static DecisionCase row(String words, String content, String level, String readers, String review) {
        return new DecisionCase(words, facts("content", content), level(level, readers, review));
    }

    private static Map<String, Object> level(String level, String readers, String review) {
        return facts("classificationLevel", level, "readers", readers, "classificationReview", review);
    }
}
