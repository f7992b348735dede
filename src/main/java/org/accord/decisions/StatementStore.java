package org.accord.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said in decisions. */
@Component
class StatementStore {

    private final JdbcClient jdbc;
    private final DecisionJson json;

    StatementStore(JdbcClient jdbc, DecisionJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void keep(String decisionId, Said said) {
        jdbc.sql("""
                        insert into accord.decision_statement (id, decision_id, sender, position, effect, counts, words,
                            actor, role, on_behalf_of, at)
                        values (:id, :decisionId, :sender, :position, :effect, :counts, :words::jsonb, :actor, :role,
                            :onBehalfOf, :at)
                        """)
                .param("id", said.id())
                .param("decisionId", decisionId)
                .param("sender", said.sender())
                .param("position", said.position().name())
                .param("effect", said.effect().name())
                .param("counts", said.counts())
                .param("words", json.write(said.words()))
                .param("actor", said.actor())
                .param("role", said.role())
                .param("onBehalfOf", said.onBehalfOf())
                .param("at", utc(said.at()))
                .update();
    }

    /** Takes back the position of the sender that stands; false if there is none. */
    boolean withdraw(String decisionId, String sender, Instant at) {
        return jdbc.sql("""
                        update accord.decision_statement set withdrawn = :at
                        where decision_id = :decisionId and sender = :sender and counts and withdrawn is null
                        """)
                        .param("decisionId", decisionId)
                        .param("sender", sender)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** Notes what a correction or request for time came to. */
    void settle(String decisionId, Position position, Effect before, Effect after) {
        jdbc.sql("""
                        update accord.decision_statement set effect = :after
                        where decision_id = :decisionId and position = :position and effect = :before
                        """)
                .param("decisionId", decisionId)
                .param("position", position.name())
                .param("before", before.name())
                .param("after", after.name())
                .update();
    }

    /** All that was said, in the order in which it was received; secret votes in no order of any meaning. */
    List<Said> all(String decisionId) {
        return jdbc.sql("""
                        select id, sender, position, effect, counts, words::text as words, actor, role, on_behalf_of, at,
                            withdrawn
                        from accord.decision_statement
                        where decision_id = :decisionId
                        order by at nulls first, id
                        """).param("decisionId", decisionId).query(this::said).list();
    }

    /** The positions that stand, by sender; a secret vote stands under a number. */
    Map<String, Position> standing(String decisionId) {
        Map<String, Position> standing = new LinkedHashMap<>();
        for (Said said : all(decisionId)) {
            if (said.stands()) {
                standing.put(said.sender() == null ? said.id().toString() : said.sender(), said.position());
            }
        }
        return standing;
    }

    private Said said(ResultSet row, int number) throws SQLException {
        return new Said(
                row.getObject("id", UUID.class),
                row.getString("sender"),
                Position.valueOf(row.getString("position")),
                Effect.valueOf(row.getString("effect")),
                row.getBoolean("counts"),
                json.words(row.getString("words")),
                row.getString("actor"),
                row.getString("role"),
                row.getString("on_behalf_of"),
                instant(row, "at"),
                instant(row, "withdrawn"));
    }

    @SuppressWarnings("NullAway") // an absent instant is the point of this method
    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
