package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sent, the answer says what to do in the reader's language, and nothing is half done. */
@HttpTest
class BadTaskInputTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Hearing hearing;
    private String path;

    @BeforeEach
    void aPaperIsToBeDrafted() {
        hearing = Hearing.opened(port);
        path = "/api/v1/tasks/"
                + hearing.task("programme-manager", "draftPaper").path("id").asText();
    }

    private Caller manager() {
        return Caller.as(port, "programme-manager");
    }

    /** Refused in both languages, and the database is as before. */
    private Answer refused(int status, String method, String where, String body) {
        Map<String, Long> before = Counts.of(jdbc);
        Answer english = manager().send(method, where, body);
        Answer russian = manager().with("Accept-Language", "ru").send(method, where, body);
        for (Answer answer : List.of(english, russian)) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body())
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ")
                    .doesNotContain("{0}");
            assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        }
        for (String member : List.of("title", "detail", "action")) {
            assertThat(english.json().path(member).asText()).isNotBlank().matches("[^а-яА-Я]*");
            assertThat(russian.json().path(member).asText()).containsPattern("[а-я]");
        }
        for (JsonNode violation : russian.json().path("violations")) {
            assertThat(violation.path("message").asText()).containsPattern("[а-я]");
        }
        assertThat(Counts.of(jdbc)).isEqualTo(before);
        return english;
    }

    private Answer refusedPaper(Map<String, ?> changes) {
        Map<String, Object> data = new LinkedHashMap<>(Hearing.PAPER);
        data.putAll(changes);
        return refused(422, "POST", path + "/complete", body(data));
    }

    private static String body(Map<String, ?> data) {
        try {
            return new ObjectMapper().writeValueAsString(Map.of("version", 1, "data", data));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private JsonNode lastRefusal() {
        return Caller.as(port, "auditor")
                .get("/api/v1/audit/entries?limit=1&action=task.refused&case=" + hearing.key())
                .items()
                .get(0)
                .path("details");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":1,",
                "not json",
                "{\"version\":1 \"data\":{}}",
                "{'version':1}",
                "{\"data\":{\"a\":NaN}}"
            })
    void malformedJsonIsToldWithItsPlace(String body) {
        Answer answer = refused(400, "POST", path + "/complete", body);
        assertThat(answer.code()).isEqualTo("malformedJson");
        assertThat(answer.json().path("detail").asText()).contains("line 1");
        refused(400, "PUT", path + "/draft", body);
        refused(400, "POST", "/api/v1/cases", body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void aMissingBodyIsAskedFor(String body) {
        assertThat(refused(400, "POST", path + "/complete", body).code()).isEqualTo("bodyMissing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"version\":\"one\",\"data\":{}} | version:wrongType",
                "{\"version\":{},\"data\":{}} | version:wrongType",
                "{\"version\":99999999999,\"data\":{}} | version:wrongType",
                "{\"version\":1,\"data\":[]} | data:wrongType",
                "{\"version\":1,\"data\":\"text\"} | data:wrongType"
            })
    void wrongTypesAroundTheDataAreToldByName(String body, String violation) {
        assertThat(refused(400, "POST", path + "/complete", body).violations()).containsExactly(violation);
    }

    @Test
    void aNestIsNotFollowedForEver() {
        String deep = "{\"version\":1,\"data\":{\"title\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";
        refused(400, "POST", path + "/complete", deep);
        String lessDeep = "{\"version\":1,\"data\":{\"title\":" + "[".repeat(40) + "]".repeat(40) + "}}";
        refused(422, "POST", path + "/complete", lessDeep);
    }

    @Test
    void theVersionMustBeNamed() {
        assertThat(refused(422, "POST", path + "/complete", "{\"data\":{}}").violations())
                .containsExactly("version:required");
    }

    @Test
    void wrongTypesInTheDataAreTold() {
        Answer answer = refusedPaper(Map.of(
                "title", 7, "meetingDay", true, "pillar", List.of("II"), "seats", "many", "restricted", "perhaps"));
        assertThat(answer.violations())
                .contains("title:notText", "meetingDay:notADate", "seats:notANumber", "restricted:notYesOrNo")
                .anyMatch(one -> one.startsWith("pillar:"));
    }

    @Test
    void aMegabyteOfTextIsTooLongAndNotRepeated() {
        Answer answer = refusedPaper(Map.of("title", "x".repeat(1_000_000), "summary", "я".repeat(500_000)));
        assertThat(answer.violations()).contains("title:maxLength", "summary:maxLength");
        assertThat(answer.body().length()).isLessThan(4000);
    }

    @Test
    void moreThanTwoMebibytesAreNotReadAtAll() {
        String large = "{\"version\":1,\"data\":{\"title\":\"" + "x".repeat(3_000_000) + "\"}}";
        refused(413, "POST", path + "/complete", large);
        Answer streamed = manager().stream("POST", path + "/complete", large.getBytes(StandardCharsets.UTF_8));
        assertThat(streamed.status()).isEqualTo(413);
        assertThat(streamed.json().path("action").asText()).isEqualTo("Shorten what you send.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud800", "\\udc00x", "x\\ud83d", "\\u0007bell", "\\uffff"})
    void charactersThatCannotBeStoredAreRefusedAndRecorded(String text) {
        String data =
                "{\"version\":1,\"data\":{\"title\":\"" + text + "\",\"meetingDay\":\"2026-12-07\",\"pillar\":\"II\"}}";
        assertThat(refused(422, "POST", path + "/complete", data).violations())
                .containsExactly("title:illegalCharacter");
        assertThat(lastRefusal().path("faults").path("title").asText()).isEqualTo("illegalCharacter");
        assertThat(refused(422, "PUT", path + "/draft", data).violations()).containsExactly("title:illegalCharacter");
    }

    @Test
    void charactersThatCannotBeStoredAreFoundInNamesAndDeepInside() {
        refused(422, "POST", path + "/complete", "{\"version\":1,\"data\":{\"ti\\u0000tle\":\"x\"}}");
        refused(422, "PUT", path + "/draft", "{\"version\":1,\"data\":{\"ti\\u0000tle\":\"x\"}}");
        refused(422, "PUT", path + "/draft", "{\"version\":1,\"data\":{\"rows\":[{\"a\":[\"\\u0000\"]}]}}");
    }

    @Test
    void aNulTypedIntoAPageIsToldLikeAnyOtherFault() {
        Browser browser = Browser.signedIn(port, "programme-manager");
        String page = path.replace("/api/v1", "");
        browser.get(page);
        Map<String, Long> before = Counts.of(jdbc);
        Answer answer = browser.post(page, Map.of("title", "a\u0000b", "_do", "check"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("cannot be stored");
        assertThat(browser.post(page + "/draft", Map.of("title", "a\u0000b")).status())
                .isEqualTo(422);
        assertThat(Counts.of(jdbc)).isEqualTo(before);
    }

    @Test
    void anUnknownTaskIsNotThere() {
        for (String id : List.of("0b0e7a2e-0000-7000-8000-000000000000", "x", "1'--", "%C3%A9", "a".repeat(3000))) {
            String there = "/api/v1/tasks/" + id.replace("'", "%27");
            assertThat(refused(404, "GET", there, null).code()).isEqualTo("noSuchTask");
            assertThat(refused(404, "POST", there + "/claim", null).code()).isEqualTo("noSuchTask");
            assertThat(refused(404, "POST", there + "/complete", "{\"version\":1}")
                            .code())
                    .isEqualTo("noSuchTask");
            assertThat(refused(404, "PUT", there + "/draft", "{\"version\":1}").code())
                    .isEqualTo("noSuchTask");
        }
    }

    @Test
    void aFinishedTaskIsClosedForEveryCall() {
        hearing.done("programme-manager", "draftPaper", Hearing.PAPER);
        String data = body(Hearing.PAPER);
        assertThat(refused(409, "POST", path + "/complete", data).code()).isEqualTo("taskClosed");
        assertThat(refused(409, "PUT", path + "/draft", data).code()).isEqualTo("taskClosed");
        assertThat(refused(409, "POST", path + "/claim", null).code()).isEqualTo("taskClosed");
        assertThat(refused(409, "POST", path + "/release", null).code()).isEqualTo("taskClosed");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, Integer.MAX_VALUE})
    void anotherVersionIsStale(int version) {
        String data = body(Hearing.PAPER).replace("\"version\":1", "\"version\":" + version);
        assertThat(refused(409, "POST", path + "/complete", data).code()).isEqualTo("taskStale");
    }

    @Test
    void somebodyElsesTaskIsNotThereAndTheAttemptIsRecorded() {
        Caller translator = Caller.as(port, "translator");
        Map<String, Long> before = Counts.of(jdbc);
        Answer answer = translator.send("POST", path + "/complete", body(Hearing.PAPER));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(Counts.of(jdbc)).isEqualTo(before);
        assertThat(lastRefusal().path("refusal").asText()).isEqualTo("noSuchTask");
    }

    @Test
    void aPillarThatDoesNotExistIsNoChoice() {
        Answer answer = refusedPaper(Map.of("pillar", "IX"));
        assertThat(answer.violations()).containsExactly("pillar:notAnOption");
        assertThat(answer.json().path("violations").get(0).path("message").asText())
                .contains("IX");
        assertThat(lastRefusal().path("faults").path("pillar").asText()).isEqualTo("notAnOption");
    }

    @Test
    void aValueOutsideTheOptionsIsRefused() {
        assertThat(refusedPaper(Map.of("place", "Atlantis")).violations()).containsExactly("place:notAnOption");
        assertThat(refusedPaper(Map.of("seats", 501)).violations()).containsExactly("seats:max");
        assertThat(refusedPaper(Map.of("seats", 0.5)).violations()).isNotEmpty();
        assertThat(refusedPaper(Map.of("seats", 1e300)).violations()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2100-11-30", "1911-11-30", "+99999-01-01"})
    void aDateFarFromTheMeetingIsRefused(String day) {
        assertThat(refusedPaper(Map.of("meetingDay", day)).violations())
                .singleElement()
                .asString()
                .startsWith("meetingDay:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "30.11.2026", "tomorrow", "2026-12-07T10:00"})
    void whatIsNoDateIsRefused(String day) {
        assertThat(refusedPaper(Map.of("meetingDay", day)).violations()).containsExactly("meetingDay:notADate");
    }

    @Test
    void unknownHiddenAndReadOnlyFieldsAreRefusedAndRecorded() {
        Answer answer = refusedPaper(Map.of("sneaked", "in", "marking", "because", "symbol", "B/2"));
        assertThat(answer.violations())
                .containsExactlyInAnyOrder("sneaked:unknownField", "marking:hiddenField", "symbol:readOnlyField");
        JsonNode faults = lastRefusal().path("faults");
        assertThat(faults.path("sneaked").asText()).isEqualTo("unknownField");
        assertThat(faults.path("marking").asText()).isEqualTo("hiddenField");
        assertThat(faults.path("symbol").asText()).isEqualTo("readOnlyField");
    }

    @Test
    void answersThatAreMissingAreAskedFor() {
        assertThat(refused(422, "POST", path + "/complete", "{\"version\":1,\"data\":{}}")
                        .violations())
                .containsExactlyInAnyOrder("title:required", "meetingDay:required", "pillar:required");
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("title", null);
        assertThat(refusedPaper(nothing).violations()).containsExactly("title:required");
    }

    @ParameterizedTest
    @CsvSource({
        "view=yours,422,view:notAnOption",
        "sort=colour,422,sort:notAnOption",
        "limit=0,422,limit:outOfRange",
        "limit=101,422,limit:outOfRange",
        "limit=-1,422,limit:outOfRange",
        "limit=many,400,limit:notAWholeNumber",
        "limit=99999999999,400,limit:notAWholeNumber",
        "after=nonsense,422,after:notACursor",
        "due-before=yesterday,400,dueBefore:notAMoment",
        "due-from=%2B1000000000-12-31T23:59:59Z,422,due-from:outOfRange",
        "due-before=2026-12-07,400,dueBefore:notAMoment",
        "due-before=%2B1000000000-12-31T23:59:59Z,422,due-before:outOfRange"
    })
    void wrongValuesInTheQueryAreToldByName(String query, int status, String violation) {
        List<String> found =
                refused(status, "GET", "/api/v1/tasks?" + query, null).violations();
        assertThat(found).singleElement().isIn(violation, violation.replace("dueBefore", "due-before"));
    }

    @Test
    void aSearchThatIsTooLongIsRefused() {
        assertThat(refused(422, "GET", "/api/v1/tasks?q=" + "x".repeat(201), null)
                        .violations())
                .containsExactly("q:maxLength");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tasks?q=a%00b",
                "/api/v1/tasks?case=%00",
                "/api/v1/tasks?process=%00",
                "/api/v1/tasks?state=%00",
                "/api/v1/tasks?after=%00",
                "/api/v1/tasks/count?view=%00",
                "/api/v1/cases?process=%00",
                "/api/v1/cases?after=%00"
            })
    void aNulInTheQueryIsRefused(String query) {
        refused(400, "GET", query, null);
    }

    @Test
    void otherKindsOfContentAreNotTaken() {
        Map<String, Long> before = Counts.of(jdbc);
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense")) {
            Answer answer = manager().with("Content-Type", type).send("POST", path + "/complete", body(Hearing.PAPER));
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.code()).isEqualTo("mediaTypeNotTaken");
            assertThat(answer.json().path("detail").asText()).contains("application/json");
        }
        assertThat(Counts.of(jdbc)).isEqualTo(before);
    }

    @Test
    void otherKindsOfAnswersAreNotGiven() {
        Answer answer = manager().with("Accept", "image/png").get(path);
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void otherMethodsAreNotTaken() {
        Answer answer = refused(405, "DELETE", path, null);
        assertThat(answer.header("Allow")).contains("GET");
        refused(405, "PUT", path + "/complete", "{}");
    }
}
