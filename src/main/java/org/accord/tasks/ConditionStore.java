package org.accord.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ConditionStore {

    private final JdbcClient jdbc;

    ConditionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Status {
        OPEN,
        MET,
        /** What it was set for is decided anew. */
        SUPERSEDED
    }

    /**
     * One condition of an approval.
     *
     * @param setIn the task in which it was set
     * @param metIn the task in which it was met
     */
    record Condition(
            int number,
            String text,
            Status status,
            String setIn,
            @Nullable String metIn) {}

    /** All of a case in the order in which they were set, those that fell left out. */
    List<Condition> ofCase(String caseKey) {
        return jdbc.sql("""
                        select number, condition, status, set_in, met_in
                        from accord.approval_condition
                        where case_key = :caseKey and status <> 'SUPERSEDED'
                        order by number
                        """)
                .param("caseKey", caseKey)
                .query(ConditionStore::condition)
                .list();
    }

    Optional<Condition> find(String caseKey, int number) {
        return jdbc.sql("""
                        select number, condition, status, set_in, met_in
                        from accord.approval_condition
                        where case_key = :caseKey and number = :number
                        """)
                .param("caseKey", caseKey)
                .param("number", number)
                .query(ConditionStore::condition)
                .optional();
    }

    void add(TaskRow task, String text) {
        jdbc.sql("""
                        insert into accord.approval_condition (case_key, number, condition, status, instance_id, set_in)
                        select :caseKey, coalesce(max(number), 0) + 1, :text, 'OPEN', :instanceId, :taskId
                        from accord.approval_condition
                        where case_key = :caseKey
                        """)
                .param("caseKey", task.caseKey())
                .param("text", text)
                .param("instanceId", task.instanceId())
                .param("taskId", task.id())
                .update();
    }

    void met(TaskRow task, int number) {
        jdbc.sql("""
                        update accord.approval_condition set status = 'MET', met_in = :taskId
                        where case_key = :caseKey and number = :number and status = 'OPEN'
                        """)
                .param("caseKey", task.caseKey())
                .param("number", number)
                .param("taskId", task.id())
                .update();
    }

    /** Lets fall what was set in an earlier run of the chain. */
    void supersede(TaskRow task) {
        jdbc.sql("""
                        update accord.approval_condition set status = 'SUPERSEDED'
                        where case_key = :caseKey and instance_id <> :instanceId
                        """)
                .param("caseKey", task.caseKey())
                .param("instanceId", task.instanceId())
                .update();
    }

    private static Condition condition(ResultSet row, int number) throws SQLException {
        return new Condition(
                row.getInt("number"),
                row.getString("condition"),
                Status.valueOf(row.getString("status")),
                row.getString("set_in"),
                row.getString("met_in"));
    }
}
