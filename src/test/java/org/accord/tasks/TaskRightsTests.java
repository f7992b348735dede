package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Counts;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees and does what, when every State and every agency has something to say. */
@HttpTest
class TaskRightsTests {

    private static final Map<String, Object> SECRET = Map.of("remark", "the agency's secret words");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Hearing hearing;

    @BeforeEach
    void everyStateIsAskedAndKyrgyzstanHasAnswered() {
        hearing = Hearing.beforeStates(port);
        hearing.done(
                "focal-point.kg", "nationalPosition", Map.of("position", "object", "reason", "the State's own reason"));
        hearing.done("agency.security.kg", "agencyOpinion", SECRET);
    }

    private Caller as(String userName) {
        return Caller.as(port, userName);
    }

    private String anyTaskOf(String state, String element) {
        return jdbc.sql(
                        "select task_id from accord.task_inbox where case_key = ? and state = ? and element_id = ? limit 1")
                .params(hearing.key(), state, element)
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"focal-point.kz", "delegation.kz", "agency.mfa.kz"})
    void aPostOfAStateSeesItsOwnStateAloneInEveryList(String userName) {
        assertThat(hearing.tasks(userName))
                .hasSize(5)
                .allMatch(task -> task.path("state").asText().equals("KZ"));
        for (String view : List.of("mine", "group", "all")) {
            assertThat(as(userName).get("/api/v1/tasks?limit=100&view=" + view).items())
                    .allMatch(task -> !task.has("state")
                            || task.path("state").isNull()
                            || task.path("state").asText().equals("KZ"));
        }
        assertThat(as(userName).get("/api/v1/tasks?view=all&state=KG").items()).isEmpty();
        JsonNode waiting =
                as(userName).get("/api/v1/cases/" + hearing.key()).json().path("waitingFor");
        assertThat(waiting)
                .allMatch(one ->
                        one.path("state").isNull() || one.path("state").asText().equals("KZ"));
    }

    @Test
    void countsTellNothingOfOtherStatesWork() {
        int before = as("focal-point.kz")
                .get("/api/v1/tasks/count?view=all")
                .json()
                .path("count")
                .asInt();
        Hearing.beforeStates(port);
        int after = as("focal-point.kz")
                .get("/api/v1/tasks/count?view=all")
                .json()
                .path("count")
                .asInt();
        assertThat(after - before).isEqualTo(5);
    }

    @Test
    void aStatesHistoryAndPapersHoldNothingOfAnotherState() {
        String history = as("focal-point.kz")
                .get("/api/v1/cases/" + hearing.key() + "/history")
                .body();
        assertThat(history).doesNotContain("focal-point.kg").doesNotContain("agency.security.kg");
        Answer page = Browser.signedIn(port, "focal-point.kz").get("/cases/" + hearing.key());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Sound.").doesNotContain("own reason").doesNotContain("secret words");
        Answer own = Browser.signedIn(port, "focal-point.kg").get("/cases/" + hearing.key());
        assertThat(own.body()).contains("own reason").contains("secret words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nationalPosition", "agencyOpinion"})
    void anotherStatesTaskIsNotThereForAnyCall(String element) {
        String path = "/api/v1/tasks/" + anyTaskOf("TJ", element);
        Map<String, Long> before = Counts.of(jdbc);
        Map<String, Object> body = Map.of("version", 1, "data", Map.of("remark", "meddling"));
        List<Answer> answers = List.of(
                as("focal-point.kz").get(path),
                as("focal-point.kz").post(path + "/claim", Map.of()),
                as("focal-point.kz").post(path + "/release", Map.of()),
                as("focal-point.kz").put(path + "/draft", body),
                as("focal-point.kz").post(path + "/complete", body),
                as("focal-point.kz").with("Idempotency-Key", "meddling").post(path + "/complete", body));
        assertThat(answers).extracting(Answer::status).containsOnly(404);
        assertThat(answers).extracting(Answer::code).containsOnly("noSuchTask");
        assertThat(Counts.of(jdbc)).isEqualTo(before);
        Browser page = Browser.signedIn(port, "focal-point.kz");
        assertThat(page.get(path.replace("/api/v1", "")).status()).isEqualTo(404);
    }

    @Test
    void anUnknownTaskAndAForeignOneAreToldAlike() {
        String foreign = anyTaskOf("TJ", "nationalPosition");
        String unknown = "0b0e7a2e-0000-7000-8000-000000000000";
        JsonNode one = as("focal-point.kz").get("/api/v1/tasks/" + foreign).json();
        JsonNode other = as("focal-point.kz").get("/api/v1/tasks/" + unknown).json();
        assertThat(one.toString().replace(foreign, ""))
                .isEqualTo(other.toString().replace(unknown, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"focal-point.kg", "delegation.kg", "agency.mfa.kg", "political-officer", "chair", "auditor"})
    void confidentialWorkIsSeenByTheStateItselfAndThoseTrusted(String userName) {
        assertThat(hearing.tasks(userName))
                .anyMatch(task -> task.path("element").asText().equals("agencyOpinion")
                        && task.path("state").asText().equals("KG"));
        assertThat(as(userName).get("/api/v1/tasks/" + done("agencyOpinion")).body())
                .contains("secret words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "programme-manager",
                "chief",
                "head-of-mission",
                "certifying-officer",
                "approving-officer",
                "donor.eu",
                "expert.1",
                "consultant",
                "translator",
                "reviser",
                "host",
                "me-officer",
                "records-officer",
                "administrator",
                "focal-point.kz"
            })
    void confidentialWorkIsSeenByNobodyElse(String userName) {
        assertThat(hearing.tasks(userName))
                .noneMatch(task -> task.path("element").asText().equals("agencyOpinion")
                        && task.path("state").asText().equals("KG"));
        assertThat(as(userName).get("/api/v1/tasks/" + done("agencyOpinion")).status())
                .isEqualTo(404);
        assertThat(as(userName)
                        .get("/api/v1/cases/" + hearing.key() + "/history")
                        .body())
                .doesNotContain("agency.security.kg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"donor.eu", "donor.no", "expert.1", "consultant", "host"})
    void positionsOfStatesAreNotForDonorsAndExperts(String userName) {
        assertThat(hearing.tasks(userName)).isEmpty();
        assertThat(as(userName).get("/api/v1/tasks/" + done("nationalPosition")).status())
                .isEqualTo(404);
        assertThat(as(userName)
                        .get("/api/v1/tasks/" + anyTaskOf("UZ", "nationalPosition"))
                        .status())
                .isEqualTo(404);
        Answer history = as(userName).get("/api/v1/cases/" + hearing.key() + "/history");
        assertThat(history.status()).isEqualTo(200);
        assertThat(history.body()).doesNotContain("nationalPosition").doesNotContain("focal-point");
        assertThat(Browser.signedIn(port, userName)
                        .get("/cases/" + hearing.key())
                        .body())
                .doesNotContain("own reason");
    }

    @Test
    void theSecretariatSeesPositionsButDoesNotActOnThem() {
        JsonNode position = hearing.tasks("programme-manager").stream()
                .filter(task -> task.path("state").asText().equals("UZ"))
                .findFirst()
                .orElseThrow();
        assertThat(position.path("reason").asText()).isEqualTo("reader");
        assertThat(hearing.complete("programme-manager", position, Map.of("position", "support"))
                        .status())
                .isEqualTo(404);
        assertThat(refusals("programme-manager")).isNotEmpty();
    }

    @Test
    void anAgencyDoesItsOwnTaskAndNotItsNeighbours() {
        JsonNode neighbours = hearing.tasks("agency.mfa.kz").stream()
                .filter(task -> task.path("candidates").toString().contains("INTERIOR"))
                .findFirst()
                .orElseThrow();
        assertThat(hearing.complete("agency.mfa.kz", neighbours, SECRET).status())
                .isEqualTo(404);
        assertThat(hearing.complete("agency.interior.kz", neighbours, SECRET).status())
                .isEqualTo(200);
    }

    @Test
    void theAuditorReadsEverything() {
        assertThat(hearing.tasks("auditor")).hasSize(23);
        assertThat(as("auditor").get("/api/v1/tasks/" + done("agencyOpinion")).body())
                .contains("secret words");
        assertThat(as("auditor")
                        .get("/api/v1/tasks/" + done("nationalPosition"))
                        .body())
                .contains("own reason");
        assertThat(as("auditor")
                        .get("/api/v1/cases/" + hearing.key() + "/history")
                        .body())
                .contains("agency.security.kg")
                .contains("focal-point.kg");
    }

    @Test
    void theAuditorChangesNothing() {
        Map<String, Long> before = Counts.of(jdbc);
        Map<String, Object> body = Map.of("version", 1, "data", Map.of("position", "support"));
        List<Answer> answers = new ArrayList<>();
        for (JsonNode task : hearing.tasks("auditor").subList(0, 3)) {
            String path = "/api/v1/tasks/" + task.path("id").asText();
            assertThat(as("auditor").get(path).json().path("actions")).isEmpty();
            answers.add(as("auditor").post(path + "/claim", Map.of()));
            answers.add(as("auditor").post(path + "/release", Map.of()));
            answers.add(as("auditor").put(path + "/draft", body));
            answers.add(as("auditor").post(path + "/complete", body));
        }
        answers.add(as("auditor").post("/api/v1/cases", Map.of("process", "hearing")));
        answers.add(as("auditor")
                .post("/api/v1/cases/" + hearing.key() + "/messages/" + messageOf("focal-point.kz"), Map.of()));
        Browser browser = Browser.signedIn(port, "auditor");
        browser.get("/cases");
        answers.add(browser.post("/cases", Map.of("process", "hearing")));
        answers.add(browser.post("/operations/clock", Map.of("moment", "2030-01-01T00:00")));
        String task = "/tasks/" + anyTaskOf("UZ", "nationalPosition");
        answers.add(browser.post(task, Map.of("position", "support", "_do", "save")));
        answers.add(browser.post(task + "/draft", Map.of("position", "support")));
        answers.add(browser.post(task + "/submit", Map.of("_version", "1")));
        answers.add(browser.post(task + "/claim", Map.of()));
        answers.add(browser.post(task + "/release", Map.of()));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(403, 404, 409));
        assertThat(Counts.of(jdbc)).isEqualTo(before);
    }

    private String messageOf(String userName) {
        return as(userName)
                .get("/api/v1/cases/" + hearing.key())
                .json()
                .path("awaited")
                .get(0)
                .path("id")
                .asText();
    }

    private String done(String element) {
        return jdbc.sql("""
                        select task_id from accord.task_inbox
                        where case_key = ? and element_id = ? and status = 'DONE'
                        """).params(hearing.key(), element).query(String.class).single();
    }

    private List<JsonNode> refusals(String userName) {
        return as("auditor")
                .get("/api/v1/audit/entries?action=task.refused&case=" + hearing.key() + "&actor=" + userName)
                .items();
    }
}
