package org.accord.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.access.Reach;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.accord.core.Warrant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AuditStore {

    private static final String COLUMNS = """
            index, at, actor_kind, actor, role, role_state, role_organisation, role_pillar, on_behalf_of, action,
            subject_type, subject_id, case_key, state, organisation, pillar, details::text as details
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    AuditStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void append(DomainEvent event) {
        Capacity capacity = event.capacity();
        Scope held = capacity == null ? Scope.PROGRAMME : capacity.scope();
        jdbc.sql("""
                        insert into accord.audit_entry (at, actor_kind, actor, role, role_state, role_organisation,
                            role_pillar, on_behalf_of, action, subject_type, subject_id, case_key, state, organisation,
                            pillar, audiences, details)
                        values (:at, :actorKind, :actor, :role, :roleState, :roleOrganisation, :rolePillar, :onBehalfOf,
                            :action, :subjectType, :subjectId, :caseKey, :state, :organisation, :pillar, :audiences,
                            :details::jsonb)
                        """)
                .param("at", utc(clock.instant()))
                .param("actorKind", event.by().kind().name())
                .param("actor", event.by().name())
                .param("role", capacity == null ? null : capacity.role())
                .param("roleState", held.state())
                .param("roleOrganisation", held.organisation())
                .param("rolePillar", held.pillar())
                .param("onBehalfOf", capacity == null ? null : capacity.onBehalfOf())
                .param("action", event.action())
                .param("subjectType", event.about().type())
                .param("subjectId", event.about().id())
                .param("caseKey", event.caseKey())
                .param("state", event.scope().state())
                .param("organisation", event.scope().organisation())
                .param("pillar", event.scope().pillar())
                .param("audiences", array(Reach.audiences(event.scope(), event.confidential(), false)))
                .param("details", write(details(event)))
                .update();
    }

    /** What the event tells, and the warrant of whoever acted, as it was at that moment. */
    private static Map<String, Object> details(DomainEvent event) {
        Map<String, Object> details = new LinkedHashMap<>(event.details());
        Capacity capacity = event.capacity();
        Warrant warrant = capacity == null ? null : capacity.warrant();
        if (warrant != null) {
            Map<String, Object> mandate = new LinkedHashMap<>();
            mandate.put("from", warrant.from().toString());
            mandate.put("until", warrant.until() == null ? "" : warrant.until().toString());
            if (warrant.substitution() != null) {
                mandate.put("substitution", warrant.substitution());
            }
            details.put("mandate", mandate);
        }
        return details;
    }

    Optional<Long> newestOf(String actor, Capacity capacity, Subject about) {
        return jdbc.sql("""
                        select index from accord.audit_entry
                        where actor = :actor and subject_type = :type and subject_id = :id
                            and (role is null or role_state is not distinct from :state
                                and on_behalf_of is not distinct from :onBehalfOf)
                        order by index desc
                        limit 1
                        """)
                .param("actor", actor)
                .param("state", capacity.scope().state())
                .param("onBehalfOf", capacity.onBehalfOf())
                .param("type", about.type())
                .param("id", about.id())
                .query(Long.class)
                .optional();
    }

    List<AuditEntry> timeline(String caseKey, Collection<String> audiences, long after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.audit_entry
                        where case_key = :caseKey and index > :after and audiences && :audiences::text[]
                            and action not like 'process.%' and action <> 'step.passed'
                        order by index
                        limit :limit
                        """)
                .param("caseKey", caseKey)
                .param("after", after)
                .param("audiences", array(audiences))
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    List<AuditEntry> find(AuditFilter filter, long before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.audit_entry
                        where index < :before
                            and (:caseKey::text is null or case_key = :caseKey)
                            and (:actor::text is null or actor = :actor)
                            and (:action::text is null or action = :action)
                            and (:state::text is null or state = :state)
                            and (:from::timestamptz is null or at >= :from)
                            and (:to::timestamptz is null or at < :to)
                            and (:text::text is null or strpos(lower(subject_id || ' ' || details::text), lower(:text)) > 0)
                        order by index desc
                        limit :limit
                        """)
                .param("before", before)
                .param("caseKey", filter.caseKey())
                .param("actor", filter.actor())
                .param("action", filter.action())
                .param("state", filter.state())
                .param("from", utc(filter.from()))
                .param("to", utc(filter.to()))
                .param("text", filter.text())
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        String role = row.getString("role");
        Capacity capacity = role == null
                ? null
                : new Capacity(
                        role,
                        new Scope(
                                row.getString("role_state"),
                                row.getString("role_organisation"),
                                row.getString("role_pillar")),
                        row.getString("on_behalf_of"),
                        null);
        return new AuditEntry(
                row.getLong("index"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                capacity,
                row.getString("action"),
                new Subject(row.getString("subject_type"), row.getString("subject_id")),
                row.getString("case_key"),
                new Scope(row.getString("state"), row.getString("organisation"), row.getString("pillar")),
                read(row.getString("details")));
    }

    private String write(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details of an event are plain values", e);
        }
    }

    private Map<String, Object> read(String details) {
        try {
            return json.readValue(details, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the record holds JSON", e);
        }
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
