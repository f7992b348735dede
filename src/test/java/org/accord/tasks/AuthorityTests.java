package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.substitutions.Absence;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Caller;
import org.accord.testing.Proposal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Who may approve how much, looked at when they decide (D6). */
@AccordTest
@DirtiesContext
class AuthorityTests {

    private static final String ZONE = "Asia/Ashgabat";

    @LocalServerPort
    int port;

    @Autowired
    Jobs jobs;

    @Autowired
    Time time;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void stopTheEngine() {
        jobs.stop();
    }

    @AfterEach
    void goOn() {
        chiefIs("chief");
        limited("chief", 10_000, null);
        limited("political-officer", 50_000, null);
        limited("head-of-mission", 150_000, null);
        jobs.start();
    }

    private Proposal costed(int travel) {
        return Proposal.opened(port, jobs, time).reviewed(2).costed(travel);
    }

    private void limited(String post, int limit, LocalDate until) {
        jdbc.sql(
                        "update accord.programme_delegation set spending_limit = :limit, valid_until = :until where user_name = :post")
                .param("limit", limit)
                .param("until", until)
                .param("post", post)
                .update();
    }

    private void expired(String post) {
        limited(
                post,
                150_000,
                time.instant().atZone(ZoneId.of(ZONE)).toLocalDate().minusDays(1));
    }

    /** What the record says of a case, the newest last. */
    private List<JsonNode> recorded(Proposal proposal, String action) {
        return StreamSupport.stream(
                        Caller.as(port, "auditor")
                                .get("/api/v1/cases/" + proposal.key() + "/history?limit=100")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(entry -> entry.path("action").asText().equals(action))
                .toList();
    }

    @Test
    void anApprovalKeepsTheDelegationUnderWhichItWasGiven() {
        Proposal proposal = costed(9_000);
        assertThat(proposal.page("chief", "approveAsChief", "en"))
                .contains("Limit: 10,000 US dollars, valid from", "The limit covers the total of 9,630 US dollars.");
        assertThat(proposal.page("chief", "approveAsChief", "ru")).contains("предел 10\u00a0000 долларов США");

        proposal.approvedBy("chief", "approveAsChief");

        JsonNode approval = recorded(proposal, "task.completed").stream()
                .filter(entry -> entry.at("/details/element").asText().equals("approveAsChief"))
                .findFirst()
                .orElseThrow();
        assertThat(approval.at("/details/authority/amount").asInt()).isEqualTo(9_630);
        assertThat(approval.at("/details/authority/delegation/limit").asInt()).isEqualTo(10_000);
        assertThat(approval.at("/details/authority/delegation/by").asText()).isEqualTo("head-of-mission");
        assertThat(approval.at("/details/authority/covered").asBoolean()).isTrue();
    }

    @Test
    void aLimitLoweredWhileTheTaskWaitsTakesTheApprovalUpAndKeepsIt() {
        Proposal proposal = costed(9_000);
        limited("chief", 9_000, null);
        assertThat(proposal.page("chief", "approveAsChief", "en"))
                .contains("It does not cover the total of 9,630 US dollars.", "goes one level up");

        proposal.approvedBy("chief", "approveAsChief");

        assertThat(proposal.waiting()).containsExactly("approveForChief");
        assertThat(recorded(proposal, "task.passedUp")).hasSize(1);
        assertThat(recorded(proposal, "task.passedUp").get(0).path("actor").asText())
                .isEqualTo("chief");
        assertThat(proposal.page("head-of-mission", "approveForChief", "en"))
                .as("sees what the chief said")
                .contains("Approve as chief of unit");
        proposal.approvedBy("head-of-mission", "approveForChief");
        assertThat(proposal.waiting()).containsExactly("giveHostConcurrence");
    }

    @Test
    void anExpiredDelegationTakesTheTaskUpBeforeAnybodyWaitsInVain() {
        expired("political-officer");
        Proposal proposal = costed(30_000);
        proposal.approvedBy("chief", "approveAsChief");

        assertThat(proposal.waiting()).containsExactly("approveForPoliticalOfficer");
        JsonNode up = recorded(proposal, "task.passedUp").get(0);
        assertThat(up.at("/details/reason").asText()).isEqualTo("authority");
        assertThat(up.path("actor").asText()).isEqualTo("engine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "reject"})
    void toReturnOrRejectNeedsNoAuthority(String decision) {
        Proposal proposal = costed(9_000);
        expired("chief");

        proposal.does("chief", "approveAsChief", Map.of("decision", decision, "reason", "Too long."));

        assertThat(recorded(proposal, "task.passedUp")).isEmpty();
        assertThat(proposal.waiting()).isEqualTo(decision.equals("return") ? List.of("writeProposal") : List.of());
    }

    @Test
    void whereNobodyIsAboveTheApprovalIsRefusedAndTheTaskStays() {
        Proposal proposal = costed(100_000);
        proposal.approvedBy("chief", "approveAsChief");
        proposal.approvedBy("political-officer", "approveAsPoliticalOfficer");
        limited("head-of-mission", 100_000, null);
        JsonNode task = proposal.workshop().task("head-of-mission", "approveAsHead");

        Answer refused = proposal.workshop().complete("head-of-mission", task, Map.of("decision", "approve"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("beyondAuthority");
        assertThat(refused.body()).contains("107,000 US dollars", "you can return or reject");
        assertThat(proposal.waiting()).containsExactly("approveAsHead");
        assertThat(recorded(proposal, "task.refused")).hasSize(1);
    }

    @Test
    void whoeverWroteTheProposalIsPassedOverAlsoThroughASubstitution() {
        LocalDate today = time.instant().atZone(ZoneId.of(ZONE)).toLocalDate();
        Absence.of(port, "programme-manager", "deputy-chief", today, today).approvedBy("head-of-mission");
        Proposal proposal = Proposal.opened(port, jobs, time);
        proposal.does("deputy-chief", "writeProposal", proposal.of(2));
        chiefIs("deputy-chief");
        proposal.does(
                "me-officer",
                "reviewTechnically",
                Map.of("technicalReview", "favourable", "indicator", "Posts that exchange"));
        proposal.does(
                "political-officer", "reviewPolitically", Map.of("politicalReview", "favourable", "duplication", "no"));
        proposal.costed(5_000);

        assertThat(proposal.waiting()).containsExactly("approveForChief");
        assertThat(recorded(proposal, "task.passedUp")
                        .get(0)
                        .at("/details/reason")
                        .asText())
                .isEqualTo("barred");
    }

    private void chiefIs(String post) {
        jdbc.sql("update accord.programme_mandate set user_name = :post where role = 'CHIEF'")
                .param("post", post)
                .update();
    }

    @Test
    void theTaskTellsItsChainAndAuthorityToClientsToo() {
        Proposal proposal = costed(9_000);
        String id =
                proposal.workshop().task("chief", "approveAsChief").path("id").asText();

        JsonNode task = Caller.as(port, "chief").get("/api/v1/tasks/" + id).json();

        assertThat(task.path("chain").findValuesAsText("role")).containsExactly("CHIEF", "DONOR", "HOST", "CERT");
        assertThat(task.at("/authority/covers").asBoolean()).isTrue();
        assertThat(task.at("/authority/delegation/limit").asInt()).isEqualTo(10_000);
    }
}
