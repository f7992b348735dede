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
    private static final int NOT_YET = -2;

    private static final ShippedDecision TABLE = ShippedDecision.of("escalation");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowActs(DecisionCase row) {
        row.isAmong(TABLE);
        assertThat(TABLE.ask(row.facts()).rows()).anyMatch(text -> text.startsWith(row.number() + " "));
    }

    static List<DecisionCase> rows() {
        return List.of(
                row("D9.1 any, due -2 wd -> remind assignee", late("other", -2, NOT_YET), "remindAssignee", "assignee"),
                row(
                        "D9.2 any, +1 wd -> remind, cc supervisor",
                        late("other", 1, 1),
                        "remindWithSupervisor",
                        "assignee, supervisor"),
                row(
                        "D9.3 nomination, +2 wd -> PAO calls, second note verbale",
                        late("nomination", 2, 2),
                        "secondNoteVerbale",
                        "PAO"),
                row("D9.4 nomination, +5 wd -> seat released", late("nomination", 5, 7), "releaseSeat", "PM"),
                row("D9.5 clearance, due date -> PAO to embassy", late("clearance", 0, 0), "contactEmbassy", "PAO"),
                row("D9.5 clearance, +5 wd -> HOM letter", late("clearance", 5, 7), "headOfMissionLetter", "HOM, PAO"),
                row(
                        "D9.6 donor consent, +5 wd -> CHIEF contacts donor",
                        late("donorConsent", 5, 7),
                        "chiefContactsDonor",
                        "CHIEF"),
                row("D9.7 report, T+30 d -> CHIEF", late("report", 0, 0), "informChief", "CHIEF"),
                row("D9.7 report, T+45 d -> HOM", late("report", 11, 15), "informHeadOfMission", "HOM"),
                row("D9.8 follow-up action, +30 d -> NFP", late("followUp", 22, 30), "informFocalPoint", "NFP"),
                row(
                        "D9.8 follow-up action, +60 d -> HOM and progress report",
                        late("followUp", 44, 60),
                        "informHeadOfMissionAndReport",
                        "HOM, PM"));
    }

    @Test
    void everyRowOfTheTableIsTried() {
        assertThat(TABLE.descriptions()).hasSameSizeAs(rows());
    }

    @Test
    void eachStepWaitsForItsDayAndStaysTrueAfterIt() {
        assertThat(actions(late("nomination", -3, NOT_YET))).isEmpty();
        assertThat(actions(late("nomination", -1, NOT_YET))).containsExactly("remindAssignee");
        assertThat(actions(late("nomination", 1, 1))).containsExactly("remindWithSupervisor");
        assertThat(actions(late("nomination", 4, 6))).containsExactly("remindWithSupervisor", "secondNoteVerbale");
        assertThat(actions(late("nomination", 6, 8)))
                .containsExactly("remindWithSupervisor", "secondNoteVerbale", "releaseSeat");
        assertThat(actions(late("report", 10, 14))).containsExactly("remindWithSupervisor", "informChief");
        assertThat(actions(late("report", 12, 16)))
                .containsExactly("remindWithSupervisor", "informChief", "informHeadOfMission");
    }

    @Test
    void whereNothingIsKnownNothingHappens() {
        assertThat(actions(Map.of())).isEmpty();
    }

    @Test
    void everyTaskIsRemindedOfTwiceWhateverItIs() {
        for (String subject : SUBJECTS) {
            assertThat(actions(late(subject, -2, NOT_YET))).containsExactly("remindAssignee");
            assertThat(actions(late(subject, 1, 1))).contains("remindWithSupervisor");
        }
    }

    @Test
    void theStepsForOneKindOfTaskAreNotTakenForAnother() {
        assertThat(actions(late("other", 5, 60))).containsExactly("remindWithSupervisor");
        assertThat(actions(late("nomination", 0, 30))).containsExactly("remindAssignee");
        assertThat(actions(late("clearance", 2, 15))).containsExactly("remindWithSupervisor", "contactEmbassy");
    }

    private static List<Object> actions(Map<String, Object> facts) {
        return TABLE.ask(facts).outputs().stream()
                .map(output -> output.get("action"))
                .toList();
    }

    private static Map<String, Object> late(String subject, int workingDays, int days) {
        return facts("subject", subject, "workingDaysLate", workingDays, "daysLate", days);
    }

    private static DecisionCase row(String words, Map<String, Object> facts, String action, String to) {
        return DecisionCase.of(words, facts, "action", action, "to", to);
    }
}
