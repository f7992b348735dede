package org.accord.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.accord.testing.Database;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** A database of the Accord before entries were sealed. */
class EarlierEntriesTests {

    private static final String BEFORE = "202611271000";

    @Test
    void entriesOfAnEarlierAccordGetTheBodyThatIsSealedOfThem() throws SQLException {
        DataSource database = Database.freshDatabase();
        flyway(database).target(BEFORE).load().migrate();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into accord.audit_entry (at, actor_kind, actor, role, role_state, on_behalf_of, action, subject_type,
                        subject_id, case_key, state, audiences, details)
                    values ('2013-04-01T10:00:00.123456Z', 'PERSON', 'chief', 'CH', 'KZ', 'director', 'task.completed', 'task',
                            't1', 'WKS-2013-001', 'KZ', '{reader:all,reader:work}',
                            '{"b": [1.50, null, {"z": true, "a": "\\"\\\\ \\n\\u0007 ж"}], "a": -0.0, "empty": {}, "none": []}'),
                        ('2013-04-01T10:00:00.5Z', 'SYSTEM', 'engine', null, null, null, 'process.started', 'process', 'p1', null,
                            null, '{}', '{}'),
                        ('2013-04-01T10:00:00Z', 'TOKEN', 'chief', 'CH', null, null, 'x', 'y', 'z', null, null, '{a}', '{}')
                    """);
            flyway(database).load().migrate();
            ResultSet rows = statement.executeQuery("select *, null as words from accord.audit_entry order by index");
            int entries = 0;
            while (rows.next()) {
                entries++;
                SealedRow row = SealedRow.of(rows).orElseThrow();
                String body = rows.getString("body");
                assertThat(row.wrongColumn()).as(body).isEmpty();
                assertThat(JsonText.canonical(SealedRow.json(body))).isEqualTo(body);
                assertThat(rows.getBytes("salt")).hasSize(16);
            }
            assertThat(entries).isEqualTo(3);
        }
    }

    private static FluentConfiguration flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .schemas("accord")
                .defaultSchema("accord")
                .locations("classpath:db/migration");
    }
}
