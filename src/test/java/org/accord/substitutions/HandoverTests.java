package org.accord.substitutions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accord.instance.Time;
import org.accord.programme.Programme;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** A post goes to its next holder, with everything that it holds. */
@HttpTest
@DirtiesContext
class HandoverTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Time time;

    @Autowired
    Programme programme;

    @BeforeEach
    void nothingIsUnderWay() {
        jdbc.sql("delete from accord.substitution").update();
        jdbc.sql("delete from accord.handover").update();
        jdbc.sql("create table if not exists public.mandates_before as select * from accord.programme_mandate")
                .update();
    }

    @AfterEach
    void everybodyHoldsWhatTheyHeld() {
        jdbc.sql("delete from accord.programme_mandate").update();
        jdbc.sql("""
                        insert into accord.programme_mandate (user_name, role, state, organisation, pillar, valid_from, valid_until)
                        select user_name, role, state, organisation, pillar, valid_from, valid_until
                        from public.mandates_before
                        """).update();
    }

    private LocalDate today() {
        return programme.dayOf(time.instant());
    }

    private Caller as(String userName) {
        return Caller.as(port, userName);
    }

    private Answer propose(String userName, String from, String to) {
        return as(userName).post("/api/v1/handovers", Map.of("from", from, "to", to));
    }

    private String proposed(String userName, String from, String to) {
        Answer answer = propose(userName, from, to);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private Answer act(String userName, String id, String act) {
        return as(userName).post("/api/v1/handovers/" + id + "/" + act, Map.of());
    }

    private List<String> mandates(String userName) {
        return jdbc.sql("""
                        select role || coalesce('/' || state, '') || ' ' || valid_from || ' ' || coalesce(valid_until::text, '-')
                        from accord.programme_mandate where user_name = ? order by id
                        """).param(userName).query(String.class).list();
    }

    @Test
    void everythingThatThePostHoldsGoesOverAtTheSecondAgreement() {
        Hearing hearing = Hearing.beforeStates(port);
        JsonNode task = hearing.task("focal-point.kz", "nationalPosition");
        String path = "/api/v1/tasks/" + task.path("id").asText();
        as("focal-point.kz").post(path + "/claim", Map.of());
        as("focal-point.kz").put(path + "/draft", Map.of("data", Map.of("position", "object", "reason", "begun")));

        String id = proposed("focal-point.kz", "focal-point.kz", "deputy.kz");
        assertThat(id).matches("HND-\\d{4}-\\d{3,}");
        assertThat(mandates("deputy.kz")).isEmpty();
        assertThat(hearing.tasks("deputy.kz")).isEmpty();
        assertThat(act("focal-point.kz", id, "confirm").code()).isEqualTo("handoverConfirmed");
        Browser next = Browser.signedIn(port, "deputy.kz");
        assertThat(next.get("/absences?lang=en").body()).contains(id, "Agree");
        assertThat(next.post("/absences/handovers/" + id + "/confirm", Map.of()).status())
                .isEqualTo(302);

        assertThat(mandates("focal-point.kz")).containsExactly("NFP/KZ 2010-01-01 " + today().minusDays(1));
        assertThat(mandates("deputy.kz")).containsExactly("NFP/KZ " + today() + " -");
        assertThat(hearing.tasks("focal-point.kz")).isEmpty();
        JsonNode held = as("deputy.kz").get(path).json();
        assertThat(held.path("assignee").asText()).isEqualTo("deputy.kz");
        assertThat(held.path("reason").asText()).isEqualTo("assigned");
        assertThat(held.at("/draft/reason").asText()).isEqualTo("begun");
        assertThat(engineHolder(task)).isEqualTo("deputy.kz");
        assertThat(as("focal-point.kz").post(path + "/release", Map.of()).status())
                .isEqualTo(404);
        assertThat(hearing.complete(
                                "deputy.kz",
                                hearing.task("deputy.kz", "nationalPosition"),
                                Map.of("position", "object", "reason", "done"))
                        .status())
                .isEqualTo(200);
        assertThat(acts()).contains("handover.done", "handover.confirmed", "handover.proposed");
        assertThat(as("auditor")
                        .get("/api/v1/audit/entries?action=programme.mandatesPassed")
                        .items()
                        .get(0)
                        .at("/details/mandates/0")
                        .asText())
                .isEqualTo("NFP/state=KZ");
        assertThat(as("deputy.kz")
                        .get("/api/v1/cases/" + hearing.key() + "/history")
                        .body())
                .contains("task.passed");
    }

    private String engineHolder(JsonNode task) {
        return jdbc.sql("select assignee_ from act_ru_task where id_ = ?")
                .param(task.path("id").asText())
                .query(String.class)
                .single();
    }

    private List<String> acts() {
        return as("auditor").get("/api/v1/audit/entries?limit=50").items().stream()
                .map(entry -> entry.path("action").asText())
                .toList();
    }

    @Test
    void anAdministratorsProposalNeedsBoth() {
        String id = proposed("administrator", "chief", "deputy-chief");
        assertThat(act("administrator", id, "confirm").code()).isEqualTo("confirmationNotYours");
        assertThat(act("deputy-chief", id, "confirm").json().path("status").asText())
                .isEqualTo("proposed");
        assertThat(mandates("deputy-chief")).isEmpty();
        assertThat(act("chief", id, "confirm").json().path("status").asText()).isEqualTo("done");
        assertThat(mandates("deputy-chief")).hasSize(1);
        assertThat(act("chief", id, "withdraw").code()).isEqualTo("handoverClosed");
    }

    @Test
    void absencesOfThePostGoOnForTheNextHolderAndWhatItDidForOthersEnds() {
        LocalDate from = today().plusDays(10);
        String away = Absence.of(port, "chief", "political-officer", from, from).approvedBy("head-of-mission");
        String byTheNext = Absence.of(port, "chief", "deputy-chief", from.plusDays(5), from.plusDays(5))
                .approvedBy("head-of-mission");
        String forOthers =
                Absence.of(port, "programme-manager", "chief", today(), today()).approvedBy("head-of-mission");

        String id = proposed("chief", "chief", "deputy-chief");
        act("deputy-chief", id, "confirm");

        assertThat(substitution(away).path("principal").asText()).isEqualTo("deputy-chief");
        assertThat(substitution(away).path("status").asText()).isEqualTo("approved");
        assertThat(substitution(byTheNext).path("status").asText()).isEqualTo("ended");
        assertThat(substitution(forOthers).path("status").asText()).isEqualTo("ended");
    }

    private JsonNode substitution(String id) {
        return as("auditor").get("/api/v1/substitutions/" + id).json();
    }

    @ParameterizedTest
    @CsvSource({
        "chief,chief,chief,to:successorIsHolder",
        "chief,chief,nobody.at.all,to:noSuchPost",
        "chief,chief,'',to:required",
        "administrator,nobody.at.all,chief,from:noSuchPost",
        "chief,chief,auditor,to:successorExcluded",
        "focal-point.kz,focal-point.kz,focal-point.kg,to:successorExcluded",
        "deputy.kz,deputy.kz,deputy.kg,from:nothingToHandOver",
        "certifying-officer,certifying-officer,deputy-chief,from:roleIsAppointed"
    })
    void whatCannotBeHandedOverIsRefusedAndRecorded(String by, String from, String to, String fault) {
        Answer refused = propose(by, from, to);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("handoverRefused");
        assertThat(refused.violations()).containsExactly(fault);
        assertThat(as("auditor")
                        .get("/api/v1/audit/entries?action=substitution.attemptRefused&actor=" + by)
                        .items()
                        .get(0)
                        .at("/details/faults/0")
                        .asText())
                .isEqualTo(fault);
        assertThat(jdbc.sql("select count(*) from accord.handover")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onePostIsHandedOverOnceAtATime() {
        String id = proposed("chief", "chief", "deputy-chief");
        assertThat(propose("chief", "chief", "political-officer").violations()).containsExactly("from:handoverOpen");
        assertThat(act("deputy-chief", id, "withdraw").json().path("status").asText())
                .isEqualTo("withdrawn");
        assertThat(propose("chief", "chief", "political-officer").status()).isEqualTo(201);
    }

    @Test
    void nobodyGivesAwayAnothersPostOrAgreesForThem() {
        assertThat(propose("programme-manager", "chief", "programme-manager").code())
                .isEqualTo("notPermitted");
        String id = proposed("chief", "chief", "deputy-chief");
        assertThat(act("programme-manager", id, "confirm").code()).isEqualTo("noSuchHandover");
        assertThat(act("programme-manager", id, "withdraw").code()).isEqualTo("noSuchHandover");
        assertThat(act("auditor", id, "withdraw").status()).isEqualTo(403);
        assertThat(as("programme-manager").get("/api/v1/handovers").items()).isEmpty();
        assertThat(as("deputy-chief").get("/api/v1/handovers").items()).hasSize(1);
    }

    @Test
    void whoBecameUnfitMeanwhileDoesNotGetThePost() {
        String id = proposed("chief", "chief", "deputy-chief");
        jdbc.sql("insert into accord.programme_mandate (user_name, role, valid_from) values ('deputy-chief', 'AUD', ?)")
                .param(today())
                .update();
        assertThat(act("deputy-chief", id, "confirm").violations()).containsExactly("to:successorExcluded");
        assertThat(mandates("chief")).containsExactly("CHIEF 2010-01-01 -");
    }

    @Test
    void aPersonalRolePassesWhenAnAdministratorAppoints() {
        String id = proposed("administrator", "certifying-officer", "deputy-chief");
        act("certifying-officer", id, "confirm");
        assertThat(act("deputy-chief", id, "confirm").json().path("status").asText())
                .isEqualTo("done");
        assertThat(mandates("deputy-chief")).containsExactly("CERT " + today() + " -");
    }

    @Test
    void thePageSaysWhatIsWrongAndKeepsTheChoice() {
        Browser browser = Browser.signedIn(port, "chief");
        browser.get("/absences?lang=en");
        Answer page = browser.post("/absences/handovers", Map.of("to", "auditor"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"handover-to-error\"", "href=\"#handover-to\"")
                .containsPattern("<option value=\"auditor\"\\s+selected=\"selected\"");
        assertThat(browser.post("/absences/handovers", Map.of("to", "deputy-chief"))
                        .status())
                .isEqualTo(302);
    }
}
