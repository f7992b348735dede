package org.accord.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.accord.testing.Answer;
import org.accord.testing.AtOnce;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Counts;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class CaseApiTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Caller as(String userName) {
        return Caller.as(port, userName);
    }

    @Test
    void aCaseIsOpenedWithoutDataAndCanBeReadWhereTheAnswerSays() {
        Answer opened = as("programme-manager").post("/api/v1/cases", Map.of("process", "hearing"));
        assertThat(opened.status()).isEqualTo(201);
        JsonNode file = opened.json();
        assertThat(file.path("key").asText()).matches("MTG-\\d{4}-\\d{3}");
        assertThat(opened.header("Location"))
                .isEqualTo("/api/v1/cases/" + file.path("key").asText());
        assertThat(List.of(
                        "key",
                        "process",
                        "title",
                        "status",
                        "outcome",
                        "stage",
                        "state",
                        "pillar",
                        "waitingFor",
                        "children"))
                .allMatch(file::has);
        assertThat(file.path("status").asText()).isEqualTo("running");
        assertThat(file.path("stage").asText()).isEqualTo("draftPaper");
        assertThat(file.path("waitingFor").get(0).path("role").asText()).isEqualTo("PM");
        assertThat(as("chair").get(opened.header("Location")).json().path("key"))
                .isEqualTo(file.path("key"));
    }

    @Test
    void whatCameWithTheOpeningWaitsAsADraftInTheFirstTask() {
        Answer opened = as("programme-manager")
                .post("/api/v1/cases", Map.of("process", "hearing", "data", Map.of("title", "Given at once")));
        String task = opened.json().path("waitingFor").get(0).path("task").asText();
        assertThat(as("programme-manager")
                        .get("/api/v1/tasks/" + task)
                        .json()
                        .path("data")
                        .path("title")
                        .asText())
                .isEqualTo("Given at once");
    }

    @Test
    void theFirstTaskGivesTheCaseItsTitlePlacePillarAndDate() {
        Hearing hearing = Hearing.withPaper(port);
        JsonNode file = as("donor.eu").get("/api/v1/cases/" + hearing.key()).json();
        assertThat(file.path("title").asText()).isEqualTo("Paper on borders");
        assertThat(file.path("state").asText()).isEqualTo("KZ");
        assertThat(file.path("pillar").asText()).isEqualTo("II");
        assertThat(file.path("date").asText()).isEqualTo("2026-12-07");
    }

    @Test
    void theHistoryIsOneTimelineInTheReadersLanguage() {
        Hearing hearing = Hearing.withPaper(port);
        String path = "/api/v1/cases/" + hearing.key() + "/history";
        List<JsonNode> lines = as("programme-manager").get(path).items();
        assertThat(List.of("index", "at", "actor", "role", "onBehalfOf", "action", "subject", "summary", "details"))
                .allMatch(lines.get(0)::has);
        assertThat(lines)
                .extracting(line -> line.path("action").asText())
                .startsWith("case.opened")
                .contains("task.opened", "task.completed", "case.described");
        assertThat(lines).extracting(line -> line.path("index").asLong()).isSorted();
        JsonNode done = lines.stream()
                .filter(line -> line.path("action").asText().equals("task.completed"))
                .findFirst()
                .orElseThrow();
        assertThat(done.path("actor").asText()).isEqualTo("programme-manager");
        assertThat(done.path("role").asText()).isEqualTo("PM");
        assertThat(done.path("summary").asText()).isEqualTo("did “Draft the paper”");
        assertThat(done.path("details").path("digest").asText()).hasSize(64);
        assertThat(as("programme-manager").get(path + "?lang=ru").body()).contains("Подготовить документ");
    }

    @Test
    void theHistoryIsReadPageByPageWithoutGapsOrDoubles() {
        Hearing hearing = Hearing.beforeStates(port);
        String path = "/api/v1/cases/" + hearing.key() + "/history";
        List<JsonNode> whole = as("auditor").get(path).items();
        List<JsonNode> pieces = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = as("auditor").get(path + "?limit=7" + (next.isEmpty() ? "" : "&after=" + next));
            pieces.addAll(page.items());
            next = page.json().path("next").isNull()
                    ? null
                    : page.json().path("next").asText();
        }
        assertThat(pieces).isEqualTo(whole).hasSizeGreaterThan(30);
    }

    @Test
    void theDiagramShowsWhereTheCaseStandsNowAndAtEachStep() {
        Hearing hearing = Hearing.withPaper(port);
        String path = "/api/v1/cases/" + hearing.key() + "/diagram.svg";
        Answer now = as("expert.1").get(path);
        assertThat(now.status()).isEqualTo(200);
        assertThat(now.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(now.body()).contains("opinion");
        assertThat(as("expert.1").get(path + "?lang=ru").body()).contains("заключение");
        String first = as("expert.1").get(path + "?step=1").body();
        String second = as("expert.1").get(path + "?step=2").body();
        assertThat(first).isNotEqualTo(second).isNotEqualTo(now.body());
        for (String step : List.of("0", "-1", "999999")) {
            assertThat(as("expert.1").get(path + "?step=" + step).status()).isEqualTo(200);
        }
        assertThat(as("expert.1").get(path + "?step=first").violations()).containsExactly("step:notAWholeNumber");
    }

    @Test
    void casesAreListedPageByPageTheNewestFirst() {
        for (int i = 0; i < 5; i++) {
            Hearing.opened(port);
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page =
                    as("chair").get("/api/v1/cases?process=hearing&limit=2" + (next.isEmpty() ? "" : "&after=" + next));
            page.items().forEach(file -> seen.add(file.path("key").asText()));
            next = page.json().path("next").isNull()
                    ? null
                    : page.json().path("next").asText();
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .hasSize(jdbc.sql("select count(*) from accord.case_file where process_key = 'hearing'")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void casesOfTheSecretariatAreNotThereForStatesDonorsAndExperts() {
        String key = as("programme-manager")
                .post("/api/v1/cases", Map.of("process", "memo"))
                .json()
                .path("key")
                .asText();
        assertThat(as("chief").get("/api/v1/cases/" + key).status()).isEqualTo(200);
        for (String outsider : List.of("focal-point.kz", "donor.eu", "expert.1", "consultant", "host")) {
            for (String part : List.of("", "/history", "/diagram.svg")) {
                Answer answer = as(outsider).get("/api/v1/cases/" + key + part);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.code()).isEqualTo("noSuchCase");
            }
            assertThat(as(outsider).get("/api/v1/cases?limit=100").body()).doesNotContain(key);
            assertThat(as(outsider).get("/api/v1/cases?after=" + key).status()).isEqualTo(422);
            assertThat(as(outsider).get("/api/v1/tasks?view=all&case=" + key).items())
                    .isEmpty();
            assertThat(Browser.signedIn(port, outsider).get("/cases/" + key).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aMessageIsReportedByTheStateItConcernsAndTakesItOutOfTheRound() {
        Hearing hearing = Hearing.beforeStates(port);
        JsonNode awaited = awaited(hearing, "focal-point.uz");
        assertThat(awaited.path("state").asText()).isEqualTo("UZ");
        assertThat(awaited.path("title").asText()).isEqualTo("Became an observer");
        String path = "/api/v1/cases/" + hearing.key() + "/messages/"
                + awaited.path("id").asText();
        Map<String, Object> told = Map.of("data", Map.of("remark", "We observe."));
        for (String other : List.of("focal-point.kz", "programme-manager", "auditor", "donor.eu")) {
            assertThat(as(other).post(path, told).code()).isEqualTo("messageNotAwaited");
        }
        assertThat(as("focal-point.uz").post(path, Map.of("data", Map.of())).violations())
                .containsExactly("remark:required");
        assertThat(as("focal-point.uz").post(path, told).status()).isEqualTo(200);
        assertThat(hearing.tasks("focal-point.uz")).isEmpty();
        assertThat(hearing.tasks("focal-point.kz")).hasSize(5);
        Answer again = as("focal-point.uz").post(path, told);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("messageNotAwaited");
    }

    @Test
    void theSameMessageTwiceAtOnceIsTakenOnce() throws Exception {
        Hearing hearing = Hearing.beforeStates(port);
        String path = "/api/v1/cases/" + hearing.key() + "/messages/"
                + awaited(hearing, "focal-point.tm").path("id").asText();
        Map<String, Object> told = Map.of("data", Map.of("remark", "We observe."));
        List<Answer> answers =
                AtOnce.run(List.of(() -> as("focal-point.tm").post(path, told), () -> as("focal-point.tm")
                        .post(path, told)));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void statesMayReportAtTheSameTime() throws Exception {
        Hearing hearing = Hearing.beforeStates(port);
        Map<String, Object> told = Map.of("data", Map.of("remark", "We observe."));
        List<String> posts = List.of("focal-point.kz", "focal-point.kg", "focal-point.tj");
        List<Callable<Answer>> works = new ArrayList<>();
        for (String post : posts) {
            String path = "/api/v1/cases/" + hearing.key() + "/messages/"
                    + awaited(hearing, post).path("id").asText();
            works.add(() -> as(post).post(path, told));
        }
        assertThat(AtOnce.run(works)).extracting(Answer::status).containsOnly(200);
    }

    private JsonNode awaited(Hearing hearing, String userName) {
        JsonNode awaited =
                as(userName).get("/api/v1/cases/" + hearing.key()).json().path("awaited");
        assertThat(awaited).hasSize(1);
        return awaited.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | invalid",
                "{\"process\":\"\"} | 422 | invalid",
                "{\"process\":\"unheard-of\"} | 404 | noSuchProcess",
                "{\"process\":\"hea\\u0000ring\"} | 404 | noSuchProcess",
                "{\"process\":[\"hearing\"]} | 400 | malformed",
                "{\"process\":\"hearing\",\"data\":\"text\"} | 400 | malformed",
                "{\"process\":\"hearing\",\"data\":{\"title\":\"a\\u0000b\"}} | 422 | submissionRejected",
                "{\"process\":\"hearing\" | 400 | malformedJson"
            })
    void aBadOpeningOpensNothing(String body, int status, String code) {
        as("programme-manager");
        Map<String, Long> before = Counts.of(jdbc);
        Answer english = as("programme-manager").send("POST", "/api/v1/cases", body);
        Answer russian = as("programme-manager").send("POST", "/api/v1/cases?lang=ru", body);
        assertThat(english.status()).as(english.body()).isEqualTo(status);
        assertThat(english.code()).isEqualTo(code);
        assertThat(english.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(russian.json().path("detail").asText()).containsPattern("[а-я]");
        assertThat(Counts.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"focal-point.kz", "donor.eu", "chair", "auditor", "administrator"})
    void whoIsNoStarterOpensNothing(String userName) {
        as(userName);
        Map<String, Long> before = Counts.of(jdbc);
        Answer refused = as(userName).post("/api/v1/cases", Map.of("process", "hearing"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("notAStarter");
        assertThat(refused.json().path("detail").asText()).contains("PM, PAO");
        assertThat(Counts.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cases?limit=0,422,limit:outOfRange",
        "/api/v1/cases?limit=all,400,limit:notAWholeNumber",
        "/api/v1/cases?after=MTG-1999-001,422,after:notACursor"
    })
    void wrongValuesInTheQueryAreToldByName(String path, int status, String violation) {
        Answer refused = as("chair").get(path);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.violations()).containsExactly(violation);
    }

    @Test
    void wrongPlacesInTheHistoryAreRefused() {
        String path = "/api/v1/cases/" + Hearing.opened(port).key() + "/history";
        for (String query : List.of("after=x", "after=-5", "after=99999999999999999999", "limit=101")) {
            assertThat(as("chair").get(path + "?" + query).status()).isEqualTo(422);
        }
    }

    @Test
    void anUnknownCaseIsNotThere() {
        for (String part : List.of("", "/history", "/diagram.svg")) {
            assertThat(as("chair").get("/api/v1/cases/MTG-1999-001" + part).code())
                    .isEqualTo("noSuchCase");
        }
        assertThat(as("chair")
                        .post("/api/v1/cases/MTG-1999-001/messages/x", Map.of())
                        .code())
                .isEqualTo("noSuchCase");
    }
}
