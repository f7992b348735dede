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
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            subject_type, subject_id, case_key, state, organisation, pillar, details::text as details,
            body::jsonb ->> 'authentication' as authentication, body::jsonb ->> 'language' as language,
            (select jsonb_object_agg(word.key, word.value)::text from accord.audit_words as word
                where word.entry = index and word.value is not null) as words
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    AuditStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Writes one line; what people wrote lies beside it. */
    void append(DomainEvent event, Map<String, String> circumstances) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<String> confidedTo = event.confidedTo();
        Collection<String> audiences =
                confidedTo.isEmpty() ? Reach.audiences(event.scope(), event.confidential(), false) : confidedTo;
        Words words = Words.of(details(event), event.words(), json);
        String body = EntryBody.of(event, at, audiences, words.sealed(), circumstances);
        long index = insert(event, at, audiences, write(words.sealed()), body);
        words.words().forEach(word -> insert(index, at, word));
    }

    private long insert(DomainEvent event, Instant at, Collection<String> audiences, String details, String body) {
        Capacity capacity = event.capacity();
        Scope held = capacity == null ? Scope.PROGRAMME : capacity.scope();
        return jdbc.sql("""
                        insert into accord.audit_entry (at, actor_kind, actor, role, role_state, role_organisation,
                            role_pillar, on_behalf_of, action, subject_type, subject_id, case_key, state, organisation,
                            pillar, audiences, details, body, salt)
                        values (:at, :actorKind, :actor, :role, :roleState, :roleOrganisation, :rolePillar, :onBehalfOf,
                            :action, :subjectType, :subjectId, :caseKey, :state, :organisation, :pillar, :audiences,
                            :details::jsonb, :body, :salt)
                        returning index
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
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
                .param("audiences", array(audiences))
                .param("details", details)
                .param("body", body)
                .param("salt", Words.salt())
                .query(Long.class)
                .single();
    }

    private void insert(long index, Instant at, Words.Word word) {
        jdbc.sql("""
                        insert into accord.audit_words (entry, at, key, salt, value)
                        values (:entry, :at, :key, :salt, :value::jsonb)
                        """)
                .param("entry", index)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("key", word.key())
                .param("salt", word.salt())
                .param("value", word.value())
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

    Optional<Long> newestOf(String actor, Subject about) {
        return jdbc.sql("""
                        select index from accord.audit_entry
                        where subject_type = :type and subject_id = :id and actor = :actor
                        order by index desc
                        limit 1
                        """)
                .param("type", about.type())
                .param("id", about.id())
                .param("actor", actor)
                .query(Long.class)
                .optional();
    }

    Optional<AuditEntry> numbered(long index) {
        return jdbc.sql("select " + COLUMNS + " from accord.audit_entry where index = :index")
                .param("index", index)
                .query(this::entry)
                .optional();
    }

    Optional<AuditEntry> about(Subject subject, String action, Collection<String> audiences) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.audit_entry
                        where subject_type = :type and subject_id = :id and action = :action
                            and audiences && :audiences::text[]
                        order by index desc
                        limit 1
                        """)
                .param("type", subject.type())
                .param("id", subject.id())
                .param("action", action)
                .param("audiences", array(audiences))
                .query(this::entry)
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

    /** What a search without a text finds. */
    List<AuditEntry> select(AuditSearch search, int limit) {
        return jdbc.sql(search.sql(COLUMNS))
                .params(search.parameters())
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** The latest of these, in their order. */
    List<AuditEntry> latest(Collection<Long> indexes, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.audit_entry where index = any(:found) order by at desc, index desc limit :limit
                        """)
                .param("found", indexes.toArray(Long[]::new))
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** The names of all acts of the record, in their order. */
    List<String> actions() {
        return jdbc.sql("""
                        with recursive name (action) as (
                            (select action from accord.audit_entry order by action limit 1)
                            union all
                            select (select action from accord.audit_entry where action > name.action
                                order by action limit 1)
                            from name where name.action is not null)
                        select action from name where action is not null
                        """).query(String.class).list();
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("index"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                capacity(row),
                row.getString("action"),
                new Subject(row.getString("subject_type"), row.getString("subject_id")),
                row.getString("case_key"),
                new Scope(row.getString("state"), row.getString("organisation"), row.getString("pillar")),
                details(row.getString("details"), row.getString("words")),
                row.getString("authentication"),
                row.getString("language"));
    }

    static @Nullable Capacity capacity(ResultSet row) throws SQLException {
        String role = row.getString("role");
        Scope held = new Scope(
                row.getString("role_state"), row.getString("role_organisation"), row.getString("role_pillar"));
        return role == null ? null : new Capacity(role, held, row.getString("on_behalf_of"), null);
    }

    private Map<String, Object> details(String sealed, @Nullable String words) {
        Map<String, Object> details = new LinkedHashMap<>(read(sealed));
        if (words != null) {
            read(words).forEach((key, word) -> {
                if (details.get(key) instanceof Map<?, ?> value && value.containsKey(Words.COMMITMENT)) {
                    details.put(key, word);
                }
            });
        }
        return details;
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
}
