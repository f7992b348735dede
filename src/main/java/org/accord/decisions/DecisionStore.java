package org.accord.decisions;

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

/** Decisions and their electorates. */
@Component
class DecisionStore {

    private static final String COLUMNS = """
            d.id, d.case_key, d.topic, d.round, d.kind, d.question::text as question, d.role, d.terms::text as terms,
            d.opened, d.deadline, d.reminder, d.extensions_asked, d.outcome, d.closed,
            d.result::text as result, d.text_version, d.text_digest, d.instance_id, d.waits_at, d.released
            """;

    private final JdbcClient jdbc;
    private final DecisionJson json;

    DecisionStore(JdbcClient jdbc, DecisionJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What time it is for decisions: the clock of the database at this very moment, not at the beginning of the transaction,
     * moved as the clock of a demonstration is. To be read after the decision is locked.
     */
    Instant now() {
        return jdbc.sql("""
                        select clock_timestamp() + coalesce(
                            (select offset_millis from accord.instance_time), 0) * interval '1 millisecond'
                        """).query(OffsetDateTime.class).single().toInstant();
    }

    /** Holds the case until the end of the transaction, as commands on its tasks do; always before a decision of it. */
    void lockCase(String caseKey) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:caseKey, 0)) is null")
                .param("caseKey", caseKey)
                .query(Boolean.class)
                .single();
    }

    Optional<DecisionRow> lock(String id) {
        return jdbc.sql("select " + COLUMNS + " from accord.decision d where d.id = :id for no key update")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    Optional<DecisionRow> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from accord.decision d where d.id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    Optional<DecisionRow> newest(String caseKey, String topic) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.decision d
                        where d.case_key = :caseKey and d.topic = :topic
                        order by d.round desc
                        limit 1
                        """)
                .param("caseKey", caseKey)
                .param("topic", topic)
                .query(this::row)
                .optional();
    }

    /** The number of one more round on a topic, from 1. */
    int nextRound(String caseKey, String topic) {
        return newest(caseKey, topic).map(DecisionRow::round).orElse(0) + 1;
    }

    /** All decisions of a case, in the order in which they were opened. */
    List<DecisionRow> ofCase(String caseKey) {
        return list("d.case_key = :key", caseKey);
    }

    List<DecisionRow> openOfCase(String caseKey) {
        return list("d.case_key = :key and d.closed is null", caseKey);
    }

    /** The open decisions for which a process instance waits. */
    List<DecisionRow> openOfInstance(String instanceId) {
        return list("d.instance_id = :key and d.closed is null", instanceId);
    }

    private List<DecisionRow> list(String condition, String key) {
        return jdbc.sql("select " + COLUMNS + " from accord.decision d where " + condition
                        + " order by d.opened, d.topic, d.round")
                .param("key", key)
                .query(this::row)
                .list();
    }

    /** Those that end in that time, or ended in it and not before their time, the earliest first. */
    List<DecisionRow> endingBetween(Instant from, Instant before) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.decision d
                        where d.deadline >= :from and d.deadline < :before
                            and (d.closed is null or d.closed >= d.deadline)
                        order by d.deadline, d.id
                        """)
                .param("from", utc(from))
                .param("before", utc(before))
                .query(this::row)
                .list();
    }

    /** The open silences, which end by the calendar. */
    List<DecisionRow> openSilences() {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.decision d
                        where d.kind = 'SILENCE' and d.closed is null
                        order by d.id
                        """).query(this::row).list();
    }

    /** The open ballots among posts in which a post has a seat, in an order in which they can be locked. */
    List<DecisionRow> openAmongPosts(String post) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.decision d
                        join accord.decision_member m on m.decision_id = d.id and m.voter = :post
                        where d.closed is null and (d.terms ->> 'posts')::boolean
                        order by d.case_key, d.id
                        """)
                .param("post", post)
                .query(this::row)
                .list();
    }

    void passSeat(String id, String from, String to) {
        jdbc.sql("update accord.decision_member set voter = :to where decision_id = :id and voter = :from")
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .update();
    }

    void insert(DecisionRow opened, Electorate electorate) {
        jdbc.sql("""
                        insert into accord.decision (id, case_key, topic, round, kind, question, role, terms, opened,
                            deadline, reminder, text_version, text_digest, instance_id, waits_at)
                        values (:id, :caseKey, :topic, :round, :kind, :question::jsonb, :role, :terms::jsonb, :opened,
                            :deadline, :reminder, :textVersion, :textDigest, :instanceId, :waitsAt)
                        """)
                .param("id", opened.id())
                .param("caseKey", opened.caseKey())
                .param("topic", opened.topic())
                .param("round", opened.round())
                .param("kind", opened.kind().name())
                .param("question", json.write(opened.question().byLanguage()))
                .param("role", opened.role())
                .param("terms", json.write(opened.terms()))
                .param("opened", utc(opened.opened()))
                .param("deadline", utc(opened.deadline()))
                .param("reminder", utc(opened.reminder()))
                .param("textVersion", opened.textVersion())
                .param("textDigest", opened.textDigest())
                .param("instanceId", opened.instanceId())
                .param("waitsAt", opened.waitsAt())
                .update();
        int place = 0;
        for (Electorate.Member member : electorate.members()) {
            insert(opened.id(), place++, member);
        }
    }

    private void insert(String id, int place, Electorate.Member member) {
        jdbc.sql("""
                        insert into accord.decision_member (decision_id, place, voter, standing, reason)
                        values (:id, :place, :voter, :standing, :reason)
                        """)
                .param("id", id)
                .param("place", place)
                .param("voter", member.voter())
                .param("standing", member.standing().name())
                .param("reason", member.reason())
                .update();
    }

    Electorate electorate(String id) {
        return new Electorate(jdbc.sql("""
                        select voter, standing, reason from accord.decision_member
                        where decision_id = :id
                        order by place
                        """)
                .param("id", id)
                .query((row, number) -> new Electorate.Member(
                        row.getString("voter"),
                        Electorate.Standing.valueOf(row.getString("standing")),
                        row.getString("reason")))
                .list());
    }

    void stand(String id, String voter, Electorate.Standing standing, String reason) {
        jdbc.sql("""
                        update accord.decision_member set standing = :standing, reason = :reason
                        where decision_id = :id and voter = :voter
                        """)
                .param("id", id)
                .param("voter", voter)
                .param("standing", standing.name())
                .param("reason", reason)
                .update();
    }

    /** Notes that a secret vote was cast; false if one was before. */
    boolean markVoted(String id, String voter) {
        return jdbc.sql("""
                        update accord.decision_member set voted = true
                        where decision_id = :id and voter = :voter and not voted
                        """).param("id", id).param("voter", voter).update() == 1;
    }

    List<String> voted(String id) {
        return jdbc.sql("select voter from accord.decision_member where decision_id = :id and voted order by place")
                .param("id", id)
                .query(String.class)
                .list();
    }

    void keepCourse(String id, @Nullable Instant deadline, int extensionsAsked) {
        jdbc.sql("""
                        update accord.decision set deadline = :deadline, extensions_asked = :extensionsAsked
                        where id = :id
                        """)
                .param("id", id)
                .param("deadline", utc(deadline))
                .param("extensionsAsked", extensionsAsked)
                .update();
    }

    /** Closes the decision; false if it was closed already. */
    boolean close(String id, String outcome, @Nullable Count result, Instant at) {
        return jdbc.sql("""
                        update accord.decision set outcome = :outcome, result = :result::jsonb, closed = :at
                        where id = :id and closed is null
                        """)
                        .param("id", id)
                        .param("outcome", outcome)
                        .param("result", result == null ? null : json.write(result))
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    void release(String caseKey) {
        jdbc.sql("update accord.decision set released = true where case_key = :caseKey")
                .param("caseKey", caseKey)
                .update();
    }

    private DecisionRow row(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        return new DecisionRow(
                row.getString("id"),
                row.getString("case_key"),
                row.getString("topic"),
                row.getInt("round"),
                DecisionRow.Kind.valueOf(row.getString("kind")),
                json.text(row.getString("question")),
                row.getString("role"),
                json.terms(row.getString("terms")),
                row.getObject("opened", OffsetDateTime.class).toInstant(),
                instant(row, "deadline"),
                instant(row, "reminder"),
                row.getInt("extensions_asked"),
                row.getString("outcome"),
                instant(row, "closed"),
                result == null ? null : json.count(result),
                row.getObject("text_version", Integer.class),
                row.getString("text_digest"),
                row.getString("instance_id"),
                row.getString("waits_at"),
                row.getBoolean("released"));
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
