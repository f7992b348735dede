package org.accord.verification;

import java.time.Duration;
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
}
