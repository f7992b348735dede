package org.accord.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.accord.core.Scope;
import org.accord.programme.Mandate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MandateStore {

    private static final String COLUMNS = """
            number, act, user_name, role, state, organisation, pillar, valid_from, valid_until, last_day, reason, status,
            proposed_by, proposed_at, decided_by, decided_at
            """;

    private final JdbcClient jdbc;

    MandateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a proposal, and answers its number. */
    long insert(MandateChange change) {
        Mandate mandate = change.mandate();
        return jdbc.sql("""
                        insert into accord.mandate_change (act, user_name, role, state, organisation, pillar, valid_from,
                            valid_until, last_day, reason, status, proposed_by, proposed_at)
                        values (:act, :userName, :role, :state, :organisation, :pillar, :from, :until, :lastDay, :reason,
                            'PROPOSED', :by, :at)
                        returning number
                        """)
                .param("act", change.act().name())
                .param("userName", change.userName())
                .param("role", mandate.role())
                .param("state", mandate.scope().state())
                .param("organisation", mandate.scope().organisation())
                .param("pillar", mandate.scope().pillar())
                .param("from", mandate.from())
                .param("until", mandate.until())
                .param("lastDay", change.lastDay())
                .param("reason", change.reason())
                .param("by", change.proposedBy())
                .param("at", change.proposedAt().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void decide(long number, MandateChange.Status status, String by, Instant at) {
        jdbc.sql("""
                        update accord.mandate_change set status = :status, decided_by = :by, decided_at = :at
                        where number = :number and status = 'PROPOSED'
                        """)
                .param("number", number)
                .param("status", status.name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<MandateChange> find(long number) {
        return jdbc.sql("select " + COLUMNS + " from accord.mandate_change where number = :number")
                .param("number", number)
                .query(MandateStore::change)
                .optional();
    }

    /** Those that wait first, the newest before the older. */
    List<MandateChange> latest(int most) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.mandate_change order by status <> 'PROPOSED', number desc limit :most
                        """)
                .param("most", most)
                .query(MandateStore::change)
                .list();
    }

    private static MandateChange change(ResultSet row, int index) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new MandateChange(
                row.getLong("number"),
                MandateChange.Act.valueOf(row.getString("act")),
                row.getString("user_name"),
                new Mandate(
                        row.getString("role"),
                        new Scope(row.getString("state"), row.getString("organisation"), row.getString("pillar")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                MandateChange.Status.valueOf(row.getString("status")),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant());
    }
}
