package org.accord.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accord.programme.Programme;
import org.accord.testing.Answer;
import org.accord.testing.AtOnce;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Rights given and taken by two persons. */
@HttpTest
@DirtiesContext
class MandateTests {

    private static final String CHANGES = "/api/v1/mandate-changes";

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Programme programme;

    private Map<String, Object> grant(String userName, String role) {
        Map<String, Object> change = new HashMap<>();
        change.put("userName", userName);
        change.put("role", role);
        change.put("from", today().toString());
        change.put("reason", "Appointed by the head of mission.");
        return change;
    }

    private LocalDate today() {
        return LocalDate.parse(jdbc.sql("select (now() at time zone 'Asia/Ashgabat')::date::text")
                .query(String.class)
                .single());
    }

    private Answer propose(Map<String, ?> change) {
        return Caller.as(port, "administrator").post(CHANGES, change);
    }

    private long proposed(Map<String, ?> change) {
        Answer answer = propose(change);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("number").asLong();
    }

    private Answer decide(String userName, long number, String act) {
        return Caller.as(port, userName).post(CHANGES + "/" + number + "/" + act, Map.of());
    }

    private List<String> roles(String userName) {
        return programme.mandatesOf(userName).stream()
                .map(mandate -> mandate.role() + (mandate.until() == null ? "" : " until " + mandate.until()))
                .toList();
    }

