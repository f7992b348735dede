package org.accord.comments;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.accord.core.Capacity;
import org.accord.core.Scope;
import org.accord.tasks.Talk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CommentStore {

    private static final String COLUMNS = """
            number, id, case_key, process, task, author, role, role_state, role_organisation, role_pillar, on_behalf_of,
            audience, audiences, text, mentions, at, withdrawn
            """;

    /** Whether it is the reader's, or one of their names, some limited to a process, is one of the comment's audiences. */
    private static final String VISIBLE = """
            (c.author = :reader or exists (select 1 from unnest(c.audiences) as audience
                where audience = any(:everywhere) or audience || '@' || c.process = any(:limited)))
            """;

    private static final String UNSEEN = """
            c.author <> :reader and c.at > coalesce((select look.last_at from accord.case_look as look
                where look.account = :reader and look.case_key = c.case_key and look.part = 'discussion'), '-infinity')
            """;

    private final JdbcClient jdbc;

    CommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A comment as it is kept. */
    record Row(
            long number,
            UUID id,
            String caseKey,
            String process,
            @Nullable String task,
            String author,
            Capacity capacity,
            Audience audience,
            Set<String> audiences,
            @Nullable String text,
            Set<String> mentions,
            Instant at,
            @Nullable Instant withdrawn) {

        boolean saysTheSame(Row kept) {
            return author.equals(kept.author)
                    && caseKey.equals(kept.caseKey)
                    && Objects.equals(task, kept.task)
                    && audience.equals(kept.audience)
                    && Objects.equals(text, kept.text);
        }
    }

    /** A reader with the names under which they are an audience, as they bear them. */
    record Reader(String account, Set<String> names) {

        Map<String, Object> parameters() {
            Map<Boolean, List<String>> limited =
                    names.stream().collect(Collectors.partitioningBy(name -> name.indexOf('@') >= 0));
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("reader", account);
            parameters.put("everywhere", limited.getOrDefault(false, List.of()).toArray(String[]::new));
            parameters.put("limited", limited.getOrDefault(true, List.of()).toArray(String[]::new));
            return parameters;
        }
    }

    /** Keeps it, and gives it its number; nothing if one of that id is kept already. */
    Optional<Long> insert(Row row) {
        Capacity capacity = row.capacity();
        return jdbc.sql("""
                        insert into accord.comment (id, case_key, process, task, author, role, role_state, role_organisation,
                            role_pillar, on_behalf_of, audience, audiences, text, mentions, at)
                        values (:id, :caseKey, :process, :task, :author, :role, :state, :organisation, :pillar, :onBehalfOf,
                            :audience, :audiences, :text, :mentions, :at)
                        on conflict (id) do nothing
                        returning number
                        """)
                .param("id", row.id())
                .param("caseKey", row.caseKey())
                .param("process", row.process())
                .param("task", row.task())
                .param("author", row.author())
                .param("role", capacity.role())
                .param("state", capacity.scope().state())
                .param("organisation", capacity.scope().organisation())
                .param("pillar", capacity.scope().pillar())
                .param("onBehalfOf", capacity.onBehalfOf())
                .param("audience", row.audience().word())
                .param("audiences", row.audiences().toArray(String[]::new))
                .param("text", row.text())
                .param("mentions", row.mentions().toArray(String[]::new))
                .param("at", utc(row.at()))
                .query(Long.class)
                .optional();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from accord.comment where id = :id")
                .param("id", id)
                .query(CommentStore::row)
                .optional();
    }

    /** The newest that the reader may see, before a number if one is given; the newest first. */
    List<Row> page(Reader reader, String caseKey, @Nullable Long before, int limit) {
        return jdbc.sql("select " + COLUMNS + " from accord.comment as c where case_key = :caseKey and " + VISIBLE
                        + """
                        and (:before::bigint is null or number < :before)
                        order by number desc
                        limit :limit
                        """)
                .params(reader.parameters())
                .param("caseKey", caseKey)
                .param("before", before)
                .param("limit", limit)
                .query(CommentStore::row)
                .list();
    }

    /** The newest of all cases that hold the words and that are said to the reader, before a number if one is given. */
    List<Row> withWords(Reader reader, String words, @Nullable Long before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from accord.comment as c
                        where text is not null and withdrawn is null
                            and accord.search_vector(text) @@ accord.search_query(:words)
                            and (:before::bigint is null or number < :before) and
                        """ + VISIBLE + " order by number desc limit :limit")
                .params(reader.parameters())
                .param("words", words)
                .param("before", before)
                .param("limit", limit)
                .query(CommentStore::row)
                .list();
    }

    Map<String, Talk.Said> counts(Reader reader, Collection<String> caseKeys) {
        Map<String, Talk.Said> counts = new HashMap<>();
        jdbc.sql("select case_key, count(*) as comments, count(*) filter (where " + UNSEEN + """
                        ) as unread
                        from accord.comment as c
                        where case_key = any(:caseKeys) and withdrawn is null and\s""" + VISIBLE + """
                        group by case_key
                        """)
                .params(reader.parameters())
                .param("caseKeys", caseKeys.toArray(String[]::new))
                .query((row, number) -> counts.put(
                        row.getString("case_key"), new Talk.Said(row.getInt("comments"), row.getInt("unread"))))
                .list();
        return counts;
    }

    /** Those that call upon the reader and that they have not seen, the newest first. */
    List<Talk.Mention> mentions(Reader reader, int limit) {
        return jdbc.sql("select case_key, number, author, at from accord.comment as c"
                        + " where mentions @> array[:reader::text] and withdrawn is null and " + UNSEEN + " and "
                        + VISIBLE
                        + " order by number desc limit :limit")
                .params(reader.parameters())
                .param("limit", limit)
                .query((row, number) -> new Talk.Mention(
                        row.getString("case_key"),
                        row.getLong("number"),
                        row.getString("author"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Takes the words away; the comment keeps its place. Whether it had words. */
    boolean withdraw(UUID id, Instant at) {
        return jdbc.sql("""
                        update accord.comment set text = null, withdrawn = :at
                        where id = :id and withdrawn is null
                        """).param("id", id).param("at", utc(at)).update() > 0;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn", OffsetDateTime.class);
        Scope held = new Scope(
                row.getString("role_state"), row.getString("role_organisation"), row.getString("role_pillar"));
        return new Row(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                row.getString("case_key"),
                row.getString("process"),
                row.getString("task"),
                row.getString("author"),
                new Capacity(row.getString("role"), held, row.getString("on_behalf_of"), null),
                Audience.parse(row.getString("audience")).orElseThrow(),
                texts(row.getArray("audiences")),
                row.getString("text"),
                texts(row.getArray("mentions")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
