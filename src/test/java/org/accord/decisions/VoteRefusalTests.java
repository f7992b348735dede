package org.accord.decisions;

import static org.accord.decisions.Chamber.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.accord.process.TrialProcess;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Hearing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;

/** Ballots that cannot be held, votes that do not count, and a secret ballot that a model holds without any Java. */
@AccordTest
@DirtiesContext
class VoteRefusalTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext accord;

    private Chamber chamber;

    @BeforeEach
    void openTheChamber() {
        chamber = Chamber.open(port, accord);
    }

    @AfterAll
    static void setTheClockBack() {
        Chamber.setTheEnginesClockBack();
    }

    private Answer votes(String state, String id, Object... said) {
        return chamber.says(chamber.as("focal-point." + state), id, said);
    }

    private void refused(String userName, String id, int status, String code, String rule, Object... said) {
        Map<String, Object> before = chamber.standing(id);
        Answer english = chamber.says(chamber.as(userName), id, said);
        Answer russian = chamber.says(chamber.as(userName).with("Accept-Language", "ru"), id, said);
        assertThat(english.status()).as(english.body()).isEqualTo(status);
        assertThat(english.code()).isEqualTo(code);
        assertThat(english.json().path("detail").asText()).contains(rule);
        assertThat(russian.json().path("detail").asText()).containsPattern("[а-я]{3}");
        assertThat(chamber.standing(id)).isEqualTo(before);
        assertThat(chamber.recorded(Chamber.caseOf(id), "decision.refused").stream()
                        .filter(attempt -> attempt.path("actor").asText().equals(userName))
                        .filter(attempt ->
                                attempt.at("/details/refusal").asText().equals(code)))
                .hasSize(2);
    }

    private void assertNotOpened(String id, String rule, String english, String russian) {
        JsonNode recorded =
                chamber.recorded(Chamber.caseOf(id), "decision.notOpened").get(0);
        assertThat(recorded.at("/details/refusal").asText()).isEqualTo(rule);
        assertThat(votes("kz", id, "position", "support").code()).isEqualTo("noSuchDecision");
        String history = "/api/v1/cases/" + Chamber.caseOf(id) + "/history?limit=100";
        Map.of("en", english, "ru", russian).forEach((language, why) -> assertThat(chamber.as("chair")
                        .with("Accept-Language", language)
                        .get(history)
                        .items())
                .filteredOn(line -> line.path("action").asText().equals("decision.notOpened"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("summary").asText()).contains(why)));
        assertThat(new Hearing(port, Chamber.caseOf(id))
                        .task("chair", "putQuestion")
                        .isObject())
                .isTrue();
    }

    @Test
    void aBallotWithoutAnElectorateIsNotOpened() {
        TrialProcess.deploy(
                accord, Chamber.shipped("ballot", "ballot-of-nobody", "value=\"=whoVotes\"", "value=\"=nobody\""));
        Hearing work = chamber.begin("chair", "ballot-of-nobody");
        chamber.does(work, "chair", "putQuestion", Chamber.QUESTION);
        assertNotOpened(work.key() + ".question.1", "emptyElectorate", "nobody may vote", "некому голосовать");
    }

    @Test
    void aQuorumAboveTheElectorateIsNotPut() {
        String english = "the quorum is larger than the electorate";
        String russian = "кворум больше числа голосующих";
        String six = chamber.ballot(Chamber.question("quorum", "6"));
        assertNotOpened(six, "quorumAboveElectorate", english, russian);
        String fiveOfFour = chamber.ballot(Chamber.question("quorum", "5"), "TM");
        assertNotOpened(fiveOfFour, "quorumAboveElectorate", english, russian);
    }

    @Test
    void aVoteAfterTheCloseIsKeptAsACommunication() {
        String id = chamber.ballot(Chamber.QUESTION);
        for (String state : List.of("kz", "kg", "tj")) {
            assertThat(votes(state, id, "position", "support").status()).isEqualTo(200);
        }
        chamber.settle();
        assertThat(chamber.decision(id).path("outcome").asText()).isEqualTo("ADOPTED");
        refused(
                "focal-point.uz",
                id,
                409,
                "ballotClosed",
                "kept as a communication",
                "position",
                "object",
                "text",
                WORDS);
        assertThat(chamber.decision(id).path("statements"))
                .filteredOn(word -> word.path("sender").asText().equals("UZ"))
                .hasSize(2)
                .allMatch(word -> word.path("effect").asText().equals("LATE"));
        Answer late = chamber.as("focal-point.kz").post("/api/v1/decisions/" + id + "/withdrawal", Map.of());
        assertThat(late.code()).isEqualTo("ballotClosed");
        assertThat(chamber.decision(id).path("outcome").asText()).isEqualTo("ADOPTED");
    }

    @Test
    void whoeverStoodBackDoesNotVote() {
        String id = chamber.ballot(Chamber.QUESTION);
        assertThat(votes("kz", id, "position", "recuse").violations())
                .containsExactly("text.en:required", "text.ru:required");
        assertThat(votes("kz", id, "position", "recuse", "text", WORDS).status())
                .isEqualTo(200);
        assertThat(chamber.decision(id).path("electorate").toString())
                .contains("\"voter\":\"KZ\",\"standing\":\"RECUSED\"");
        refused("focal-point.kz", id, 409, "doesNotDecide", "stands back", "position", "support");
        assertThat(chamber.recorded(Chamber.caseOf(id), "decision.commentKept")).hasSize(2);
    }

    @Test
    void whoeverIsNotInTheElectorateDoesNotVote() {
        String id = chamber.ballot(Chamber.QUESTION, "TM");
        refused("expert.1", id, 403, "noVoice", "stated in the role NFP", "position", "support");
        refused("focal-point.tm", id, 409, "doesNotDecide", "does not decide here", "position", "support");
        assertThat(chamber.recorded(Chamber.caseOf(id), "decision.commentKept")).hasSize(2);
    }

    @Test
    void aVoteIsCastOnceAndAnObjectionNeedsBothLanguages() {
        String id = chamber.ballot(Chamber.QUESTION);
        Map<String, String> english = Map.of("en", "No.");
        assertThat(votes("kz", id, "position", "object", "text", english).violations())
                .containsExactly("text.ru:required");
        assertThat(votes("kz", id, "position", "abstain").status()).isEqualTo(200);
        refused("focal-point.kz", id, 409, "alreadySpoken", "one position in each round", "position", "support");
        refused(
                "focal-point.kz",
                id,
                403,
                "speaksForAnotherState",
                "mandate is for KZ",
                "position",
                "support",
                "state",
                "KG");
    }

    @Test
    void aModelAloneHoldsASecretBallot() {
        TrialProcess.deploy(
                accord,
                Map.of(
                        "poll.bpmn",
                        Chamber.read("/trial/poll.bpmn").getBytes(StandardCharsets.UTF_8),
                        "poll.ru.json",
                        Chamber.read("/trial/poll.ru.json").getBytes(StandardCharsets.UTF_8)));
        Hearing work = chamber.begin("chair", "poll");
        String id = work.key() + ".poll.1";
        votes("kz", id, "position", "support");
        votes("kg", id, "position", "support");
        assertThat(votes("uz", id, "position", "object", "text", WORDS).violations())
                .containsExactly("text.en:wordsWithoutUse", "text.ru:wordsWithoutUse");
        assertThat(votes("uz", id, "position", "object").status()).isEqualTo(200);
        refused("focal-point.uz", id, 409, "alreadySpoken", "one position in each round", "position", "support");
        for (String reader : List.of("focal-point.uz", "focal-point.kz", "chair", "political-officer", "auditor")) {
            JsonNode seen = chamber.as(reader).get("/api/v1/decisions/" + id).json();
            assertThat(seen.path("statements")).as(reader).isEmpty();
            assertThat(seen.path("count").isNull()).as(reader).isTrue();
            assertThat(seen.path("electorate"))
                    .as(reader)
                    .allMatch(seat -> seat.path("position").isNull())
                    .filteredOn(seat -> seat.path("voted").asBoolean())
                    .hasSize(3);
        }
        chamber.does(work, "chair", "closePoll", Map.of("askedOnceMore", true));
        JsonNode closed = chamber.decision(id);
        assertThat(closed.path("outcome").asText()).isEqualTo("ADOPTED");
        assertThat(closed.at("/count/yes").asInt()).isEqualTo(2);
        assertThat(closed.at("/count/no").asInt()).isEqualTo(1);
        assertThat(closed.path("statements")).isEmpty();
        assertThat(chamber.as("chair")
                        .get("/api/v1/cases/" + work.key())
                        .json()
                        .path("outcome")
                        .asText())
                .isEqualTo("pollAdopted");
        assertThat(chamber.recorded(work.key(), "decision.voteCast")).hasSize(3).noneMatch(entry -> entry.toString()
                .contains("SUPPORT"));
    }
}
