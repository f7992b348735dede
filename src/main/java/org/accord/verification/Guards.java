package org.accord.verification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What keeps entries as they are besides the seal: the triggers, and that the sealer passes nothing over. */
final class Guards {

    private static final List<String> TRIGGERS = List.of(
            "audit_entry_no_change", "audit_entry_no_truncate", "audit_words_no_change", "audit_words_no_truncate");

    private Guards() {}

    static List<Fault> faults(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>(TRIGGERS);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select tgname from pg_trigger
                        where tgrelid in ('accord.audit_entry'::regclass, 'accord.audit_words'::regclass)
                            and tgenabled in ('O', 'A')
                        """)) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
            }
        }
        return missing.stream()
                .map(trigger -> Fault.of(Fault.Kind.GUARD_DISABLED, "the trigger " + trigger))
                .toList();
    }

    /** How many entries wait for their seal. One that was passed over came in behind the sealer's back. */
    static long unsealed(Connection connection, List<Fault> faults) throws SQLException {
        long waiting = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select entry.index,
                            entry.index <= done.floor or (entry.txid, entry.index) <= (done.txid, done.entry) as passed
                        from accord.audit_entry as entry, accord.seal_progress as done
                        where not exists (select 1 from accord.seal_leaf as leaf where leaf.entry = entry.index)
                        order by entry.index
                        """)) {
            while (rows.next()) {
                waiting++;
                if (rows.getBoolean("passed")) {
                    faults.add(Fault.at(
                            Fault.Kind.ENTRY_INSERTED, rows.getLong("index"), "it has no leaf, and later ones have"));
                }
            }
        }
        return waiting;
    }
}
