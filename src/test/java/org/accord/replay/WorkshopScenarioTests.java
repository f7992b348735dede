package org.accord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Four workshops that do not go as planned. */
@TestPropertySource(properties = "accord.history=classpath:programmes/scenario-workshops.yaml")
class WorkshopScenarioTests extends PlayedTests {

    private List<String> done(String key) {
        return Caller.as(port, "auditor").get("/api/v1/cases/" + key + "/history?limit=100").items().stream()
                .filter(entry -> entry.path("action").asText().equals("task.completed"))
                .map(entry -> entry.at("/details/element").asText())
                .toList();
    }

    @Test
    void aReturnedProposalIsShortenedAndApprovedOnAConditionThatIsMet() {
        String key = caseOf("workshop", 1);
        assertThat(outcomeOf(key)).isEqualTo("approved");
        assertThat(done(key))
                .containsSubsequence(
                        "writeProposal",
                        "approveAsChief",
                        "writeProposal",
                        "prepareCostPlan",
                        "approveAsChief",
                        "approveAsPoliticalOfficer",
                        "meetApprovalConditions",
                        "reserveFunds",
                        "signHostAgreement");
        assertThat(jdbc.sql("select status from accord.approval_condition where case_key = :key")
                        .param("key", key)
                        .query(String.class)
                        .list())
                .containsExactly("MET");
    }

    @Test
    void theFundsAreReleasedWhenTheDonorObjectsAfterTheReservation() {
        String key = caseOf("workshop", 2);
        assertThat(outcomeOf(key)).isEqualTo("withdrawn");
        assertThat(done(key)).containsSubsequence("reserveFunds", "releaseFunds", "writeProposal");
        assertThat(Browser.signedIn(port, "programme-manager")
                        .get("/cases/" + key + "?lang=en")
                        .body())
                .contains("Withdrawn", "Release funds");
    }

    @Test
    void aProposalThatNobodyWritesLapses() {
        assertThat(outcomeOf(caseOf("workshop", 3))).isEqualTo("lapsed");
    }

    @Test
    void aWorkshopCancelledLateTakesBackWhatWasPaidAndCountsWhatIsLost() {
        String key = caseOf("workshop-delivery", 1);
        assertThat(outcomeOf(key)).isEqualTo("cancelledWithCosts");
        assertThat(done(key)).contains("withdrawInvitations", "cancelTravel", "cancelVenue", "settleCancellation");
        JsonNode activity =
                Caller.as(port, "programme-manager").get("/api/v1/cases/" + key).json();
        assertThat(activity.path("status").asText()).isEqualTo("ended");
        assertThat(Caller.as(port, "programme-manager")
                        .get("/api/v1/activities.xml")
                        .body())
                .contains("<activity-status code=\"5\"");
    }
}
