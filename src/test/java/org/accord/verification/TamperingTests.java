package org.accord.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;
import org.accord.process.TrialProcess;
import org.accord.testing.AccordTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an administrator of the database can do to the record, and that each of it is found. The number of tries is small in
 * the build; {@code -Daccord.tampering.tries=200} runs the catalogue as it is reported in {@code src/docs/record.md}.
 */
@AccordTest
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTests {

    private static final int TRIES = Integer.getInteger("accord.tampering.tries", 5);
    private static final int CLEAN_RUNS = Integer.getInteger("accord.tampering.clean", 20);
    private static final int ENTRIES = 300;
    private static final int AT_ONCE = 37;

    @Autowired
    private ApplicationContext accord;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Value("${accord.seals.folder}")
    private Path folder;

    private Tampering tampering;

    private record Happened(Actor by, Subject about, String reason) implements DomainEvent {

        @Override
        public String action() {
            return "test.happened";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("reason", reason, "number", 12.50, "list", List.of("a", "b"));
        }

        @Override
        public Set<String> words() {
            return Set.of("reason");
        }
    }

    @BeforeEach
    void fillTheRecord() throws IOException {
        if (tampering != null) {
            return;
        }
        TrialProcess.in(accord).open();
        for (int entry = 0; entry < ENTRIES; entry += AT_ONCE) {
            happen(entry);
            Sealing.finished(jdbc);
        }
        tampering = new Tampering(jdbc, Stolen.from(folder.resolve("key")));
    }

    private void happen(int from) {
        transaction.executeWithoutResult(status -> Stream.iterate(from, entry -> entry + 1)
                .limit(AT_ONCE)
                .forEach(entry -> events.publishEvent(new Happened(
                        Actor.person("chief"), new Subject("test", "n" + entry), "Reason “" + entry + "”\n\t"))));
    }

    @Test
    void aRecordThatNobodyTouchedIsSound() throws Exception {
        for (int run = 0; run < CLEAN_RUNS; run++) {
            if (run % 50 == 0) {
                transaction.executeWithoutResult(status -> events.publishEvent(
                        new Happened(Actor.person("chief"), new Subject("test", "clean"), "A reason, “with” words")));
                Sealing.finished(jdbc);
            }
            try (Connection connection = dataSource.getConnection()) {
                assertThat(DatabaseReport.of(connection, trusted()).faults())
                        .as("run " + run)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Tampering.Kind.class)
    void whateverIsDoneToTheRecordIsFoundAndNamed(Tampering.Kind kind) throws IOException {
        Trusted trusted = trusted();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Random random = new Random(kind.ordinal() * 1_000L + attempt);
            List<String> found = new ArrayList<>();
            List<Long> touched = new ArrayList<>();
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                touched.add(tampering.with(kind, random));
                faults(trusted, kind).forEach(fault -> found.add(fault.kind() + "@" + fault.entry()));
            });
            assertThat(found)
                    .as("%s, attempt %s, entry %s", kind, attempt, touched.get(0))
                    .isNotEmpty();
            assertThat(found.get(0))
                    .as("%s, attempt %s, entry %s: %s", kind, attempt, touched.get(0), found)
                    .matches(kind.expected(touched.get(0)));
        }
    }

    private List<Fault> faults(Trusted trusted, Tampering.Kind kind) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return kind.isInTheEngine()
                    ? EngineCheck.faults(connection)
                    : DatabaseCheck.run(connection, trusted.keys(), trusted.heads())
                            .faults();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private Trusted trusted() throws IOException {
        return Trusted.in(folder, List.of());
    }
}
