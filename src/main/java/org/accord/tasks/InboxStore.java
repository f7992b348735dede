package org.accord.tasks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InboxStore {

    private final JdbcClient jdbc;
    private final TaskRows rows;

    InboxStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.rows = new TaskRows(json);
    }

    void insert(TaskRow row, String search) {
        jdbc.sql("""
                        insert into accord.task_inbox (task_id, version, status, case_key, case_process, process_key, definition_id,
                            instance_id, element_id, form_key, form_version, role, state, organisation, pillar,
                            confidential, secretariat_only, not_same_as, ballot, text_fields, subject, authority, item, due_rule, personal, facts,
                            case_fields, assignee, due, opened, priority, search)
                        values (:id, :version, 'OPEN', :caseKey, :caseProcess, :processKey, :definitionId, :instanceId, :element,
                            :formKey, :formVersion, :role, :state, :organisation, :pillar, :confidential,
                            :secretariatOnly, :notSameAs, :ballot, :text, :subject, :authority, :item, :dueRule, :personal, :facts::jsonb,
                            :caseFields::jsonb, :assignee, :due, :opened, :priority, :search)
                        """).params(rows.parameters(row)).param("search", search).update();
    }

    /** Makes the task visible to exactly these principals. */
    void address(TaskRow row, Collection<String> principals) {
        jdbc.sql("delete from accord.task_principal where task_id = :id")
                .param("id", row.id())
                .update();
        jdbc.sql("""
                        insert into accord.task_principal (principal, task_id, due_key, opened, priority)
                        select distinct principal, :id, coalesce(:due, timestamptz 'infinity'), :opened, :priority
                        from unnest(:principals) as principal
                        """)
                .param("id", row.id())
                .param("due", utc(row.due()))
                .param("opened", utc(row.opened()))
                .param("priority", row.priority())
                .param("principals", principals.toArray(String[]::new))
                .update();
    }

    Optional<TaskRow> find(String id) {
        return jdbc.sql("select " + TaskRows.COLUMNS + " from accord.task_inbox t where t.task_id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    /** Holds the case until the end of the transaction, so that commands on one case follow one another. */
    void lockCase(String caseKey) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:caseKey, 0)) is null")
                .param("caseKey", caseKey)
                .query(Boolean.class)
                .single();
    }

    /** Holds every open task that is due by a rule, and answers them. */
    List<TaskRow> lockDue() {
        return jdbc.sql("select " + TaskRows.COLUMNS + """
                        from accord.task_inbox t
                        where t.status = 'OPEN' and t.due_rule is not null
                        order by t.task_id
                        for update
                        """).query(rows).list();
    }

    /** Holds the open tasks in which that decision of the case is asked for and which no rule makes due, and answers them. */
    List<TaskRow> lockAsked(String caseKey, String ballot) {
        return jdbc.sql("select " + TaskRows.COLUMNS + """
                        from accord.task_inbox t
                        where t.case_key = :caseKey and t.ballot = :ballot and t.status = 'OPEN' and t.due_rule is null
                        order by t.task_id
                        for update
                        """)
                .param("caseKey", caseKey)
                .param("ballot", ballot)
                .query(rows)
                .list();
    }

    /** Sets when the task is due; its version stays, since nothing that its holder writes is touched. */
    void setDue(String id, Instant due) {
        jdbc.sql("update accord.task_inbox set due = :due, next_look = null where task_id = :id")
                .param("id", id)
                .param("due", utc(due))
                .update();
        jdbc.sql("update accord.task_principal set due_key = :due where task_id = :id")
                .param("id", id)
                .param("due", utc(due))
                .update();
    }

    Optional<TaskRow> lock(String id) {
        return jdbc.sql("select " + TaskRows.COLUMNS + " from accord.task_inbox t where t.task_id = :id for update")
                .param("id", id)
                .query(rows)
                .optional();
    }

    void assign(String id, @Nullable String assignee) {
        jdbc.sql("""
                        update accord.task_inbox
                        set assignee = :assignee, version = version + 1
                        where task_id = :id
                        """).param("id", id).param("assignee", assignee).update();
    }

    /** The open tasks that somebody holds, by case. */
    List<TaskRow> heldBy(String userName) {
        return jdbc.sql("select " + TaskRows.COLUMNS + """
                        from accord.task_inbox t
                        where t.status = 'OPEN' and t.assignee = :userName
                        order by t.case_key, t.task_id
                        """)
                .param("userName", userName)
                .query(rows)
                .list();
    }

    void close(String id, TaskView.Status status, Instant at) {
        jdbc.sql("""
                        update accord.task_inbox
                        set status = :status, closed = :at, version = version + 1
                        where task_id = :id and status = 'OPEN'
                        """)
                .param("id", id)
                .param("status", status.name())
                .param("at", utc(at))
                .update();
        jdbc.sql("delete from accord.task_principal where task_id = :id")
                .param("id", id)
                .update();
    }

    /** Withdraws every open task but these. */
    void closeAllBut(Collection<String> ids, Instant at) {
        jdbc.sql("""
                        update accord.task_inbox
                        set status = 'WITHDRAWN', closed = :at, version = version + 1
                        where status = 'OPEN' and task_id <> all(:ids)
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("at", utc(at))
                .update();
        jdbc.sql("""
                        delete from accord.task_principal p
                        using accord.task_inbox t
                        where t.task_id = p.task_id and t.status <> 'OPEN'
                        """).update();
    }

    /** @param principals the reader's names as they bear them, some perhaps in one process only */
    List<TaskRow> page(TaskFilter filter, Collection<String> principals, @Nullable Cursor after, int limit) {
        TaskFilter.Sort sort = filter.sort();
        String beyond = after == null
                ? ""
                : "and (p.%s, p.task_id) %s (:sortKey::%s, :afterId)".formatted(sort.column, sort.beyond, sort.type);
        Borne borne = Borne.of(principals);
        String sql = """
                select %1$s
                from (
                    select distinct hit.task_id, hit.sort_key
                    from unnest(:principals) as wanted (principal)
                    cross join lateral (
                        select p.task_id, p.%2$s as sort_key
                        from accord.task_principal p
                        join accord.task_inbox t on t.task_id = p.task_id
                        where p.principal = wanted.principal %3$s %4$s %6$s
                        order by p.%2$s %5$s, p.task_id %5$s
                        limit :limit
                    ) hit
                    order by hit.sort_key %5$s, hit.task_id %5$s
                    limit :limit
                ) page
                join accord.task_inbox t on t.task_id = page.task_id
                order by page.sort_key %5$s, page.task_id %5$s
                """.formatted(
                        TaskRows.COLUMNS, sort.column, beyond, narrowing(filter), sort.direction, borne.condition());
        JdbcClient.StatementSpec query = borne.bind(bind(jdbc.sql(sql), filter)).param("limit", limit);
        if (after != null) {
            query = query.param("sortKey", after.sortKey()).param("afterId", after.taskId());
        }
        return query.query(rows).list();
    }

    int count(TaskFilter filter, Collection<String> principals, int limit) {
        Borne borne = Borne.of(principals);
        String sql = """
                select count(*) from (
                    select distinct p.task_id
                    from accord.task_principal p
                    join accord.task_inbox t on t.task_id = p.task_id
                    where p.principal = any(:principals) %s %s
                    limit :limit
                ) counted
                """.formatted(narrowing(filter), borne.condition());
        return borne.bind(bind(jdbc.sql(sql), filter))
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /**
     * A reader's names apart from the processes that some of them are limited to.
     *
     * @param names all, as tasks bear them
     * @param everywhere those that hold in every process
     * @param limited the others, each with its process: {@code NFP/state=KZ@adoption}
     */
    private record Borne(Set<String> names, Set<String> everywhere, Set<String> limited) {

        static Borne of(Collection<String> principals) {
            Map<Boolean, Set<String>> limited = principals.stream()
                    .collect(Collectors.partitioningBy(name -> name.indexOf('@') >= 0, Collectors.toSet()));
            Set<String> names = principals.stream()
                    .map(name -> name.indexOf('@') < 0 ? name : name.substring(0, name.indexOf('@')))
                    .collect(Collectors.toSet());
            return new Borne(names, limited.getOrDefault(false, Set.of()), limited.getOrDefault(true, Set.of()));
        }

        String condition() {
            return limited.isEmpty()
                    ? ""
                    : " and (p.principal = any(:everywhere) or p.principal || '@' || coalesce(t.case_process, t.process_key) = any(:limited))";
        }

        JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query) {
            JdbcClient.StatementSpec bound = query.param("principals", names.toArray(String[]::new));
            return limited.isEmpty()
                    ? bound
                    : bound.param("everywhere", everywhere.toArray(String[]::new))
                            .param("limited", limited.toArray(String[]::new));
        }
    }

    private static String narrowing(TaskFilter filter) {
        return (filter.caseKey() == null ? "" : " and t.case_key = :caseKey")
                + (filter.process() == null ? "" : " and t.process_key = :process")
                + (filter.state() == null ? "" : " and t.state = :state")
                + (filter.dueFrom() == null ? "" : " and t.due >= :dueFrom")
                + (filter.dueBefore() == null ? "" : " and t.due < :dueBefore")
                + (filter.text() == null ? "" : " and strpos(t.search, lower(:text)) > 0");
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query, TaskFilter filter) {
        JdbcClient.StatementSpec bound = query;
        if (filter.caseKey() != null) {
            bound = bound.param("caseKey", filter.caseKey());
        }
        if (filter.process() != null) {
            bound = bound.param("process", filter.process());
        }
        if (filter.state() != null) {
            bound = bound.param("state", filter.state());
        }
        if (filter.dueFrom() != null) {
            bound = bound.param("dueFrom", utc(filter.dueFrom()));
        }
        if (filter.dueBefore() != null) {
            bound = bound.param("dueBefore", utc(filter.dueBefore()));
        }
        if (filter.text() != null) {
            bound = bound.param("text", filter.text());
        }
        return bound;
    }

    /** The open tasks of this process instance are those of another version of its process now. */
    void moved(String instanceId, String definitionId) {
        jdbc.sql("""
                        update accord.task_inbox set definition_id = :definition
                        where instance_id = :instance and status = 'OPEN'
                        """)
                .param("definition", definitionId)
                .param("instance", instanceId)
                .update();
    }

    /** All tasks of a case that were ever open, in the order of their opening. */
    List<TaskRow> ofCase(String caseKey) {
        return jdbc.sql("select " + TaskRows.COLUMNS + """
                        from accord.task_inbox t
                        where t.case_key = :caseKey
                        order by t.opened, t.task_id
                        """)
                .param("caseKey", caseKey)
                .query(rows)
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
