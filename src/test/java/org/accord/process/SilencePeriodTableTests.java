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

class SilencePeriodTableTests {

    private static final ShippedDecision TABLE = ShippedDecision.of("silencePeriod");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowDecides(DecisionCase row) {
        row.decidesIn(TABLE);
    }

    static List<DecisionCase> rows() {
        return List.of(
                row("D2.1 any, languages not both released -> do not start", document("plan", false, 1, false), none()),
                row(
                        "D2.1 urgent, languages not both released -> do not start",
                        document("plan", false, 1, true),
                        none()),
                row("D2.2 any, urgent -> 72 hours; at 48 h; none", document("plan", true, 1, true), hours()),
                row("D2.2 report, urgent -> 72 hours; at 48 h; none", document("report", true, 1, true), hours()),
                row("D2.2 agenda, urgent -> 72 hours; at 48 h; none", document("agenda", true, 2, true), hours()),
                row(
                        "D2.3 plan, yes, 1st -> 10 wd; day 7; once +5 wd",
                        document("plan", true, 1, false),
                        days(10, 7, 5)),
                row(
                        "D2.3 declaration, yes, 1st -> 10 wd; day 7; +5",
                        document("declaration", true, 1, false),
                        days(10, 7, 5)),
                row("D2.4 plan, yes, 2nd -> 5 wd; day 3; once +3 wd", document("plan", true, 2, false), days(5, 3, 3)),
                row(
                        "D2.4 declaration, yes, later -> 5 wd; day 3; +3",
                        document("declaration", true, 7, false),
                        days(5, 3, 3)),
                row(
                        "D2.5 meeting report -> 10 wd; day 7; once +5 wd",
                        document("report", true, 1, false),
                        days(10, 7, 5)),
                row(
                        "D2.5 meeting report, 2nd -> 10 wd; day 7; +5 wd",
                        document("report", true, 2, false),
                        days(10, 7, 5)),
                row(
                        "D2.6 agenda, date, venue -> 5 wd; day 3; none",
                        document("agenda", true, 1, false),
                        days(5, 3, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plans", "Plan", "letter"})
    void anUnknownDocumentDoesNotStart(String type) {
        assertThat(TABLE.ask(document(type, true, 1, false)).outputs()).containsExactly(none());
    }

    @Test
    void factsThatAreMissingDoNotStart() {
        assertThat(TABLE.ask(Map.of()).outputs()).containsExactly(none());
        assertThat(TABLE.ask(facts("documentType", "plan")).outputs()).containsExactly(none());
        assertThat(TABLE.ask(facts("bothLanguagesReleased", true)).outputs()).containsExactly(none());
    }

    @Test
    void theRoundIsTheFirstUntilItIsCounted() {
        assertThat(TABLE.ask(facts("documentType", "plan", "bothLanguagesReleased", true))
                        .outputs())
                .containsExactly(days(10, 7, 5));
    }

    @Test
    void aSilenceThatStartsIsCountedInDaysOrInHoursAndRemindsBeforeItEnds() {
        assertThat(ShippedDecision.everyCombination(
                        "documentType", Arrays.asList("plan", "declaration", "report", "agenda", "other", null),
                        "bothLanguagesReleased", Arrays.asList(true, false, null),
                        "round", Arrays.asList(0, 1, 2, 3, null),
                        "urgencyAgreed", Arrays.asList(true, false, null)))
                .allSatisfy(SilencePeriodTableTests::isSound);
    }

    private static void isSound(Map<String, Object> facts) {
        ShippedDecision.Answer answer = TABLE.ask(facts);
        double days = (double) answer.only("workingDays");
        double hours = (double) answer.only("hours");
        if (answer.only("mayStart").equals(true)) {
            assertThat(facts).containsEntry("bothLanguagesReleased", true);
            assertThat(days > 0).isNotEqualTo(hours > 0);
            assertThat((double) answer.only("reminderDay")).isLessThanOrEqualTo(days);
            assertThat((double) answer.only("reminderHours")).isLessThanOrEqualTo(hours);
            assertThat(hours == 0 || hours >= 72).as("never below the floor").isTrue();
        } else {
            assertThat(answer.outputs()).containsExactly(none());
        }
    }

    private static DecisionCase row(String words, Map<String, Object> facts, Map<String, Object> outputs) {
        return new DecisionCase(words, facts, outputs);
    }

    private static Map<String, Object> document(String type, boolean released, int round, boolean urgent) {
        return facts("documentType", type, "bothLanguagesReleased", released, "round", round, "urgencyAgreed", urgent);
    }

    private static Map<String, Object> none() {
        return outputs(false, 0, 0, 0, 0, 0);
    }

    private static Map<String, Object> hours() {
        return outputs(true, 0, 72, 0, 48, 0);
    }

    private static Map<String, Object> days(double days, double reminder, double extension) {
        return outputs(true, days, 0, reminder, 0, extension);
    }

    private static Map<String, Object> outputs(
            boolean start, double days, double hours, double reminderDay, double reminderHours, double extension) {
        return facts(
                "mayStart",
                start,
                "workingDays",
                days,
                "hours",
                hours,
                "reminderDay",
                reminderDay,
                "reminderHours",
                reminderHours,
                "extensionDays",
                extension);
    }
}
