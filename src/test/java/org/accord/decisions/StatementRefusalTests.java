package org.accord.decisions;

import static org.accord.decisions.Chamber.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;

/** What is refused in a silence, over the API and at the page: the rule is named, the attempt recorded, nothing changed. */
@AccordTest
@DirtiesContext
class StatementRefusalTests {

    private static final String ATTEMPTS = "decision.refused";

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

    private Caller state(String code) {
        return chamber.as("focal-point." + code);
    }

    /** The same attempt in English and in Russian. */
    private Answer refused(String userName, String id, int status, String code, String rule, Object... said) {
        Map<String, Object> before = chamber.standing(id);
        int attempts = attempts(id).size();
        Answer english = chamber.says(chamber.as(userName), id, said);
        Answer russian = chamber.says(chamber.as(userName).with("Accept-Language", "ru"), id, said);
        assertThat(english.status()).as(english.body()).isEqualTo(status);
        assertThat(english.code()).isEqualTo(code);
        assertThat(english.body()).contains(rule);
        assertThat(russian.code()).isEqualTo(code);
        assertThat(russian.json().path("detail").asText()).containsPattern("[а-я]{3}");
        assertThat(russian.body()).doesNotContain(rule);
        assertThat(chamber.standing(id)).isEqualTo(before);
        assertRecorded(id, userName, code, attempts + 2);
        return english;
    }

    private List<JsonNode> attempts(String id) {
        String key = Chamber.caseOf(id);
        return Stream.concat(chamber.recorded(key, ATTEMPTS).stream(), chamber.recorded(key, "task.refused").stream())
                .toList();
    }

    private void assertRecorded(String id, String userName, String code, int howMany) {
        assertThat(attempts(id)).hasSize(howMany);
        JsonNode attempt = attempts(id).get(0);
        assertThat(attempt.path("actor").asText()).isEqualTo(userName);
        assertThat(attempt.at("/details/refusal").asText()).isEqualTo(code);
        assertThat(attempt.toString()).doesNotContain(WORDS.get("en"));
    }

    @Test
    void anObjectionWithoutWordsIsRefused() {
        Answer refused = refused(
                "focal-point.uz", chamber.silence(), 422, "invalid", "An answer is needed", "position", "object");
        assertThat(refused.violations()).containsExactly("text.en:required", "text.ru:required");
    }

    @Test
    void anObjectionInOneLanguageOnlyIsRefused() {
        String id = chamber.silence();
        Map<String, String> english = Map.of("en", "Not now.");
        Answer refused = refused(
                "focal-point.uz", id, 422, "invalid", "An answer is needed", "position", "object", "text", english);
        assertThat(refused.violations()).containsExactly("text.ru:required");
        Map<String, String> blank = Map.of("en", " ", "ru", "Не сейчас.");
        assertThat(chamber.says(state("uz"), id, "position", "amend", "text", blank)
                        .violations())
                .containsExactly("text.en:required");
    }

    @Test
    void wordsThatAreNoPositionAreRefused() {
        String id = chamber.silence();
        refused("focal-point.kz", id, 422, "invalid", "is not one of the choices", "position", "perhaps");
        assertThat(chamber.says(state("kz"), id).violations()).containsExactly("position:required");
        assertThat(chamber.says(state("kz"), id, "position", "endorsed").violations())
                .containsExactly("position:notAnOption");
    }

    @Test
    void anObserverIsHeardWithoutInfluence() {
        String id = chamber.silence("TM");
        refused(
                "focal-point.tm",
                id,
                409,
                "doesNotDecide",
                "does not decide here",
                "position",
                "object",
                "text",
                WORDS);
        assertKept(id, "TM", "COMMENT", "decision.commentKept");
        assertThat(chamber.decision(id).path("status").asText()).isEqualTo("open");
    }

