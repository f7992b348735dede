package org.accord.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EscalationStore {

    private final JdbcClient jdbc;

    EscalationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open tasks to look at now, the longest waiting first. */
    List<String> toLookAt(Instant now) {
        return jdbc.sql("""
                        select task_id from accord.task_inbox
                        where status = 'OPEN' and due is not null and (next_look is null or next_look <= :now)
                        order by next_look nulls first, due, task_id
                        """).param("now", utc(now)).query(String.class).list();
    }

    /** Holds the task for a look; not if it needs none any more, or another node holds it. */
    boolean claim(String taskId, Instant now) {
        return jdbc.sql("""
                        select task_id from accord.task_inbox
                        where task_id = :id and status = 'OPEN' and due is not null
                            and (next_look is null or next_look <= :now)
                        for update skip locked
                        """)
                .param("id", taskId)
                .param("now", utc(now))
                .query(String.class)
                .optional()
                .isPresent();
    }

    void lookAgain(String taskId, Instant next) {
        jdbc.sql("update accord.task_inbox set next_look = :next where task_id = :id")
                .param("id", taskId)
                .param("next", utc(next))
                .update();
    }

    /** As soon as possible at every open task: the table or a calendar may have changed. */
    void lookAgainAtAll() {
        jdbc.sql("update accord.task_inbox set next_look = null where status = 'OPEN' and next_look is not null")
                .update();
    }

    /** When the next look is due; at once for tasks that nobody has looked at. */
    Optional<Instant> nextLook(Instant now) {
        return jdbc.sql("""
                        select coalesce(next_look, :now) from accord.task_inbox
                        where status = 'OPEN' and due is not null
                        order by next_look nulls first
                        limit 1
                        """)
                .param("now", utc(now))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Whether it is the first time that this was done for the task. */
    boolean add(String taskId, Escalation escalation) {
        boolean first = jdbc.sql("""
                                insert into accord.task_escalation (task_id, action, told, at)
                                values (:id, :action, :told, :at)
                                on conflict (task_id, action) do nothing
                                """)
                        .param("id", taskId)
                        .param("action", escalation.action())
                        .param("told", escalation.told().toArray(String[]::new))
                        .param("at", utc(escalation.at()))
                        .update()
                == 1;
        if (first) {
            jdbc.sql("""
                            update accord.task_inbox
                            set told = array(select distinct role from unnest(told || :told::text[]) as role order by role)
                            where task_id = :id
                            """)
                    .param("id", taskId)
                    .param("told", escalation.told().toArray(String[]::new))
                    .update();
        }
        return first;
    }

    /** What was done for each of the tasks, in its order. */
    Map<String, List<Escalation>> of(Collection<String> taskIds) {
        Map<String, List<Escalation>> found = new HashMap<>();
        if (!taskIds.isEmpty()) {
            jdbc.sql("""
                            select task_id, action, told, at from accord.task_escalation
                            where task_id = any(:ids)
                            order by at, action
                            """).param("ids", taskIds.toArray(String[]::new)).query(row -> {
                found.computeIfAbsent(row.getString("task_id"), id -> new ArrayList<>())
                        .add(escalation(row));
            });
        }
        return found;
    }

    private static Escalation escalation(ResultSet row) throws SQLException {
        return new Escalation(
                row.getString("action"),
                List.of((String[]) row.getArray("told").getArray()),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** The open tasks about which one of these roles was told something. */
    List<String> toldTo(Collection<String> roles) {
        return jdbc.sql("""
                        select task_id from accord.task_inbox
                        where status = 'OPEN' and told && :roles::text[]
                        order by due, task_id
                        """)
                .param("roles", roles.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
