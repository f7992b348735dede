package org.accord.substitutions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.instance.Time;
import org.accord.programme.Programme;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What somebody who stands in sees and does, and sees no longer. */
@HttpTest
@DirtiesContext
class SubstitutionJourneyTests {

    private static final Map<String, Object> POSITION = Map.of("position", "object", "reason", "in the State's name");
    private static final Map<String, Object> SOUND = Map.of("remark", "Sound.");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Time time;

    @Autowired
    Programme programme;

    @BeforeEach
    void nobodyIsAway() {
        jdbc.sql("delete from accord.substitution").update();
    }

    private LocalDate today() {
        return programme.dayOf(time.instant());
    }

    private void untilMorningOf(LocalDate day) {
        Instant morning = day.atTime(9, 0).atZone(programme.zone()).toInstant();
        time.moveTo(Actor.system("test"), morning);
    }

    private Caller as(String userName) {
        return Caller.as(port, userName);
    }

    private Absence absence(String principal, String substitute, int days) {
        return Absence.of(port, principal, substitute, today(), today().plusDays(days));
    }

    private int count(String userName, String view) {
        return as(userName)
                .get("/api/v1/tasks/count?view=" + view)
                .json()
                .path("count")
                .asInt();
    }

    @Test
    void theDeputyOfAFocalPointWorksInItsNameUntilTheLastDayIsOver() {
        Hearing hearing = Hearing.beforeStates(port);
        assertThat(hearing.tasks("deputy.kz")).isEmpty();
        assertThat(as("deputy.kz").get("/api/v1/cases/" + hearing.key()).status())
                .isEqualTo(404);

        Browser principal = Browser.signedIn(port, "focal-point.kz");
        assertThat(principal.get("/absences?lang=ru").body())
                .contains("Предложить замещение", "Заместитель национального координатора, Казахстан");
        Answer proposed = principal.post(
                "/absences",
                Map.of(
                        "substitute",
                        "deputy.kz",
                        "from",
                        today().toString(),
                        "until",
                        today().toString(),
                        "roles",
                        "NFP"));
        assertThat(proposed.status()).isEqualTo(302);
        assertThat(principal.get("/absences").body()).contains("ожидает решения другого лица");
        String id = as("focal-point.kz")
                .get("/api/v1/substitutions")
                .items()
                .get(0)
                .path("id")
                .asText();
        assertThat(id).matches("SUB-\\d{4}-\\d{3,}");
        assertThat(hearing.tasks("deputy.kz")).isEmpty();

        Browser approver = Browser.signedIn(port, "delegation.kz");
        assertThat(approver.get("/absences?lang=en").body()).contains("Waits for your decision", id);
        assertThat(approver.post("/absences/" + id + "/approve", Map.of()).status())
                .isEqualTo(302);

        assertThat(hearing.tasks("deputy.kz"))
                .hasSize(5)
                .anyMatch(task -> task.path("element").asText().equals("agencyOpinion"));
        JsonNode task = hearing.task("deputy.kz", "nationalPosition");
        assertThat(task.path("reason").asText()).isEqualTo("role");
        assertThat(task.path("onBehalfOf").asText()).isEqualTo("focal-point.kz");
        Browser deputy = Browser.signedIn(port, "deputy.kz");
        assertThat(deputy.get("/?lang=en").body())
                .contains("acting for National focal point, Kazakhstan until")
                .contains("for National focal point, Kazakhstan");
        assertThat(deputy.get("/tasks/" + task.path("id").asText()).body())
                .contains("You act for: National focal point, Kazakhstan");
        assertThat(hearing.complete("deputy.kz", task, POSITION).status()).isEqualTo(200);

        assertBothAreNamed(hearing, id);
        assertThat(deputy.get("/cases/" + hearing.key()).body())
                .contains("Deputy national focal point, Kazakhstan, for National focal point, Kazakhstan")
                .contains("in the State&#39;s name");

        untilMorningOf(today().plusDays(1));
        assertThat(hearing.tasks("deputy.kz")).isEmpty();
        assertThat(count("deputy.kz", "all")).isZero();
        assertThat(deputy.get("/cases/" + hearing.key()).status()).isEqualTo(404);
        assertThat(deputy.get("/").body()).doesNotContain("acting for");
        assertThat(deputy.get("/tasks/" + task.path("id").asText()).status()).isEqualTo(404);
        assertThat(principal.get("/absences?lang=en").body()).contains("over");
    }

