package org.accord.verification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what the engine remembers with what the record says, both ways: processes and user tasks, that each began and
 * ended, and when. The engine may have forgotten what it was allowed to forget.
 */
final class EngineCheck {

    private static final int MOST_FAULTS = 100;

    /** The engine's tables are where its user finds them, which need not be where this one does. */
    private static final String ENGINE_TABLES = """
            select set_config('search_path', quote_ident(nspname), true)
            from pg_class join pg_namespace on pg_namespace.oid = relnamespace
            where relname = 'act_hi_procinst'
            """;

    /** Before this moment, by the clock of the instance, what ended may be forgotten; never what is younger than ten years. */
    private static final String FORGOTTEN = """
            (clock_timestamp() + coalesce((select offset_millis from accord.instance_time), 0) * interval '1 millisecond'
                - greatest(coalesce((select min(history_ttl_) from act_re_procdef), 9125), 3650) * interval '1 day')""";

    private static final String ENDED = "(action in ('process.ended', 'process.cancelled'))";

    /** What the engine remembers and the record does not say, or says otherwise. */
    private static final String ENGINE_AGAINST_RECORD = """
            select 'process ' || engine.id_ as what, null::bigint as entry from act_hi_procinst as engine
            where not exists (select 1 from accord.audit_entry as entry where entry.subject_type = 'process'
                    and entry.subject_id = engine.id_ and entry.action = 'process.started'
                    and abs(extract(epoch from entry.at - engine.start_time_ at time zone 'UTC')) < 60)
                or engine.end_time_ is not null and not exists (select 1 from accord.audit_entry as entry
                    where entry.subject_type = 'process' and entry.subject_id = engine.id_ and %s
                    and abs(extract(epoch from entry.at - engine.end_time_ at time zone 'UTC')) < 60)
            union all
            select 'task ' || engine.id_, null from act_hi_taskinst as engine
            where not exists (select 1 from accord.audit_entry as entry where entry.subject_type = 'task'
                    and entry.subject_id = engine.id_ and entry.action = 'task.opened')
            """.formatted(ENDED);

    /**
     * What the record says and the engine does not remember. It may have forgotten what ended long ago: as long as
     * the model with the shortest memory says ({@code historyTimeToLive}).
     */
    private static final String RECORD_AGAINST_ENGINE = """
            select 'task ' || entry.subject_id as what, entry.index as entry from accord.audit_entry as entry
            where entry.subject_type = 'task' and entry.action in ('task.opened', 'task.completed')
                and not exists (select 1 from act_hi_taskinst as engine where engine.id_ = entry.subject_id
                    and (entry.action = 'task.opened' or engine.end_time_ is not null))
                and entry.at >= %1$s
            union all
            select 'process ' || entry.subject_id, entry.index from accord.audit_entry as entry
            where entry.subject_type = 'process'
                and not exists (select 1 from act_hi_procinst as engine where engine.id_ = entry.subject_id
                    and (entry.action = 'process.started' or engine.end_time_ is not null))
                and not exists (select 1 from accord.audit_entry as ended where ended.subject_type = 'process'
                    and ended.subject_id = entry.subject_id and ended.action in ('process.ended', 'process.cancelled')
                    and ended.at < %1$s)
            """.formatted(FORGOTTEN);

    private EngineCheck() {}

    static List<Fault> faults(Connection connection) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(ENGINE_TABLES);
            add(
                    faults,
                    statement.executeQuery(ENGINE_AGAINST_RECORD),
                    "the engine remembers %s otherwise than the record");
            add(faults, statement.executeQuery(RECORD_AGAINST_ENGINE), "the record tells of %s, the engine does not");
        }
        return faults;
    }

    private static void add(List<Fault> faults, ResultSet rows, String words) throws SQLException {
        while (rows.next() && faults.size() < MOST_FAULTS) {
            long entry = rows.getLong("entry");
            faults.add(new Fault(
                    Fault.Kind.ENGINE_DIFFERS, rows.wasNull() ? null : entry, words.formatted(rows.getString("what"))));
        }
    }
}
