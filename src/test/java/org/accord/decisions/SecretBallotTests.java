package org.accord.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Hearing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shipped ballot, put as a secret one: everybody votes on the page of the decision, and nothing tells how. */
@AccordTest
class SecretBallotTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext accord;

    @Autowired
    JdbcClient jdbc;

    private Chamber chamber;
    private Hearing ballot;
    private String id;

    @BeforeEach
    void aSecretBallotRuns() {
        chamber = Chamber.open(port, accord);
        Map<String, Object> question = new HashMap<>(Chamber.QUESTION);
        question.put("secret", true);
        ballot = chamber.begin("chair", "ballot");
        chamber.does(ballot, "chair", "putQuestion", question);
        id = ballot.key() + ".question.1";
    }

    @AfterAll
    static void setTheClockBack() {
        Chamber.setTheEnginesClockBack();
    }

    private Answer votes(String state, String position) {
        return chamber.says(chamber.as("focal-point." + state), id, "position", position);
    }

    @Test
    void aVoteClosesTheTaskOfItsVoterAndNothingKeepsHowTheyVoted() {
        assertThat(votes("kz", "support").status()).isEqualTo(200);
        assertThat(votes("kg", "object").status()).isEqualTo(200);

        assertThat(ballot.tasks("focal-point.kz")).isEmpty();
        assertThat(jdbc.sql(
                                "select data::text from accord.task_submission where case_key = ? and element_id = 'castVote'")
                        .param(ballot.key())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch("{}"::equals);
        assertThat(votes("kz", "object").code()).isEqualTo("alreadySpoken");
    }

    @Test
    void itEndsWhenItIsSettledAndTellsNumbersOnly() {
        List.of("kz", "kg", "tj").forEach(state -> votes(state, "support"));
        chamber.settle();

        JsonNode seen = chamber.as("auditor").get("/api/v1/decisions/" + id).json();
        assertThat(seen.path("outcome").asText()).isEqualTo("ADOPTED");
        assertThat(seen.path("count").path("yes").asInt()).isEqualTo(3);
        assertThat(seen.path("statements")).isEmpty();
    }

    @Test
    void whoeverHasAnInterestStandsBack() {
        Answer stoodBack = chamber.says(chamber.as("focal-point.kz"), id, "position", "recuse", "text", Chamber.WORDS);

        assertThat(stoodBack.status()).as(stoodBack.body()).isEqualTo(200);
        assertThat(ballot.tasks("focal-point.kz")).isEmpty();
    }

    @Test
    void theTaskTakesNeitherAVoteNorADraftOfOne() {
        JsonNode task = ballot.task("focal-point.tm", "castVote");
        assertThat(ballot.complete("focal-point.tm", task, Map.of("position", "support"))
                        .code())
                .isEqualTo("votedOnThePage");
        assertThat(chamber.as("focal-point.tm")
                        .put("/api/v1/tasks/" + task.path("id").asText() + "/draft", Map.of("position", "support"))
                        .status())
                .isEqualTo(409);
        Browser page = Browser.signedIn(port, "focal-point.tm");
        page.get("/decisions/" + id);
        page.post("/decisions/" + id + "/check", Map.of("position", "support"));
        assertThat(jdbc.sql("select count(*) from accord.task_draft where task_id = ?")
                        .param(task.path("id").asText())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void withoutQuorumItStaysClosedHowAnybodyVoted() {
        votes("kz", "support");
        chamber.passTo(
                accord.getBean(DecisionStore.class).find(id).orElseThrow().deadline());
        chamber.settle();

        JsonNode seen = chamber.as("auditor").get("/api/v1/decisions/" + id).json();
        assertThat(seen.path("outcome").asText()).isEqualTo("NO_QUORUM");
        assertThat(seen.path("count").path("voted").asInt()).isEqualTo(1);
        assertThat(seen.path("count").path("yes").asInt()).isZero();
        assertThat(chamber.recorded(ballot.key(), "decision.closed").toString()).contains("\"for\":0");
    }
}