    @Test
    void aStateThatHasLeftIsHeardWithoutInfluence() {
        String id = chamber.silence();
        String caseKey = Chamber.caseOf(id);
        JsonNode report = Stream.of(
                        state("tm").get("/api/v1/cases/" + caseKey).json().path("awaited"))
                .flatMap(all ->
                        Stream.iterate(0, i -> i < all.size(), i -> i + 1).map(all::get))
                .filter(one -> one.path("state").asText().equals("TM"))
                .findFirst()
                .orElseThrow();
        Answer left = state("tm")
                .post(
                        "/api/v1/cases/" + caseKey + "/messages/"
                                + report.path("id").asText(),
                        Map.of("data", Map.of()));
        assertThat(left.status()).as(left.body()).isLessThan(300);
        chamber.settle();
        assertThat(chamber.decision(id).path("electorate").toString())
                .contains("\"voter\":\"TM\",\"standing\":\"LEFT\"");
        refused("focal-point.tm", id, 409, "doesNotDecide", "has left", "position", "object", "text", WORDS);
        assertKept(id, "TM", "COMMENT", "decision.commentKept");
    }

    private void assertKept(String id, String state, String effect, String action) {
        assertThat(chamber.decision(id).path("statements"))
                .filteredOn(word -> word.path("sender").asText().equals(state))
                .hasSize(2)
                .allMatch(word -> word.path("effect").asText().equals(effect))
                .allMatch(word -> !word.path("stands").asBoolean())
                .allMatch(word -> word.at("/text/en").asText().equals(WORDS.get("en")));
        assertThat(chamber.recorded(Chamber.caseOf(id), action)).hasSize(2);
    }

    @Test
    void aStateSpeaksOnceInARound() {
        String id = chamber.silence();
        assertThat(chamber.says(state("kz"), id, "position", "support").status())
                .isEqualTo(200);
        refused("focal-point.kz", id, 409, "alreadySpoken", "one position in each round", "position", "abstain");
        refused(
                "focal-point.kz",
                id,
                409,
                "alreadySpoken",
                "one position in each round",
                "position",
                "object",
                "text",
                WORDS);
        assertThat(chamber.decision(id).path("statements")).hasSize(1);
    }

    @Test
    void whatComesAfterTheDeadlineIsKeptAsACommunicationAndChangesNothing() {
        String id = chamber.silence();
        chamber.passTo(Instant.parse(chamber.decision(id).path("deadline").asText()));
        refused(
                "focal-point.uz",
                id,
                409,
                "silenceOver",
                "kept as a communication",
                "position",
                "object",
                "text",
                WORDS);
        assertKept(id, "UZ", "LATE", "decision.communicationKept");
        chamber.settle();
        assertThat(chamber.decision(id).path("outcome").asText()).isEqualTo("ADOPTED");
        refused(
                "focal-point.kg",
                id,
                409,
                "silenceOver",
                "kept as a communication",
                "position",
                "object",
                "text",
                WORDS);
        assertThat(chamber.decision(id).path("outcome").asText()).isEqualTo("ADOPTED");
    }

    @Test
    void nobodySpeaksForAnotherState() {
        refused(
                "focal-point.kg",
                chamber.silence(),
                403,
                "speaksForAnotherState",
                "your mandate is for KG",
                "position",
                "support",
                "state",
                "KZ");
    }

    @Test
    void whoeverHoldsAnotherRoleHasNoVoice() {
        String id = chamber.silence();
        for (String other : List.of("chair", "delegation.kz", "agency.mfa.kz", "programme-manager", "donor.eu")) {
            refused(other, id, 403, "noVoice", "stated in the role NFP", "position", "support");
        }
        assertThat(chamber.says(Caller.nobody(port), id, "position", "support").status())
                .isEqualTo(401);
    }

    @Test
    void aDecisionThatThereIsNotIsNotFound() {
        for (String id : List.of("REV-1999-001.silence.1", chamber.silence() + "7", "nonsense")) {
            Answer english = chamber.says(state("kz"), id, "position", "support");
            Answer russian = chamber.says(state("kz").with("Accept-Language", "ru"), id, "position", "support");
            assertThat(english.status()).isEqualTo(404);
            assertThat(english.code()).isEqualTo("noSuchDecision");
            assertThat(english.json().path("detail").asText()).contains("There is no decision " + id);
            assertThat(russian.json().path("detail").asText()).contains("не найдено");
            assertThat(state("kz").get("/api/v1/decisions/" + id).code()).isEqualTo("noSuchDecision");
        }
    }

