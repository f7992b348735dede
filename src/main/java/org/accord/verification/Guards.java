package org.accord.verification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What keeps entries as they are besides the seal: the triggers, and that the sealer passes nothing over. */
final class Guards {

    private static final int MOST_FAULTS = 20;

    /** Table, trigger and function, as the migrations made them; nothing else may work on these tables. */
    private static final Set<String> TRIGGERS = Set.of(
            "audit_entry audit_entry_no_change audit_entry_is_append_only",
            "audit_entry audit_entry_no_truncate audit_entry_is_append_only",
            "audit_words audit_words_no_change audit_words_are_only_erased",
            "audit_words audit_words_no_truncate audit_entry_is_append_only");

    private Guards() {}

    static List<Fault> faults(Connection connection) throws SQLException {
        Set<String> there = read(connection, """
                select relname || ' ' || tgname || ' ' || proname
                from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid
                where relnamespace = 'accord'::regnamespace and relname in ('audit_entry', 'audit_words')
                    and not tgisinternal and tgenabled in ('O', 'A') and prosrc like '%raise exception%'
                """);
        List<Fault> faults = new ArrayList<>();
        TRIGGERS.stream()
                .filter(trigger -> !there.contains(trigger))
                .forEach(trigger -> faults.add(Fault.of(Fault.Kind.GUARD_DISABLED, "the trigger " + trigger)));
        read(connection, """
                select relname || ' ' || tgname from pg_trigger join pg_class on pg_class.oid = tgrelid
                    join pg_proc on pg_proc.oid = tgfoid
                where relnamespace = 'accord'::regnamespace and relname in ('audit_entry', 'audit_words')
                    and not tgisinternal
                    and proname not in ('audit_entry_is_append_only', 'audit_words_are_only_erased')
                union all
                select relname || ' has row security' from pg_class
                where relnamespace = 'accord'::regnamespace and relrowsecurity and relname ~ '^(audit|seal)_'
                union all
                select tablename || ' has the rule ' || rulename from pg_rules
                where schemaname = 'accord' and tablename ~ '^(audit|seal)_'
                """)
                .forEach(other -> faults.add(Fault.of(Fault.Kind.GUARD_DISABLED, "not of Accord: " + other)));
        return faults;
    }

    private static Set<String> read(Connection connection, String sql) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /**
     * How many entries wait for their seal. One that was passed over came in behind the sealer's back, and so did one of a
     * transaction that there has not been yet; words belong to an entry.
     */
    static long unsealed(Connection connection, List<Fault> faults) throws SQLException {
        long waiting = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select entry.index,
                            entry.index <= done.floor or (entry.txid, entry.index) <= (done.txid, done.entry) as passed,
                            entry.txid >= pg_snapshot_xmax(pg_current_snapshot()) as never
                        from accord.audit_entry as entry, accord.seal_progress as done
                        where not exists (select 1 from accord.seal_leaf as leaf where leaf.entry = entry.index)
                        order by entry.index
                        """)) {
            while (rows.next()) {
                waiting++;
                if ((rows.getBoolean("passed") || rows.getBoolean("never")) && faults.size() < MOST_FAULTS) {
                    faults.add(Fault.at(
                            Fault.Kind.ENTRY_INSERTED,
                            rows.getLong("index"),
                            "it has no leaf, and would never get one"));
                }
            }
        }
        read(connection, """
                select distinct word.entry::text from accord.audit_words as word
                where not exists (select 1 from accord.audit_entry as entry
                    where entry.index = word.entry and entry.at = word.at)
                limit 20
                """)
                .forEach(entry -> faults.add(Fault.at(
                        Fault.Kind.WORDS_CHANGED,
                        Long.parseLong(entry),
                        "words of an entry that there is not, or not at that time")));
        return waiting;
    }
}
