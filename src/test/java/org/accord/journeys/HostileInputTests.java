package org.accord.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.instance.Playback;
import org.accord.instance.Time;
import org.accord.testing.AccordTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;

/** What no page sends: characters, lengths and moments that nobody means. Each is refused and none is a fault of ours. */
@AccordTest
class HostileInputTests {

    private static final String MANAGER = "programme-manager";

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Time time;

    @Autowired
    private Playback playback;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cases?process=%00",
                "/api/v1/cases?after=%00",
                "/api/v1/tasks?q=%00",
                "/api/v1/tasks?due-before=%2B500000-01-01T00:00:00Z",
                "/api/v1/tasks?after=OTk5OS05OS05OVQ5OTo5OVp8YQ"
            })
    void aValueThatTheDatabaseCannotHoldIsTheCallersFault(String path) {
        assertThat(get(path).getStatusCode().value()).isIn(400, 422);
    }

    @Test
    void aDraftKeepsWhateverWasWritten() {
        ResponseEntity<JsonNode> opened =
                post("/api/v1/cases", "{\"process\":\"expert-meeting\",\"data\":{\"title\":[5,true],\"bogus\":\"x\"}}");
        assertThat(opened.getStatusCode().value()).isEqualTo(201);
        String task = opened.getBody().at("/waitingFor/0/task").asText();
        JsonNode kept = get("/api/v1/tasks/" + task).getBody().path("data");
        assertThat(kept.at("/title/0").asInt()).isEqualTo(5);
        assertThat(kept.path("bogus").asText()).isEqualTo("x");
    }

    @Test
    void aRequestKeyHasAnEnd() {
        HttpHeaders headers = headers();
        headers.set("Idempotency-Key", "k".repeat(5000));
        var request = new HttpEntity<>("{\"version\":1,\"data\":{}}", headers);
        assertThat(as(MANAGER)
                        .exchange("/api/v1/tasks/none/complete", HttpMethod.POST, request, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void aBodyHasAnEnd() {
        String body = "{\"process\":\"expert-meeting\",\"data\":{\"title\":\"" + "x".repeat(3_000_000) + "\"}}";
        assertThat(post("/api/v1/cases", body).getStatusCode().value()).isEqualTo(413);
    }

    @Test
    void nobodyActsWhileHistoryIsPlayed() {
        playback.begin();
        try {
            ResponseEntity<JsonNode> refused = post("/api/v1/cases", "{\"process\":\"expert-meeting\"}");
            assertThat(refused.getStatusCode().value()).isEqualTo(409);
            assertThat(refused.getBody().path("code").asText()).isEqualTo("historyIsPlayed");
            assertThat(get("/api/v1/cases").getStatusCode().value()).isEqualTo(200);
        } finally {
            playback.end();
        }
    }

    @Test
    void theClockIsNotMovedWhereThereIsNoWayBack() {
        assertThatThrownBy(() -> time.moveTo(Actor.system("test"), Instant.parse("+250000-01-01T00:00:00Z")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theClockStaysWhenItsMoveIsUndone() {
        Duration before = time.beforeTheMachine();
        transaction.executeWithoutResult(status -> {
            time.moveTo(Actor.system("test"), time.instant().plus(Duration.ofDays(400)));
            status.setRollbackOnly();
        });
        assertThat(time.beforeTheMachine()).isEqualTo(before);
    }

    private ResponseEntity<JsonNode> get(String path) {
        return as(MANAGER).getForEntity(URI.create(http.getRootUri() + path), JsonNode.class);
    }

    private ResponseEntity<JsonNode> post(String path, String body) {
        return as(MANAGER).postForEntity(path, new HttpEntity<>(body, headers()), JsonNode.class);
    }

    private static HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return headers;
    }

    private TestRestTemplate as(String post) {
        return http.withBasicAuth(post, "accord-demo");
    }
}
