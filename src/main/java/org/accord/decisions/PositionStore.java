package org.accord.decisions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PositionStore {

    private final JdbcClient jdbc;

    PositionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int round(String caseKey, String topic) {
        return jdbc.sql("""
                        select round from accord.decision_round where case_key = :caseKey and topic = :topic
                        """)
                .param("caseKey", caseKey)
                .param("topic", topic)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** Opens a round: the first, if nothing was stated on the topic before. */
    int nextRound(String caseKey, String topic) {
        return jdbc.sql("""
                        insert into accord.decision_round (case_key, topic, round) values (:caseKey, :topic, 1)
                        on conflict (case_key, topic) do update set round = decision_round.round + 1
                        returning round
                        """)
                .param("caseKey", caseKey)
                .param("topic", topic)
                .query(Integer.class)
                .single();
    }

    /** Keeps the position of a State in the round; a later one in the same round takes its place. */
    void keep(String caseKey, String topic, int round, String state, Position position, Instant at) {
        begin(caseKey, topic, round);
        jdbc.sql("""
                        insert into accord.decision_position (case_key, topic, round, state, position, at)
                        values (:caseKey, :topic, :round, :state, :position, :at)
                        on conflict (case_key, topic, round, state)
                        do update set position = excluded.position, at = excluded.at
                        """)
                .param("caseKey", caseKey)
                .param("topic", topic)
                .param("round", round)
                .param("state", state)
                .param("position", position.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whoever states something before a round was opened has begun the first. */
    private void begin(String caseKey, String topic, int round) {
        jdbc.sql("""
                        insert into accord.decision_round (case_key, topic, round) values (:caseKey, :topic, :round)
                        on conflict (case_key, topic) do nothing
                        """)
                .param("caseKey", caseKey)
                .param("topic", topic)
                .param("round", round)
                .update();
    }

    Map<String, Position> positions(String caseKey, String topic, int round) {
        Map<String, Position> positions = new LinkedHashMap<>();
        jdbc.sql("""
                        select state, position from accord.decision_position
                        where case_key = :caseKey and topic = :topic and round = :round
                        order by state
                        """)
                .param("caseKey", caseKey)
                .param("topic", topic)
                .param("round", round)
                .query((row, number) ->
                        positions.put(row.getString("state"), Position.valueOf(row.getString("position"))))
                .list();
        return positions;
    }
}