    @Test
    void aMandateHoldsWhenASecondPersonHasConfirmedIt() {
        long number = proposed(grant("consultant", "EXP"));
        assertThat(roles("consultant")).doesNotContain("EXP");
        Answer confirmed = decide("chief", number, "confirm");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.json().path("decidedBy").asText()).isEqualTo("chief");
        assertThat(roles("consultant")).contains("EXP");
        assertThat(jdbc.sql("select actor from accord.audit_entry where action = 'programme.mandateGiven'"
                                + " and subject_id like 'consultant EXP%'")
                        .query(String.class)
                        .single())
                .isEqualTo("chief");
        assertThat(Browser.signedIn(port, "auditor")
                        .get("/audit/access?lang=en")
                        .body())
                .as("who gave it")
                .containsPattern("Consultant[\\s\\S]{0,900}Expert, rapporteur[\\s\\S]{0,900}Chief of unit");
        assertThat(decide("head-of-mission", number, "confirm").code()).isEqualTo("changeDecided");
        assertThat(jdbc.sql("select action from accord.audit_entry where subject_type = 'mandateChange'"
                                + " and subject_id = :number order by index")
                        .param("number", Long.toString(number))
                        .query(String.class)
                        .list())
                .containsExactly("mandate.proposed", "mandate.confirmed");
    }

    @Test
    void neitherTheProposerNorTheOneConcernedIsTheSecondPerson() {
        long number = proposed(grant("head-of-mission", "EXP"));
        assertThat(decide("administrator", number, "confirm").code()).isEqualTo("secondPerson");
        assertThat(decide("head-of-mission", number, "confirm").code()).isEqualTo("secondPerson");
        assertThat(decide("focal-point.kz", number, "confirm").status()).isEqualTo(403);
        assertThat(decide("chief", number, "withdraw").status()).isEqualTo(403);
        assertThat(decide("chief", number, "refuse").status()).isEqualTo(200);
        assertThat(roles("head-of-mission")).doesNotContain("EXP");
        assertThat(propose(grant("administrator", "EXP")).code()).isEqualTo("notForYourself");
        assertThat(Caller.as(port, "chief")
                        .post(CHANGES, grant("consultant", "TRA"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aMandateEndsWithItsLastDayAndTheWorkOfItWithIt() {
        Map<String, Object> end = grant("donor.no", "DONOR");
        end.put("organisation", "NMFA");
        end.put("from", programme.mandatesOf("donor.no").get(0).from().toString());
        end.put("lastDay", today().minusDays(1).toString());
        assertThat(decide("chief", proposed(end), "confirm").status()).isEqualTo(200);
        assertThat(roles("donor.no")).containsExactly("DONOR until " + today().minusDays(1));
        assertThat(Caller.as(port, "donor.no").get("/api/v1/cases").items()).isEmpty();
        assertThat(propose(end).code()).isEqualTo("noSuchMandate");
    }

    @Test
    void whoeverStandsInForAPartyIsNoSecondPerson() {
        standIn("translator", "administrator", "ADMIN");
        standIn("political-officer", "chief", "CHIEF");
        long byAdministrator = proposed(grant("me-officer", "EXP"));
        assertThat(decide("translator", byAdministrator, "confirm").code()).isEqualTo("secondPerson");
        assertThat(decide("political-officer", byAdministrator, "confirm").status())
                .isEqualTo(200);
        long forTheChief = proposed(grant("chief", "EXP"));
        assertThat(decide("political-officer", forTheChief, "confirm").code()).isEqualTo("secondPerson");
        assertThat(Caller.as(port, "translator")
                        .post(CHANGES, grant("expert.1", "CONS"))
                        .status())
                .isEqualTo(403);
        jdbc.sql("delete from accord.substitution where id like 'T-%'").update();
    }

    private void standIn(String substitute, String principal, String role) {
        jdbc.sql("""
                        insert into accord.substitution (id, principal, substitute, valid_from, valid_until, roles, processes,
                            status, proposed_by, proposed_at, decided_by, decided_at)
                        values ('T-' || :principal, :principal, :substitute, :from, :until, array[:role], '{}', 'APPROVED',
                            :principal, now(), 'head-of-mission', now())
                        """)
                .param("principal", principal)
                .param("substitute", substitute)
                .param("role", role)
                .param("from", today().minusDays(1))
                .param("until", today().plusDays(9))
                .update();
    }

    @Test
    void whoeverAdministersAPillarOnlyOrCannotSignInIsNoAdministratorLeft() {
        Map<String, Object> pillar = grant("head-of-mission", "ADMIN");
        pillar.put("pillar", "I");
        Map<String, Object> temporary = grant("consultant", "ADMIN");
        temporary.put("until", today().plusDays(5).toString());
        for (Map<String, Object> change : List.of(pillar, temporary, grant("records-officer", "ADMIN"))) {
            assertThat(decide("chief", proposed(change), "confirm").status()).isEqualTo(200);
        }
        enable("records-officer", false);
        Map<String, Object> end = grant("administrator", "ADMIN");
        end.put("from", programme.mandatesOf("administrator").get(0).from().toString());
        end.put("lastDay", today().toString());
        assertThat(Caller.as(port, "consultant").post(CHANGES, end).code()).isEqualTo("lastAdministrator");
        enable("records-officer", true);
        assertThat(Caller.as(port, "consultant").post(CHANGES, end).status()).isEqualTo(201);
        jdbc.sql("delete from accord.programme_mandate where role = 'ADMIN' and user_name <> 'administrator'")
                .update();
    }

    private void enable(String account, boolean enabled) {
        jdbc.sql("update accord.identity_account set enabled = :enabled where name = :name")
                .param("enabled", enabled)
                .param("name", account)
                .update();
    }

    @Test
    void theLastAdministratorStays() {
        long second = proposed(grant("reviser", "ADMIN"));
        assertThat(decide("chief", second, "confirm").status()).isEqualTo(200);
        Map<String, Object> end = grant("administrator", "ADMIN");
        end.put("from", programme.mandatesOf("administrator").get(0).from().toString());
        end.put("lastDay", today().toString());
        Answer first = Caller.as(port, "reviser").post(CHANGES, end);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Map<String, Object> other = grant("reviser", "ADMIN");
        other.put("lastDay", today().toString());
        long both = proposed(other);
        assertThat(decide("chief", both, "confirm").status()).isEqualTo(200);
        assertThat(decide("chief", first.json().path("number").asLong(), "confirm")
                        .code())
                .isEqualTo("lastAdministrator");
        assertThat(roles("administrator")).contains("ADMIN");
    }

    @Test
    void twoWhoConfirmAtOnceGiveItOnce() throws Exception {
        long number = proposed(grant("translator", "EXP"));
        List<Integer> statuses = AtOnce.run(List.of(
                () -> decide("chief", number, "confirm").status(),
                () -> decide("head-of-mission", number, "confirm").status()));
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(roles("translator").stream().filter("EXP"::equals)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "role, NFP, state:roleNeeds",
        "role, CERT, role:excludedRole",
        "role, PM, role:heldAlready",
        "role, XX, role:notAnOption",
        "state, XX, state:notAnOption",
        "from, 2010-01-01, from:tooEarly",
        "from, soon, from:notADate",
        "from, '', from:required",
        "until, 2010-01-01, until:untilBeforeFrom",
        "reason, ' ', reason:required",
        "from, +999999999-12-31, from:outOfRange",
        "organisation, MFA, organisation:notAnOption"
    })
    void whatTheRulesForbidIsRefusedByField(String field, String value, String violation) {
        Map<String, Object> change = grant("programme-manager", "EXP");
        change.put(field, value);
        Answer refused = propose(change);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).contains(violation);
    }

    @Test
    void thePageKeepsWhatWasTypedAndSaysWhatIsWrong() {
        Browser administrator = Browser.signedIn(port, "administrator");
        assertThat(administrator.get("/admin/mandates?lang=en").body()).contains("Give a mandate", "Who holds what");
        Answer refused = administrator.post(
                "/admin/mandates",
                Map.of("userName", "consultant", "role", "NFP", "from", "2010-01-01", "reason", "A <reason>"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "The role “National focal point” needs it",
                        "2010-01-01",
                        "A &lt;reason&gt;",
                        "href=\"#state\"");
        Browser chief = Browser.signedIn(port, "chief");
        assertThat(chief.get("/admin/mandates?lang=ru").body()).doesNotContain("Предоставить мандат</h2>");
        assertThat(Browser.signedIn(port, "focal-point.kz")
                        .get("/admin/mandates")
                        .status())
                .isEqualTo(403);
        assertThat(Browser.signedIn(port, "auditor").get("/admin/mandates").status())
                .isEqualTo(200);
    }

    @Test
    void aChangeIsProposedAndConfirmedOnThePage() {
        Browser administrator = Browser.signedIn(port, "administrator");
        administrator.get("/admin/mandates");
        Answer proposed = administrator.post(
                "/admin/mandates",
                Map.of(
                        "userName",
                        "expert.2",
                        "role",
                        "CONS",
                        "from",
                        today().toString(),
                        "reason",
                        "To draft the plan"));
        assertThat(proposed.status()).isEqualTo(302);
        long number = jdbc.sql("select max(number) from accord.mandate_change")
                .query(Long.class)
                .single();
        Browser chief = Browser.signedIn(port, "chief");
        assertThat(chief.get("/admin/mandates?lang=en").body())
                .contains("To draft the plan", "/" + number + "/confirm");
        assertThat(chief.post("/admin/mandates/" + number + "/confirm", Map.of())
                        .status())
                .isEqualTo(302);
        assertThat(roles("expert.2")).contains("CONS");
    }

    @Test
    void aPostIsAddedAndHoldsNothing() {
        Browser administrator = Browser.signedIn(port, "administrator");
        administrator.get("/admin/mandates?lang=en");
        Answer refused = administrator.post(
                "/admin/mandates/posts", Map.of("userName", "Expert 3", "name-en", "Third expert", "name-ru", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("is not a user name", "href=\"#name-ru\"", "Third expert");
        Map<String, String> post =
                Map.of("userName", "expert.3", "name-en", "Third expert", "name-ru", "Третий эксперт");
        assertThat(administrator.post("/admin/mandates/posts", post).status()).isEqualTo(302);
        assertThat(roles("expert.3")).isEmpty();
        assertThat(administrator.post("/admin/mandates/posts", post).body()).contains("is taken");
        assertThat(decide("chief", proposed(grant("expert.3", "EXP")), "confirm")
                        .status())
                .isEqualTo(200);
    }
}
