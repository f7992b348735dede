package org.accord.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits for the sealer, which works beside the test. */
final class Sealing {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Sealing() {}

    static void finished(JdbcClient jdbc) {
        finished(jdbc, LONGEST);
    }

    static void finished(JdbcClient jdbc, Duration longest) {
        Awaitility.await()
                .atMost(longest)
                .until(() -> jdbc.sql("""
                        select not exists (select 1 from accord.audit_entry as entry
                            where not exists (select 1 from accord.seal_leaf as leaf where leaf.entry = entry.index))
                        """).query(Boolean.class).single());
    }

    /** What a verification finds once everything is sealed. */
    static List<Fault> faults(JdbcClient jdbc, DataSource dataSource, Path folder) throws SQLException, IOException {
        finished(jdbc);
        try (Connection connection = dataSource.getConnection()) {
            return DatabaseReport.of(connection, Trusted.in(folder, List.of())).faults();
        }
    }
}