    @Test
    void aPositionIsTakenBackBeforeTheEndOnlyAndByWhoeverHasOne() {
        String id = chamber.silence();
        String withdrawal = "/api/v1/decisions/" + id + "/withdrawal";
        chamber.says(state("kz"), id, "position", "support");
        assertThat(state("kz").post(withdrawal, Map.of()).status()).isEqualTo(200);
        assertThat(chamber.says(state("kz"), id, "position", "object", "text", WORDS)
                        .json()
                        .path("outcome")
                        .asText())
                .isEqualTo("BROKEN");
        Map<String, Object> before = chamber.standing(id);
        Answer refused = state("kz").post(withdrawal, Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("silenceOver");
        assertThat(chamber.standing(id)).isEqualTo(before);
        assertRecorded(id, "focal-point.kz", "silenceOver", 1);
        String other = chamber.silence();
        assertThat(state("kg")
                        .post("/api/v1/decisions/" + other + "/withdrawal", Map.of())
                        .code())
                .isEqualTo("nothingToWithdraw");
        assertThat(chamber.as("chair").post(withdrawal, Map.of()).code()).isEqualTo("noVoice");
    }

    @Test
    void thePageSaysTheSameAndKeepsWhatWasWritten() {
        String id = chamber.silence();
        Browser page = Browser.signedIn(port, "focal-point.uz");
        page.get("/decisions/" + id + "?lang=ru");
        Answer unsaid = page.post(
                "/decisions/" + id + "/check", Map.of("position", "object", "text.en", "Not now.", "text.ru", ""));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body())
                .contains("Not now.")
                .contains("href=\"#text-ru\"")
                .contains("<title>Ошибка:");
        Map<String, Object> before = chamber.standing(id);
        assertThat(page.post("/decisions/" + id + "/positions", Map.of("position", "object"))
                        .status())
                .isEqualTo(422);
        assertThat(chamber.standing(id)).isEqualTo(before);
        assertRecorded(id, "focal-point.uz", "invalid", 1);
        assertThat(page.post("/decisions/" + id + "/positions", Map.of("position", "support"))
                        .status())
                .isEqualTo(302);
        Answer again = page.post("/decisions/" + id + "/positions", Map.of("position", "abstain"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("позиция в этом раунде уже изложена");
        assertRecorded(id, "focal-point.uz", "alreadySpoken", 2);
    }

    @Test
    void thePageTellsWhoHasNoVoice() {
        String id = chamber.silence();
        Browser page = Browser.signedIn(port, "agency.mfa.kz");
        assertThat(page.get("/decisions/" + id + "?lang=en").body()).doesNotContain("action=\"/decisions");
        Answer refused = page.post("/decisions/" + id + "/positions", Map.of("position", "support"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("stated in the role NFP");
        assertRecorded(id, "agency.mfa.kz", "noVoice", 1);
    }

    @Test
    void theTextUnderASilenceIsNotWrittenOn() {
        String id = chamber.silence();
        String texts = "/api/v1/cases/" + Chamber.caseOf(id) + "/texts";
        Map<String, Object> before = chamber.standing(id);
        Answer refused = chamber.as("chair").post(texts, Map.of("bodies", Map.of("en", "Otherwise.")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("textLocked");
        assertThat(refused.json().path("detail").asText()).contains("is locked while the decision " + id);
        assertThat(chamber.as("chair")
                        .with("Accept-Language", "ru")
                        .post(texts, Map.of("bodies", Map.of("en", "Otherwise.")))
                        .json()
                        .path("detail")
                        .asText())
                .contains("заблокирован");
        assertThat(chamber.recorded(Chamber.caseOf(id), "text.refused"))
                .hasSize(2)
                .allMatch(attempt -> attempt.at("/details/refusal").asText().equals("textLocked"));
        assertThat(chamber.as("chair").get(texts).items()).hasSize(1);
        assertThat(chamber.standing(id)).isEqualTo(before);
        chamber.says(state("uz"), id, "position", "object", "text", WORDS);
        assertThat(chamber.as("chair")
                        .post(texts, Map.of("bodies", Map.of("en", "Otherwise.")))
                        .status())
                .isLessThan(300);
    }
}
