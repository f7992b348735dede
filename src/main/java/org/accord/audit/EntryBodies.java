package org.accord.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the entries of an earlier Accord the body that is sealed, so that they are sealed with those that follow. */
@Component
class EntryBodies implements JavaMigration {

    private static final int AT_ONCE = 500;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202611271210");
    }

    @Override
    public String getDescription() {
        return "entry bodies";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table accord.audit_entry disable trigger audit_entry_no_change");
            fill(connection);
            statement.execute("alter table accord.audit_entry enable trigger audit_entry_no_change");
            statement.execute("""
                    alter table accord.audit_entry alter column body set not null, alter column salt set not null
                    """);
        }
    }

    private void fill(Connection connection) throws SQLException {
        try (Statement all = connection.createStatement();
                PreparedStatement fill = connection.prepareStatement(
                        "update accord.audit_entry set body = ?, salt = ? where index = ?")) {
            all.setFetchSize(AT_ONCE);
            ResultSet rows = all.executeQuery("select * from accord.audit_entry where body is null order by index");
            while (rows.next()) {
                fill.setString(1, body(rows));
                fill.setBytes(2, Words.salt());
                fill.setLong(3, rows.getLong("index"));
                fill.executeUpdate();
            }
        }
    }

    private String body(ResultSet row) throws SQLException {
        Earlier earlier = Earlier.of(row, details(row.getString("details")));
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        List<String> audiences = List.of((String[]) row.getArray("audiences").getArray());
        return EntryBody.of(earlier, at, audiences, PlainValues.of(earlier.details()), Map.of());
    }

    private Map<String, Object> details(String written) {
        try {
            return json.readValue(written, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the record holds JSON", e);
        }
    }

    private record Earlier(
            Actor by,
            @Nullable Capacity capacity,
            String action,
            Subject about,
            @Nullable String caseKey,
            Scope scope,
            Map<String, Object> details)
            implements DomainEvent {

        static Earlier of(ResultSet row, Map<String, Object> details) throws SQLException {
            return new Earlier(
                    new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                    AuditStore.capacity(row),
                    row.getString("action"),
                    new Subject(row.getString("subject_type"), row.getString("subject_id")),
                    row.getString("case_key"),
                    new Scope(row.getString("state"), row.getString("organisation"), row.getString("pillar")),
                    details);
        }
    }
}
