package org.accord.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class VerificationStore {

    private static final long LOCK = 0x5EA1_AC0EL;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    VerificationStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether this node is the one that verifies, until the connection is unlocked or closed. */
    static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    static void unlock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        }
    }

    /** @param at by the clock of the database */
    record Run(Instant at, Report report) {}

    void keep(Report report) {
        jdbc.sql("""
                        insert into accord.verification_run (entries, unsealed, root, faults)
                        values (:entries, :unsealed, :root, :faults::jsonb)
                        """)
                .param("entries", report.entries())
                .param("unsealed", report.unsealed())
                .param("root", report.root())
                .param("faults", written(report.faults()))
                .update();
    }

    Optional<Run> latest() {
        return jdbc.sql("""
                        select at, entries, unsealed, root, faults::text as faults from accord.verification_run
                        order by run desc limit 1
                        """)
                .query((row, number) -> new Run(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Report(
                                row.getLong("entries"),
                                row.getLong("unsealed"),
                                row.getString("root"),
                                read(row.getString("faults")))))
                .optional();
    }

    private String written(List<Fault> faults) {
        try {
            return json.writeValueAsString(faults);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Fault> read(String faults) {
        try {
            return json.readValue(faults, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("runs are kept as JSON", e);
        }
    }
}
