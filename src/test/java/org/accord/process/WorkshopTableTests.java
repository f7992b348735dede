package org.accord.process;

import static org.accord.process.ShippedDecision.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables by which a workshop is approved, consented to, found ready, evaluated and followed up. */
class WorkshopTableTests {

    private static final ShippedDecision ROUTE = ShippedDecision.of("approvalRoute");
    private static final ShippedDecision DONOR = ShippedDecision.of("donorConsent");
    private static final ShippedDecision READINESS = ShippedDecision.of("workshopReadiness");
    private static final ShippedDecision EVALUATION = ShippedDecision.of("evaluation");
    private static final ShippedDecision GENDER = ShippedDecision.of("genderGate");
    private static final ShippedDecision INITIATIVE = ShippedDecision.of("initiativeStatus");

    static List<DecisionCase> routes() {
        return List.of(
                route("D6.1 up to 10,000, normal", 4_000, "normal", "CHIEF, CERT"),
                route("D6.1 exactly 10,000, normal", 10_000, "normal", "CHIEF, CERT"),
                route("D6.2 above 10,000, normal", 10_001, "normal", "CHIEF, PAO, CERT"),
                route("D6.2 exactly 50,000, normal", 50_000, "normal", "CHIEF, PAO, CERT"),
                route("D6.3 above 50,000, normal", 50_001, "normal", "CHIEF, PAO, HOM, CERT"),
                route("D6.3 exactly 150,000", 150_000, "normal", "CHIEF, PAO, HOM, CERT"),
                route("D6.3 small, but sensitive", 1, "sensitive", "CHIEF, PAO, HOM, CERT"),
                route("D6.4 above 150,000", 150_001, "normal", "CHIEF, PAO, HOM, BOARD, CERT"),
                route("D6.4 above 150,000 and sensitive", 900_000, "sensitive", "CHIEF, PAO, HOM, BOARD, CERT"),
                route("D6.4 amount unknown", null, "normal", "CHIEF, PAO, HOM, BOARD, CERT"));
    }

    private static DecisionCase route(String words, Object amount, String sensitivity, String chain) {
        return DecisionCase.of(words, facts("amount", amount, "sensitivity", sensitivity), "chain", chain);
    }

    static List<DecisionCase> consents() {
        return List.of(
                consent("D7.1 EU, headings moved up to 25 % -> inform", "EU", "headingsWithin25", "inform", false, 0),
                consent("D7.2 EU, more than 25 % -> signed addendum", "EU", "headingsOver25", "addendum", true, 22),
                consent(
                        "D7.3 not in the description -> no-objection",
                        "EU",
                        "notInDescription",
                        "noObjection",
                        true,
                        10),
                consent("D7.3 the same for Norway", "NMFA", "notInDescription", "noObjection", true, 10),
                consent("D7.4 new end date -> amendment", "EU", "newEndDate", "amendment", true, 22),
                consent("D7.5 venue or date -> no-objection", "NMFA", "venueOrDate", "noObjection", true, 10),
                consent("D7.6 logo or press -> inform", "EU", "logoOrPress", "inform", false, 5),
                consent("D7.7 Norway, beyond the budget -> consent", "NMFA", "overBudget", "consent", true, 15),
                consent("D7.7 Norway, headings moved -> consent", "NMFA", "headingsWithin25", "consent", true, 15));
    }

    private static DecisionCase consent(
            String words, String donor, String change, String need, boolean consent, int days) {
        return DecisionCase.of(
                words,
                facts("donor", donor, "donorChange", change),
                "donorNeed",
                need,
                "needsDonorConsent",
                consent,
                "donorDays",
                (double) days,
                "donorSilenceCounts",
                false);
    }

    static List<DecisionCase> readiness() {
        return List.of(
                ready("D10.1 no host agreement -> STOP", false, 5, true, true, "STOP", "hostAgreement"),
                ready("D10.1 host agreement unknown -> STOP", null, 5, true, true, "STOP", "hostAgreement"),
                ready("D10.2 no donor consent -> STOP", true, 5, true, false, "STOP", "donorConsent"),
                ready("D10.2 donor consent unknown -> STOP", true, 5, true, null, "STOP", "donorConsent"),
                ready("D10.3 two States -> STOP, Chair decides", true, 2, true, true, "STOP", "fewStates"),
                ready("D10.3 States unknown -> STOP", true, null, true, true, "STOP", "fewStates"),
                ready("D10.4 no interpreters -> hybrid", true, 3, false, true, "HYBRID", "interpreters"),
                ready("D10.5 three States, all else there -> GO", true, 3, true, true, "GO", "ready"));
    }

    private static DecisionCase ready(
            String words, Object host, Object states, Object interpreters, Object consent, String to, String reason) {
        return DecisionCase.of(
                words,
                facts(
                        "hostAgreementSigned",
                        host,
                        "confirmedStates",
                        states,
                        "interpreters",
                        interpreters,
                        "donorConsent",
                        consent),
                "readiness",
                to,
                "readinessReason",
                reason);
    }

