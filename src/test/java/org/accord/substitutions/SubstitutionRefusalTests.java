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
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What is refused when somebody is to stand in, who decides, and who may know of it. */
@HttpTest
@DirtiesContext
class SubstitutionRefusalTests {

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

    private Caller as(String userName) {
        return Caller.as(port, userName);
    }

    private Absence absence(String principal, String substitute) {
        return Absence.of(port, principal, substitute, today(), today().plusDays(5));
    }

    private void assertRefused(Answer answer, String userName, String... faults) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("substitutionRefused");
        assertThat(answer.violations()).containsExactlyInAnyOrder(faults);
        JsonNode recorded = lastAttempt(userName);
        assertThat(recorded.at("/details/refusal").asText()).isEqualTo("substitutionRefused");
        assertThat(recorded.at("/details/faults")).hasSize(faults.length);
    }

    private JsonNode lastAttempt(String userName) {
        return as("auditor")
                .get("/api/v1/audit/entries?action=substitution.attemptRefused&actor=" + userName)
                .items()
                .get(0);
    }

    private long kept() {
        return jdbc.sql("select count(*) from accord.substitution")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({
        "from,2020-01-01,from:substitutionInThePast+until:substitutionTooLong",
        "until,2020-01-01,until:untilBeforeFrom",
        "until,2199-01-01,until:substitutionTooLong",
        "from,soon,from:notADate",
        "from,2026-02-30,from:notADate",
        "from,+12026-01-01,from:notADate",
        "until,'',until:required",
        "substitute,'',substitute:required",
        "substitute,chief,substitute:substituteIsPrincipal",
        "substitute,nobody.at.all,substitute:noSuchPost",
        "substitute,auditor,substitute:substituteExcluded",
        "state,KZ,state:stateNotHeld"
    })
    void eachRuleIsToldWithItsFieldAndRecorded(String field, String value, String faults) {
        Answer answer = absence("chief", "deputy-chief").with(field, value).proposedBy("chief");
        assertRefused(answer, "chief", faults.split("\\+"));
        assertThat(kept()).isZero();
    }

    @Test
    void theWordsNameTheRuleAndTheValue() {
        Answer answer = absence("chief", "auditor").proposedBy("chief");
        assertThat(answer.json().at("/violations/0/message").asText())
                .isEqualTo("Auditor holds the role Auditor and may not use the role Chief of unit beside it.");
        Answer russian = Caller.as(port, "chief")
                .with("Accept-Language", "ru")
                .post("/api/v1/substitutions", absence("chief", "auditor").asked());
        assertThat(russian.json().at("/violations/0/message").asText())
                .isEqualTo("За должностью «Ревизор» закреплена роль «Ревизор», с которой нельзя совмещать роль"
                        + " «Начальник подразделения».");
    }

    @Test
    void aRoleThatThePrincipalDoesNotHoldIsNotGiven() {
        assertRefused(absence("chief", "deputy-chief").inRoles("PM").proposedBy("chief"), "chief", "roles:roleNotHeld");
        assertRefused(
                absence("deputy.kz", "deputy-chief").proposedBy("deputy.kz"), "deputy.kz", "roles:noRoleToSubstitute");
    }

    @Test
    void moneyRightsArePersonal() {
        assertRefused(
                absence("certifying-officer", "deputy-chief").inRoles("CERT").proposedBy("certifying-officer"),
                "certifying-officer",
                "roles:roleIsPersonal");
        assertRefused(
                absence("certifying-officer", "programme-manager")
                        .inRoles("CERT")
                        .proposedBy("certifying-officer"),
                "certifying-officer",
                "roles:roleIsPersonal",
                "substitute:substituteExcluded");
    }

    @Test
    void aFocalPointDoesNotSpeakForAnotherState() {
        assertRefused(
                absence("focal-point.kz", "focal-point.kg").proposedBy("focal-point.kz"),
                "focal-point.kz",
                "substitute:substituteExcluded");
    }

    @Test
    void twoStatesDoNotMeetInOneSubstituteEither() {
        absence("focal-point.kz", "deputy.kz").approvedBy("delegation.kz");
        assertRefused(
                absence("focal-point.kg", "deputy.kz").proposedBy("focal-point.kg"),
                "focal-point.kg",
                "substitute:substituteExcluded");
    }

    @Test
    void aProcessThatIsNotThereIsNoChoice() {
        assertRefused(
                absence("chief", "deputy-chief").inProcesses("wedding").proposedBy("chief"),
                "chief",
                "processes:notAnOption");
    }

    @Test
    void thereIsNoChain() {
        absence("chief", "political-officer").approvedBy("head-of-mission");
        assertRefused(
                absence("political-officer", "deputy-chief").proposedBy("political-officer"),
                "political-officer",
                "principal:principalIsSubstitute");
        assertRefused(
                absence("programme-manager", "chief").proposedBy("programme-manager"),
                "programme-manager",
                "substitute:substituteIsAway");
    }

    @Test
    void twoForTheSameWorkAreOneTooMany() {
        absence("chief", "deputy-chief").proposed();
        assertRefused(absence("chief", "political-officer").proposedBy("chief"), "chief", "from:substitutionOverlaps");
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void nobodyButAnAdministratorSendsOthersAway() {
        Answer answer = absence("chief", "deputy-chief").proposedBy("programme-manager");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("notPermitted");
        assertThat(lastAttempt("programme-manager").at("/details/principal").asText())
                .isEqualTo("chief");
        assertThat(absence("chief", "deputy-chief").proposedBy("administrator").status())
                .isEqualTo(201);
    }

    @Test
    void whateverIsTypedIsRefusedAndRecorded() {
        Answer answer = absence("chief", "x".repeat(5000) + "\u0007").proposedBy("chief");
        assertRefused(answer, "chief", "substitute:noSuchPost");
        assertThat(absence("chief", "a\u0000b").proposedBy("chief").status()).isIn(400, 422);
        assertThat(as("chief")
                        .send("POST", "/api/v1/substitutions", "{\"roles\":[null,5]}")
                        .status())
                .isIn(400, 422);
        assertThat(as("chief").send("POST", "/api/v1/substitutions", "{}").violations())
                .containsExactlyInAnyOrder("substitute:required", "from:required", "until:required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chief", "head-of-mission", "administrator"})
    void aSecondPersonDecides(String approver) {
        String id = absence("political-officer", "deputy-chief").proposed();
        assertThat(Absence.act(port, approver, id, "approve")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("approved");
        Answer again = Absence.act(port, "head-of-mission", id, "approve");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("substitutionDecided");
    }

    @Test
    void neitherWhoProposedItNorWhoIsConcernedDecides() {
        String own = absence("head-of-mission", "chief").proposed();
        for (String first : List.of("head-of-mission", "chief")) {
            Answer refused = Absence.act(port, first, own, "approve");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("secondPersonNeeded");
            assertThat(lastAttempt(first).at("/details/refusal").asText()).isEqualTo("secondPersonNeeded");
        }
        jdbc.sql("delete from accord.substitution").update();
        String id = absence("political-officer", "deputy-chief")
                .proposedBy("administrator")
                .json()
                .path("id")
                .asText();
        assertThat(Absence.act(port, "administrator", id, "approve").code()).isEqualTo("secondPersonNeeded");
        assertThat(Absence.act(port, "administrator", id, "refuse").code()).isEqualTo("secondPersonNeeded");
        assertThat(Absence.act(port, "chief", id, "approve").status()).isEqualTo(200);
    }

    @Test
    void nobodyApprovesThroughSomebodyElseWhatIsTheirOwn() {
        absence("chief", "deputy-chief").approvedBy("head-of-mission");
        String id = Absence.of(port, "chief", "political-officer", today().plusDays(50), today().plusDays(60))
                .proposed();
        Answer refused = Absence.act(port, "deputy-chief", id, "approve");
        assertThat(refused.code()).isEqualTo("secondPersonNeeded");
        String other = absence("programme-manager", "translator").proposed();
        Answer approved = Absence.act(port, "deputy-chief", other, "approve");
        assertThat(approved.status()).isEqualTo(200);
        assertThat(as("auditor")
                        .get("/api/v1/audit/entries?action=substitution.approved&actor=deputy-chief")
                        .items()
                        .get(0)
                        .path("onBehalfOf")
                        .asText())
                .isEqualTo("chief");
    }

    @Test
    void whoApprovesForAStateDoesNotApproveForAnotherNorForTheProgramme() {
        String id = absence("focal-point.kz", "deputy.kz").proposed();
        assertThat(Absence.act(port, "delegation.kg", id, "approve").status()).isEqualTo(404);
        assertThat(Absence.act(port, "agency.mfa.kz", id, "approve").status()).isEqualTo(404);
        assertThat(Absence.act(port, "delegation.kz", id, "approve").status()).isEqualTo(200);
        String ofTheProgramme = absence("programme-manager", "deputy-chief").proposed();
        assertThat(Absence.act(port, "delegation.kz", ofTheProgramme, "approve").status())
                .isEqualTo(404);
    }

    @Test
    void aRefusalSaysWhyAndChangesNothingElse() {
        String id = absence("focal-point.kz", "deputy.kz").proposed();
        Answer refused = as("delegation.kz")
                .post("/api/v1/substitutions/" + id + "/refuse", Map.of("reason", "Not in that week."));
        assertThat(refused.json().path("status").asText()).isEqualTo("refused");
        assertThat(refused.json().path("reason").asText()).isEqualTo("Not in that week.");
        assertThat(as("deputy.kz")
                        .get("/api/v1/tasks/count?view=all")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(Browser.signedIn(port, "focal-point.kz")
                        .get("/absences?lang=en")
                        .body())
                .contains("Not in that week.");
        assertThat(absence("focal-point.kz", "deputy.kz")
                        .proposedBy("focal-point.kz")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatIsOverIsNotApprovedAnyMore() {
        String id = Absence.of(port, "chief", "deputy-chief", today(), today()).proposed();
        Instant later =
                today().plusDays(1).atTime(9, 0).atZone(programme.zone()).toInstant();
        time.moveTo(Actor.system("test"), later);
        assertThat(Absence.act(port, "head-of-mission", id, "approve").violations())
                .containsExactly("until:substitutionInThePast");
        assertThat(Absence.act(port, "chief", id, "withdraw").status()).isEqualTo(200);
    }

    @Test
    void itIsWithdrawnBeforeItIsDecidedAndEndedAfterwards() {
        String id = absence("chief", "deputy-chief").proposed();
        assertThat(Absence.act(port, "chief", id, "end").code()).isEqualTo("substitutionNotInForce");
        assertThat(Absence.act(port, "deputy-chief", id, "withdraw").code()).isEqualTo("substitutionNotYours");
        assertThat(Absence.act(port, "chief", id, "withdraw")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("withdrawn");
        assertThat(Absence.act(port, "head-of-mission", id, "approve").code()).isEqualTo("substitutionDecided");

        String next = absence("chief", "deputy-chief").approvedBy("head-of-mission");
        assertThat(as("deputy-chief").get("/api/v1/cases").status()).isEqualTo(200);
        assertThat(Absence.act(port, "chief", next, "withdraw").code()).isEqualTo("substitutionDecided");
        assertThat(Absence.act(port, "deputy-chief", next, "end").code()).isEqualTo("substitutionNotYours");
        assertThat(Absence.act(port, "administrator", next, "end")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("ended");
        assertThat(Browser.signedIn(port, "deputy-chief").get("/?lang=en").body())
                .doesNotContain("acting for");
        assertThat(Absence.act(port, "chief", next, "end").code()).isEqualTo("substitutionNotInForce");
    }

    @Test
    void onlyThoseConcernedApproversAdministratorsAndAuditorsSeeIt() {
        String id = absence("focal-point.kz", "deputy.kz").proposed();
        for (String seeing : List.of(
                "focal-point.kz",
                "deputy.kz",
                "delegation.kz",
                "chief",
                "head-of-mission",
                "administrator",
                "auditor")) {
            assertThat(as(seeing).get("/api/v1/substitutions/" + id).status())
                    .as(seeing)
                    .isEqualTo(200);
            assertThat(as(seeing).get("/api/v1/substitutions").items())
                    .as(seeing)
                    .hasSize(1);
        }
        for (String other :
                List.of("focal-point.kg", "delegation.kg", "agency.mfa.kz", "programme-manager", "donor.eu")) {
            assertThat(as(other).get("/api/v1/substitutions/" + id).status())
                    .as(other)
                    .isEqualTo(404);
            assertThat(as(other).get("/api/v1/substitutions").items()).as(other).isEmpty();
            assertThat(Absence.act(port, other, id, "withdraw").code()).isEqualTo("noSuchSubstitution");
            assertThat(Browser.signedIn(port, other).get("/absences").body()).doesNotContain(id);
        }
        assertThat(as("auditor")
                        .post("/api/v1/substitutions/" + id + "/approve", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theListComesInPages() {
        for (int week = 0; week < 3; week++) {
            LocalDate from = today().plusWeeks(week);
            Absence.of(port, "chief", "deputy-chief", from, from.plusDays(1)).proposed();
        }
        Answer first = as("chief").get("/api/v1/substitutions?limit=2");
        assertThat(first.items()).hasSize(2);
        Answer second = as("chief")
                .get("/api/v1/substitutions?limit=2&after="
                        + first.json().path("next").asText());
        assertThat(second.items()).hasSize(1);
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(as("chief").get("/api/v1/substitutions?limit=0").violations())
                .containsExactly("limit:outOfRange");
    }

    @Test
    void thePageKeepsWhatWasTypedAndSaysWhatIsWrongBesideIt() {
        Browser browser = Browser.signedIn(port, "chief");
        browser.get("/absences?lang=ru");
        Answer page = browser.post(
                "/absences",
                Map.of("substitute", "auditor", "from", "2020-01-01", "until", "2020-01-02", "processes", "hearing"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("<title>Ошибка:")
                .contains("id=\"from-error\"")
                .contains("1 января 2020")
                .contains("value=\"2020-01-02\"")
                .containsPattern("<option value=\"auditor\"\\s+selected=\"selected\"")
                .containsPattern("value=\"hearing\"\\s+checked=\"checked\"");
        assertThat(kept()).isZero();
        assertThat(browser.post("/absences", Map.of("principal", "chair", "substitute", "host"))
                        .status())
                .isEqualTo(403);
    }
}
