package org.accord.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accord.core.Scope;
import org.accord.forms.FormRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** The columns of a task and what stands in them. */
final class TaskRows implements RowMapper<TaskRow> {

    static final String COLUMNS = """
            t.task_id, t.version, t.status, t.case_key, coalesce(t.case_process, t.process_key) as case_process, t.process_key, t.definition_id, t.instance_id, t.element_id,
            t.form_key, t.form_version, t.role, t.state, t.organisation, t.pillar, t.confidential, t.secretariat_only,
            t.not_same_as, t.ballot, t.text_fields, t.subject, t.authority, t.item, t.due_rule, t.personal, t.facts::text as facts, t.case_fields::text as case_fields, t.assignee, t.due, t.opened,
            t.closed, t.priority, t.told
            """;

    private final ObjectMapper json;

    TaskRows(ObjectMapper json) {
        this.json = json;
    }

    /** The columns that are set when a task opens, by the names of the parameters. */
    Map<String, @Nullable Object> parameters(TaskRow row) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", row.id());
        parameters.put("version", row.version());
        parameters.put("caseKey", row.caseKey());
        parameters.put("caseProcess", row.caseProcess().equals(row.processKey()) ? null : row.caseProcess());
        parameters.put("processKey", row.processKey());
        parameters.put("definitionId", row.definitionId());
        parameters.put("instanceId", row.instanceId());
        parameters.put("element", row.element());
        parameters.put("formKey", row.form().key());
        parameters.put("formVersion", row.form().version());
        parameters.put("assignee", row.assignee());
        parameters.put("due", utc(row.due()));
        parameters.put("opened", utc(row.opened()));
        parameters.put("priority", row.priority());
        parameters.putAll(readers(row));
        parameters.putAll(rules(row));
        return parameters;
    }

    private static Map<String, @Nullable Object> readers(TaskRow row) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("role", row.role());
        parameters.put("state", row.scope().state());
        parameters.put("organisation", row.scope().organisation());
        parameters.put("pillar", row.scope().pillar());
        parameters.put("confidential", row.confidential());
        parameters.put("secretariatOnly", row.secretariatOnly());
        return parameters;
    }

    private Map<String, @Nullable Object> rules(TaskRow row) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("notSameAs", row.notSameAs().toArray(String[]::new));
        parameters.put("ballot", row.ballot());
        parameters.put("text", row.text().toArray(String[]::new));
        parameters.put("subject", row.subject());
        parameters.put("authority", row.authority());
        parameters.put("item", row.item());
        parameters.put("dueRule", row.dueRule());
        parameters.put("personal", row.personal());
        parameters.put("facts", write(row.facts()));
        parameters.put("caseFields", write(row.caseFields()));
        return parameters;
    }

    @Override
    public TaskRow mapRow(ResultSet row, int number) throws SQLException {
        return new TaskRow(
                row.getString("task_id"),
                row.getInt("version"),
                TaskView.Status.valueOf(row.getString("status")),
                row.getString("case_key"),
                row.getString("case_process"),
                row.getString("process_key"),
                row.getString("definition_id"),
                row.getString("instance_id"),
                row.getString("element_id"),
                new FormRef(row.getString("form_key"), row.getInt("form_version")),
                row.getString("role"),
                new Scope(row.getString("state"), row.getString("organisation"), row.getString("pillar")),
                row.getBoolean("confidential"),
                row.getBoolean("secretariat_only"),
                List.of((String[]) row.getArray("not_same_as").getArray()),
                row.getString("ballot"),
                List.of((String[]) row.getArray("text_fields").getArray()),
                row.getString("subject"),
                row.getString("authority"),
                row.getString("item"),
                row.getString("due_rule"),
                row.getBoolean("personal"),
                read(row.getString("facts")),
                read(row.getString("case_fields")),
                row.getString("assignee"),
                instant(row, "due"),
                instant(row, "opened"),
                instant(row, "closed"),
                row.getInt("priority"),
                List.of((String[]) row.getArray("told").getArray()));
    }

    private Map<String, String> read(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the inbox holds JSON", e);
        }
    }

    private String write(Map<String, ?> value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("rules of a task are plain values", e);
        }
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
