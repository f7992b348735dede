package org.accord.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class AuditApiTests {

    private static final String ENTRIES = "/api/v1/audit/entries";

    @LocalServerPort
    int port;

    private Caller auditor() {
        return Caller.as(port, "auditor");
    }

    @Test
    void theRecordTellsWhoDidWhatInWhichRoleOnWhat() {
        Hearing hearing = Hearing.withPaper(port);
        JsonNode done = auditor()
                .get(ENTRIES + "?action=task.completed&case=" + hearing.key())
                .items()
                .get(0);
        assertThat(List.of(
                        "index",
                        "at",
                        "actor",
                        "role",
                        "onBehalfOf",
                        "action",
                        "subject",
                        "caseKey",
                        "state",
                        "details"))
                .allMatch(done::has);
        assertThat(done.path("actor").asText()).isEqualTo("programme-manager");
        assertThat(done.path("role").asText()).isEqualTo("PM");
        assertThat(done.path("subject").asText()).startsWith("task:");
        assertThat(done.path("details").path("form").asText()).isEqualTo("paper@1");
    }

    @Test
    void filtersNarrowAndPagesFollowOneAnother() {
        Hearing hearing = Hearing.beforeStates(port);
        String ofCase = ENTRIES + "?case=" + hearing.key();
        List<JsonNode> whole = auditor().get(ofCase + "&limit=100").items();
        List<JsonNode> pieces = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = auditor().get(ofCase + "&limit=9" + (next.isEmpty() ? "" : "&after=" + next));
            pieces.addAll(page.items());
            next = page.json().path("next").isNull()
                    ? null
                    : page.json().path("next").asText();
        }
        assertThat(pieces).isEqualTo(whole);
        assertThat(whole).extracting(line -> -line.path("index").asLong()).isSorted();
        assertThat(auditor().get(ofCase + "&state=KG").items())
                .isNotEmpty()
                .allMatch(line -> line.path("state").asText().equals("KG"));
        assertThat(auditor()
                        .get(ofCase + "&actor=expert.1&action=task.completed")
                        .items())
                .hasSize(1);
        assertThat(auditor().get(ofCase + "&q=writeOPINION").items()).isNotEmpty();
        String at = whole.get(0).path("at").asText();
        assertThat(auditor().get(ofCase + "&to=" + at + "&limit=100").items()).hasSizeLessThan(whole.size());
        assertThat(auditor().get(ofCase + "&from=" + at).items()).isNotEmpty();
        assertThat(auditor().get(ofCase + "&from=2199-01-01T00:00:00Z").items()).isEmpty();
    }

    @Test
    void readingTheRecordIsRecorded() {
        auditor().get(ENTRIES + "?q=a-search-that-nobody-else-makes");
        List<JsonNode> reads =
                auditor().get(ENTRIES + "?action=record.read&limit=5").items();
        assertThat(reads).anyMatch(line -> line.toString().contains("a-search-that-nobody-else-makes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "focal-point.kz",
                "programme-manager",
                "political-officer",
                "chair",
                "administrator",
                "donor.eu",
                "records-officer"
            })
    void theRecordIsForAuditorsOnly(String userName) {
        Answer refused = Caller.as(port, userName).get(ENTRIES);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("notPermitted");
        assertThat(Browser.signedIn(port, userName).get("/audit").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,422",
        "limit=101,422",
        "limit=x,400",
        "after=x,422",
        "after=-1,422",
        "after=1.5,422",
        "from=yesterday,400",
        "to=2026-01-01,400",
        "from=%2B1000000000-12-31T23:59:59Z,422",
        "to=-1000000000-01-01T00:00:00Z,422",
        "q=%00,400",
        "case=%00,400",
        "actor=a%00,400"
    })
    void wrongValuesInTheQueryAreRefused(String query, int status) {
        Answer english = auditor().get(ENTRIES + "?" + query);
        Answer russian = auditor().get(ENTRIES + "?lang=ru&" + query);
        assertThat(english.status()).as(english.body()).isEqualTo(status);
        assertThat(english.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(russian.json().path("detail").asText()).containsPattern("[а-я]");
    }

    @Test
    void nobodyWritesIntoTheRecordOverHttp() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            assertThat(auditor().send(method, ENTRIES, "{}").status()).isEqualTo(405);
            assertThat(auditor().send(method, ENTRIES + "/1", "{}").status()).isIn(404, 405);
        }
    }

    @Test
    void whatACallerDoesWithATokenIsRecordedUnderTheirName() {
        Hearing hearing = Hearing.opened(port);
        assertThat(auditor()
                        .get(ENTRIES + "?action=case.opened&case=" + hearing.key())
                        .items())
                .singleElement()
                .satisfies(line -> assertThat(line.path("actor").asText()).isEqualTo("programme-manager"));
    }
}
