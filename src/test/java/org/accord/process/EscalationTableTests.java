package org.accord.process;

import static org.accord.process.ShippedDecision.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EscalationTableTests {

    private static final List<String> SUBJECTS =
            List.of("nomination", "clearance", "donorConsent", "report", "followUp", "other");
    private static final int FAR = 400;

    private static final ShippedDecision TABLE = ShippedDecision.of("escalation");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowActs(DecisionCase row) {
        row.isAmong(TABLE);
        assertThat(TABLE.ask(row.facts()).rows()).anyMatch(text -> text.startsWith(row.number() + " "));
    }

    static List<DecisionCase> rows() {
        return List.of(
                row("D9.1 any, due -2 wd -> remind assignee", late("other", -2, -FAR), "remindAssignee"),
                row("D9.2 any, +1 wd -> remind, cc supervisor", late("other", 1, FAR), "remindWithSupervisor"),
                row(
                        "D9.3 nomination, +2 wd -> PAO calls, second note verbale",
                        late("nomination", 2, FAR),
                        "secondNoteVerbale"),
                row("D9.4 nomination, +5 wd -> seat released", late("nomination", 5, FAR), "releaseSeat"),
                row("D9.5 clearance, due date -> PAO to embassy", late("clearance", 0, FAR), "contactEmbassy"),
                row("D9.5 clearance, +5 wd -> HOM letter", late("clearance", 5, FAR), "headOfMissionLetter"),
                row(
                        "D9.6 donor consent, +5 wd -> CHIEF contacts donor",
                        late("donorConsent", 5, FAR),
                        "chiefContactsDonor"),
                row("D9.7 report, T+30 d -> CHIEF", late("report", FAR, 0), "informChief"),
                row("D9.7 report, T+45 d -> HOM", late("report", FAR, 15), "informHeadOfMission"),
                row("D9.8 follow-up action, +30 d -> NFP", late("followUp", FAR, 30), "informFocalPoint"),
                row(
                        "D9.8 follow-up action, +60 d -> HOM and progress report",
                        late("followUp", FAR, 60),
                        "informHeadOfMissionAndReport"));
    }

    @Test
    void everyRowThatFitsActs() {
        assertThat(actions(late("report", 1, 0))).containsExactly("remindWithSupervisor", "informChief");
        assertThat(actions(late("followUp", -2, 30))).containsExactly("remindAssignee", "informFocalPoint");
    }

    @Test
    void theDayBeforeAndTheDayAfterNothingHappens() {
        assertThat(actions(late("nomination", -3, FAR))).isEmpty();
        assertThat(actions(late("nomination", -1, FAR))).isEmpty();
        assertThat(actions(late("nomination", 4, FAR))).isEmpty();
        assertThat(actions(late("nomination", 6, FAR))).isEmpty();
        assertThat(actions(late("report", FAR, 14))).isEmpty();
        assertThat(actions(late("report", FAR, 16))).isEmpty();
    }

    @Test
    void whereNothingIsKnownNothingHappens() {
        assertThat(actions(Map.of())).isEmpty();
    }

    @Test
    void everyTaskIsRemindedOfTwiceWhateverItIs() {
        for (String subject : SUBJECTS) {
            assertThat(actions(late(subject, -2, -FAR))).contains("remindAssignee");
            assertThat(actions(late(subject, 1, FAR))).contains("remindWithSupervisor");
        }
    }

    @Test
    void theStepsForOneKindOfTaskAreNotTakenForAnother() {
        assertThat(actions(late("other", 5, 30))).isEmpty();
        assertThat(actions(late("nomination", 0, 30))).isEmpty();
        assertThat(actions(late("clearance", 2, 15))).isEmpty();
    }

    private static List<Object> actions(Map<String, Object> facts) {
        return TABLE.ask(facts).outputs().stream()
                .map(output -> output.get("action"))
                .toList();
    }

    private static Map<String, Object> late(String subject, int workingDays, int days) {
        return facts("subject", subject, "workingDaysLate", workingDays, "daysLate", days);
    }

    private static DecisionCase row(String words, Map<String, Object> facts, String action) {
        return DecisionCase.of(words, facts, "action", action);
    }
}
