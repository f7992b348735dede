package org.accord.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.accord.core.Actor;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads and who writes texts, role by role (decision table D8, row 3 and row 7). */
@HttpTest
class TextReadersTests {

    private static final Actor DECISIONS = Actor.system("tests");

    @LocalServerPort
    int port;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "focal-point.kz",
                "focal-point.uz",
                "agency.mfa.kz",
                "delegation.tm",
                "programme-manager",
                "political-officer",
                "chief",
                "head-of-mission",
                "certifying-officer",
                "approving-officer",
                "consultant",
                "translator",
                "reviser",
                "chair",
                "me-officer",
                "records-officer",
                "auditor",
                "administrator"
            })
    void theStatesOfTheCaseAndTheSecretariatReadADraft(String reader) {
        Charter charter = Charter.drafted(port);
        assertThat(charter.get(reader, "").items()).hasSize(1);
        assertThat(charter.get(reader, "/1").json().path("bodies").path("en").asText())
                .isEqualTo(Charter.DRAFT);
        assertThat(charter.get(reader, "/compare?from=1&to=1&lang=en").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"donor.eu", "donor.no", "expert.1", "expert.2", "host"})
    void donorsExpertsAndTheHostFindNoTextUntilItIsAdopted(String reader) {
        Charter charter = Charter.drafted(port);
        requireNothing(charter, reader);
        texts.release(DECISIONS, charter.key());
        requireNothing(charter, reader);
        texts.lock(DECISIONS, charter.key(), charter.key() + ".silence");
        requireNothing(charter, reader);
        texts.adopt(DECISIONS, charter.key());
        assertThat(charter.get(reader, "").items()).hasSize(1);
        assertThat(charter.get(reader, "/1").status()).isEqualTo(200);
        assertThat(Browser.signedIn(port, reader)
                        .get("/cases/" + charter.key() + "/texts/1")
                        .body())
                .contains("They share what they learn.")
                .doesNotContain("CONFIDENTIAL");
    }

    private void requireNothing(Charter charter, String reader) {
        assertThat(charter.get(reader, "").items()).isEmpty();
        for (String path : new String[] {"/1", "/2", "/compare?from=1&to=1&lang=en"}) {
            Answer answer = charter.get(reader, path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("noSuchText");
        }
    }

    @Test
    void anOlderVersionStaysConfidentialWhenANewerOneIsAdopted() {
        Charter charter = Charter.drafted(port);
        charter.revised("consultant", Map.of("en", "Final."));
        texts.release(DECISIONS, charter.key());
        texts.adopt(DECISIONS, charter.key());
        assertThat(charter.get("donor.eu", "").items())
                .extracting(item -> item.path("number").asInt())
                .containsExactly(2);
        assertThat(charter.get("donor.eu", "/1").code()).isEqualTo("noSuchText");
        assertThat(charter.get("donor.eu", "/compare?from=1&to=2&lang=en").code())
                .isEqualTo("noSuchText");
        assertThat(charter.get("focal-point.kg", "").items()).hasSize(2);
    }

    @Test
    void aStateThatIsNotInvitedDoesNotRead() {
        Charter charter = Charter.drafted(port);
        jdbc.sql("delete from accord.case_participant where case_key = :key and state = 'UZ'")
                .param("key", charter.key())
                .update();
        assertThat(charter.get("focal-point.uz", "").items()).isEmpty();
        assertThat(charter.get("focal-point.uz", "/1").code()).isEqualTo("noSuchText");
        assertThat(charter.get("focal-point.tj", "/1").status()).isEqualTo(200);
    }

    @Test
    void anObserverStateReads() {
        Charter charter = Charter.drafted(port);
        jdbc.sql("update accord.case_participant set standing = 'OBSERVER' where case_key = :key and state = 'UZ'")
                .param("key", charter.key())
                .update();
        assertThat(charter.get("delegation.uz", "/1").status()).isEqualTo(200);
    }

    @Test
    void theTextOfACaseThatMayNotBeSeenIsNotSeenEither() {
        String memo = Caller.as(port, "programme-manager")
                .post("/api/v1/cases", Map.of("process", "memo"))
                .json()
                .path("key")
                .asText();
        Caller drafter = Caller.as(port, "political-officer");
        assertThat(drafter.post("/api/v1/cases/" + memo + "/texts", Map.of("bodies", Map.of("en", "Memo.")))
                        .status())
                .isEqualTo(201);
        for (String reader : new String[] {"focal-point.kz", "consultant", "donor.eu"}) {
            assertThat(Caller.as(port, reader)
                            .get("/api/v1/cases/" + memo + "/texts/1")
                            .code())
                    .isEqualTo("noSuchCase");
            assertThat(Caller.as(port, reader)
                            .post("/api/v1/cases/" + memo + "/texts", Map.of("bodies", Map.of("en", "Mine.")))
                            .code())
                    .isEqualTo("noSuchCase");
        }
        assertThat(drafter.get("/api/v1/cases/CLR-1999-001/texts").code()).isEqualTo("noSuchCase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consultant", "translator", "reviser", "chair", "political-officer"})
    void draftersWrite(String drafter) {
        Charter charter = Charter.drafted(port);
        assertThat(charter.revised(drafter, Map.of("en", "Otherwise.")).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "focal-point.kz",
                "agency.mfa.kz",
                "delegation.kz",
                "programme-manager",
                "chief",
                "head-of-mission",
                "certifying-officer",
                "approving-officer",
                "donor.eu",
                "expert.1",
                "host",
                "me-officer",
                "records-officer",
                "auditor",
                "administrator"
            })
    void nobodyElseWrites(String reader) {
        Charter charter = Charter.drafted(port);
        Answer refused = charter.revised(reader, Map.of("en", "Otherwise."));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("notPermitted");
        assertThat(charter.newest().path("number").asInt()).isEqualTo(1);
    }
}
