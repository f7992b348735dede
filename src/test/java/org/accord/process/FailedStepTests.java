package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.accord.testing.Visit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps that failed for good, as operators see them and have them tried again. */
@HttpTest
class FailedStepTests {

    private static final String PAGE = "/operations/failures";

    @LocalServerPort
    int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private ManagementService engine;

    @Autowired
    private JdbcClient jdbc;

    private Hearing hearing;

    @BeforeEach
    void aStepFailed() {
        jobs.stop();
        jobs.runDue();
        hearing = Hearing.beforeStates(port);
        report("focal-point.uz");
        List<Job> due = engine.createJobQuery().messages().withRetriesLeft().list();
        assertThat(due).isNotEmpty();
        due.forEach(job -> engine.setJobRetries(job.getId(), 0));
    }

    private void report(String userName) {
        Caller caller = Caller.as(port, userName);
        String path = "/api/v1/cases/" + hearing.key();
        String message =
                caller.get(path).json().path("awaited").path(0).path("id").asText();
        assertThat(caller.post(path + "/messages/" + message, Map.of("data", Map.of("remark", "We observe.")))
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void goOn() {
        engine.createJobQuery().noRetriesLeft().list().forEach(job -> engine.setJobRetries(job.getId(), 1));
        jobs.start();
    }

    private Browser operator() {
        return Browser.signedIn(port, "administrator");
    }

    private static String firstId(String page) {
        return page.replaceFirst("(?s).*?/operations/failures/([^/]+)/retry.*", "$1");
    }

    @Test
    void theOperatorSeesWhatFailedAndWhatTryingAgainDoes() {
        String page = operator().get(PAGE + "?lang=en").body();
        assertThat(page).contains(hearing.key(), "Try again", "Trying again").doesNotContain("Paper on borders");
        assertThat(operator().get(PAGE + "?lang=ru").body()).contains("Окончательно не выполненные шаги", "Повторить");
        assertThat(operator().get("/operations?lang=en").body()).contains("href=\"" + PAGE + "\"");
    }

    @Test
    void whatIsTriedAgainGoesOnAndIsRecorded() {
        Browser operator = operator();
        String page = operator.get(PAGE).body();
        String id = firstId(page);
        assertThat(operator.post(PAGE + "/" + id + "/retry", Map.of()).status()).isEqualTo(302);
        assertThat(operator.get(PAGE + "?lang=en").body())
                .contains("It is tried again")
                .doesNotContain(id);
        jobs.runDue();
        assertThat(engine.createJobQuery().jobId(id).count()).isZero();
        assertThat(jdbc.sql("""
                        select count(*) from accord.audit_entry
                        where action = 'job.retried' and actor = 'administrator' and case_key = :key
                        """)
                        .param("key", hearing.key())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        Answer again = operator.post(PAGE + "/" + id + "/retry", Map.of());
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void whoeverDoesNotOperateSeesNothing() {
        for (String other : List.of("programme-manager", "focal-point.kz", "auditor")) {
            Browser browser = Browser.signedIn(port, other);
            assertThat(browser.get(PAGE).status()).as(other).isEqualTo(403);
            browser.get("/account");
            assertThat(browser.post(PAGE + "/1/retry", Map.of()).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ru, 320"})
    void thePageLooksRight(String language, int width) {
        try (Chromium chromium = Chromium.launch()) {
            Visit.as(chromium, port, "administrator", language, width, true)
                    .open(PAGE)
                    .looksRight("failures");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
