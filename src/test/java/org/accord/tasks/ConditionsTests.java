package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Proposal;
import org.accord.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A workshop that is approved on conditions: each becomes a task, and no money is reserved before all are met. */
@AccordTest
class ConditionsTests {

    private static final String INTERPRETATION = "Interpretation is offered in both languages.";
    private static final String WOMEN = "At least thirty per cent of the participants are women.";
    private static final Map<String, Object> ON_TWO_CONDITIONS = Map.of(
            "decision",
            "conditions",
            "conditions",
            List.of(Map.of("condition", INTERPRETATION), Map.of("condition", WOMEN)));

    @LocalServerPort
    int port;

    @Autowired
    Jobs jobs;

    @Autowired
    Time time;

    private Proposal proposal;

    @BeforeEach
    void aProposalWasCosted() {
        jobs.stop();
        proposal = Proposal.opened(port, jobs, time).reviewed(2).costed(30_000);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    private void approvedOnConditions() {
        proposal.does("chief", "approveAsChief", ON_TWO_CONDITIONS);
        proposal.approvedBy("political-officer", "approveAsPoliticalOfficer");
    }

    private void hostAgreed() {
        proposal.does("focal-point.kz", "giveHostConcurrence", Map.of("concurrence", "yes", "noteNumber", "KZ-14"));
        proposal.does("programme-manager", "confirmCosts", Map.of("finalAmount", 32_100));
    }

    private List<JsonNode> toMeet() {
        return proposal.workshop().tasks("programme-manager").stream()
                .filter(task -> task.path("element").asText().equals("meetApprovalConditions"))
                .toList();
    }

    private String condition(JsonNode task) {
        return Caller.as(port, "programme-manager")
                .get("/api/v1/tasks/" + task.path("id").asText())
                .json()
                .at("/conditions/0/text")
                .asText();
    }

    private void met(JsonNode task) {
        Answer answer = proposal.workshop()
                .complete(
                        "programme-manager",
                        task,
                        Map.of("howMet", "Two interpreters are booked.", "evidence", "C-17"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        jobs.runDue();
    }

    @Test
    void everyConditionIsATaskAndNoMoneyIsReservedBeforeAllAreMet() {
        approvedOnConditions();
        hostAgreed();

        assertThat(proposal.waiting()).containsExactly("meetApprovalConditions", "meetApprovalConditions");
        assertThat(toMeet().stream().map(this::condition)).containsExactlyInAnyOrder(INTERPRETATION, WOMEN);
        met(toMeet().get(0));
        assertThat(proposal.waiting()).containsExactly("meetApprovalConditions");
        met(toMeet().get(0));
        assertThat(proposal.waiting()).containsExactly("reserveFunds");
        assertThat(proposal.page("certifying-officer", "reserveFunds", "en"))
                .contains("Conditions of the approval", INTERPRETATION, WOMEN)
                .contains("met</strong>")
                .doesNotContain("not met yet");
    }

    @Test
    void whoDecidesNextSeesTheConditionsOfThoseBefore() {
        proposal.does("chief", "approveAsChief", ON_TWO_CONDITIONS);
        assertThat(proposal.page("political-officer", "approveAsPoliticalOfficer", "en"))
                .contains("Conditions of the approval", INTERPRETATION, "not met yet");
        assertThat(proposal.page("political-officer", "approveAsPoliticalOfficer", "ru"))
                .contains("Условия утверждения", "пока не выполнено");
    }

    @Test
    void conditionsFallWhenTheApprovalIsDecidedAnew() {
        proposal.does("chief", "approveAsChief", ON_TWO_CONDITIONS);
        proposal.does(
                "political-officer",
                "approveAsPoliticalOfficer",
                Map.of("decision", "return", "reason", "The dates clash with a summit."));
        proposal.reviewed(2).costed(9_000);
        proposal.approvedBy("chief", "approveAsChief");
        proposal.does("focal-point.kz", "giveHostConcurrence", Map.of("concurrence", "yes", "noteNumber", "KZ-14"));
        proposal.does("programme-manager", "confirmCosts", Map.of("finalAmount", 9_630));

        assertThat(proposal.waiting()).containsExactly("reserveFunds");
    }

    @ParameterizedTest
    @CsvSource({
        "conditions, conditions:minRows",
        "approve, conditions:hiddenField",
    })
    void conditionsGoWithTheDecisionThatAsksForThem(String decision, String violation) {
        Map<String, Object> data = decision.equals("approve")
                ? Map.of("decision", decision, "conditions", List.of(Map.of("condition", WOMEN)))
                : Map.of("decision", decision, "conditions", List.of());
        Answer refused =
                proposal.workshop().complete("chief", proposal.workshop().task("chief", "approveAsChief"), data);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly(violation);
    }

    @ParameterizedTest
    @CsvSource({"en,1280,true", "ru,360,false"})
    void thePagesLookRight(String language, int width, boolean scripts) {
        try (Chromium chromium = Chromium.launch()) {
            String first = proposal.workshop()
                    .task("chief", "approveAsChief")
                    .path("id")
                    .asText();
            Visit.as(chromium, port, "chief", language, width, scripts)
                    .open("/tasks/" + first)
                    .looksRight("decision-first");
            proposal.does("chief", "approveAsChief", ON_TWO_CONDITIONS);
            String second = proposal.workshop()
                    .task("political-officer", "approveAsPoliticalOfficer")
                    .path("id")
                    .asText();
            Visit.as(chromium, port, "political-officer", language, width, scripts)
                    .open("/tasks/" + second)
                    .looksRight("decision-second");
            proposal.approvedBy("political-officer", "approveAsPoliticalOfficer");
            hostAgreed();
            Visit.as(chromium, port, "programme-manager", language, width, scripts)
                    .open("/tasks/" + toMeet().get(0).path("id").asText())
                    .looksRight("condition");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
