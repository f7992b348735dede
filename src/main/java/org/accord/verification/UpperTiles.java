package org.accord.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether each hash above the lowest level is the root of the full tile below it. */
final class UpperTiles {

    private static final int WIDTH = 256;
    private static final int HASH = 32;

    private UpperTiles() {}

    static List<Fault> faults(Connection connection) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                PreparedStatement above = connection.prepareStatement("""
                        select substring(hashes from ? for 32) from accord.seal_tile where level = ? and number = ?
                        """)) {
            statement.setFetchSize(WIDTH);
            ResultSet full = statement.executeQuery("""
                    select level, number, hashes from accord.seal_tile where length(hashes) = 8192 order by level, number
                    """);
            while (full.next()) {
                long number = full.getLong("number");
                int level = full.getInt("level");
                above.setInt(1, (int) (number % WIDTH) * HASH + 1);
                above.setInt(2, level + 1);
                above.setLong(3, number / WIDTH);
                if (!isThere(above, root(full.getBytes("hashes")))) {
                    faults.add(Fault.of(
                            Fault.Kind.TILE_CHANGED,
                            "level " + (level + 1) + " does not have tile " + number + " below it"));
                }
            }
        }
        return faults;
    }

    private static boolean isThere(PreparedStatement above, byte[] root) throws SQLException {
        try (ResultSet row = above.executeQuery()) {
            return row.next() && Arrays.equals(row.getBytes(1), root);
        }
    }

    private static byte[] root(byte[] hashes) {
        GrowingRoot root = new GrowingRoot();
        for (int from = 0; from < hashes.length; from += HASH) {
            root.add(Arrays.copyOfRange(hashes, from, from + HASH));
        }
        return root.root();
    }
}
