package org.accord.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.accord.testing.AccordTest;
import org.accord.testing.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Measures the record; not part of the build. {@code ./mvnw test -Dtest=RecordBench -Daccord.bench.record=1000000
 * -Dtest.heap=256m} prints the figures of {@code src/docs/record.md}.
 */
@AccordTest
@DirtiesContext
@EnabledIfSystemProperty(named = "accord.bench.record", matches = "[0-9]+")
class RecordBench {

    private static final int ENTRIES = Integer.getInteger("accord.bench.record", 0);
    private static final int CASE_LENGTH = 1_000;
    private static final int TRIES = 200;

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Value("${accord.seals.folder}")
    private Path folder;

    @Test
    void measure() throws Exception {
        fill();
        print("%,d entries written in one transaction", ENTRIES);
        Sealing.finished(jdbc, Duration.ofMinutes(30));
        double sealing = jdbc.sql("""
                        select extract(epoch from max(sealed_at) - min(sealed_at)) from accord.seal_leaf
                        where entry in (select index from accord.audit_entry where action = 'bench.done')
                        """).query(Double.class).single();
        print("sealed in %.1f s: %,.0f entries/s", sealing, ENTRIES / sealing);
        verify();
        Caller auditor = Caller.as(port, "auditor");
        long last = jdbc.sql("select max(index) from accord.audit_entry")
                .query(Long.class)
                .single();
        percentiles(
                "inclusion proof",
                number -> auditor.get(
                        "/api/v1/audit/entries/" + (last - 1 - (long) number * (ENTRIES / TRIES / 2)) + "/proof"));
        percentiles(
                "timeline of a case of 1,000, first 100",
                number -> auditor.get("/api/v1/audit/entries?case=BEN-2026-" + number % 100 + "&limit=100"));
        percentiles("search by person", number -> auditor.get("/api/v1/audit/entries?actor=post-" + number % 97));
        percentiles(
                "search by action and State",
                number -> auditor.get("/api/v1/audit/entries?action=bench.done&state=KZ"));
        percentiles("search by text that is there", number -> auditor.get("/api/v1/audit/entries?q=subject-" + number));
        for (String format : List.of("jsonl", "csv", "xes")) {
            export(auditor, format);
        }
        print("heap of at most %,d MiB", Runtime.getRuntime().maxMemory() / (1 << 20));
    }

    /** As the recorder writes them, in one statement. */
    private void fill() {
        jdbc.sql("""
                        insert into accord.audit_entry (at, actor_kind, actor, action, subject_type, subject_id, case_key, state,
                            audiences, details, salt, body)
                        select timestamptz '2026-01-01 00:00:00Z' + number * interval '1 second', 'PERSON', actor, 'bench.done',
                            'bench', subject, case_key, 'KZ', array['reader:all', 'reader:work'],
                            jsonb_build_object('number', number), uuid_send(gen_random_uuid()),
                            '{"action":"bench.done","actor":{"kind":"PERSON","name":"' || actor || '"},"at":"'
                                || to_char(timestamptz '2026-01-01 00:00:00Z' + number * interval '1 second',
                                    'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                                || '","audiences":["reader:all","reader:work"],"case":"' || case_key
                                || '","details":{"number":' || number || '},"scope":{"state":"KZ"},"subject":{"id":"'
                                || subject || '","type":"bench"},"v":1}'
                        from (select number, 'post-' || number % 97 as actor, 'subject-' || number as subject,
                                'BEN-2026-' || number / :caseLength as case_key
                            from generate_series(1, :entries) as series (number)) as made
                        """).param("entries", ENTRIES).param("caseLength", CASE_LENGTH).update();
        jdbc.sql("analyze accord.audit_entry").update();
    }

    private void verify() throws Exception {
        long before = System.nanoTime();
        try (Connection connection = dataSource.getConnection()) {
            Report report = DatabaseReport.of(connection, Trusted.in(folder, List.of()));
            print("verified %,d entries in %.1f s", report.entries(), seconds(before));
            assertThat(report.faults()).isEmpty();
        }
    }

    private interface Call {
        Object run(int number);
    }

    private static void percentiles(String what, Call call) {
        double[] millis = new double[TRIES];
        for (int number = 0; number < TRIES; number++) {
            call.run(number);
        }
        for (int number = 0; number < TRIES; number++) {
            long before = System.nanoTime();
            call.run(number);
            millis[number] = seconds(before) * 1_000;
        }
        Arrays.sort(millis);
        print("%s: median %.1f ms, p95 %.1f ms", what, millis[TRIES / 2], millis[TRIES * 95 / 100]);
    }

    private void export(Caller auditor, String format) throws IOException {
        long before = System.nanoTime();
        long bytes = auditor.download("/api/v1/audit/export?format=" + format);
        print("export of the whole as %s: %,d bytes in %.1f s", format, bytes, seconds(before));
    }

    private static double seconds(long before) {
        return (System.nanoTime() - before) / 1e9;
    }

    private static void print(String format, Object... args) {
        System.out.println("BENCH " + String.format(Locale.ROOT, format, args));
    }
}
