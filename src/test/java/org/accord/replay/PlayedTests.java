package org.accord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.accord.testing.AccordTest;
import org.accord.testing.Caller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accord with a script played in it, once for all classes that name the same script. */
@AccordTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlayedTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private Replay replay;

    @Value("${accord.history}")
    private Resource history;

    @BeforeAll
    void play() {
        if (replay.nothingHasHappened()) {
            Replay.Outcome outcome = replay.play(ScriptReader.read(history));
            assertThat(outcome.failedJobs()).isZero();
            assertThat(outcome.lines()).allMatch(Replay.Line::holds);
        }
    }

    /** The key of the first, second, ... case of the process. */
    String caseOf(String process, int nth) {
        return jdbc.sql("select case_key from accord.case_file where process_key = :process order by started, case_key")
                .param("process", process)
                .query(String.class)
                .list()
                .get(nth - 1);
    }

    /** What the API tells the Chair of the decisions in the case, in that language; the newest round comes last. */
    List<JsonNode> decisions(String caseKey, String language) {
        return Caller.as(port, "chair")
                .with("Accept-Language", language)
                .get("/api/v1/cases/" + caseKey + "/decisions")
                .items();
    }

    JsonNode decision(String caseKey, String topic, int round, String language) {
        return decisions(caseKey, language).stream()
                .filter(item -> item.path("topic").asText().equals(topic)
                        && item.path("round").asInt() == round)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(decisions(caseKey, language).toString()));
    }

    String outcomeOf(String caseKey) {
        return jdbc.sql("select outcome from accord.case_file where case_key = :key")
                .param("key", caseKey)
                .query(String.class)
                .single();
    }

    List<String> outcomes(String caseKey, String kind) {
        return jdbc.sql("select outcome from accord.decision where case_key = :key and kind = :kind order by round")
                .param("key", caseKey)
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    /** The newest decision of that kind that still runs. */
    String running(String kind) {
        return jdbc.sql(
                        "select id from accord.decision where kind = :kind and closed is null order by opened desc limit 1")
                .param("kind", kind)
                .query(String.class)
                .single();
    }
}
