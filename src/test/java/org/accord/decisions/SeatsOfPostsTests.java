package org.accord.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accord.instance.Time;
import org.accord.programme.Programme;
import org.accord.substitutions.Absence;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Seats in a ballot among posts, while those who hold them are away, or are followed by somebody. */
@AccordTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class SeatsOfPostsTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext accord;

    @Autowired
    JdbcClient jdbc;

    private Chamber chamber;
    private String id;

    @BeforeEach
    void theExpertsAreAsked() {
        chamber = Chamber.open(port, accord);
        Map<String, Object> question = new HashMap<>(Chamber.QUESTION);
        question.put("whoVotes", "EXP");
        question.put("quorum", "1");
        id = chamber.ballot(question);
    }

    @AfterAll
    static void setTheClockBack() {
        Chamber.setTheEnginesClockBack();
    }

    private Answer says(String userName, Object... fieldsAndValues) {
        return chamber.says(chamber.as(userName), id, fieldsAndValues);
    }

    private JsonNode seat(int place) {
        return chamber.decision(id).path("electorate").path(place);
    }

    private void standsIn(String principal, String substitute) {
        LocalDate today =
                accord.getBean(Programme.class).dayOf(accord.getBean(Time.class).instant());
        Absence.of(port, principal, substitute, today, today.plusDays(20)).approvedBy("head-of-mission");
    }

    private void handedOver(String from, String to) {
        Answer proposed = chamber.as("administrator").post("/api/v1/handovers", Map.of("from", from, "to", to));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String handover = "/api/v1/handovers/" + proposed.json().path("id").asText() + "/confirm";
        for (String party : List.of(from, to)) {
            Answer confirmed = chamber.as(party).post(handover, Map.of());
            assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        }
    }

    @Test
    void whoeverSpeaksForSeveralSaysForWhom() {
        standsIn("expert.1", "expert.2");

        Answer ambiguous = says("expert.2", "position", "support");
        assertThat(ambiguous.status()).isEqualTo(422);
        assertThat(ambiguous.violations()).containsExactly("state:oneOfSeveral");
        Answer own = says("expert.2", "position", "object", "text", Chamber.WORDS, "state", "expert.2");
        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat(own.json().at("/you/for").asText()).isEqualTo("expert.2");
        assertThat(own.json().path("voices").findValuesAsText("for")).containsExactly("expert.2", "expert.1");
        Answer standingIn = says("expert.2", "position", "support", "state", "expert.1");
        assertThat(standingIn.status()).as(standingIn.body()).isEqualTo(200);

        JsonNode seen = chamber.as("expert.2").get("/api/v1/decisions/" + id).json();
        assertThat(seen.path("voices").findValuesAsText("entry"))
                .as("each receipt is that of its own voice")
                .doesNotHaveDuplicates();

        JsonNode said =
                chamber.recorded(Chamber.caseOf(id), "decision.positionNoted").get(0);
        assertThat(said.path("actor").asText()).isEqualTo("expert.2");
        assertThat(said.path("onBehalfOf").asText()).isEqualTo("expert.1");
    }

    @Test
    void onThePageTheyChooseForWhomAndSeeItBeforeTheyConfirm() {
        standsIn("expert.1", "expert.2");
        Browser page = Browser.signedIn(port, "expert.2");
        String address = "/decisions/" + id;

        assertThat(page.get(address + "?for=expert.1&lang=en").body())
                .contains("Position: First expert and rapporteur", "You act for: First expert and rapporteur")
                .contains("You also speak for:", "for=expert.2\">Second expert and rapporteur");
        assertThat(page.post(address + "/check", Map.of("for", "expert.1", "position", "support"))
                        .body())
                .contains("<dd>First expert and rapporteur</dd>");
        Answer taken = page.post(address + "/positions", Map.of("for", "expert.1", "position", "support"));
        assertThat(taken.header("Location")).endsWith(address + "?for=expert.1");

        assertThat(page.get(address).body())
                .as("what is still due comes first")
                .contains("Position: Second expert and rapporteur");
        assertThat(page.post(address + "/positions", Map.of("position", "support"))
                        .status())
                .as("without saying for whom")
                .isEqualTo(422);
    }

    @Test
    void aVoteInATaskThatComesTooLateIsKeptUnderTheNameInWhichItWasAboutToBeCast() {
        standsIn("expert.1", "expert.2");
        JsonNode task =
                chamber
                        .as("expert.2")
                        .get("/api/v1/tasks?view=all&limit=100&case=" + Chamber.caseOf(id))
                        .items()
                        .stream()
                        .filter(one -> one.path("assignee").asText().equals("expert.1"))
                        .findFirst()
                        .orElseThrow();
        chamber.passTo(Instant.parse(chamber.decision(id).path("deadline").asText()));

        Answer late = chamber.as("expert.2")
                .post(
                        "/api/v1/tasks/" + task.path("id").asText() + "/complete",
                        Map.of("version", task.path("version").asInt(), "data", Map.of("position", "support")));

        assertThat(late.code()).isEqualTo("ballotClosed");
        assertThat(chamber.recorded(Chamber.caseOf(id), "decision.communicationKept"))
                .singleElement()
                .satisfies(kept -> assertThat(kept.path("actor").asText()).isEqualTo("expert.2"))
                .satisfies(kept -> assertThat(kept.path("onBehalfOf").asText()).isEqualTo("expert.1"));
    }

    @Test
    void theSeatGoesToTheNextHolderOfThePostUntilAVoteIsCast() {
        handedOver("expert.1", "deputy-chief");

        assertThat(seat(0).path("voter").asText()).isEqualTo("deputy-chief");
        assertThat(says("expert.1", "position", "support").status()).isIn(403, 404);
        Answer voted = says("deputy-chief", "position", "support");
        assertThat(voted.status()).as(voted.body()).isEqualTo(200);
        assertThat(chamber.recorded(Chamber.caseOf(id), "decision.seatPassed"))
                .extracting(entry -> entry.at("/details/to").asText())
                .containsExactly("deputy-chief");
    }

    @Test
    void aVoteThatWasCastStaysWithWhoeverCastIt() {
        says("expert.1", "position", "support");

        handedOver("expert.1", "deputy-chief");

        assertThat(seat(0).path("voter").asText()).isEqualTo("expert.1");
        assertThat(says("deputy-chief", "position", "object", "text", Chamber.WORDS)
                        .code())
                .isEqualTo("doesNotDecide");
        assertThat(chamber.recorded(Chamber.caseOf(id), "decision.seatPassed")).isEmpty();
    }

    @Test
    void whoStoodBackDoesNotLeaveTheirInterestToTheNext() {
        says("expert.1", "position", "recuse", "text", Chamber.WORDS);

        handedOver("expert.1", "deputy-chief");

        assertThat(seat(0).path("voter").asText()).isEqualTo("expert.1");
        assertThat(seat(0).path("standing").asText()).isEqualTo("RECUSED");
    }

    @Test
    void nobodyComesToTwoSeats() {
        handedOver("expert.1", "expert.2");

        assertThat(seat(0).path("voter").asText()).isEqualTo("expert.1");
        assertThat(seat(0).path("standing").asText()).isEqualTo("LEFT");
        Answer voted = says("expert.2", "position", "support");
        assertThat(voted.status()).as(voted.body()).isEqualTo(200);
        chamber.settle();
        assertThat(chamber.decision(id).path("outcome").asText()).isEqualTo("ADOPTED");
    }
}
