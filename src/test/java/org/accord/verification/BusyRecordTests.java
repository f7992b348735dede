package org.accord.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Somebody reads the record for as long as the test holds a table of it. */
@AccordTest
@DirtiesContext
class BusyRecordTests {

    private static final String LEAVES = "accord.seal_leaf";
    private static final String EXPORT = "/api/v1/audit/export?format=csv";

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    private final ExecutorService readers = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        readers.shutdownNow();
    }

    private interface Meanwhile {
        void run() throws Exception;
    }

    private void whileHeld(String table, Meanwhile meanwhile) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in access exclusive mode");
            meanwhile.run();
            connection.rollback();
        }
    }

    private void awaitReaders(int count, String of) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> jdbc.sql("""
                        select count(*) >= :count from pg_stat_activity
                        where wait_event_type = 'Lock' and query like :of
                        """)
                .param("count", count)
                .param("of", of)
                .query(Boolean.class)
                .single());
    }

    @Test
    void aFourthExportIsRefusedUntilOneHasEnded() throws Exception {
        Caller auditor = Caller.as(port, "auditor");
        List<CompletableFuture<Answer>> three = new ArrayList<>();
        whileHeld(LEAVES, () -> {
            Stream.of(1, 2, 3)
                    .map(number -> CompletableFuture.supplyAsync(() -> auditor.get(EXPORT), readers))
                    .forEach(three::add);
            awaitReaders(3, "%jsonb_exists(entry.details%");

            Answer fourth = auditor.get(EXPORT);
            assertThat(fourth.status()).isEqualTo(409);
            assertThat(fourth.code()).isEqualTo("exportsBusy");
        });
        assertThat(three).allSatisfy(export -> assertThat(export.get().status()).isEqualTo(200));
        assertThat(auditor.get(EXPORT).status()).isEqualTo(200);
    }

    @Test
    void aSearchThatTakesTooLongIsGivenUpAndSaysHowToNarrowIt() throws Exception {
        Caller auditor = Caller.as(port, "auditor");
        whileHeld("accord.audit_entry", () -> {
            Answer refused = auditor.get("/api/v1/audit/entries?q=anything");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("searchTooWide");
            assertThat(refused.json().path("detail").asText()).contains("a case, a post or a period");
        });
        assertThat(auditor.get("/api/v1/audit/entries?q=anything").status()).isEqualTo(200);
    }

    @Test
    void aSecondVerificationIsRefusedWhileOneRuns() throws Exception {
        Browser first = Browser.signedIn(port, "auditor");
        Browser second = Browser.signedIn(port, "auditor");
        assertThat(first.get("/audit/verification").status()).isEqualTo(200);
        assertThat(second.get("/audit/verification?lang=en").status()).isEqualTo(200);
        List<CompletableFuture<Answer>> running = new ArrayList<>();
        whileHeld(LEAVES, () -> {
            running.add(CompletableFuture.supplyAsync(() -> first.post("/audit/verification", Map.of()), readers));
            awaitReaders(1, "%wordsErased%");

            Answer refused = second.post("/audit/verification", Map.of());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("verif");
        });
        assertThat(running.get(0).get().status()).isEqualTo(302);
    }

    @Test
    void anEntryThatIsNotWhatWasSealedHasNoProofAndItsPageSaysSo() {
        Caller auditor = Caller.as(port, "auditor");
        assertThat(auditor.get("/api/v1/audit/entries").status()).isEqualTo(200);
        Sealing.finished(jdbc);
        long entry = jdbc.sql("select max(entry) from accord.seal_leaf")
                .query(Long.class)
                .single();
        byte[] salt = jdbc.sql("select salt from accord.audit_entry where index = :entry")
                .param("entry", entry)
                .query(byte[].class)
                .single();
        salted(entry, new byte[salt.length]);

        Answer refused = auditor.get("/api/v1/audit/entries/" + entry + "/proof");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("entryNotAsSealed");
        assertThat(Browser.signedIn(port, "auditor")
                        .get("/audit/entries/" + entry + "?lang=en")
                        .body())
                .contains("does not lead to the signed checkpoint");
        salted(entry, salt);
        assertThat(auditor.get("/api/v1/audit/entries/" + entry + "/proof").status())
                .isEqualTo(200);
    }

    private void salted(long entry, byte[] salt) {
        jdbc.sql("alter table accord.audit_entry disable trigger audit_entry_no_change")
                .update();
        jdbc.sql("update accord.audit_entry set salt = :salt where index = :entry")
                .param("salt", salt)
                .param("entry", entry)
                .update();
        jdbc.sql("alter table accord.audit_entry enable trigger audit_entry_no_change")
                .update();
    }
}
