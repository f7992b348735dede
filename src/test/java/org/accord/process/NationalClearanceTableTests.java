package org.accord.process;

import static org.accord.process.ShippedDecision.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NationalClearanceTableTests {

    static final List<String> MINISTRY =
            Arrays.asList("yes", "yesWithStatement", "no", "observer", "deferred", "", "YES", null);
    static final List<String> AGENCIES = Arrays.asList("allAgree", "objection", "overruled", "", "none", null);
    static final List<String> LEVELS = Arrays.asList("notRequired", "minister", "pending", "", "deputy", null);

    private static final ShippedDecision TABLE = ShippedDecision.of("nationalClearance");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowDecides(DecisionCase row) {
        row.decidesIn(TABLE);
    }

    static List<DecisionCase> rows() {
        return List.of(
                row("D4.1 MFA no -> AMENDMENTS_REQUESTED", "no", "allAgree", "minister", "AMENDMENTS_REQUESTED"),
                row(
                        "D4.1 MFA no and nothing else known -> AMENDMENTS_REQUESTED",
                        "no",
                        null,
                        null,
                        "AMENDMENTS_REQUESTED"),
                row(
                        "D4.2 MFA yes, an agency no and not overruled -> INTERNAL_CONFLICT",
                        "yes",
                        "objection",
                        "notRequired",
                        "INTERNAL_CONFLICT"),
                row(
                        "D4.2 MFA yes, an agency no and not overruled, minister approved -> INTERNAL_CONFLICT",
                        "yes",
                        "objection",
                        "minister",
                        "INTERNAL_CONFLICT"),
                row(
                        "D4.2 MFA yes with statement, an agency no and not overruled -> INTERNAL_CONFLICT",
                        "yesWithStatement",
                        "objection",
                        "minister",
                        "INTERNAL_CONFLICT"),
                row(
                        "D4.2 MFA yes, an agency overruled below the minister -> INTERNAL_CONFLICT",
                        "yes",
                        "overruled",
                        "pending",
                        "INTERNAL_CONFLICT"),
                row(
                        "D4.3 MFA yes, all yes, approval not required -> ENDORSED",
                        "yes",
                        "allAgree",
                        "notRequired",
                        "ENDORSED"),
                row("D4.4 MFA yes, all yes, minister approved -> ENDORSED", "yes", "allAgree", "minister", "ENDORSED"),
                row(
                        "D4.4 MFA yes, overruled, minister approved -> ENDORSED",
                        "yes",
                        "overruled",
                        "minister",
                        "ENDORSED"),
                row(
                        "D4.5 MFA yes with statement -> ENDORSED_WITH_STATEMENT",
                        "yesWithStatement",
                        "allAgree",
                        "notRequired",
                        "ENDORSED_WITH_STATEMENT"),
                row(
                        "D4.5 MFA yes with statement, minister approved -> ENDORSED_WITH_STATEMENT",
                        "yesWithStatement",
                        "overruled",
                        "minister",
                        "ENDORSED_WITH_STATEMENT"),
                row("D4.6 State declares it cannot join -> OBSERVER", "observer", null, null, "OBSERVER"),
                row("D4.7 domestic procedures unfinished -> DEFERRED", "deferred", null, null, "DEFERRED"),
                row("D4.7 approval awaited at cut-off -> DEFERRED", "yes", "allAgree", "pending", "DEFERRED"),
                row("D4.8 no answer at deadline -> NO_REPLY", null, null, null, "NO_REPLY"),
                row(
                        "D4.8 MFA silent although all agencies agree -> NO_REPLY",
                        null,
                        "allAgree",
                        "minister",
                        "NO_REPLY"),
                row("D4.8 MFA yes, agencies silent -> NO_REPLY", "yes", null, "notRequired", "NO_REPLY"));
    }

    @Test
    void whereNothingIsKnownNobodyReplied() {
        assertThat(TABLE.ask(Map.of()).only("position")).isEqualTo("NO_REPLY");
    }

    @Test
    void everyCombinationHasOneResult() {
        assertThat(everyAnswer())
                .hasSize(MINISTRY.size() * AGENCIES.size() * LEVELS.size())
                .allSatisfy(facts -> assertThat(TABLE.ask(facts).only("position"))
                        .isIn(
                                "AMENDMENTS_REQUESTED",
                                "INTERNAL_CONFLICT",
                                "ENDORSED",
                                "ENDORSED_WITH_STATEMENT",
                                "OBSERVER",
                                "DEFERRED",
                                "NO_REPLY"));
    }

    @Test
    void onlyAnExpressYesOfTheMinistryEndorsesAndNeverOverAnAgency() {
        assertThat(everyAnswer().stream().filter(NationalClearanceTableTests::isEndorsed))
                .isNotEmpty()
                .allSatisfy(facts -> {
                    assertThat(facts.get("mfa")).isIn("yes", "yesWithStatement");
                    assertThat(facts.get("agencies")).isNotEqualTo("objection");
                    assertThat(facts.get("approvalLevel")).isIn("notRequired", "minister");
                    if ("overruled".equals(facts.get("agencies"))) {
                        assertThat(facts).containsEntry("approvalLevel", "minister");
                    }
                });
    }

    private static List<Map<String, Object>> everyAnswer() {
        return ShippedDecision.everyCombination("mfa", MINISTRY, "agencies", AGENCIES, "approvalLevel", LEVELS);
    }

    private static boolean isEndorsed(Map<String, Object> facts) {
        return Set.of("ENDORSED", "ENDORSED_WITH_STATEMENT")
                .contains((String) TABLE.ask(facts).only("position"));
    }

    private static DecisionCase row(String words, String ministry, String agencies, String level, String position) {
        return DecisionCase.of(
                words, facts("mfa", ministry, "agencies", agencies, "approvalLevel", level), "position", position);
    }
}
