package org.accord.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.core.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CaseStore {

    private static final String COLUMNS = """
            case_key, process_key, definition_id, instance_id, parent_key, titles::text as titles, status, outcome,
            state, pillar, initiative, reference_date, last_date, called_off, secretariat_only, started_by, started, ended
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CaseStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Holds the case until the end of the transaction, as the commands on its tasks do. */
    void lock(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0)) is null")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** The next number of the kind in the year; numbers are given out once and without gaps. */
    int nextNumber(String kind, int year) {
        return jdbc.sql("""
                        insert into accord.case_number (kind, year, last) values (:kind, :year, 1)
                        on conflict (kind, year) do update set last = case_number.last + 1
                        returning last
                        """)
                .param("kind", kind)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void insert(CaseFile opened) {
        jdbc.sql("""
                        insert into accord.case_file (case_key, process_key, definition_id, instance_id, parent_key,
                            titles, status, state, pillar, initiative, reference_date, secretariat_only, started_by, started)
                        values (:key, :process, :definitionId, :instanceId, :parent, :titles::jsonb, :status, :state,
                            :pillar, :initiative, :date, :secretariatOnly, :startedBy, :started)
                        """)
                .param("key", opened.key())
                .param("process", opened.process())
                .param("definitionId", opened.definitionId())
                .param("instanceId", opened.instanceId())
                .param("parent", opened.parent())
                .param("titles", write(opened.title()))
                .param("status", opened.status().name())
                .param("state", opened.state())
                .param("pillar", opened.pillar())
                .param("initiative", opened.initiative())
                .param("date", opened.date())
                .param("secretariatOnly", opened.secretariatOnly())
                .param("startedBy", opened.startedBy())
                .param("started", utc(opened.started()))
                .update();
    }

    void running(String key, String definitionId, String instanceId) {
        jdbc.sql("""
                        update accord.case_file set definition_id = :definitionId, instance_id = :instanceId
                        where case_key = :key and instance_id is null
                        """)
                .param("key", key)
                .param("definitionId", definitionId)
                .param("instanceId", instanceId)
                .update();
    }

    /** The case of this process instance goes by another version of its process now. */
    void moved(String instanceId, String definitionId) {
        jdbc.sql("update accord.case_file set definition_id = :definition where instance_id = :instance")
                .param("definition", definitionId)
                .param("instance", instanceId)
                .update();
    }

    /** Closes the case of this process instance, if the instance is the case's own. */
    Optional<CaseFile> close(String instanceId, CaseFile.Status status, @Nullable String outcome, Instant at) {
        return jdbc.sql("""
                        update accord.case_file set status = :status, outcome = :outcome, ended = :at
                        where instance_id = :instanceId and ended is null
                        returning\s""" + COLUMNS)
                .param("instanceId", instanceId)
                .param("status", status.name())
                .param("outcome", outcome)
                .param("at", utc(at))
                .query(this::file)
                .optional();
    }

    void describe(
            String key,
            @Nullable LocalText title,
            @Nullable String state,
            @Nullable String pillar,
            @Nullable String initiative,
            @Nullable LocalDate date,
            @Nullable LocalDate lastDate) {
        jdbc.sql("""
                        update accord.case_file
                        set titles = coalesce(:titles::jsonb, titles), state = coalesce(:state, state),
                            pillar = coalesce(:pillar, pillar),
                            initiative = coalesce(:initiative, initiative), reference_date = coalesce(:date, reference_date),
                            last_date = case when :date::date is null then last_date else :lastDate end,
                            called_off = called_off and :date::date is null
                        where case_key = :key
                        """)
                .param("key", key)
                .param("titles", title == null ? null : write(title))
                .param("state", state)
                .param("pillar", pillar)
                .param("initiative", initiative)
                .param("date", date)
                .param("lastDate", lastDate)
                .update();
    }

    /** Whether it was on until now. */
    boolean callOff(String key) {
        return jdbc.sql("update accord.case_file set called_off = true where case_key = :key and not called_off")
                        .param("key", key)
                        .update()
                > 0;
    }

    Optional<CaseFile> find(String key) {
        return jdbc.sql("select " + COLUMNS + " from accord.case_file where case_key = :key")
                .param("key", key)
                .query(this::file)
                .optional();
    }

    List<CaseFile> findAll(Collection<String> keys) {
        return jdbc.sql("select " + COLUMNS + " from accord.case_file where case_key = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query(this::file)
                .list();
    }

    List<CaseFile> children(String key) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.case_file where parent_key = :key order by started, case_key
                        """)
                .param("key", key)
                .query(this::file)
                .list();
    }

    List<CaseFile> ofInitiatives() {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.case_file where initiative is not null order by started, case_key
                        """).query(this::file).list();
    }

    /** The cases of these processes of which a day lies in that time, by their first day. */
    List<CaseFile> between(Collection<String> processes, LocalDate from, LocalDate until) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.case_file
                        where process_key = any(:processes) and reference_date <= :until
                            and coalesce(last_date, reference_date) >= :from
                        order by reference_date, case_key
                        """)
                .param("processes", processes.toArray(String[]::new))
                .param("from", from)
                .param("until", until)
                .query(this::file)
                .list();
    }

    /**
     * Which cases a reader may list.
     *
     * @param members whether those open to the whole programme
     * @param secretariat whether those of the secretariat too
     * @param membersIn the processes in which they may list those open to the whole programme
     * @param secretariatIn the processes in which they may list all
     */
    record Open(boolean members, boolean secretariat, List<String> membersIn, List<String> secretariatIn) {}

    /** Cases from the newest on; the cursor is the key of the last one seen. */
    List<CaseFile> page(
            @Nullable String process, @Nullable String status, Open open, @Nullable String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.case_file
                        where (:process::text is null or process_key = :process)
                            and (:status::text is null or status = :status)
                            and (case when secretariat_only
                                then :secretariat or process_key = any(:secretariatIn)
                                else :members or process_key = any(:membersIn) end)
                            and (:after::text is null or (started, case_key) <
                                (select started, case_key from accord.case_file where case_key = :after))
                        order by started desc, case_key desc
                        limit :limit
                        """)
                .param("process", process)
                .param("status", status)
                .param("members", open.members())
                .param("secretariat", open.secretariat())
                .param("membersIn", open.membersIn().toArray(String[]::new))
                .param("secretariatIn", open.secretariatIn().toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(this::file)
                .list();
    }

    /** The newest that hold the words in their key or in a title. */
    List<CaseFile> withWords(String words, Open open, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from accord.case_file
                        where accord.search_vector(accord.case_words(case_key, titles)) @@ accord.search_query(:words)
                            and (case when secretariat_only
                                then :secretariat or process_key = any(:secretariatIn)
                                else :members or process_key = any(:membersIn) end)
                        order by started desc, case_key desc
                        limit :limit
                        """)
                .param("words", words)
                .param("members", open.members())
                .param("secretariat", open.secretariat())
                .param("membersIn", open.membersIn().toArray(String[]::new))
                .param("secretariatIn", open.secretariatIn().toArray(String[]::new))
                .param("limit", limit)
                .query(this::file)
                .list();
    }

    Map<String, Participation> participants(String key) {
        Map<String, Participation> participants = new LinkedHashMap<>();
        jdbc.sql("select state, standing from accord.case_participant where case_key = :key")
                .param("key", key)
                .query((row, number) ->
                        participants.put(row.getString("state"), Participation.valueOf(row.getString("standing"))))
                .list();
        return participants;
    }

    void participate(String key, String state, Participation standing, Instant at) {
        jdbc.sql("""
                        insert into accord.case_participant (case_key, state, standing, since)
                        values (:key, :state, :standing, :at)
                        on conflict (case_key, state)
                        do update set standing = excluded.standing, since = excluded.since
                        """)
                .param("key", key)
                .param("state", state)
                .param("standing", standing.name())
                .param("at", utc(at))
                .update();
    }

    private CaseFile file(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
        return new CaseFile(
                row.getString("case_key"),
                row.getString("process_key"),
                row.getString("definition_id"),
                row.getString("instance_id"),
                row.getString("parent_key"),
                read(row.getString("titles")),
                CaseFile.Status.valueOf(row.getString("status")),
                row.getString("outcome"),
                row.getString("state"),
                row.getString("pillar"),
                row.getString("initiative"),
                row.getObject("reference_date", LocalDate.class),
                row.getObject("last_date", LocalDate.class),
                row.getBoolean("called_off"),
                row.getBoolean("secretariat_only"),
                row.getString("started_by"),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private String write(LocalText text) {
        try {
            return json.writeValueAsString(text.byLanguage());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a title is text", e);
        }
    }

    private LocalText read(String titles) {
        try {
            return new LocalText(json.readValue(titles, new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("titles are JSON", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