    static List<DecisionCase> evaluations() {
        return List.of(
                rated("D11.1 59 of 100 answered -> insufficient data", 59, 4.8, 30, "insufficientData", "remind"),
                rated("D11.2 60 of 100, 4.0 and 15 -> effective", 60, 4.0, 15, "effective", "levelThreeSurvey"),
                rated(
                        "D11.3 4.0 and 14.9 -> liked, little learned",
                        80,
                        4.0,
                        14.9,
                        "likedLittleLearned",
                        "contentReview"),
                rated("D11.4 2.9 -> weak", 80, 2.9, 40, "weak", "lessonsMeeting"),
                rated("D11.5 3.0 -> adequate", 80, 3.0, 40, "adequate", "none"),
                rated("D11.5 3.9 -> adequate", 80, 3.9, 40, "adequate", "none"));
    }

    private static DecisionCase rated(
            String words, int answers, double score, double gain, String rating, String task) {
        return DecisionCase.of(
                words,
                facts("answers", answers, "participants", 100, "score", score, "gain", gain),
                "rating",
                rating,
                "evaluationTask",
                task);
    }

    static List<DecisionCase> initiatives() {
        return List.of(
                status("D13.1 suspended by a State", true, 200, 10, 12, true, "grey"),
                status("D13.2 91 days overdue", false, 91, 100, 0, true, "red"),
                status("D13.2 49 % of the milestones", false, 0, 49, 0, false, "red"),
                status("D13.3 31 days overdue", false, 31, 100, 0, false, "amber"),
                status("D13.3 90 days overdue", false, 90, 100, 0, false, "amber"),
                status("D13.3 seven months without a report", false, 0, 100, 7, false, "amber"),
                status("D13.3 79 % of the milestones", false, 0, 79, 0, false, "amber"),
                status("D13.4 target met", false, 30, 100, 6, true, "blue"),
                status("D13.5 80 %, six months, 30 days", false, 30, 80, 6, false, "green"));
    }

    private static DecisionCase status(
            String words, boolean suspended, int overdue, int share, int months, boolean met, String colour) {
        return DecisionCase.of(
                words,
                facts(
                        "suspendedByState",
                        suspended,
                        "daysOverdue",
                        overdue,
                        "milestoneShare",
                        share,
                        "monthsSinceReport",
                        months,
                        "targetMet",
                        met),
                "colour",
                colour);
    }

    private record Row(ShippedDecision table, DecisionCase words) {

        @Override
        public String toString() {
            return words.toString();
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                        routes().stream().map(words -> new Row(ROUTE, words)),
                        consents().stream().map(words -> new Row(DONOR, words)),
                        readiness().stream().map(words -> new Row(READINESS, words)),
                        evaluations().stream().map(words -> new Row(EVALUATION, words)),
                        initiatives().stream().map(words -> new Row(INITIATIVE, words)))
                .flatMap(row -> row);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowDecides(Row row) {
        row.words().decidesIn(row.table());
    }

    /** D12 has no numbers in its rows. */
    static List<DecisionCase> markers() {
        return List.of(
                marker("0 -> return with written justification", "0", null, false, "justify", false),
                marker("0, however many women", "0", 60, false, "justify", false),
                marker("1 -> accept, comment", "1", null, true, "comment", false),
                marker("1, 29 % women -> ask once", "1", 29, true, "comment", true),
                marker("2 -> accept", "2", 30, true, "none", false),
                marker("3, 29 % women -> accept, ask once", "3", 29, true, "none", true),
                marker("no marker at nominations, 29 % women -> ask once", null, 29, true, "none", true),
                marker("no marker at nominations, 30 % women", null, 30, true, "none", false));
    }

    private static DecisionCase marker(
            String words, String marker, Object women, boolean accepted, String advice, boolean ask) {
        return DecisionCase.of(
                words,
                facts("genderMarker", marker, "womenShare", women),
                "genderAccepted",
                accepted,
                "genderAdvice",
                advice,
                "askForWomen",
                ask);
    }

    @ParameterizedTest(name = "D12 marker {0}")
    @MethodSource("markers")
    void everyMarkerIsJudged(DecisionCase row) {
        ShippedDecision.Answer answer = GENDER.ask(row.facts());
        assertThat(answer.outputs()).singleElement().isEqualTo(row.outputs());
    }

    @Test
    void aLargerAmountNeverHasAShorterChain() {
        for (String sensitivity : List.of("normal", "sensitive")) {
            int links = 0;
            for (int amount : new int[] {1, 4_001, 10_000, 10_001, 50_000, 50_001, 150_000, 150_001, 5_000_000}) {
                String chain = ROUTE.ask(facts("amount", amount, "sensitivity", sensitivity))
                        .only("chain")
                        .toString();
                assertThat(chain.split(", ")).hasSizeGreaterThanOrEqualTo(links);
                assertThat(chain).startsWith("CHIEF").endsWith("CERT");
                links = chain.split(", ").length;
            }
        }
    }

    @Test
    void theChainSaysWhatTheGatewaysAsk() {
        for (DecisionCase row : routes()) {
            Map<String, Object> outputs = ROUTE.ask(row.facts()).outputs().get(0);
            String chain = outputs.get("chain").toString();
            assertThat(outputs)
                    .containsEntry("needsPolitical", chain.contains("PAO"))
                    .containsEntry("needsHead", chain.contains("HOM"))
                    .containsEntry("needsBoard", chain.contains("BOARD"));
        }
    }

    @Test
    void aWorkshopThatNobodyAttendedIsNotEffective() {
        assertThat(EVALUATION
                        .ask(facts("answers", 0, "participants", 0, "score", 5, "gain", 50))
                        .only("rating"))
                .isEqualTo("insufficientData");
    }
}
