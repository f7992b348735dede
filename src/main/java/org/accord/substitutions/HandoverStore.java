package org.accord.substitutions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HandoverStore {

    private static final String COLUMNS = """
            id, from_post, to_post, status, proposed_by, proposed_at, appointed, from_confirmed, to_confirmed, closed_by,
            closed_at
            """;

    private final JdbcClient jdbc;

    HandoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Handover proposed) {
        jdbc.sql("""
                        insert into accord.handover (id, from_post, to_post, status, proposed_by, proposed_at, appointed,
                            from_confirmed, to_confirmed)
                        values (:id, :from, :to, :status, :proposedBy, :proposedAt, :appointed, :fromConfirmed,
                            :toConfirmed)
                        """)
                .param("id", proposed.id())
                .param("from", proposed.from())
                .param("to", proposed.to())
                .param("status", proposed.status().name())
                .param("proposedBy", proposed.proposedBy())
                .param("proposedAt", utc(proposed.proposedAt()))
                .param("appointed", proposed.appointed())
                .param("fromConfirmed", utc(proposed.fromConfirmed()))
                .param("toConfirmed", utc(proposed.toConfirmed()))
                .update();
    }

    void update(Handover changed) {
        jdbc.sql("""
                        update accord.handover
                        set status = :status, from_confirmed = :fromConfirmed, to_confirmed = :toConfirmed,
                            closed_by = :closedBy, closed_at = :closedAt
                        where id = :id
                        """)
                .param("id", changed.id())
                .param("status", changed.status().name())
                .param("fromConfirmed", utc(changed.fromConfirmed()))
                .param("toConfirmed", utc(changed.toConfirmed()))
                .param("closedBy", changed.closedBy())
                .param("closedAt", utc(changed.closedAt()))
                .update();
    }

    Optional<Handover> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from accord.handover where id = :id")
                .param("id", id)
                .query(HandoverStore::handover)
                .optional();
    }

    List<Handover> open(String from) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.handover where from_post = :from and status = 'PROPOSED'
                        """)
                .param("from", from)
                .query(HandoverStore::handover)
                .list();
    }

    /** Those that concern the viewer, or all of them, the newest first. */
    List<Handover> visible(String viewer, boolean all, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.handover
                        where :all or from_post = :viewer or to_post = :viewer or proposed_by = :viewer
                        order by number desc
                        limit :limit
                        """)
                .param("viewer", viewer)
                .param("all", all)
                .param("limit", limit)
                .query(HandoverStore::handover)
                .list();
    }

    private static Handover handover(ResultSet row, int number) throws SQLException {
        return new Handover(
                row.getString("id"),
                row.getString("from_post"),
                row.getString("to_post"),
                Handover.Status.valueOf(row.getString("status")),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("appointed"),
                SubstitutionStore.instant(row, "from_confirmed"),
                SubstitutionStore.instant(row, "to_confirmed"),
                row.getString("closed_by"),
                SubstitutionStore.instant(row, "closed_at"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