    private void assertBothAreNamed(Hearing hearing, String id) {
        JsonNode entry = as("auditor")
                .get("/api/v1/audit/entries?action=task.completed&actor=deputy.kz&case=" + hearing.key())
                .items()
                .get(0);
        assertThat(entry.path("onBehalfOf").asText()).isEqualTo("focal-point.kz");
        assertThat(entry.path("role").asText()).isEqualTo("NFP");
        assertThat(entry.at("/details/mandate/substitution").asText()).isEqualTo(id);
        assertThat(entry.at("/details/mandate/until").asText()).isEqualTo(today().toString());
        assertThat(as("focal-point.kz")
                        .get("/api/v1/cases/" + hearing.key() + "/history")
                        .items())
                .anyMatch(line -> line.path("actor").asText().equals("deputy.kz")
                        && line.path("onBehalfOf").asText().equals("focal-point.kz"));
    }

    @Test
    void whatThePrincipalHoldsIsDoneByTheSubstituteToo() {
        Hearing hearing = Hearing.withPaper(port);
        JsonNode open = hearing.task("expert.1", "writeOpinion");
        String path = "/api/v1/tasks/" + open.path("id").asText();
        as("expert.1").post(path + "/claim", Map.of());
        absence("expert.1", "deputy-chief", 2).approvedBy("head-of-mission");

        JsonNode held = hearing.task("deputy-chief", "writeOpinion");
        assertThat(held.path("reason").asText()).isEqualTo("assigned");
        assertThat(held.path("assignee").asText()).isEqualTo("expert.1");
        assertThat(as("deputy-chief").get("/api/v1/tasks?view=mine&limit=100").items())
                .anyMatch(task -> task.path("id").equals(open.path("id")));
        assertThat(as("deputy-chief")
                        .put(path + "/draft", Map.of("data", Map.of("remark", "mine")))
                        .status())
                .isEqualTo(200);
        assertThat(as("expert.1").get(path).json().path("draft").isNull()).isTrue();
        assertThat(as("expert.2").post(path + "/claim", Map.of()).code()).isEqualTo("taskHeldByAnother");
        assertThat(as("deputy-chief").post(path + "/claim", Map.of()).status()).isEqualTo(200);
        assertThat(as("deputy-chief").get(path).json().path("assignee").asText())
                .isEqualTo("expert.1");
        assertThat(as("deputy-chief").get(path).json().path("actions").toString())
                .contains("complete");
        assertThat(hearing.complete("deputy-chief", held, SOUND).status()).isEqualTo(200);
    }

