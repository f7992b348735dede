package org.accord.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Digest;
import org.accord.core.Scope;
import org.accord.forms.FormRef;
import org.accord.forms.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was handed in, what is being written, and which requests were answered already. */
@Component
class SubmissionStore {

    private static final int LATEST = 50;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    SubmissionStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One submission with the task it belongs to. */
    record Kept(
            long number,
            String taskId,
            String caseKey,
            String definitionId,
            String element,
            FormRef form,
            List<String> text,
            Map<String, Object> data,
            Digest digest,
            String by,
            Capacity capacity,
            Scope scope,
            boolean confidential,
            boolean secretariatOnly,
            Instant at) {}

    long keep(TaskRow task, Submission submission, Actor actor, Capacity capacity, Instant at) {
        return jdbc.sql("""
                        insert into accord.task_submission (task_id, case_key, element_id, form_key, form_version, data,
                            digest, submitted_by, role, role_state, role_organisation, role_pillar, on_behalf_of, at)
                        values (:taskId, :caseKey, :element, :formKey, :formVersion, :data::jsonb, :digest, :by, :role,
                            :roleState, :roleOrganisation, :rolePillar, :onBehalfOf, :at)
                        returning number
                        """)
                .param("taskId", task.id())
                .param("caseKey", task.caseKey())
                .param("element", task.element())
                .param("formKey", submission.form().key())
                .param("formVersion", submission.form().version())
                .param("data", write(submission.data()))
                .param("digest", submission.digest().hex())
                .param("by", actor.name())
                .param("role", capacity.role())
                .param("roleState", capacity.scope().state())
                .param("roleOrganisation", capacity.scope().organisation())
                .param("rolePillar", capacity.scope().pillar())
                .param("onBehalfOf", capacity.onBehalfOf())
                .param("at", utc(at))
                .query(Long.class)
                .single();
    }

    List<Kept> ofCase(String caseKey) {
        return submissions("s.case_key = :key order by s.number", caseKey);
    }

    Optional<Kept> ofTask(String taskId) {
        return submissions("s.task_id = :key", taskId).stream().findFirst();
    }

    /** The latest submissions of somebody, newest first. */
    List<Kept> by(String author) {
        return submissions("s.submitted_by = :key order by s.number desc limit " + LATEST, author);
    }

    private List<Kept> submissions(String condition, String key) {
        return jdbc.sql("""
                        select s.number, s.task_id, s.case_key, t.definition_id, s.element_id, s.form_key, s.form_version,
                            t.text_fields, s.data::text as data, s.digest, s.submitted_by, s.role, s.role_state, s.role_organisation,
                            s.role_pillar, s.on_behalf_of, t.state, t.organisation, t.pillar, t.confidential,
                            t.secretariat_only, s.at
                        from accord.task_submission s
                        join accord.task_inbox t on t.task_id = s.task_id
                        where\s""" + condition).param("key", key).query(this::kept).list();
    }

    /** Who completed a task of this element in the case, and for whom, in the order in which they did. */
    List<FourEyes.Deed> deeds(String caseKey, String element) {
        return jdbc.sql("""
                        select s.element_id, s.submitted_by, s.on_behalf_of
                        from accord.task_submission s
                        where s.case_key = :caseKey and s.element_id = :element
                        order by s.number
                        """)
                .param("caseKey", caseKey)
                .param("element", element)
                .query((row, number) -> new FourEyes.Deed(
                        row.getString("element_id"), row.getString("submitted_by"), row.getString("on_behalf_of")))
                .list();
    }

    void saveDraft(String taskId, String author, Map<String, ?> data, Instant at) {
        jdbc.sql("""
                        insert into accord.task_draft (task_id, author, data, saved_at)
                        values (:taskId, :author, :data::json, :at)
                        on conflict (task_id, author)
                        do update set data = excluded.data, saved_at = excluded.saved_at
                        """)
                .param("taskId", taskId)
                .param("author", author)
                .param("data", write(data))
                .param("at", utc(at))
                .update();
    }

    Optional<Draft> draft(String taskId, String author) {
        return jdbc.sql("""
                        select data::text as data, saved_at
                        from accord.task_draft
                        where task_id = :taskId and author = :author
                        """)
                .param("taskId", taskId)
                .param("author", author)
                .query((row, number) -> new Draft(
                        read(row.getString("data")),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Makes the drafts of one author another's, where the other has not begun one; answers how many. */
    int passDrafts(String from, String to) {
        return jdbc.sql("""
                        update accord.task_draft d set author = :to
                        where d.author = :from and not exists (
                            select 1 from accord.task_draft o where o.task_id = d.task_id and o.author = :to)
                        """).param("from", from).param("to", to).update();
    }

    void dropDraft(String taskId, String author) {
        jdbc.sql("delete from accord.task_draft where task_id = :taskId and author = :author")
                .param("taskId", taskId)
                .param("author", author)
                .update();
    }

    /** What was answered to a request with this key, if it was seen before. */
    Optional<Answered> answered(String actor, String key) {
        return jdbc.sql("""
                        select task_id, request_digest from accord.task_request
                        where actor = :actor and request_key = :key
                        """)
                .param("actor", actor)
                .param("key", key)
                .query((row, number) -> new Answered(row.getString("task_id"), row.getString("request_digest")))
                .optional();
    }

    /** Keeps what was answered; false if another request took the key at the same moment. */
    boolean remember(String actor, String key, Answered answer, Instant at) {
        return jdbc.sql("""
                        insert into accord.task_request (actor, request_key, task_id, request_digest, at)
                        values (:actor, :key, :taskId, :digest, :at)
                        on conflict (actor, request_key) do nothing
                        """)
                        .param("actor", actor)
                        .param("key", key)
                        .param("taskId", answer.taskId())
                        .param("digest", answer.requestDigest())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    record Answered(String taskId, String requestDigest) {}

    private Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong("number"),
                row.getString("task_id"),
                row.getString("case_key"),
                row.getString("definition_id"),
                row.getString("element_id"),
                new FormRef(row.getString("form_key"), row.getInt("form_version")),
                List.of((String[]) row.getArray("text_fields").getArray()),
                read(row.getString("data")),
                new Digest(row.getString("digest")),
                row.getString("submitted_by"),
                new Capacity(
                        row.getString("role"),
                        new Scope(
                                row.getString("role_state"),
                                row.getString("role_organisation"),
                                row.getString("role_pillar")),
                        row.getString("on_behalf_of"),
                        null),
                new Scope(row.getString("state"), row.getString("organisation"), row.getString("pillar")),
                row.getBoolean("confidential"),
                row.getBoolean("secretariat_only"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    String write(Map<String, ?> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("form data are plain values", e);
        }
    }

    private Map<String, Object> read(@Nullable String data) {
        try {
            return json.readValue(data, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("submissions hold JSON", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
