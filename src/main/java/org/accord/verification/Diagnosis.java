package org.accord.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was done where the first leaf is not what was sealed; the stored hashes are known to be right. */
final class Diagnosis {

    private static final int TILE = 256;
    private static final int HASH = 32;

    private final Connection connection;

    Diagnosis(Connection connection) {
        this.connection = connection;
    }

    Fault of(long leaf) throws SQLException {
        long entry = entry(leaf).orElse(0L);
        byte @Nullable [] now = computed(leaf);
        byte @Nullable [] sealed = stored(leaf);
        if (now == null) {
            return Fault.at(Fault.Kind.ENTRY_REMOVED, entry, "leaf " + leaf + " has no entry");
        }
        boolean stoodLater = Arrays.equals(now, stored(leaf + 1));
        boolean standsLater = Arrays.equals(sealed, computed(leaf + 1));
        if (stoodLater && standsLater) {
            return Fault.at(Fault.Kind.ENTRIES_REORDERED, entry, "leaves " + leaf + " and " + (leaf + 1));
        }
        if (stoodLater) {
            return Fault.at(Fault.Kind.ENTRY_REMOVED, entry, "the entry that was leaf " + leaf + " is gone");
        }
        if (standsLater) {
            return Fault.at(Fault.Kind.ENTRY_INSERTED, entry, "leaf " + leaf + " was another");
        }
        return Fault.at(Fault.Kind.ENTRY_CHANGED, entry, "leaf " + leaf + " is not what was sealed");
    }

    private Optional<Long> entry(long leaf) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select entry from accord.seal_leaf where leaf = ?")) {
            statement.setLong(1, leaf);
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    private byte @Nullable [] computed(long leaf) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select entry.index, entry.salt, entry.body
                from accord.seal_leaf as leaf join accord.audit_entry as entry on entry.index = leaf.entry
                where leaf.leaf = ?
                """)) {
            statement.setLong(1, leaf);
            ResultSet row = statement.executeQuery();
            return row.next()
                    ? SealedRow.leafHash(row.getLong("index"), row.getBytes("salt"), row.getString("body"))
                    : null;
        }
    }

    private byte @Nullable [] stored(long leaf) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select substring(hashes from ? for 32) from accord.seal_tile where level = 0 and number = ?
                """)) {
            statement.setInt(1, (int) (leaf % TILE) * HASH + 1);
            statement.setLong(2, leaf / TILE);
            ResultSet row = statement.executeQuery();
            return row.next() ? row.getBytes(1) : null;
        }
    }
}