    @Test
    void whatTheSubstituteTakesInHandIsHeldInThePrincipalsNameAndStaysThere() {
        Hearing hearing = Hearing.withPaper(port);
        absence("expert.1", "deputy-chief", 0).approvedBy("head-of-mission");
        String path = "/api/v1/tasks/"
                + hearing.task("deputy-chief", "writeOpinion").path("id").asText();
        assertThat(as("deputy-chief").post(path + "/claim", Map.of()).status()).isEqualTo(200);
        assertThat(hearing.task("expert.1", "writeOpinion").path("reason").asText())
                .isEqualTo("assigned");

        untilMorningOf(today().plusDays(1));
        assertThat(as("deputy-chief").post(path + "/release", Map.of()).status())
                .isEqualTo(404);
        assertThat(as("expert.1").get("/api/v1/tasks?view=mine&limit=100").body())
                .contains(path.substring("/api/v1/tasks/".length()));
        assertThat(as("expert.1").post(path + "/release", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void onesOwnMandateComesFirst() {
        Hearing hearing = Hearing.withPaper(port);
        absence("expert.1", "expert.2", 2).approvedBy("head-of-mission");
        JsonNode task = hearing.task("expert.2", "writeOpinion");
        assertThat(task.path("onBehalfOf").isNull()).isTrue();
        hearing.done("expert.2", "writeOpinion", SOUND);
        assertThat(as("auditor")
                        .get("/api/v1/audit/entries?action=task.completed&actor=expert.2&case=" + hearing.key())
                        .items()
                        .get(0)
                        .path("onBehalfOf")
                        .isNull())
                .isTrue();
    }

    @Test
    void aSubstituteOfWhoDidTheEarlierStepIsBarredAndToldWhoCan() {
        Hearing hearing = Hearing.withPaper(port);
        hearing.done("expert.1", "writeOpinion", SOUND);
        absence("expert.1", "deputy-chief", 2).approvedBy("head-of-mission");
        JsonNode review = hearing.task("deputy-chief", "reviewOpinion");
        Answer refused = hearing.complete("deputy-chief", review, SOUND);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("separationOfDuties");
        assertThat(Browser.signedIn(port, "deputy-chief")
                        .get("/tasks/" + review.path("id").asText() + "?lang=en")
                        .body())
                .contains("You may not do this step", "Write an opinion", "Second expert and rapporteur")
                .doesNotContain("<li>First expert and rapporteur</li>");
        assertThat(hearing.complete("expert.2", review, SOUND).status()).isEqualTo(200);
    }

    @Test
    void whoDidTheEarlierStepForSomebodyIsBarredAndSoAreTheyThemselves() {
        Hearing hearing = Hearing.withPaper(port);
        absence("expert.1", "deputy-chief", 2).approvedBy("head-of-mission");
        hearing.done("deputy-chief", "writeOpinion", SOUND);
        JsonNode review = hearing.task("expert.1", "reviewOpinion");
        assertThat(hearing.complete("expert.1", review, SOUND).code()).isEqualTo("separationOfDuties");
        assertThat(hearing.complete("deputy-chief", review, SOUND).code()).isEqualTo("separationOfDuties");
        assertThat(hearing.complete("expert.2", review, SOUND).status()).isEqualTo(200);
    }

    @Test
    void whoDidTheEarlierStepThemselfDoesNotDoTheNextForSomebodyElse() {
        Hearing hearing = Hearing.withPaper(port);
        hearing.done("expert.2", "writeOpinion", SOUND);
        absence("expert.1", "expert.2", 2).approvedBy("head-of-mission");
        JsonNode review = hearing.task("expert.2", "reviewOpinion");
        as("expert.1").post("/api/v1/tasks/" + review.path("id").asText() + "/claim", Map.of());
        assertThat(hearing.complete("expert.2", hearing.task("expert.2", "reviewOpinion"), SOUND)
                        .code())
                .isEqualTo("separationOfDuties");
    }

    @Test
    void ofTwoWhomSomebodyStandsInForTheOneWhoIsNotBarredIsChosen() {
        Hearing hearing = Hearing.withPaper(port);
        hearing.done("expert.1", "writeOpinion", SOUND);
        absence("expert.1", "deputy-chief", 2).approvedBy("head-of-mission");
        absence("expert.2", "deputy-chief", 2).approvedBy("head-of-mission");
        JsonNode review = hearing.task("deputy-chief", "reviewOpinion");
        assertThat(hearing.complete("deputy-chief", review, SOUND).status()).isEqualTo(200);
        assertThat(as("auditor")
                        .get("/api/v1/audit/entries?action=task.completed&actor=deputy-chief&case=" + hearing.key())
                        .items()
                        .get(0)
                        .path("onBehalfOf")
                        .asText())
                .isEqualTo("expert.2");
    }

    @Test
    void whatIsLimitedToAProcessReachesNoOther() {
        Hearing hearing = Hearing.beforeStates(port);
        absence("focal-point.tj", "deputy.tj", 2).inProcesses("memo").approvedBy("delegation.tj");
        assertThat(hearing.tasks("deputy.tj")).isEmpty();
        assertThat(count("deputy.tj", "all")).isZero();
        assertThat(as("deputy.tj").get("/api/v1/cases/" + hearing.key()).status())
                .isEqualTo(404);
        assertThat(as("deputy.tj").get("/api/v1/cases").items()).isEmpty();
        assertThat(as("focal-point.tj").get("/api/v1/cases").items()).isNotEmpty();
    }

    @Test
    void whatIsLimitedToTheProcessReachesItsTasksPapersAndTimeline() {
        Hearing hearing = Hearing.beforeStates(port);
        JsonNode held = hearing.task("focal-point.tm", "nationalPosition");
        as("focal-point.tm").post("/api/v1/tasks/" + held.path("id").asText() + "/claim", Map.of());
        absence("focal-point.tm", "deputy.tm", 2).inProcesses("hearing").approvedBy("delegation.tm");

        assertThat(hearing.tasks("deputy.tm")).hasSize(5);
        assertThat(count("deputy.tm", "all")).isPositive();
        assertThat(as("deputy.tm").get("/api/v1/tasks?view=mine").items())
                .extracting(task -> task.path("id").asText())
                .contains(held.path("id").asText());
        assertThat(as("deputy.tm").get("/api/v1/cases?process=hearing").items()).isNotEmpty();
        assertThat(Browser.signedIn(port, "deputy.tm")
                        .get("/cases/" + hearing.key())
                        .body())
                .contains("Sound.");
        JsonNode task = hearing.task("deputy.tm", "nationalPosition");
        assertThat(hearing.complete("deputy.tm", task, POSITION).status()).isEqualTo(200);
        assertThat(as("deputy.tm")
                        .get("/api/v1/cases/" + hearing.key() + "/history")
                        .body())
                .contains("nationalPosition")
                .contains("deputy.tm");
        JsonNode awaited = as("deputy.tm").get("/api/v1/cases/" + hearing.key()).json();
        assertThat(awaited.path("key").asText()).isEqualTo(hearing.key());
    }

    @Test
    void secretCasesOfAnotherProcessStaySecret() {
        String memo = as("programme-manager")
                .post("/api/v1/cases", Map.of("process", "memo"))
                .json()
                .path("key")
                .asText();
        absence("chief", "deputy-chief", 2).inProcesses("hearing").approvedBy("head-of-mission");
        assertThat(as("deputy-chief").get("/api/v1/cases/" + memo).status()).isEqualTo(404);
        assertThat(as("deputy-chief").get("/api/v1/cases?limit=100").items())
                .allMatch(file -> file.path("process").asText().equals("hearing"));
        jdbc.sql("delete from accord.substitution").update();
        absence("chief", "deputy-chief", 2).inProcesses("memo").approvedBy("head-of-mission");
        assertThat(as("deputy-chief").get("/api/v1/cases/" + memo).status()).isEqualTo(200);
        assertThat(as("deputy-chief").get("/api/v1/cases?limit=100").items())
                .isNotEmpty()
                .allMatch(file -> file.path("process").asText().equals("memo"));
    }

    @Test
    void theSubstituteOpensWhatThePrincipalOpens() {
        absence("political-officer", "deputy-chief", 2).inProcesses("memo").approvedBy("head-of-mission");
        Map<String, Object> hearing = Map.of("process", "hearing");
        assertThat(as("deputy-chief").post("/api/v1/cases", hearing).code()).isEqualTo("notAStarter");
        jdbc.sql("delete from accord.substitution").update();
        absence("political-officer", "deputy-chief", 2).approvedBy("head-of-mission");
        assertThat(as("deputy-chief").post("/api/v1/cases", hearing).status()).isEqualTo(201);
    }

    @Test
    void anExcludedRoleGivenLaterEndsTheSubstitutionByItself() {
        Hearing hearing = Hearing.beforeStates(port);
        absence("focal-point.uz", "deputy.uz", 2).approvedBy("delegation.uz");
        assertThat(hearing.tasks("deputy.uz")).hasSize(5);
        jdbc.sql("""
                        insert into accord.programme_mandate (user_name, role, valid_from)
                        values ('deputy.uz', 'AUD', date '2010-01-01')
                        """).update();
        assertThat(hearing.tasks("deputy.uz"))
                .allMatch(task -> task.path("reason").asText().equals("reader"));
        jdbc.sql("delete from accord.programme_mandate where user_name = 'deputy.uz'")
                .update();
    }

    @Test
    void whoHoldsNothingSeesAnEmptyInboxAndNoForm() {
        Browser deputy = Browser.signedIn(port, "deputy.kg");
        assertThat(deputy.get("/?lang=en").status()).isEqualTo(200);
        String page = deputy.get("/absences").body();
        assertThat(page).contains("You hold no role of your own").doesNotContain("id=\"substitute\"");
        assertThat(List.of(count("deputy.kg", "mine"), count("deputy.kg", "group"), count("deputy.kg", "all")))
                .containsOnly(0);
    }
}
