package org.accord.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.accord.core.Actor;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

@HttpTest
@DirtiesContext
class HistoryCleanupTests {

    private static final int WINDOW_HOUR = 1;

    @LocalServerPort
    int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Time time;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Value("${accord.seals.folder}")
    private Path folder;

    @Test
    void theEngineForgetsWhatEndedLongAgoAndTheRecordDoesNot() throws Exception {
        jobs.stop();
        Hearing memo = new Hearing(
                port,
                Caller.as(port, "programme-manager")
                        .post("/api/v1/cases", Map.of("process", "memo"))
                        .json()
                        .path("key")
                        .asText());
        memo.done("programme-manager", "writeMemo", Map.of("remark", "Nothing to report."));
        Hearing running = Hearing.opened(port);
        String forgotten = instanceOf(memo);
        long entries = entriesOf(memo);
        assertThat(Sealing.faults(jdbc, dataSource, folder)).isEmpty();
        assertThat(remembered(forgotten)).isTrue();

        cleanedAfter(years(9));
        assertThat(remembered(forgotten)).as("before its time").isTrue();
        cleanedAfter(years(11));

        assertThat(remembered(forgotten)).isFalse();
        assertThat(remembered(instanceOf(running))).as("what has not ended").isTrue();
        assertThat(entriesOf(memo)).isEqualTo(entries);
        assertThat(Sealing.faults(jdbc, dataSource, folder)).isEmpty();
        Browser chief = Browser.signedIn(port, "programme-manager");
        assertThat(chief.get("/cases/" + memo.key() + "?lang=en").body()).contains("did “Write the memo”");
        assertThat(chief.get("/cases/" + memo.key() + "/steps?lang=en").body())
                .contains("The engine no longer keeps the steps of this case");
    }

    private void cleanedAfter(LocalDate day) {
        time.moveTo(Actor.person("administrator"), day.atTime(WINDOW_HOUR, 30).toInstant(ZoneOffset.UTC));
        jobs.runDue();
    }

    private LocalDate years(int count) {
        return LocalDate.ofInstant(
                        jdbc.sql("select min(at) from accord.audit_entry where action = 'case.opened'")
                                .query(OffsetDateTime.class)
                                .single()
                                .toInstant(),
                        ZoneOffset.UTC)
                .plusYears(count);
    }

    private String instanceOf(Hearing hearing) {
        return jdbc.sql(
                        "select subject_id from accord.audit_entry where action = 'process.started' and case_key = :key")
                .param("key", hearing.key())
                .query(String.class)
                .single();
    }

    private long entriesOf(Hearing hearing) {
        return jdbc.sql("select count(*) from accord.audit_entry where case_key = :key")
                .param("key", hearing.key())
                .query(Long.class)
                .single();
    }

    private boolean remembered(String instance) {
        return jdbc.sql("select exists (select 1 from act_hi_procinst where id_ = :id)")
                .param("id", instance)
                .query(Boolean.class)
                .single();
    }
}
