package org.accord.texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TextStore {

    private static final String VERSIONS = """
            select case_key, number, bodies::text as bodies, status, digest, written_by, written_at, locked_by
            from accord.case_text where case_key = :key
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Programme programme;

    TextStore(JdbcClient jdbc, ObjectMapper json, Programme programme) {
        this.jdbc = jdbc;
        this.json = json;
        this.programme = programme;
    }

    /** Holds the case until the end of the transaction, as the commands on its tasks do. */
    void lock(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0)) is null")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    Optional<TextVersion> newest(String key) {
        return jdbc.sql(VERSIONS + "order by number desc limit 1")
                .param("key", key)
                .query(this::version)
                .optional();
    }

    Optional<TextVersion> version(String key, int number) {
        return jdbc.sql(VERSIONS + "and number = :number")
                .param("key", key)
                .param("number", number)
                .query(this::version)
                .optional();
    }

    /** All versions, the newest first. */
    List<TextVersion> all(String key) {
        return jdbc.sql(VERSIONS + "order by number desc")
                .param("key", key)
                .query(this::version)
                .list();
    }

    void insert(TextVersion version) {
        jdbc.sql("""
                        insert into accord.case_text (case_key, number, bodies, status, digest, written_by, written_at)
                        values (:key, :number, :bodies::jsonb, :status, :digest, :by, :at)
                        """)
                .param("key", version.caseKey())
                .param("number", version.number())
                .param("bodies", write(version.bodies()))
                .param("status", version.status().name())
                .param("digest", version.digest())
                .param("by", version.by())
                .param("at", version.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void move(TextVersion version, TextVersion.Status status, @Nullable String lockedBy) {
        jdbc.sql("""
                        update accord.case_text set status = :status, locked_by = :lockedBy
                        where case_key = :key and number = :number
                        """)
                .param("status", status.name())
                .param("lockedBy", lockedBy)
                .param("key", version.caseKey())
                .param("number", version.number())
                .update();
    }

    private TextVersion version(ResultSet row, int number) throws SQLException {
        return new TextVersion(
                row.getString("case_key"),
                row.getInt("number"),
                inOrder(read(row.getString("bodies"))),
                TextVersion.Status.valueOf(row.getString("status")),
                row.getString("digest"),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("locked_by"));
    }

    /** A language that the programme no longer has stands last. */
    private Map<String, String> inOrder(Map<String, String> bodies) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String language : programme.languages()) {
            String body = bodies.remove(language);
            if (body != null) {
                ordered.put(language, body);
            }
        }
        ordered.putAll(bodies);
        return ordered;
    }

    private String write(Map<String, String> bodies) {
        try {
            return json.writeValueAsString(bodies);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("bodies are text", e);
        }
    }

    private Map<String, String> read(String bodies) {
        try {
            return json.readValue(bodies, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("bodies are JSON", e);
        }
    }
}
