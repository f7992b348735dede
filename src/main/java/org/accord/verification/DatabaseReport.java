package org.accord.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Everything that can be checked in a database: the record against its seals, and the engine against the record. */
final class DatabaseReport {

    private DatabaseReport() {}

    static Report of(Connection connection, Trusted trusted) throws SQLException {
        boolean committing = connection.getAutoCommit();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            Report seals = DatabaseCheck.run(connection, trusted.keys(), trusted.heads());
            List<Fault> faults = new ArrayList<>(seals.faults());
            faults.addAll(EngineCheck.faults(connection));
            return new Report(seals.entries(), seals.unsealed(), seals.root(), List.copyOf(faults));
        } finally {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(committing);
        }
    }
}
