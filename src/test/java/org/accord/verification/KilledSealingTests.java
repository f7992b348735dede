package org.accord.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.accord.seals.SealingProcess;
import org.accord.testing.AccordTest;
import org.accord.testing.Database;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The sealer is killed in the midst of its work, as by {@code kill -9}. {@code ./mvnw test -Dtest=KilledSealingTests
 * -Daccord.kills=100} gives the figure of {@code src/docs/record.md}.
 */
@AccordTest
@DirtiesContext
class KilledSealingTests {

    private static final int KILLS = Integer.getInteger("accord.kills", 3);
    private static final int ENTRIES = 16_000;
    private static final int LONGEST_MILLIS = 1_500;
    private static final int BEGUN = 20;
    private static final String NAME = "sealing";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private ApplicationContext context;

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${accord.seals.folder}")
    private Path folder;

    @BeforeEach
    void onlyTheProcessSeals() {
        context.getBean(ScheduledAnnotationBeanPostProcessor.class)
                .postProcessBeforeDestruction(context.getBean("sealer"), "sealer");
    }

    @Test
    void noLeafIsLostOrDoubledHoweverOftenTheSealerIsKilled() throws Exception {
        Random chance = new Random(KILLS);
        int all = 0;
        for (int inTheMidst = 0; inTheMidst < KILLS; all++) {
            write();
            inTheMidst += killAfter(BEGUN + chance.nextInt(LONGEST_MILLIS)) ? 1 : 0;
            assertEachLeafOnce();
        }
        Process last = process("once");
        assertThat(last.waitFor()).isZero();

        assertThat(jdbc.sql(
                                "select (select count(*) from accord.seal_leaf) = (select count(*) from accord.audit_entry)")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        try (Connection connection = dataSource.getConnection()) {
            assertThat(DatabaseReport.of(connection, Trusted.in(folder, List.of()))
                            .faults())
                    .isEmpty();
        }
        System.out.printf("killed %d times in a transaction of the sealer, %d times besides%n", KILLS, all - KILLS);
    }

    private void write() {
        jdbc.sql("""
                        insert into accord.audit_entry (at, actor_kind, actor, action, subject_type, subject_id, audiences,
                            details, salt, body)
                        select at, 'PERSON', 'chair', 'test.happened', 'test', number::text, array['reader:all'], '{}',
                            uuid_send(gen_random_uuid()),
                            '{"action":"test.happened","actor":{"kind":"PERSON","name":"chair"},"at":"'
                                || to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                                || '","audiences":["reader:all"],"details":{},"scope":{},"subject":{"id":"' || number
                                || '","type":"test"},"v":1}'
                        from (select number, timestamptz '2026-01-01 00:00:00Z' + number * interval '1 second' as at
                            from generate_series(1, :entries) as series (number)) as made
                        """).param("entries", ENTRIES).update();
    }

    /** Whether a transaction of the sealer was open. */
    private boolean killAfter(int millis) throws IOException, InterruptedException {
        Process sealing = process("forever");
        boolean ended = sealing.waitFor(millis, TimeUnit.MILLISECONDS);
        assertThat(ended).as("the sealer goes on until it is killed").isFalse();
        boolean open = jdbc.sql("""
                        select exists (select 1 from pg_stat_activity as activity join pg_locks as held using (pid)
                            where application_name = :name and held.locktype = 'advisory' and held.granted)
                        """).param("name", NAME).query(Boolean.class).single();
        sealing.destroyForcibly().waitFor();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> jdbc.sql(
                        "select count(*) = 0 from pg_stat_activity where application_name = :name")
                .param("name", NAME)
                .query(Boolean.class)
                .single());
        return open;
    }

    private Process process(String how) throws IOException {
        Process sealing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SealingProcess.class.getName(),
                        url + (url.contains("?") ? "&" : "?") + "ApplicationName=" + NAME,
                        Database.username(),
                        Database.password(),
                        folder.toString(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader told = sealing.inputReader();
        String line = told.readLine();
        while (line != null && !line.equals("sealing")) {
            line = told.readLine();
        }
        assertThat(line).as("the process began").isNotNull();
        return sealing;
    }

    private void assertEachLeafOnce() {
        String state = jdbc.sql("""
                        select count(*) = coalesce(max(leaf) + 1, 0) and count(distinct entry) = count(*)
                            and count(*) = (select coalesce(max(size), 0) from accord.seal_checkpoint)
                        from accord.seal_leaf
                        """).query(String.class).single();
        assertThat(state).isEqualTo("t");
    }
}
